import type { Db } from "../../../db/connect.ts";
import { findOrganisation } from "../../../db/queries/annex-source.ts";
import { countPeople } from "../../../db/queries/participation.ts";
import {
  listFunders,
  listLocalities,
  listLogos,
  type Programme,
} from "../../../db/queries/programmes.ts";
import { findPublicFigures } from "../../../db/queries/public-results.ts";
import { listWaveQuestionnaires } from "../../../db/queries/questionnaires.ts";
import { findRelease } from "../../../db/queries/releases.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { beforeAfterOf } from "../../../web/figures/results.ts";
import type { PublicResults } from "../../../web/pages/public-results.tsx";
import { annexTexts } from "../../../web/texts/annex.ts";
import { formatDay, joinWords } from "../../../web/texts/numbers.ts";
import { publicResultsTexts } from "../../../web/texts/public-results.ts";
import type { ReleasedFigures } from "../../domain/disclosure/figures.ts";
import { publicThreshold } from "../../domain/disclosure/input.ts";
import { Problem } from "../../domain/problem.ts";
import { inLanguage, type Language } from "../../domain/text.ts";

interface Asked {
  programme: Programme;
  releaseNumber: number;
  language: Language;
}

/** What the public is told of one release: its public figures, and counts of people from the registers of now. */
export async function loadPublicResults(db: Db, asked: Asked): Promise<PublicResults> {
  return await inTransaction(db, (tx) => load(tx, asked), { isolation: "repeatable read" });
}

async function load(db: Db, { programme, releaseNumber, language }: Asked): Promise<PublicResults> {
  const { id: programmeId } = programme;
  const release = await findRelease(db, { programmeId, number: releaseNumber });
  const figures = release && (await findPublicFigures(db, { programmeId, releaseId: release.id }));
  const questionnaires = await listWaveQuestionnaires(db, programmeId);
  const document = questionnaires.find(
    ({ contentHash }) => contentHash === release?.parameters.questionnaire.hash,
  )?.document;
  if (!release || !figures || !document) throw new Problem("not-found");
  const localities = await listLocalities(db, programmeId);
  const day = new Intl.DateTimeFormat("sv-SE", {
    dateStyle: "short",
    timeZone: programme.timeZone,
  });
  return {
    title: inLanguage(programme.title, language),
    goal: inLanguage(programme.goal, language),
    about: await aboutProject(db, programme, language),
    logos: await logosOf(db, programmeId, language),
    pairs: comparedPeople(figures),
    figure: beforeAfterOf({ figures, localities, scales: document.scales }, language),
    release: publicResultsTexts[language].releaseLine(
      release.number,
      formatDay(day.format(release.madeAt), language),
    ),
    moreInfoUrl: /^https?:\/\//.test(programme.moreInfoUrl) ? programme.moreInfoUrl : "",
    isDemonstration: programme.kind !== "real",
  };
}

/** The most people that any shown scale compares: some left single scales out. */
function comparedPeople({ scales }: ReleasedFigures): number {
  return Math.max(0, ...scales.map(({ all }) => (all.shown ? all.pairs : 0)));
}

/** Who ran it, who paid for it, how many people, where: counts of fewer than ten in words. */
async function aboutProject(db: Db, programme: Programme, language: Language): Promise<string[]> {
  const texts = publicResultsTexts[language];
  const organisation = await findOrganisation(db, programme.organisationId);
  const funders = await listFunders(db, programme.id);
  const localities = await listLocalities(db, programme.id);
  const people = await countPeople(db, programme.id);
  const genitives = funders.map(
    ({ name, nameGenitive }) => inLanguage(nameGenitive, language) || inLanguage(name, language),
  );
  const places = joinWords(
    localities.map((place) => (language === "lt" ? place.locative : place.nominative)),
    language,
  );
  const name = [organisation?.legalForm, organisation?.name].filter(Boolean).join(" ");
  return [
    texts.ranBy(name),
    ...(genitives.length > 0
      ? [annexTexts[language].partFunded(joinWords(genitives, language))]
      : []),
    ...countSentences(people, places, language),
  ];
}

function countSentences(
  { involved, cycleParticipants, certified }: Awaited<ReturnType<typeof countPeople>>,
  places: string,
  language: Language,
): string[] {
  const texts = publicResultsTexts[language];
  const isFew = (count: number) => count < publicThreshold;
  const isAll = certified === cycleParticipants;
  return [
    isFew(involved) ? texts.involvedFew(places) : texts.involved(involved, places),
    isFew(cycleParticipants) ? texts.cycleFew : texts.cycle(cycleParticipants),
    ...(isFew(certified) ? [] : [isAll ? texts.allCertified : texts.certified(certified)]),
  ];
}

async function logosOf(db: Db, programmeId: string, language: Language) {
  const logos = await listLogos(db, programmeId);
  return logos.map(({ mediaType, content, alt }) => ({
    mediaType,
    base64: content.toString("base64"),
    alt: inLanguage(alt, language),
  }));
}
