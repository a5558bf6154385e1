import type { Child } from "hono/jsx";
import { inLanguage, type Language, type Text } from "../../../server/domain/text.ts";
import type { ProgrammeKind } from "../../../server/domain/words.ts";
import { questionnaireTexts } from "../../texts/questionnaires.ts";
import { document } from "../layout.tsx";
import { ProgrammePage } from "../programme-page.tsx";

/** What every page of the editor needs to know. */
export interface EditorFrame {
  language: Language;
  styleUrl: string;
  scriptUrl: string;
  programme: { slug: string; title: Text; kind: ProgrammeKind; timeZone: string };
  /** The questionnaire that the page is about; none on the list of all. */
  questionnaire?: { id: string; title: Text };
}

export function listPath({ programme }: EditorFrame): string {
  return `/programmes/${programme.slug}/questionnaires`;
}

export function editorPath(frame: EditorFrame): string {
  return `${listPath(frame)}/${frame.questionnaire?.id}`;
}

/** A page of the editor: the way back stands above it. `place` is what follows the editor's own address. */
export function editorDocument(
  frame: EditorFrame,
  { title, place = "" }: { title: string; place?: string },
  children: Child,
): string {
  const { language, styleUrl, scriptUrl, programme, questionnaire } = frame;
  const own = questionnaire ? `questionnaires/${questionnaire.id}${place}` : "questionnaires";
  return document(
    <ProgrammePage
      language={language}
      styleUrl={styleUrl}
      scriptUrl={scriptUrl}
      programme={programme}
      title={title}
      place={own}
    >
      {questionnaire ? <Way frame={frame} isDeep={place !== ""} /> : null}
      {children}
    </ProgrammePage>,
  );
}

function Way({ frame, isDeep }: { frame: EditorFrame; isDeep: boolean }) {
  const texts = questionnaireTexts[frame.language];
  const title = inLanguage(frame.questionnaire?.title ?? {}, frame.language);
  return (
    <nav class="way" aria-label={texts.way}>
      <a href={listPath(frame)}>{texts.list.title}</a>
      {isDeep ? <a href={editorPath(frame)}>{title || texts.untitled}</a> : null}
    </nav>
  );
}

/** What was just done, for eyes and ears alike. */
export function Done({ words }: { words: string | undefined }) {
  return (
    <p id="done" class={words ? "done" : "visually-hidden"} role="status">
      {words ?? ""}
    </p>
  );
}
