import type { Child } from "hono/jsx";
import type { ListField } from "../../../server/domain/participant/list-columns.ts";
import type { RowFault } from "../../../server/domain/participant/list-row.ts";
import type { Language } from "../../../server/domain/text.ts";
import { formatNumber } from "../../texts/numbers.ts";
import { participantImportTexts } from "../../texts/participant-import.ts";

/** Somebody on the list, as it is shown. */
interface PreviewPerson {
  row: number;
  name: string;
  organisation: string;
  locality: string;
}

/** What would come of a list: of each kind so many rows as can be looked at, and how many there are. */
export interface Preview {
  counts: Record<"new" | "changed" | "same" | "unclear" | "wrong", number>;
  mistakes: readonly {
    row: number;
    letter: string;
    field: ListField;
    fault: RowFault;
    written: string;
    like?: number;
  }[];
  /** How many mistakes there are in all; a row may have several. */
  mistakeCount: number;
  unclear: readonly (PreviewPerson & {
    candidates: readonly { enrolmentId: string; name: string; organisation: string }[];
    decided: string;
  })[];
  changed: readonly (PreviewPerson & {
    changes: readonly { field: ListField; before: string; after: string }[];
  })[];
  added: readonly (PreviewPerson & { sameAsRow: number | null; isKnownElsewhere: boolean })[];
  newGroups: string;
  /** Tells whether the register is still what this was worked out from. */
  fingerprint: string;
}

interface PreviewProps {
  language: Language;
  preview: Preview;
  action: string;
}

/** What would change, and the button that does it. */
export function ImportPreview(props: PreviewProps) {
  const { language, preview } = props;
  const texts = participantImportTexts[language].preview;
  const { counts } = preview;
  const writable = counts.new + counts.changed;
  return (
    <section>
      <h2>{texts.title}</h2>
      <Counts props={props} />
      {preview.newGroups ? <p>{texts.newGroups(preview.newGroups)}</p> : null}
      <Mistakes props={props} />
      <form class="fields" method="post" action={props.action}>
        <input type="hidden" name="fingerprint" value={preview.fingerprint} />
        <Unclear props={props} />
        <Changed props={props} />
        <Added props={props} />
        {writable + counts.unclear > 0 ? (
          <button type="submit">
            {counts.wrong > 0
              ? texts.applyLeavingOut(writable, counts.wrong)
              : texts.apply(writable)}
          </button>
        ) : (
          <p class="notice-box">{texts.nothingToDo}</p>
        )}
      </form>
    </section>
  );
}

function Counts({ props: { language, preview } }: { props: PreviewProps }) {
  const texts = participantImportTexts[language].preview;
  const outcomes = ["new", "changed", "same", "unclear"] as const;
  return (
    <dl class="facts counts">
      {outcomes.map((outcome) => (
        <>
          <dt>{texts.outcomes[outcome]}</dt>
          <dd>
            <strong>{formatNumber(preview.counts[outcome], language)}</strong>{" "}
            <span class="soft">{texts.explained[outcome]}</span>
          </dd>
        </>
      ))}
      <dt>{texts.rowsWithMistakes}</dt>
      <dd>
        <strong>{formatNumber(preview.counts.wrong, language)}</strong>
      </dd>
    </dl>
  );
}

function Mistakes({ props: { language, preview } }: { props: PreviewProps }) {
  const texts = participantImportTexts[language];
  const { head, faults, repeats } = texts.preview;
  if (preview.mistakes.length === 0) return null;
  return (
    <section>
      <h3>{texts.preview.rowsWithMistakes}</h3>
      <p>{texts.preview.mistakesAdvice}</p>
      <Table
        name={texts.preview.rowsWithMistakes}
        heads={[head.row, head.cell, head.mistake]}
        more={moreOf(language, preview.mistakeCount - preview.mistakes.length)}
      >
        {preview.mistakes.map((mistake) => (
          <tr>
            <th scope="row" class="number">
              {`${mistake.letter}${mistake.row}`}
            </th>
            <td>
              <span class="soft hint">{texts.fields[mistake.field]}</span>
              {mistake.written || <em>{texts.preview.emptyCell}</em>}
            </td>
            <td>
              <span class="mistake">
                {mistake.like === undefined ? faults[mistake.fault] : repeats(mistake.like)}
              </span>
            </td>
          </tr>
        ))}
      </Table>
    </section>
  );
}

