import type { QuestionnaireDraft } from "../../../server/domain/questionnaire/document.ts";
import { wavesOf } from "../../../server/domain/questionnaire/draft.ts";
import type { Remark } from "../../../server/domain/questionnaire/remarks.ts";
import { inLanguage } from "../../../server/domain/text.ts";
import { formatMoment } from "../../texts/numbers.ts";
import { textsOf } from "./form.tsx";
import { Done, type EditorFrame, editorDocument, editorPath } from "./frame.tsx";
import { OtherParts } from "./other-parts.tsx";
import { Outline, type OutlineProps } from "./outline.tsx";
import { countOf, RemarkList } from "./remark-list.tsx";

export interface EditorPageProps {
  frame: EditorFrame;
  draft: QuestionnaireDraft;
  revision: number;
  savedAt: Date | null;
  remarks: readonly Remark[];
  /** Wordings that lack a language, by language. */
  missing: Record<string, number>;
  minutes: Record<string, number>;
  /** The number of the last published version; 0 before the first. */
  lastVersion: number;
  /** What was deleted last and can come back. */
  removed: { kind: OutlineProps["removedKind"]; name: string } | undefined;
  /** What was just done, and the button to stay at. */
  done: string | undefined;
  focus: string | undefined;
  hasConflict?: boolean;
}

/** A draft as a whole: its parts in order, what is wrong with it, and the ways on to preview and publication. */
export function editorPage(props: EditorPageProps): string {
  const { frame, draft } = props;
  const texts = textsOf(frame);
  const title = inLanguage(draft.title, frame.language) || texts.untitled;
  return editorDocument(
    frame,
    { title },
    <>
      <Done words={props.done} />
      {props.hasConflict ? (
        <p class="notice-box wrong" role="alert">
          {texts.conflict.moved}
        </p>
      ) : null}
      <Head {...props} />
      <div class="editor">
        <aside class="editor-side">
          <Checks {...props} />
        </aside>
        <div class="editor-main">
          <form
            id="structure"
            method="post"
            action={`${editorPath(frame)}/structure`}
            data-in-place=""
          >
            <input type="hidden" name="revision" value={String(props.revision)} />
          </form>
          {props.removed ? <Undo {...props} /> : null}
          <Outline frame={frame} draft={draft} remarks={props.remarks} focus={props.focus} />
          <OtherParts frame={frame} draft={draft} focus={props.focus} />
        </div>
      </div>
    </>,
  );
}

function Head({ frame, draft, lastVersion, savedAt, revision }: EditorPageProps) {
  const texts = textsOf(frame);
  const saved = savedAt
    ? texts.editor.saved(formatMoment(savedAt, frame.language, frame.programme.timeZone))
    : "";
  const base = editorPath(frame);
  return (
    <>
      <p class="soft">
        {[texts.editor.draftOf(lastVersion + 1), saved, texts.editor.revision(revision)]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <div class="actions">
        <a class="button" href={`${base}/preview?wave=${wavesOf(draft)[0] ?? "before"}`}>
          {texts.editor.preview}
        </a>
        <a class="button quiet" href={`${base}/publication`}>
          {texts.editor.toPublication}
        </a>
        <a href={`${base}/settings`}>{texts.settings.title}</a>
        <a href={`${base}/export`}>{texts.list.toElsewhere}</a>
      </div>
    </>
  );
}

function Checks({ frame, draft, remarks, missing, minutes }: EditorPageProps) {
  const texts = textsOf(frame);
  const errors = countOf(remarks, "error");
  const lacking = Object.entries(missing).filter(([, count]) => count > 0);
  return (
    <section class="checks" aria-labelledby="checks-title">
      <h2 id="checks-title">{texts.editor.checks}</h2>
      <dl class="facts">
        {wavesOf(draft).map((wave) => (
          <>
            <dt>{texts.waves[wave]}</dt>
            <dd>{texts.editor.asked(itemsIn(draft, wave), minutes[wave] ?? 1)}</dd>
          </>
        ))}
        {lacking.map(([language, count]) => (
          <>
            <dt>{texts.languages[language as "lt"] ?? language}</dt>
            <dd>
              <span class="missing">{texts.editor.missing(count)}</span>
            </dd>
          </>
        ))}
      </dl>
      <p class={errors > 0 ? "verdict wrong" : "verdict"}>
        {errors > 0 ? texts.editor.errors(errors) : texts.editor.noErrors}
      </p>
      {remarks.length > 0 ? (
        <details open={remarks.length <= 12}>
          <summary>{texts.editor.allRemarks(remarks.length)}</summary>
          <RemarkList frame={frame} draft={draft} remarks={remarks} />
        </details>
      ) : null}
    </section>
  );
}

function itemsIn(draft: QuestionnaireDraft, wave: "before" | "after" | "followup"): number {
  return draft.items.filter(({ kind, waves }) => kind !== "information" && waves.includes(wave))
    .length;
}

function Undo({ frame, removed, focus }: EditorPageProps) {
  const texts = textsOf(frame);
  return (
    <p class="notice-box undo">
      {texts.editor.removed(removed!.name)}
      <button
        class="quiet"
        type="submit"
        form="structure"
        name="do"
        value="undo"
        id="undo"
        autofocus={focus === "undo"}
      >
        {texts.editor.undo}
      </button>
    </p>
  );
}
