import type { ListField } from "../../../server/domain/participant/list-columns.ts";
import { listFields } from "../../../server/domain/participant/list-columns.ts";
import type { Language, Text } from "../../../server/domain/text.ts";
import type { ProgrammeKind } from "../../../server/domain/words.ts";
import { participantImportTexts } from "../../texts/participant-import.ts";
import { participantTexts } from "../../texts/participants.ts";
import { FileField } from "../file-field.tsx";
import { document } from "../layout.tsx";
import { ProgrammePage } from "../programme-page.tsx";
import { MistakeSummary, SelectField, TextField } from "./fields.tsx";
import { ImportPreview, type Preview } from "./import-preview.tsx";

interface Common {
  language: Language;
  styleUrl: string;
  programme: { slug: string; title: Text; kind: ProgrammeKind };
}

/** Where a list is chosen. `fault` says why the last one could not be read. */
export function uploadPage(props: Common & { hasLocalities: boolean; fault?: string }): string {
  const { language, fault } = props;
  const texts = participantImportTexts[language];
  return document(
    <ProgrammePage {...frameOf(props)} place="participants/import">
      <MistakeSummary
        title={participantTexts[language].mistakesTitle}
        mistakes={fault ? [{ id: "file", text: fault }] : []}
      />
      <p>{texts.lead}</p>
      {props.hasLocalities ? (
        <form
          class="fields"
          method="post"
          enctype="multipart/form-data"
          action={`${pathOf(props)}/upload`}
        >
          <FileField
            label={texts.file}
            hint={texts.fileHint}
            accept=".xlsx,.csv,.txt"
            mistake={fault}
          />
          <p class="soft">{texts.keptFor}</p>
          <button type="submit">{texts.upload}</button>
        </form>
      ) : (
        <p class="notice-box">{texts.noLocalities}</p>
      )}
      <BackLink props={props} />
    </ProgrammePage>,
  );
}

export type ColumnsMistake = "name" | "twice" | "locality" | "headRow";

export interface ImportPageProps extends Common {
  id: string;
  fileName: string;
  sheets: readonly string[];
  sheet: number;
  /** As typed, counted from 1. */
  headRow: string;
  columns: readonly { letter: string; head: string; example: string; field: ListField | "" }[];
  locality: string;
  role: string;
  isFilledDown: boolean;
  mergedCells: string | undefined;
  localities: readonly { key: string; nominative: string }[];
  mistakes: readonly ColumnsMistake[];
  /** Undefined while the columns do not say enough. */
  preview: Preview | undefined;
  isChangedMeanwhile: boolean;
}

/** A list that was uploaded: its columns, and what would come of it. */
export function importPage(props: ImportPageProps): string {
  const { language } = props;
  const texts = participantImportTexts[language];
  const path = `${pathOf(props)}/import/${props.id}`;
  const mistakes = props.mistakes.map((mistake) => ({
    id: anchorOf(mistake),
    text: texts.columns.mistakes[mistake],
  }));
  return document(
    <ProgrammePage {...frameOf(props)} place={`participants/import/${props.id}`}>
      {props.isChangedMeanwhile ? (
        <p class="notice-box wrong" role="alert">
          {texts.preview.changedMeanwhile}
        </p>
      ) : null}
      <MistakeSummary title={participantTexts[language].mistakesTitle} mistakes={mistakes} />
      <p>{props.fileName}</p>
      {props.mergedCells ? <p class="notice-box">{props.mergedCells}</p> : null}
      <details open={props.preview === undefined}>
        <summary>{texts.columns.title}</summary>
        <SheetForm props={props} action={`${path}/sheet`} />
        <ColumnsForm props={props} action={`${path}/columns`} />
      </details>
      {props.preview ? (
        <ImportPreview language={language} preview={props.preview} action={path} />
      ) : null}
      <form class="apart" method="post" action={`${path}/discard`}>
        <button class="quiet" type="submit">
          {texts.preview.discard}
        </button>
      </form>
      <BackLink props={props} />
    </ProgrammePage>,
  );
}

function anchorOf(mistake: ColumnsMistake): string {
  if (mistake === "headRow") return "headRow";
  return mistake === "locality" ? "locality" : "column-0";
}

function SheetForm({ props, action }: { props: ImportPageProps; action: string }) {
  const texts = participantImportTexts[props.language].columns;
  return (
    <form class="fields search-form" method="post" action={action}>
      {props.sheets.length > 1 ? (
        <SelectField
          id="sheet"
          label={texts.sheet}
          value={String(props.sheet)}
          options={props.sheets.map((label, index) => ({ value: String(index), label }))}
        />
      ) : (
        <input type="hidden" name="sheet" value="0" />
      )}
      <TextField
        id="headRow"
        label={texts.headRow}
        value={props.headRow}
        inputmode="numeric"
        size={6}
        mistake={props.mistakes.includes("headRow") ? texts.mistakes.headRow : undefined}
      />
      <p>
        <button class="quiet" type="submit">
          {texts.useSheet}
        </button>
      </p>
    </form>
  );
}

function ColumnsForm({ props, action }: { props: ImportPageProps; action: string }) {
  const { language, mistakes } = props;
  const texts = participantImportTexts[language];
  const roles = participantTexts[language].roles;
  const options = [
    { value: "", label: texts.columns.ignored },
    ...listFields.map((field) => ({ value: field, label: texts.fields[field] })),
  ];
  const [nameMistake] = mistakes.filter((one) => one === "name" || one === "twice");
  return (
    <form class="fields" method="post" action={action}>
      <p>{texts.columns.lead}</p>
      {nameMistake ? <p class="mistake">{texts.columns.mistakes[nameMistake]}</p> : null}
      <div class="columns-form">
        {props.columns.map(({ letter, head, example, field }, index) => (
          <SelectField
            id={`column-${index}`}
            label={texts.columns.column(letter, head)}
            hint={example === "" ? undefined : texts.columns.example(example)}
            value={field}
            options={options}
          />
        ))}
      </div>
      <SelectField
        id="locality"
        label={texts.columns.everybodysLocality}
        hint={texts.columns.everybodysLocalityHint}
        value={props.locality}
        options={[
          { value: "", label: participantTexts[language].noChoice },
          ...props.localities.map(({ key, nominative }) => ({ value: key, label: nominative })),
        ]}
        mistake={mistakes.includes("locality") ? texts.columns.mistakes.locality : undefined}
      />
      <SelectField
        id="role"
        label={texts.columns.newcomersRole}
        value={props.role}
        options={[
          { value: "cycle-participant", label: roles["cycle-participant"] },
          { value: "involved", label: roles.involved },
        ]}
      />
      <p>
        <label class="tick">
          <input type="checkbox" name="isFilledDown" value="yes" checked={props.isFilledDown} />
          {texts.columns.fillDown}
        </label>
      </p>
      <button type="submit">{texts.columns.preview}</button>
    </form>
  );
}

function frameOf({ language, styleUrl, programme }: Common) {
  return { language, styleUrl, programme, title: participantImportTexts[language].title };
}

function BackLink({ props }: { props: Common }) {
  return (
    <p>
      <a href={pathOf(props)}>{participantTexts[props.language].links.back}</a>
    </p>
  );
}

function pathOf(props: Common): string {
  return `/programmes/${props.programme.slug}/participants`;
}
