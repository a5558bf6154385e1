import { formatCode } from "../../server/domain/pairing/access-code.ts";
import type { Item, QuestionnaireDocument } from "../../server/domain/questionnaire/document.ts";
import { type Part, partsOf } from "../../server/domain/questionnaire/parts.ts";
import type { FormFields } from "../../server/domain/response/form-fields.ts";
import { type NumberedItem, numberedItems } from "../../server/domain/response/keyed-answers.ts";
import type { Mistake } from "../../server/domain/response/mistakes.ts";
import { inLanguage, type Language } from "../../server/domain/text.ts";
import type { NoticeStatement, WaveKind } from "../../server/domain/words.ts";
import { entryTexts } from "../texts/entry.ts";
import { programmeTexts } from "../texts/programmes.ts";
import { statementField } from "./answering/notice.tsx";
import type { EntryProgramme } from "./entry.tsx";
import { Boxes, type FieldContext, fieldId, KeyedField, sayKeyed } from "./entry-field.tsx";
import { document, type Frame, Layout } from "./layout.tsx";

/** The card whose sheet it is. */
export interface SheetCard {
  accessCodeId: string;
  code: string | null;
  kind: WaveKind;
  localityName: string;
  response: { status: "draft" | "submitted" } | null;
}

export interface SheetProps {
  language: Language;
  styleUrl: string;
  programme: EntryProgramme;
  card: SheetCard;
  document: QuestionnaireDocument;
}

/** What has been keyed and what has to be looked at again. */
export interface SheetState {
  keyed: FormFields;
  ticked: ReadonlySet<string>;
  mistakes: readonly Mistake[];
  /** Keys of statements without which the sheet must not be entered. */
  missing: readonly string[];
  /** A draft on a screen moved on while the sheet was being keyed. */
  isChanged?: boolean;
}

interface PageProps extends SheetProps {
  scriptUrl: string;
  purpose: "entry" | "check";
  statements: readonly NoticeStatement[];
  state: SheetState;
}

/** The whole sheet on one page, to be keyed with the numbers' keys alone. */
export function sheetPage(props: PageProps): string {
  const { language, purpose, state } = props;
  const texts = entryTexts[language];
  const title = purpose === "check" ? texts.checkTitle : texts.sheetTitle;
  const hasMistakes = state.mistakes.length + state.missing.length > 0;
  const context = { language, document: props.document, ...state };
  return document(
    <Layout frame={sheetFrame(props, title(codeOf(props.card)), props.scriptUrl)}>
      <SheetHeading props={props} title={title(codeOf(props.card))} />
      {hasMistakes ? <Summary props={props} context={context} /> : null}
      {state.isChanged ? (
        <p class="notice-box wrong" role="alert">
          {texts.changed}
        </p>
      ) : null}
      {props.card.response?.status === "draft" && !state.isChanged ? (
        <p class="notice-box">{texts.overDraft}</p>
      ) : null}
      <p>{texts.howTo}</p>
      <p class="soft no-phone">{texts.keys}</p>
      <form class="fields sheet" method="post" action={sheetPath(props)} data-sheet novalidate>
        {/* Without a script, Enter in a field would press the first button; this one cannot be pressed. */}
        <button type="submit" disabled hidden aria-label={texts.store} />
        <Statements props={props} />
        {partsOf(props.document, { wave: props.card.kind, isNewcomer: true }).map((part) => (
          <PartFields context={context} part={part} wave={props.card.kind} />
        ))}
        <div class="actions">
          <button type="submit">{purpose === "check" ? texts.compare : texts.store}</button>
          <a href={`/programmes/${props.programme.slug}/entry?wave=${props.card.kind}`}>
            {texts.another}
          </a>
        </div>
      </form>
    </Layout>,
  );
}

/** No switch of language here: it would load the page anew, and everything keyed would be gone. */
export function sheetFrame(props: SheetProps, title: string, scriptUrl?: string): Frame {
  const { language, styleUrl, programme } = props;
  const isDemonstration = programme.kind !== "real";
  return { language, title, styleUrl, scriptUrl, isSignedIn: true, isDemonstration };
}

