import { numberCell, numberColumn, textCell, wordColumn } from "../../../../web/figures/figure.ts";
import { annexPartTexts } from "../../../../web/texts/annex-parts.ts";
import type { AnnexBlock, AnnexTable } from "../../../domain/annex/document.ts";
import { inLanguage, type Language } from "../../../domain/text.ts";
import type { AnnexSource } from "../gather-source.ts";
import { type Form, note, paragraph, table, withoutEmptyColumns } from "./block.ts";

export function sessionBlocks({ sessions }: AnnexSource, { language }: Form): AnnexBlock[] {
  const texts = annexPartTexts[language];
  if (sessions.length === 0) return [paragraph(texts.noSessions)];
  const columns = texts.sessionColumns;
  const hours = sessions.reduce((sum, session) => sum + session.hours, 0);
  const rows = sessions.map((session) => [
    textCell(session.locality),
    textCell(session.heldOn),
    textCell(titleOf(session, language)),
    numberCell(session.hours, language, decimalsOf(session.hours)),
    textCell(session.lecturer || "–"),
    textCell(session.place || "–"),
  ]);
  const all = table({
    key: "sessions",
    caption: texts.parts.sessions,
    columns: [
      wordColumn(columns.locality, 2),
      { ...numberColumn(columns.day), align: "start" },
      wordColumn(columns.title, 3),
      numberColumn(columns.hours),
      wordColumn(columns.lecturer, 2),
      wordColumn(columns.place, 2),
    ],
    cells: rows,
  });
  const nothing = textCell("");
  const total = [textCell(texts.sessionsTotal), nothing, nothing];
  const sum = numberCell(hours, language, decimalsOf(hours));
  all.rows.push({ cells: [...total, sum, nothing, nothing], isTotal: true });
  return [withoutEmptyColumns(all)];
}

function titleOf({ title, topic }: AnnexSource["sessions"][number], language: Language): string {
  const [name, about] = [inLanguage(title, language), topic ? inLanguage(topic, language) : ""];
  return [name, about === name ? "" : about].filter(Boolean).join(". ") || "–";
}

function decimalsOf(value: number): number {
  return Number.isInteger(value) ? 0 : 1;
}

export function visionBlocks({ visions }: AnnexSource, { language }: Form): AnnexBlock[] {
  const texts = annexPartTexts[language];
  if (visions.length === 0) return [paragraph(texts.noVisions)];
  return [
    table({
      key: "visions",
      caption: texts.parts.visions,
      columns: [
        wordColumn(texts.visionColumns.locality, 1),
        wordColumn(texts.visionColumns.title, 4),
      ],
      cells: visions.map(({ locality, title, summary }) => [
        textCell(locality),
        textCell(
          [title, summary]
            .map((text) => inLanguage(text, language))
            .filter(Boolean)
            .join("\n"),
        ),
      ]),
    }),
  ];
}

/** What was published, with the check that funders ask for: whether their logos are shown, and whether a copy is kept. */
export function publicityBlocks({ publicity }: AnnexSource, { language }: Form): AnnexBlock[] {
  const texts = annexPartTexts[language];
  if (publicity.length === 0) return [paragraph(texts.noPublicity)];
  const columns = texts.publicityColumns;
  const shown = publicity.filter(({ areLogosShown }) => areLogosShown).length;
  const yesNo = (is: boolean) => textCell(is ? texts.yes : texts.no);
  return [
    table({
      key: "publicity",
      caption: texts.parts.publicity,
      columns: [
        wordColumn(columns.title, 5),
        { ...numberColumn(columns.day), align: "start" },
        wordColumn(columns.channel, 2),
        { ...numberColumn(columns.logos), align: "start" },
        { ...numberColumn(columns.copy), align: "start" },
      ],
      cells: publicity.map((one) => [
        textCell([one.title, one.url].filter(Boolean).join("\n")),
        textCell(one.publishedOn),
        textCell(one.channel),
        yesNo(one.areLogosShown),
        yesNo(one.hasCopy),
      ]),
      note: texts.publicityNote(shown, publicity.length),
    }),
  ];
}

/** Numbers for the funder; whose they are, for the closed file alone. */
export function certificateBlocks(source: AnnexSource, { language }: Form): AnnexBlock[] {
  const texts = annexPartTexts[language];
  const { certificates, audience } = source;
  if (certificates.length === 0) return [paragraph(texts.noCertificates)];
  const columns = texts.certificateColumns;
  const isClosed = audience === "closed";
  const words = (title: string): AnnexTable["columns"][number] => ({
    ...numberColumn(title),
    align: "start",
  });
  return [
    table({
      key: "certificates",
      caption: texts.parts.certificates,
      columns: [
        wordColumn(columns.number, 2),
        ...(isClosed ? [wordColumn(columns.name, 4)] : []),
        words(columns.issuedOn),
        numberColumn(columns.hours),
        words(columns.state),
      ],
      cells: certificates.map((one) => [
        textCell(one.number),
        ...(isClosed ? [textCell(one.fullName)] : []),
        textCell(one.issuedOn),
        numberCell(one.hours, language, decimalsOf(one.hours ?? 0)),
        textCell(one.revokedAt === null ? texts.valid : texts.revoked),
      ]),
      note: texts.certificateNote,
    }),
  ];
}

/** Who took part, with room to sign. Only the closed file has any names to print. */
export function participantListBlocks(source: AnnexSource, { language }: Form): AnnexBlock[] {
  const texts = annexPartTexts[language];
  if (source.audience !== "closed") return [];
  const { namedParticipants } = source;
  if (namedParticipants.length === 0) return [paragraph(texts.noParticipants)];
  const localities = [...new Set(namedParticipants.map(({ locality }) => locality))];
  return [
    note(texts.listNote),
    ...localities.map((locality) => {
      const people = namedParticipants.filter((one) => one.locality === locality);
      return signingList(locality, people, language);
    }),
  ];
}

/** A row a person, with room for a signature by hand. */
function signingList(
  locality: string,
  people: AnnexSource["namedParticipants"],
  language: Language,
): AnnexTable {
  const columns = annexPartTexts[language].listColumns;
  const known = withoutEmptyColumns(
    table({
      key: "participant-list",
      caption: locality,
      columns: [
        numberColumn(columns.row),
        wordColumn(columns.name, 3),
        wordColumn(columns.organisation, 3),
        wordColumn(columns.sector, 3),
        { ...numberColumn(columns.certificate), align: "start" },
      ],
      cells: people.map((one, index) => [
        numberCell(index + 1, language),
        textCell(one.fullName),
        textCell(one.organisation || "–"),
        textCell(one.sector ? inLanguage(one.sector, language) : "–"),
        textCell(one.certificate ?? "–"),
      ]),
    }),
  );
  return {
    ...known,
    columns: [...known.columns, wordColumn(columns.signature, 3)],
    rows: known.rows.map((row) => ({ ...row, cells: [...row.cells, textCell("")] })),
  };
}
