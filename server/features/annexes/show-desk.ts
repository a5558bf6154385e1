import type { Db } from "../../../db/connect.ts";
import { findOrganisation } from "../../../db/queries/annex-source.ts";
import { findLastChoices } from "../../../db/queries/annexes.ts";
import type { Programme } from "../../../db/queries/programmes.ts";
import { findLatestRelease } from "../../../db/queries/releases.ts";
import type { AnnexMistake, SentChoices } from "../../../web/pages/annex-desk.tsx";
import type { AnnexDocument } from "../../domain/annex/document.ts";
import { Problem } from "../../domain/problem.ts";
import type { Language } from "../../domain/text.ts";
import { buildAnnex } from "./build-annex.ts";
import { gatherAnnexSource } from "./gather-source.ts";
import { dayIn } from "./parts/block.ts";
import { firstChoices, type ReadChoices, readChoices } from "./read-choices.ts";

/** The choices that the desk begins with: those of one annex, of the one made last, or what is usual. */
export async function beginChoices(
  db: Db,
  asked: { programme: Programme; language: Language; annexId: string | undefined },
): Promise<ReadChoices> {
  const { programme, language, annexId } = asked;
  const last = await findLastChoices(db, { programmeId: programme.id, annexId });
  const organisation = await findOrganisation(db, programme.organisationId);
  const begun = firstChoices(last, {
    language,
    organisation: organisation ?? { signatoryName: "", signatoryPosition: "" },
    evaluatorName: programme.evaluatorName,
  });
  const { language: document, parts, order, publicNotes, ...lines } = begun;
  const notes = publicNotes ? { publicNotes: "on" } : {};
  return readChoices({ ...lines, ...notes, document, part: [...parts], order: [...order] });
}

interface Desk {
  sent: SentChoices;
  mistakes: readonly AnnexMistake[];
  annex: AnnexDocument | null;
}

/** The annex as these choices would make it today; a mistake in them leaves nothing to show. */
export async function showAnnexDesk(
  db: Db,
  { programme, read, now }: { programme: Programme; read: ReadChoices; now: Date },
): Promise<Desk> {
  const release = await findLatestRelease(db, programme.id);
  if (!release) throw new Problem("release-not-possible");
  if (!read.ok) return { sent: read.sent, mistakes: read.mistakes, annex: null };
  const { choices } = read;
  const source = await gatherAnnexSource(db, {
    programmeId: programme.id,
    releaseNumber: release.number,
    audience: choices.audience,
  });
  const annex = buildAnnex(source, {
    choices,
    revision: 1,
    madeOnDay: dayIn(now, programme.timeZone),
    tables: "narrow",
  });
  return { sent: read.sent, mistakes: [], annex };
}
