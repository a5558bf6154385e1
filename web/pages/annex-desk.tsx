import {
  type AnnexAudience,
  type AnnexPart,
  annexAudiences,
} from "../../server/domain/annex/choices.ts";
import type { AnnexDocument } from "../../server/domain/annex/document.ts";
import { type Language, languages, type Text } from "../../server/domain/text.ts";
import type { ProgrammeKind } from "../../server/domain/words.ts";
import { annexDeskTexts } from "../texts/annex-desk.ts";
import { annexPartTexts } from "../texts/annex-parts.ts";
import { annexPageTexts } from "../texts/annexes.ts";
import { AnnexPreview } from "./annex-preview.tsx";
import { document } from "./layout.tsx";
import { ProgrammePage } from "./programme-page.tsx";

/** What was chosen so far, as it was typed. */
export interface SentChoices {
  number: string;
  language: Language;
  audience: AnnexAudience;
  parts: readonly AnnexPart[];
  /** Every part, in the chosen order. */
  order: readonly AnnexPart[];
  /** That a public annex has what evaluators wrote in words. */
  publicNotes: boolean;
  annexedTo: string;
  preparedBy: string;
  signatoryPosition: string;
  signatoryName: string;
}

type Line = "annexedTo" | "preparedBy" | "signatoryPosition" | "signatoryName";
export type AnnexMistake = "number" | "parts" | Line;

interface PageProps {
  language: Language;
  styleUrl: string;
  scriptUrl: string;
  programme: { slug: string; title: Text; kind: ProgrammeKind };
  sent: SentChoices;
  mistakes: readonly AnnexMistake[];
  /** Absent where there is a mistake, so nothing can be shown. */
  annex: AnnexDocument | null;
}

/** Where an organiser chooses what goes into an annex and sees it meanwhile. Works without scripts by its buttons. */
export function annexDeskPage(props: PageProps): string {
  const { language, programme, annex } = props;
  const texts = annexDeskTexts[language];
  return document(
    <ProgrammePage
      language={language}
      styleUrl={props.styleUrl}
      scriptUrl={props.scriptUrl}
      programme={programme}
      title={texts.title}
      place="annexes/compose"
    >
      <p>
        <a href={`/programmes/${programme.slug}/annexes`}>{annexPageTexts[language].back}</a>
      </p>
      <MistakeSummary props={props} />
      <div class="annex-desk">
        <DeskForm props={props} />
        <section class="annex-preview-box" id="preview" aria-label={texts.preview} tabindex={0}>
          {annex ? <AnnexPreview annex={annex} /> : <p>{texts.noPreview}</p>}
        </section>
      </div>
    </ProgrammePage>,
  );
}

