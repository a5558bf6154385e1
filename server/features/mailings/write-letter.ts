import type { Db } from "../../../db/connect.ts";
import { findOrganisation } from "../../../db/queries/annex-source.ts";
import type { Mailing } from "../../../db/queries/mailings.ts";
import {
  findProgramme,
  listLocalities,
  listWaveWindows,
  type Programme,
  type WaveWindow,
} from "../../../db/queries/programmes.ts";
import { formatMoment } from "../../../web/texts/numbers.ts";
import { fillIn, type LetterValues } from "../../domain/mailing/letter-text.ts";
import { windowState } from "../../domain/response/wave-window.ts";
import { inLanguage, type Language, languages, type Text } from "../../domain/text.ts";

/** What all letters of a mailing are written from. */
export interface LetterFacts {
  programme: Programme;
  organisation: string;
  localities: { id: string; nominative: string; window: WaveWindow }[];
}

export async function gatherFacts(
  db: Db,
  { programmeId, waveId }: { programmeId: string; waveId: string },
): Promise<LetterFacts> {
  const programme = await findProgramme(db, programmeId);
  if (!programme) throw new Error("the programme of a mailing is gone");
  const organisation = await findOrganisation(db, programme.organisationId);
  const windows = await listWaveWindows(db, programmeId);
  const localities = (await listLocalities(db, programmeId)).flatMap(({ id, nominative }) => {
    const window = windows.find((one) => one.waveId === waveId && one.localityId === id);
    return window ? [{ id, nominative, window }] : [];
  });
  return { programme, organisation: organisation?.name ?? "", localities };
}

/** The localities in which the wave can still be answered, now or later. */
export function answerableLocalities({ localities }: LetterFacts, now: Date): string[] {
  return localities
    .filter(({ window }) => ["ahead", "open"].includes(windowState(window, now)))
    .map(({ id }) => id);
}

/** Subject and text of one letter, in each language that they were written in, one below the other. */
export function writeLetter(
  { subject, body }: Pick<Mailing, "subject" | "body">,
  facts: LetterFacts,
  to: { localityId: string; link: string },
): { subject: string; text: string } {
  const written = languages.filter((language) => (body[language] ?? "") !== "");
  const filled = (text: Text, language: Language) =>
    fillIn(text[language] ?? "", valuesIn(language, facts, to));
  return {
    subject: written
      .map((language) => filled(subject, language))
      .filter((words) => words !== "")
      .join(" / "),
    text: written.map((language) => filled(body, language)).join("\n\n– – –\n\n"),
  };
}

function valuesIn(
  language: Language,
  { programme, organisation, localities }: LetterFacts,
  { localityId, link }: { localityId: string; link: string },
): LetterValues {
  const locality = localities.find(({ id }) => id === localityId);
  const closesAt = locality?.window.closesAt;
  return {
    programme: inLanguage(programme.title, language),
    organisation,
    locality: locality?.nominative ?? "",
    closes: closesAt ? formatMoment(closesAt, language, programme.timeZone) : "",
    link,
  };
}
