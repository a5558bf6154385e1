import { inLanguage, type Language, type Text } from "../../../server/domain/text.ts";
import { noteTexts } from "../../texts/notes.ts";

export type NoteKind = "finding" | "recommendation";

/** One version as it is shown; `moment` is already in words. */
export interface NoteVersion {
  figureKey: string;
  kind: NoteKind;
  version: number;
  text: Text;
  writtenBy: string;
  moment: string;
}

/** The notes of a page, and where new ones are sent; whoever may not write has no such place. */
export interface PageNotes {
  versions: readonly NoteVersion[];
  action: string | null;
}

interface Props {
  notes: PageNotes;
  figureKey: string;
  language: Language;
}

const kinds: readonly NoteKind[] = ["finding", "recommendation"];

/** What the evaluator found and recommends here: in their words, with every version kept. */
export function EvaluatorNotes({ notes, figureKey, language }: Props) {
  const own = notes.versions.filter((note) => note.figureKey === figureKey);
  if (own.length === 0 && notes.action === null) return null;
  return (
    <div class="evaluator-notes">
      {kinds.map((kind) => (
        <Note
          kind={kind}
          versions={own.filter((note) => note.kind === kind)}
          notes={notes}
          figureKey={figureKey}
          language={language}
        />
      ))}
    </div>
  );
}

interface NoteProps extends Props {
  kind: NoteKind;
  /** Newest first. */
  versions: readonly NoteVersion[];
}

function Note(props: NoteProps) {
  const { kind, versions, language, notes } = props;
  const texts = noteTexts[language];
  const [newest, ...earlier] = versions;
  const text = newest && inLanguage(newest.text, language);
  return (
    <div class="note">
      {newest && text ? (
        <>
          <p class="note-kind">{texts.kinds[kind]}</p>
          <p class="note-text">{text}</p>
          <p class="soft">{texts.writtenBy(newest.writtenBy, newest.moment, newest.version)}</p>
        </>
      ) : null}
      {earlier.length > 0 ? <Earlier versions={earlier} language={language} /> : null}
      {notes.action === null ? null : <NoteForm {...props} isWritten={Boolean(text)} />}
    </div>
  );
}

function Earlier({ versions, language }: { versions: readonly NoteVersion[]; language: Language }) {
  const texts = noteTexts[language];
  return (
    <details>
      <summary>{texts.earlier(versions.length)}</summary>
      <ul>
        {versions.map((note) => (
          <li>
            <p class="note-text">{inLanguage(note.text, language) || texts.withdrawn}</p>
            <p class="soft">{texts.writtenBy(note.writtenBy, note.moment, note.version)}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Closed until it is wanted: most readers read. */
function NoteForm({
  kind,
  versions,
  notes,
  figureKey,
  language,
  isWritten,
}: NoteProps & { isWritten: boolean }) {
  const texts = noteTexts[language];
  const newest = versions[0];
  const id = `${figureKey}-${kind}`;
  return (
    <details class="no-print">
      <summary>{isWritten ? texts.change[kind] : texts.write[kind]}</summary>
      <form method="post" action={notes.action ?? ""} class="note-form">
        <input type="hidden" name="figure" value={figureKey} />
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="after" value={String(newest?.version ?? 0)} />
        <label for={`${id}-lt`}>{texts.inLithuanian}</label>
        <textarea id={`${id}-lt`} name="lt" lang="lt" rows={4} maxlength={4000}>
          {newest?.text.lt ?? ""}
        </textarea>
        <label for={`${id}-en`}>{texts.inEnglish}</label>
        <textarea id={`${id}-en`} name="en" lang="en" rows={3} maxlength={4000}>
          {newest?.text.en ?? ""}
        </textarea>
        <p class="soft">{texts.emptyAdvice}</p>
        <button type="submit">{texts.save}</button>
      </form>
    </details>
  );
}