export function SheetHeading({ props, title }: { props: SheetProps; title: string }) {
  const { language, programme, card } = props;
  return (
    <>
      <p class="soft">
        <a href={`/programmes/${programme.slug}`}>{inLanguage(programme.title, language)}</a>
        {" · "}
        <a href={`/programmes/${programme.slug}/entry?wave=${card.kind}`}>
          {entryTexts[language].title}
        </a>
      </p>
      <h1>{title}</h1>
      <p>{`${programmeTexts[language].waves[card.kind]} · ${card.localityName}`}</p>
    </>
  );
}

export function codeOf(card: SheetCard): string {
  return card.code ? formatCode(card.code) : "–";
}

function sheetPath({ programme, card, purpose }: PageProps): string {
  const path = `/programmes/${programme.slug}/entry/${card.kind}/${card.accessCodeId}`;
  return purpose === "check" ? `${path}/check` : path;
}

function Summary({ props, context }: { props: PageProps; context: FieldContext }) {
  const texts = entryTexts[props.language];
  const { mistakes, missing } = props.state;
  const numbers = numberedItems(props.document, props.card.kind);
  const entryOf = (mistake: Mistake) => {
    const { item, number } = numbers.find((one) => one.item.key === mistake.item)!;
    return `${texts.question(number)}: ${sayKeyed(context, item, mistake)}`;
  };
  return (
    <div class="notice-box wrong" role="alert">
      <h2>{texts.mistakes(mistakes.length + missing.length)}</h2>
      <ul>
        {missing.map((key) => (
          <li>
            <a href={`#${fieldId(statementField(key))}`}>{texts.mustBeTicked}</a>
          </li>
        ))}
        {mistakes.map((mistake) => (
          <li>
            <a href={`#${fieldId(mistake.item)}`}>{entryOf(mistake)}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Statements({ props }: { props: PageProps }) {
  const texts = entryTexts[props.language];
  const { ticked, missing } = props.state;
  if (props.statements.length === 0) return null;
  return (
    <fieldset>
      <legend>{texts.statements}</legend>
      {props.statements.map(({ key, text }) => {
        const name = statementField(key);
        const isMissing = missing.includes(key);
        return (
          <>
            <label class="tick">
              <input
                type="checkbox"
                id={fieldId(name)}
                name={name}
                value="yes"
                checked={ticked.has(key)}
                aria-invalid={isMissing ? "true" : undefined}
                aria-describedby={isMissing ? `mistake-${name}` : undefined}
              />
              <span>{inLanguage(text, props.language)}</span>
            </label>
            {isMissing ? (
              <span id={`mistake-${name}`} class="mistake">
                {texts.mustBeTicked}
              </span>
            ) : null}
          </>
        );
      })}
    </fieldset>
  );
}

interface PartProps {
  context: FieldContext;
  part: Part;
  wave: WaveKind;
}

function PartFields({ context, part, wave }: PartProps) {
  const own = new Set(part.items.map((item) => item.key));
  const numbered = numberedItems(context.document, wave).filter(({ item }) => own.has(item.key));
  const { key, title, stem } = part.section;
  return (
    <section aria-labelledby={`part-${key}`}>
      <h2 id={`part-${key}`}>{inLanguage(title, context.language)}</h2>
      {stem ? <p>{inLanguage(stem, context.language)}</p> : null}
      {runsOf(numbered).map((run) => (
        <Run context={context} run={run} />
      ))}
    </section>
  );
}

/** Neighbouring ratings with the same answers, as in one table on paper; everything else alone. */
function runsOf(numbered: readonly NumberedItem[]): NumberedItem[][] {
  const runs: NumberedItem[][] = [];
  for (const one of numbered) {
    const run = runs.at(-1);
    if (run && isSameTable(run[0]!.item, one.item)) run.push(one);
    else runs.push([one]);
  }
  return runs;
}

function isSameTable(first: Item, item: Item): boolean {
  return first.kind === "rating" && item.kind === "rating" && first.answerSet === item.answerSet;
}

function Run({ context, run }: { context: FieldContext; run: readonly NumberedItem[] }) {
  const first = run[0]!;
  if (run.length === 1) return <KeyedField context={context} numbered={first} />;
  const id = `boxes-${first.item.key}`;
  return (
    <div class="run">
      <Boxes id={id} context={context} item={first.item} />
      {run.map((numbered) => (
        <KeyedField context={context} numbered={numbered} sharedBoxes={id} />
      ))}
    </div>
  );
}