function MistakeSummary({ props }: { props: PageProps }) {
  const texts = annexDeskTexts[props.language];
  if (props.mistakes.length === 0) return null;
  return (
    <div class="notice-box wrong" role="alert">
      <p>{texts.mistakesTitle}</p>
      <ul>
        {props.mistakes.map((field) => (
          <li>
            <a href={`#${field}`}>{texts.mistakes[field]}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function DeskForm({ props }: { props: PageProps }) {
  const { language, programme, sent } = props;
  const texts = annexDeskTexts[language];
  const base = `/programmes/${programme.slug}/annexes`;
  return (
    <form class="fields annex-form" method="post" action={base} data-preview={`${base}/compose`}>
      <p class="annex-buttons">
        <button class="quiet" type="submit" formmethod="get" formaction={`${base}/compose#preview`}>
          {texts.show}
        </button>
        <span role="status" class="soft" data-preview-status data-working={texts.working} />
      </p>
      <LineField props={props} name="number" label={texts.number} isShort />
      <p>
        <label for="audience">{texts.audience}</label>
        <select id="audience" name="audience">
          {annexAudiences.map((one) => (
            <option value={one} selected={one === sent.audience}>
              {texts.audiences[one]}
            </option>
          ))}
        </select>
        <small class="hint soft">{texts.audienceHint}</small>
      </p>
      <p>
        <label for="document">{texts.language}</label>
        <select id="document" name="document">
          {languages.map((one) => (
            <option value={one} selected={one === sent.language}>
              {annexPageTexts[language].languages[one]}
            </option>
          ))}
        </select>
      </p>
      <PartList props={props} />
      <LineField
        props={props}
        name="annexedTo"
        label={texts.annexedTo}
        hint={texts.annexedToHint}
      />
      <LineField props={props} name="preparedBy" label={texts.preparedBy} />
      <LineField props={props} name="signatoryPosition" label={texts.signatoryPosition} />
      <LineField props={props} name="signatoryName" label={texts.signatoryName} />
      <p>
        <button type="submit" data-make>
          {annexPageTexts[language].make}
        </button>
      </p>
    </form>
  );
}

interface LineProps {
  props: PageProps;
  name: Line | "number";
  label: string;
  hint?: string;
  isShort?: boolean;
}

function LineField({ props, name, label, hint, isShort }: LineProps) {
  const texts = annexDeskTexts[props.language];
  const isWrong = props.mistakes.includes(name);
  const described = [hint && `${name}-hint`, isWrong && `${name}-mistake`]
    .filter(Boolean)
    .join(" ");
  return (
    <p>
      <label for={name}>{label}</label>
      <input
        id={name}
        name={name}
        value={props.sent[name]}
        maxlength={isShort ? 2 : 300}
        inputmode={isShort ? "numeric" : undefined}
        aria-invalid={isWrong ? "true" : undefined}
        aria-describedby={described || undefined}
      />
      {hint ? (
        <small class="hint soft" id={`${name}-hint`}>
          {hint}
        </small>
      ) : null}
      {isWrong ? (
        <span id={`${name}-mistake`} class="mistake">
          {texts.mistakes[name]}
        </span>
      ) : null}
    </p>
  );
}

/** Every part with its box, in order; the hidden fields carry the order, the buttons change it by one place. */
function PartList({ props }: { props: PageProps }) {
  const texts = annexDeskTexts[props.language];
  return (
    <fieldset id="parts" class="annex-parts">
      <legend>{texts.parts}</legend>
      <p class="hint soft">{texts.partsHint}</p>
      {props.mistakes.includes("parts") ? (
        <span class="mistake">{texts.mistakes.parts}</span>
      ) : null}
      <ol>
        {props.sent.order.map((part, index) => (
          <PartRow props={props} part={part} index={index} />
        ))}
      </ol>
    </fieldset>
  );
}

function PartRow({ props, part, index }: { props: PageProps; part: AnnexPart; index: number }) {
  const { language, programme, sent } = props;
  const texts = annexDeskTexts[language];
  const name = annexPartTexts[language].parts[part];
  const hint = texts.partHints[part];
  const last = sent.order.length - 1;
  const moves = [
    { direction: "up", sign: "↑", label: texts.up(name), isOff: index === 0 },
    { direction: "down", sign: "↓", label: texts.down(name), isOff: index === last },
  ] as const;
  return (
    <li>
      <input type="hidden" name="order" value={part} />
      <label>
        <input type="checkbox" name="part" value={part} checked={sent.parts.includes(part)} />
        <span>
          {name}
          {hint ? <small class="hint soft">{hint}</small> : null}
        </span>
      </label>
      {part === "conclusions" ? <PublicNotes props={props} /> : null}
      <span class="annex-moves">
        {moves.map(({ direction, sign, label, isOff }) => (
          <button
            class="quiet"
            type="submit"
            formmethod="get"
            formaction={`/programmes/${programme.slug}/annexes/compose#parts`}
            name="move"
            value={`${direction}-${part}`}
            aria-label={label}
            disabled={isOff}
          >
            {sign}
          </button>
        ))}
      </span>
    </li>
  );
}

/** A box of its own: whoever ticks the part for a funder has not yet decided to show it to everybody. */
function PublicNotes({ props: { language, sent } }: { props: PageProps }) {
  const texts = annexDeskTexts[language];
  return (
    <label class="annex-more">
      <input type="checkbox" name="publicNotes" value="on" checked={sent.publicNotes} />
      <span>
        {texts.publicNotes}
        <small class="hint soft">{texts.publicNotesHint}</small>
      </span>
    </label>
  );
}