function Unclear({ props: { language, preview } }: { props: PreviewProps }) {
  const texts = participantImportTexts[language].preview;
  if (preview.unclear.length === 0) return null;
  const hidden = preview.counts.unclear - preview.unclear.length;
  return (
    <section>
      <h3>{texts.outcomes.unclear}</h3>
      <p>{texts.explained.unclear}</p>
      {preview.unclear.map((row) => {
        const name = `row-${row.row}`;
        const choices = [
          { value: "", label: texts.leaveOut },
          { value: "new", label: texts.somebodyElse },
          ...row.candidates.map((known) => ({
            value: known.enrolmentId,
            label: texts.thisOne(known.name, known.organisation),
          })),
        ];
        return (
          <fieldset>
            <legend>{`${row.row}. ${personLine(row)} (${row.locality})`}</legend>
            {choices.map(({ value, label }) => (
              <label class="tick">
                <input type="radio" name={name} value={value} checked={value === row.decided} />
                {label}
              </label>
            ))}
          </fieldset>
        );
      })}
      {hidden > 0 ? <p class="notice-box">{texts.unclearMore(hidden)}</p> : null}
    </section>
  );
}

function Changed({ props: { language, preview } }: { props: PreviewProps }) {
  const texts = participantImportTexts[language];
  const { head, outcomes, change, nothing } = texts.preview;
  if (preview.changed.length === 0) return null;
  return (
    <details open>
      <summary>{`${outcomes.changed}: ${formatNumber(preview.counts.changed, language)}`}</summary>
      <Table
        name={outcomes.changed}
        heads={[head.row, head.person, head.change]}
        more={moreOf(language, preview.counts.changed - preview.changed.length)}
      >
        {preview.changed.map((row) => (
          <tr>
            <td class="number">{row.row}</td>
            <th scope="row">
              {row.name} <span class="soft hint">{row.locality}</span>
            </th>
            <td>
              {row.changes.map(({ field, before, after }) => (
                <span class="hint">{change(texts.fields[field], before || nothing, after)}</span>
              ))}
            </td>
          </tr>
        ))}
      </Table>
    </details>
  );
}

function Added({ props: { language, preview } }: { props: PreviewProps }) {
  const texts = participantImportTexts[language].preview;
  const { head, outcomes } = texts;
  if (preview.added.length === 0) return null;
  return (
    <details open={preview.added.length <= 20}>
      <summary>{`${outcomes.new}: ${formatNumber(preview.counts.new, language)}`}</summary>
      <Table
        name={outcomes.new}
        heads={[head.row, head.person, head.locality]}
        more={moreOf(language, preview.counts.new - preview.added.length)}
      >
        {preview.added.map((row) => (
          <tr>
            <td class="number">{row.row}</td>
            <th scope="row">{personLine(row)}</th>
            <td>
              {row.locality}
              {row.sameAsRow === null ? null : (
                <span class="soft hint">{texts.sameAs(row.sameAsRow)}</span>
              )}
              {row.isKnownElsewhere ? <span class="soft hint">{texts.knownElsewhere}</span> : null}
            </td>
          </tr>
        ))}
      </Table>
    </details>
  );
}

function Table(props: { name: string; heads: readonly string[]; more: string; children?: Child }) {
  return (
    <section class="table-box" aria-label={props.name} tabindex={0}>
      <table>
        <thead>
          <tr>
            {props.heads.map((title) => (
              <th scope="col">{title}</th>
            ))}
          </tr>
        </thead>
        <tbody>{props.children}</tbody>
      </table>
      {props.more ? <p class="soft">{props.more}</p> : null}
    </section>
  );
}

function moreOf(language: Language, count: number): string {
  return count > 0 ? participantImportTexts[language].preview.more(count) : "";
}

function personLine({ name, organisation }: PreviewPerson): string {
  return organisation ? `${name}, ${organisation}` : name;
}
