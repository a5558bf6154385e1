import type { ForeignFormat } from "../../server/domain/exchange/formats.ts";
import type { Loss } from "../../server/domain/exchange/loss.ts";
import type { ImportWish } from "../../server/domain/exchange/outline.ts";
import type { Item, QuestionnaireDocument } from "../../server/domain/questionnaire/document.ts";
import { inLanguage, type Language, languages, type Text } from "../../server/domain/text.ts";
import { type ProgrammeKind, waveKinds } from "../../server/domain/words.ts";
import { exchangeTexts } from "../texts/exchange.ts";
import { joinWords } from "../texts/numbers.ts";
import { Losses } from "./exchange-losses.tsx";
import { FileField } from "./file-field.tsx";
import { document } from "./layout.tsx";
import { MistakeSummary, SelectField } from "./participants/fields.tsx";
import { ProgrammePage } from "./programme-page.tsx";

interface Common {
  language: Language;
  styleUrl: string;
  programme: { slug: string; title: Text; kind: ProgrammeKind };
}

interface UploadProps extends Common {
  wish: ImportWish;
  mistakes: { file?: string; waves?: true };
}

/** Where a questionnaire's file is chosen, and said when to ask it. */
export function importUploadPage(props: UploadProps): string {
  const { language, mistakes } = props;
  const texts = exchangeTexts[language];
  const summary = [
    ...(mistakes.file ? [{ id: "file", text: mistakes.file }] : []),
    ...(mistakes.waves ? [{ id: "wave-before", text: texts.wavesMissing }] : []),
  ];
  return document(
    <ProgrammePage {...props} title={texts.importTitle} place="questionnaires/import">
      <MistakeSummary title={texts.mistakesTitle} mistakes={summary} />
      <p>{texts.importLead}</p>
      <form
        class="fields"
        method="post"
        enctype="multipart/form-data"
        action={`${pathOf(props)}/import/upload`}
      >
        <FileField
          label={texts.file}
          hint={texts.fileHint}
          accept=".xlsx,.json,.lss,.txt"
          mistake={mistakes.file}
        />
        <WavesField
          language={language}
          chosen={props.wish.waves}
          isMissing={mistakes.waves === true}
        />
        <SelectField
          id="language"
          label={texts.language}
          hint={texts.languageHint}
          value={props.wish.language}
          options={languages.map((value) => ({ value, label: texts.languageNames[value] }))}
        />
        <p class="soft">{texts.keptFor}</p>
        <button type="submit">{texts.read}</button>
      </form>
      <BackLink {...props} />
    </ProgrammePage>,
  );
}

function WavesField(props: { language: Language; chosen: readonly string[]; isMissing: boolean }) {
  const texts = exchangeTexts[props.language];
  return (
    <fieldset
      class="exchange-waves"
      aria-describedby={props.isMissing ? "waves-hint waves-mistake" : "waves-hint"}
    >
      <legend>{texts.waves}</legend>
      <span id="waves-hint" class="soft hint">
        {texts.wavesHint}
      </span>
      {props.isMissing ? (
        <span id="waves-mistake" class="mistake">
          {texts.wavesMissing}
        </span>
      ) : null}
      {waveKinds.map((wave) => (
        <label class="tick">
          <input
            id={`wave-${wave}`}
            type="checkbox"
            name="waves"
            value={wave}
            checked={props.chosen.includes(wave)}
          />
          {texts.waveNames[wave]}
        </label>
      ))}
    </fieldset>
  );
}

interface PreviewProps extends Common {
  taken: {
    id: string;
    fileName: string;
    format: string;
    document: QuestionnaireDocument;
    losses: readonly Loss[];
  };
}

/** What was read of a file: what was lost first, then everything that the questionnaire would have. */
export function importPreviewPage(props: PreviewProps): string {
  const { language, taken } = props;
  const texts = exchangeTexts[language];
  const path = `${pathOf(props)}/import/${taken.id}`;
  const { sections, items, languages: used, title } = taken.document;
  const untranslated = items.filter((item) => used.some((one) => !item.text[one])).length;
  const format = texts.formats[taken.format as ForeignFormat] ?? taken.format;
  const names = used.map((one) => texts.languageInList[one as Language] ?? one);
  return document(
    <ProgrammePage
      {...props}
      title={texts.previewTitle}
      place={`questionnaires/import/${taken.id}`}
    >
      <p>{texts.fromFile(taken.fileName, format)}</p>
      <p>
        <strong>{inLanguage(title, language)}</strong>
        <br />
        {texts.counts(texts.sections(sections.length), texts.items(items.length))}{" "}
        {texts.inLanguages(joinWords(names, language))}
      </p>
      {untranslated > 0 ? <p class="notice-box">{texts.untranslated(untranslated)}</p> : null}
      <h2>{texts.lossesTitle}</h2>
      {taken.losses.length === 0 ? (
        <p>{texts.noLosses}</p>
      ) : (
        <>
          <p>{texts.lossesLead}</p>
          <Losses language={language} losses={taken.losses} />
        </>
      )}
      <form class="actions" method="post" action={path}>
        <button type="submit">{texts.take}</button>
        <span class="soft">{texts.takeAdvice}</span>
      </form>
      <form method="post" action={`${path}/discard`}>
        <button class="quiet" type="submit">
          {texts.discard}
        </button>
      </form>
      <h2>{texts.contents}</h2>
      <Contents language={language} questionnaire={taken.document} />
      <BackLink {...props} />
    </ProgrammePage>,
  );
}

function Contents({
  language,
  questionnaire,
}: {
  language: Language;
  questionnaire: QuestionnaireDocument;
}) {
  const items = new Map(questionnaire.items.map((item) => [item.key, item]));
  return (
    <>
      {questionnaire.sections.map((section) => (
        <section>
          <h3>{inLanguage(section.title, language)}</h3>
          {section.stem ? <p>{inLanguage(section.stem, language)}</p> : null}
          <ol class="exchange-items">
            {section.items.map((key) => (
              <ItemLine item={items.get(key)!} language={language} questionnaire={questionnaire} />
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

function ItemLine(props: { item: Item; language: Language; questionnaire: QuestionnaireDocument }) {
  const { item, language } = props;
  const texts = exchangeTexts[language];
  const asked = texts.asked(item.showIf !== undefined, item.isRequired);
  const options = optionsOf(item, props.questionnaire);
  return (
    <li>
      {inLanguage(item.text, language)}{" "}
      <span class="soft">
        ({[texts.kinds[item.kind], asked].filter((word) => word !== "").join("; ")})
      </span>
      {options.length > 0 ? (
        <span class="soft hint">
          {options.map((label) => inLanguage(label, language)).join(" · ")}
        </span>
      ) : null}
    </li>
  );
}

function optionsOf(item: Item, { answerSets }: QuestionnaireDocument): Text[] {
  if ("options" in item) return item.options.map(({ label }) => label);
  if (item.kind !== "rating") return [];
  return (answerSets[item.answerSet]?.points ?? []).map(({ label }) => label);
}

function BackLink(props: Common) {
  return (
    <p>
      <a href={pathOf(props)}>{exchangeTexts[props.language].back}</a>
    </p>
  );
}

function pathOf({ programme }: Common): string {
  return `/programmes/${programme.slug}/questionnaires`;
}
