import { textCell, wordColumn } from "../../../web/figures/figure.ts";
import { answerInWords } from "../../../web/pages/answering/answer-words.ts";
import { annexTexts } from "../../../web/texts/annex.ts";
import { formatDay } from "../../../web/texts/numbers.ts";
import { personFactTexts } from "../../../web/texts/person-facts.ts";
import { subjectFileTexts } from "../../../web/texts/privacy-file.ts";
import { privacyRequestTexts } from "../../../web/texts/privacy-requests.ts";
import type { AnnexBlock, AnnexDocument, AnnexTable } from "../../domain/annex/document.ts";
import { itemsByKey } from "../../domain/questionnaire/parts.ts";
import { isMissing } from "../../domain/response/answers.ts";
import { inLanguage, type Language, type Text } from "../../domain/text.ts";
import type { ProgrammeKind } from "../../domain/words.ts";
import type { AnsweredSheet, Subject } from "./find-subject.ts";

interface FileOptions {
  programme: { title: Text; kind: ProgrammeKind };
  organisation: string;
  madeOnDay: string;
  language: Language;
}

/** Everything kept about one person as data: a machine can read it elsewhere (GDPR Article 20). */
export function buildSubjectData(subject: Subject, { programme, ...options }: FileOptions) {
  const { language } = options;
  return {
    format: "pokytis-person/1",
    madeOn: options.madeOnDay,
    organisation: options.organisation,
    programme: inLanguage(programme.title, language),
    person: subject.person,
    enrolments: subject.enrolments,
    answers: (subject.sheets ?? []).map(({ document, versionId: _v, noticeId: _n, ...sheet }) => ({
      ...sheet,
      answers: Object.fromEntries(
        listAnswers({ document, ...sheet } as AnsweredSheet, language).map((one) => [
          one.key,
          { question: one.question, answer: one.words, stored: sheet.answers[one.key] },
        ]),
      ),
    })),
  };
}

/** The same to be read on paper. */
export function buildSubjectDocument(subject: Subject, options: FileOptions): AnnexDocument {
  const { language, programme } = options;
  const texts = subjectFileTexts[language];
  return {
    format: "pokytis-annex/1",
    language,
    mark: "",
    title: texts.title,
    subtitle: inLanguage(programme.title, language),
    titleLines: [],
    organisation: options.organisation,
    madeOn: formatDay(options.madeOnDay, language),
    madeOnDay: options.madeOnDay,
    demonstration: programme.kind === "real" ? null : annexTexts[language].demonstration,
    logos: [],
    provenance: [],
    signatory: null,
    blocks: [
      ...personBlocks(subject, language),
      ...enrolmentBlocks(subject, language),
      ...answerBlocks(subject, language),
    ],
  };
}

function personBlocks({ person }: Subject, language: Language): AnnexBlock[] {
  if (!person) return [];
  const texts = subjectFileTexts[language];
  const { id: _, createdAt, returnedAt, isContactShared, mayContactForFollowup, ...words } = person;
  const facts = personFactTexts[language];
  const yesNo = (is: boolean) => (is ? texts.yes : texts.no);
  const rows: [string, string][] = [
    ...Object.entries({
      ...words,
      gender: words.gender && facts.genders[words.gender],
      ageBand: words.ageBand && facts.ageBands[words.ageBand],
    }).map(([key, value]): [string, string] => [
      texts.fields[key as keyof typeof words],
      value ?? "",
    ]),
    [texts.fields.isContactShared, yesNo(isContactShared)],
    [texts.fields.returnedAt, returnedAt?.toISOString().slice(0, 10) ?? ""],
    [texts.fields.mayContactForFollowup, yesNo(mayContactForFollowup)],
    [texts.fields.createdAt, createdAt.toISOString().slice(0, 10)],
  ];
  return [heading(texts.identity), factTable("identity", texts.identity, rows, language)];
}

function enrolmentBlocks({ enrolments }: Subject, language: Language): AnnexBlock[] {
  const texts = subjectFileTexts[language];
  return enrolments.flatMap((enrolment, place): AnnexBlock[] => {
    const { attendance, certificates, letters } = enrolment;
    const facts: [string, string][] = [
      [texts.fields.locality, enrolment.locality],
      [texts.fields.role, enrolment.role],
      [texts.fields.group, enrolment.group ?? ""],
      [texts.fields.sector, enrolment.sector ? inLanguage(enrolment.sector, language) : ""],
      [texts.fields.enrolledOn, enrolment.enrolledOn],
      [texts.fields.withdrawnOn, enrolment.withdrawnOn ?? ""],
    ];
    const attended = attendance.map((one): [string, string] => [
      `${one.heldOn}, ${inLanguage(one.title, language)}`,
      one.isPresent ? texts.present : texts.absent,
    ]);
    const given = certificates.map((one): [string, string] => [one.number, one.issuedOn]);
    const sent = letters.map((one): [string, string] => [
      inLanguage(one.subject, language),
      one.status,
    ]);
    const parts: [string, [string, string][]][] = [
      [texts.enrolments, facts.filter(([, value]) => value !== "")],
      [texts.attendance, attended],
      [texts.certificates, given],
      [texts.letters, sent],
    ];
    return [
      heading(`${texts.enrolments}: ${enrolment.locality}`),
      ...parts
        .filter(([, rows]) => rows.length > 0)
        .map(([title, rows], part) =>
          factTable(`enrolment-${place}-${part}`, title, rows, language),
        ),
    ];
  });
}

function answerBlocks({ sheets }: Subject, language: Language): AnnexBlock[] {
  if (sheets === null) return [];
  const texts = subjectFileTexts[language];
  if (sheets.length === 0) return [{ kind: "paragraph", text: texts.noAnswers }];
  return sheets.flatMap((sheet, place): AnnexBlock[] => {
    const wave = privacyRequestTexts[language].waves[sheet.waveKind];
    const title = `${texts.answers}: ${wave}`;
    const facts: [string, string][] = [
      [texts.fields.submittedOn, sheet.submittedOn ?? "–"],
      [texts.fields.channel, sheet.channel],
      ...listAnswers(sheet, language).map(({ question, words }): [string, string] => [
        question,
        words,
      ]),
    ];
    return [heading(title), factTable(`answers-${place}`, title, facts, language)];
  });
}

/** What was answered, in the order of the questionnaire; what was never asked is left out. */
function listAnswers({ document, answers }: AnsweredSheet, language: Language) {
  const items = itemsByKey(document);
  return [...items].flatMap(([key, item]) => {
    const answer = answers[key];
    if (answer === undefined) return [];
    const spoken = answerInWords({ document, language }, item, answer);
    const words = spoken === "" && isMissing(answer) ? `(${answer.missing})` : spoken;
    return [{ key, question: inLanguage(item.text, language), words }];
  });
}

function heading(text: string): AnnexBlock {
  return { kind: "heading", level: 1, text };
}

function factTable(
  key: string,
  caption: string,
  facts: readonly [string, string][],
  language: Language,
): AnnexTable {
  const texts = subjectFileTexts[language];
  return {
    kind: "table",
    key,
    caption,
    columns: [wordColumn(texts.field, 3), wordColumn(texts.value, 2)],
    rows: facts.map(([name, value]) => ({
      cells: [textCell(name), textCell(value)],
      isTotal: false,
    })),
    note: null,
  };
}
