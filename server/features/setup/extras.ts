import { listDecisions } from "../../../db/queries/selection.ts";
import { type Entry, listEntries } from "../../../db/queries/setup-entries.ts";
import { findPublicityCopy, findVisionFile } from "../../../db/queries/setup-files.ts";
import { Decisions } from "../../../web/pages/setup/decisions.tsx";
import {
  EntryDocument,
  FixedLocalities,
  LogoPreview,
  LogoUpload,
  ManyLocalities,
  Note,
  ReadySectors,
  SessionsSummary,
} from "../../../web/pages/setup/extras.tsx";
import { formatNumber } from "../../../web/texts/numbers.ts";
import { setupTexts } from "../../../web/texts/setup.ts";
import type { EntryStep } from "../../domain/setup/entry-fields.ts";
import type { Typed } from "../../domain/setup/field.ts";
import type { Text } from "../../domain/text.ts";
import { type Desk, type Doing, frameOf } from "./desk.ts";
import type { Options } from "./entry-options.ts";

/** What a part of a page besides its form has to say about what was just sent to it. */
export interface Word {
  mistakes: readonly string[];
  typed?: Typed;
}

interface ListAsking {
  step: EntryStep;
  doing: Doing;
  entries: readonly Entry[];
  options: Options;
  isFixed: boolean;
  word: Word | undefined;
}

/** What stands before and after a step's list. */
export function listExtras(desk: Desk, asking: ListAsking) {
  const { step, doing, entries, word } = asking;
  const frame = frameOf(desk, doing);
  const texts = setupTexts[doing.language];
  const said = { typed: word?.typed ?? {}, mistakes: word?.mistakes ?? [] };
  switch (step) {
    case "localities":
      return asking.isFixed
        ? { before: FixedLocalities({ frame }) }
        : { after: ManyLocalities({ frame, ...said }) };
    case "sectors":
      return entries.length === 0 ? { before: ReadySectors({ frame }) } : {};
    case "topics":
      return asking.options.scaleKey?.length
        ? {}
        : { before: Note({ text: texts.topics.noScales }) };
    case "logos": {
      const logos = entries.map(({ id, values }) => ({ id, alt: values.alt as Text }));
      const title = texts.list.addTitle;
      return {
        before: LogoPreview({ frame, logos }),
        after: LogoUpload({ frame, place: "logos/upload", title, ...said }),
      };
    }
    case "sessions":
      return { before: SessionsSummary({ frame, total: totalOf(entries, doing) }) };
    default:
      return {};
  }
}

function totalOf(entries: readonly Entry[], { language }: Doing): string {
  const hours = entries.reduce((sum, { values }) => sum + Number(values.hours), 0);
  const decimals = Number.isInteger(hours) ? 0 : 2;
  return setupTexts[language].sessions.total(
    entries.length,
    formatNumber(hours, language, decimals),
  );
}

interface EntryAsking {
  step: EntryStep;
  doing: Doing;
  entry: Entry;
  isSaved: boolean;
  word: Word | undefined;
}

/** What stands before and after the form of one entry. */
export async function entryExtras(desk: Desk, asking: EntryAsking) {
  const { step, doing, entry } = asking;
  const { db } = desk;
  const frame = frameOf(desk, doing);
  const programmeId = doing.programme.id;
  const mistakes = asking.word?.mistakes ?? [];
  const texts = setupTexts[doing.language];
  switch (step) {
    case "localities":
      return asking.isSaved ? { before: Note({ text: texts.localities.checkForms }) } : {};
    case "logos": {
      const place = `logos/${entry.id}/upload`;
      const logos = [{ id: entry.id, alt: entry.values.alt as Text }];
      return {
        before: LogoPreview({ frame, logos }),
        after: LogoUpload({ frame, place, title: texts.logos.replace, typed: null, mistakes }),
      };
    }
    case "visions": {
      const file = await findVisionFile(db, { programmeId, id: entry.id });
      const fileName = file?.fileName ?? null;
      return { after: EntryDocument({ frame, step, id: entry.id, fileName, mistakes }) };
    }
    case "publicity": {
      const copy = await findPublicityCopy(db, { programmeId, id: entry.id });
      const fileName = copy?.fileName ?? null;
      return { after: EntryDocument({ frame, step, id: entry.id, fileName, mistakes }) };
    }
    case "criteria": {
      const localities = await listEntries(db, { programmeId, step: "localities" });
      const key = { programmeId, criterionId: entry.id };
      const typed = asking.word?.typed ?? typedDecisions(await listDecisions(db, key));
      const named = localities.map(({ id, values }) => ({ id, name: String(values.nominative) }));
      return {
        after: Decisions({ frame, criterionId: entry.id, localities: named, typed, mistakes }),
      };
    }
    default:
      return {};
  }
}

function typedDecisions(decisions: Awaited<ReturnType<typeof listDecisions>>): Typed {
  return Object.fromEntries(
    decisions.flatMap(({ localityId, isMet, evidence, decidedOn }) => [
      [`met-${localityId}`, isMet ? "yes" : "no"],
      [`evidence-${localityId}`, evidence],
      [`decidedOn-${localityId}`, decidedOn],
    ]),
  );
}
