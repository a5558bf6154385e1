import type { EarlierReadings } from "../../server/domain/earlier/earlier-rows.ts";
import type { Language, Text } from "../../server/domain/text.ts";
import type { ProgrammeKind, StaffRole } from "../../server/domain/words.ts";
import { earlierTexts } from "../texts/earlier-answers.ts";
import { formatDay, formatNumber } from "../texts/numbers.ts";
import { uploadTexts } from "../texts/uploads.ts";
import { ColumnsForm, type ColumnsProps } from "./earlier-columns.tsx";
import { EarlierPreview } from "./earlier-preview.tsx";
import { FileField } from "./file-field.tsx";
import { document } from "./layout.tsx";
import { MistakeSummary, TextField } from "./participants/fields.tsx";
import { ProgrammePage } from "./programme-page.tsx";

export interface EarlierFrame {
  language: Language;
  styleUrl: string;
  programme: { slug: string; title: Text; kind: ProgrammeKind };
}

interface HomeProps extends EarlierFrame {
  roles: readonly StaffRole[];
  waves: readonly unknown[];
  imports: readonly { fileHash: string; sheet: string; responses: number; importedOn: string }[];
  codes: number;
  fault?: string;
}

/** Where a file is chosen, with what was imported before. `fault` says why the last one could not be read. */
export function earlierPage(props: HomeProps): string {
  const { language, fault } = props;
  const texts = earlierTexts[language];
  return document(
    <ProgrammePage {...props} title={texts.title} place="earlier-answers">
      <MistakeSummary
        title={texts.mistakesTitle}
        mistakes={fault ? [{ id: "file", text: fault }] : []}
      />
      <p>{texts.lead}</p>
      {props.waves.length === 0 ? (
        <p class="notice-box">{texts.noWaves}</p>
      ) : (
        <UploadForm {...props} />
      )}
      <Imports {...props} />
      <Codes {...props} />
    </ProgrammePage>,
  );
}

function UploadForm(props: HomeProps) {
  const { fault } = props;
  const texts = earlierTexts[props.language];
  return (
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
  );
}

function Imports(props: HomeProps) {
  const { language, imports } = props;
  const texts = earlierTexts[language];
  if (imports.length === 0) return null;
  const closing = `/programmes/${props.programme.slug}/waves/after/localities/all/closure`;
  return (
    <section>
      <h2>{texts.importsTitle}</h2>
      <section class="table-box" aria-label={texts.importsTitle} tabindex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{texts.imports.sheet}</th>
              <th scope="col" class="number">
                {texts.imports.responses}
              </th>
              <th scope="col">{texts.imports.on}</th>
            </tr>
          </thead>
          <tbody>
            {imports.map(({ sheet, responses, importedOn }) => (
              <tr>
                <th scope="row" class="foreign">
                  {sheet}
                </th>
                <td class="number">{formatNumber(responses, language)}</td>
                <td>{formatDay(importedOn, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p>{texts.closing}</p>
      {props.roles.includes("organiser") ? (
        <form method="post" action={closing}>
          <button class="quiet" type="submit">
            {texts.close}
          </button>
        </form>
      ) : (
        <p class="soft">{texts.closeLater}</p>
      )}
    </section>
  );
}

function Codes(props: HomeProps) {
  const texts = earlierTexts[props.language];
  if (props.codes === 0) return null;
  return (
    <section>
      <h2>{texts.codesTitle}</h2>
      <p>{texts.codes(props.codes)}</p>
      <form method="post" action={`${pathOf(props)}/codes/forgetting`}>
        <button class="quiet" type="submit">
          {texts.forgetCodes}
        </button>
      </form>
    </section>
  );
}

interface FileProps extends EarlierFrame, ColumnsProps {
  readings: EarlierReadings | undefined;
  isChecked?: boolean;
  reason?: string;
  refusal?: "imported-before" | "wave-answered" | "another-locality" | "answered-already";
}

/** A file that was uploaded: what its columns and cells mean, and what would come of it. */
export function earlierFilePage(props: FileProps): string {
  const { language, readings, faults, file } = props;
  const texts = earlierTexts[language];
  const path = `${pathOf(props)}/${file.id}`;
  const merged = file.sheets[props.choices.sheet]?.mergedCells ?? 0;
  const isReasonMissing = props.reason !== undefined && props.refusal === undefined;
  const mistakes = [
    ...(props.isChecked
      ? faults.map((fault) => ({ id: "columns", text: texts.faults[fault] }))
      : []),
    ...(isReasonMissing ? [{ id: "reason", text: texts.reasonMissing }] : []),
  ];
  return document(
    <ProgrammePage {...props} title={texts.title} place={`earlier-answers/${file.id}`}>
      {props.refusal ? (
        <p class="notice-box wrong" role="alert">
          {texts.refusals[props.refusal]}
        </p>
      ) : null}
      <MistakeSummary title={texts.mistakesTitle} mistakes={mistakes} />
      <p class="foreign">{file.fileName}</p>
      {merged > 0 ? <p class="notice-box">{uploadTexts[language].mergedCells(merged)}</p> : null}
      <ColumnsForm {...props} action={`${path}/columns`} />
      {readings ? <EarlierPreview {...props} readings={readings} /> : null}
      {readings ? <TakeForm {...props} path={path} isReasonMissing={isReasonMissing} /> : null}
      <form class="apart" method="post" action={`${path}/discard`}>
        <button class="quiet" type="submit">
          {texts.discard}
        </button>
      </form>
      <p>
        <a href={pathOf(props)}>{texts.back}</a>
      </p>
    </ProgrammePage>,
  );
}

function TakeForm(props: FileProps & { path: string; isReasonMissing: boolean }) {
  const texts = earlierTexts[props.language];
  const { responses = [], faults = [] } = props.readings ?? {};
  if (responses.length === 0) return <p class="notice-box">{texts.nothing}</p>;
  const leftOut = new Set(faults.map(({ row }) => row)).size;
  return (
    <form class="fields" method="post" action={props.path}>
      <TextField
        id="reason"
        label={texts.reason}
        hint={texts.reasonHint}
        value={props.reason ?? ""}
        mistake={props.isReasonMissing ? texts.reasonMissing : undefined}
      />
      <button type="submit">
        {leftOut > 0
          ? texts.takeLeavingOut(responses.length, leftOut)
          : texts.take(responses.length)}
      </button>
    </form>
  );
}

function pathOf({ programme }: EarlierFrame): string {
  return `/programmes/${programme.slug}/earlier-answers`;
}
