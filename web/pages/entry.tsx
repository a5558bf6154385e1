import { inLanguage, type Language, type Text } from "../../server/domain/text.ts";
import type { ProgrammeKind, WaveKind } from "../../server/domain/words.ts";
import { type EntryNews, type EntryReason, entryTexts } from "../texts/entry.ts";
import { programmeTexts } from "../texts/programmes.ts";
import { document, Layout } from "./layout.tsx";

export interface EntryProgramme {
  slug: string;
  title: Text;
  kind: ProgrammeKind;
  timeZone: string;
}

/** Why the code that was typed leads to no sheet. */
export interface EntryMistake {
  reason: EntryReason;
  opensAt?: Date;
}

export interface EntryPageProps {
  language: Language;
  styleUrl: string;
  programme: EntryProgramme;
  /** The waves that have a questionnaire. */
  waves: readonly WaveKind[];
  sheets: readonly { kind: WaveKind; sheets: number }[];
  checks: { sheets: number; compared: number; different: number };
  wave?: WaveKind;
  purpose?: "entry" | "check";
  typed?: string;
  mistake?: EntryMistake;
  news?: EntryNews;
}

/** Where every sheet begins: which questionnaire, whose code; and how far the pile has come. */
export function entryPage(props: EntryPageProps): string {
  const { language, programme } = props;
  const texts = entryTexts[language];
  const path = `/programmes/${programme.slug}/entry`;
  const frame = {
    language,
    title: texts.title,
    styleUrl: props.styleUrl,
    path,
    isSignedIn: true,
    isDemonstration: programme.kind !== "real",
  };
  return document(
    <Layout frame={frame}>
      <p class="soft">
        <a href={`/programmes/${programme.slug}`}>{inLanguage(programme.title, language)}</a>
      </p>
      <h1>{texts.title}</h1>
      {props.news ? (
        <p class="notice-box" role="status">
          {texts.news[props.news]}
        </p>
      ) : null}
      <p>{texts.lead}</p>
      <form class="fields entry-start" method="post" action={path}>
        <Choice
          title={texts.wave}
          name="wave"
          options={props.waves.map((kind) => [kind, programmeTexts[language].waves[kind]])}
          chosen={props.wave ?? "before"}
        />
        <Choice
          title={texts.purpose}
          name="purpose"
          options={Object.entries(texts.purposes)}
          chosen={props.purpose ?? "entry"}
        />
        <CodeField props={props} />
        <button type="submit">{texts.open}</button>
      </form>
      <SoFar props={props} />
    </Layout>,
  );
}

function Choice({
  title,
  name,
  options,
  chosen,
}: {
  title: string;
  name: string;
  options: readonly (readonly [value: string, label: string])[];
  chosen: string;
}) {
  return (
    <fieldset>
      <legend>{title}</legend>
      {options.map(([value, label]) => (
        <label class="tick">
          <input type="radio" name={name} value={value} checked={value === chosen} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}

function CodeField({ props }: { props: EntryPageProps }) {
  const texts = entryTexts[props.language];
  const { mistake, programme } = props;
  const moment = { opensAt: mistake?.opensAt ?? new Date(0), timeZone: programme.timeZone };
  return (
    <p>
      <label for="code">{texts.code}</label>
      <span id="code-hint" class="soft">
        {texts.codeHint}
      </span>
      {mistake ? (
        <span id="code-mistake" class="mistake" role="alert">
          {texts.reasons(mistake.reason, moment)}
        </span>
      ) : null}
      <input
        id="code"
        name="code"
        class="code"
        value={props.typed ?? ""}
        maxlength={40}
        autofocus
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        aria-invalid={mistake ? "true" : undefined}
        aria-describedby={mistake ? "code-mistake code-hint" : "code-hint"}
      />
    </p>
  );
}

function SoFar({ props }: { props: EntryPageProps }) {
  const { language, checks } = props;
  const texts = entryTexts[language];
  const sheetsOf = (kind: WaveKind) => props.sheets.find((one) => one.kind === kind)?.sheets ?? 0;
  return (
    <section>
      <h2>{texts.soFar}</h2>
      <ul>
        {props.waves.map((kind) => (
          <li>{`${programmeTexts[language].waves[kind]}. ${texts.sheets(sheetsOf(kind))}`}</li>
        ))}
      </ul>
      <p>{checks.sheets > 0 ? texts.checks(checks) : texts.noChecks}</p>
      <p class="soft">{texts.checkAdvice}</p>
    </section>
  );
}
