import type { QuestionnaireDocument } from "../../../server/domain/questionnaire/document.ts";
import { wavesOf } from "../../../server/domain/questionnaire/draft.ts";
import type { WaveKind } from "../../../server/domain/words.ts";
import { languageName, textsOf } from "./form.tsx";
import { type EditorFrame, editorDocument, editorPath } from "./frame.tsx";

export type PreviewWidth = "phone" | "desktop";

export interface PreviewPageProps {
  frame: EditorFrame;
  document: QuestionnaireDocument;
  /** "" for the draft, `/versions/2` for a version. */
  place: string;
  wave: WaveKind;
  shownLanguage: string;
  width: PreviewWidth;
}

/** A questionnaire as participants will see it, in a frame as wide as a phone or a desk; nothing is stored. */
export function previewPage(props: PreviewPageProps): string {
  const { frame, document, place, wave, shownLanguage, width } = props;
  const texts = textsOf(frame).preview;
  const all = textsOf(frame);
  const inside = `${editorPath(frame)}${place}/preview/page?wave=${wave}&language=${shownLanguage}`;
  return editorDocument(
    frame,
    { title: texts.title, place: `${place}/preview` },
    <>
      <p>{texts.lead}</p>
      <nav class="preview-choices" aria-label={texts.choices}>
        <Choices label={texts.wave}>
          {wavesOf(document).map((one) => (
            <Choice
              props={props}
              change={{ wave: one }}
              isChosen={one === wave}
              words={all.waves[one]}
            />
          ))}
        </Choices>
        <Choices label={texts.language}>
          {document.languages.map((one) => (
            <Choice
              props={props}
              change={{ shownLanguage: one }}
              isChosen={one === shownLanguage}
              words={languageName(frame, one)}
            />
          ))}
        </Choices>
        <Choices label={texts.width}>
          {(["phone", "desktop"] as const).map((one) => (
            <Choice
              props={props}
              change={{ width: one }}
              isChosen={one === width}
              words={texts.widths[one]}
            />
          ))}
        </Choices>
      </nav>
      <iframe class={`preview-frame ${width}`} src={inside} title={texts.frame} />
      <p>
        <a href={inside}>{texts.alone}</a>
      </p>
    </>,
  );
}

function Choices({ label, children }: { label: string; children: unknown }) {
  return (
    <p>
      <span class="soft">{label}</span>
      {children}
    </p>
  );
}

function Choice({
  props,
  change,
  isChosen,
  words,
}: {
  props: PreviewPageProps;
  change: Partial<Pick<PreviewPageProps, "wave" | "shownLanguage" | "width">>;
  isChosen: boolean;
  words: string;
}) {
  const { wave, shownLanguage, width } = { ...props, ...change };
  const query = `wave=${wave}&shown=${shownLanguage}&width=${width}`;
  const href = `${editorPath(props.frame)}${props.place}/preview?${query}`;
  return (
    <a href={href} aria-current={isChosen ? "true" : undefined}>
      {words}
    </a>
  );
}
