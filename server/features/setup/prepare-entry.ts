import type { Entry } from "../../../db/queries/setup-entries.ts";
import type { EntryStep } from "../../domain/setup/entry-fields.ts";
import type { Mistake } from "../../domain/setup/field.ts";
import { proposePlaceForms } from "../../domain/setup/place-names.ts";
import { freeSlug, slugOf } from "../../domain/setup/slug.ts";
import { inLanguage, type Text } from "../../domain/text.ts";

type Values = Record<string, unknown>;

export type Prepared = { ok: true; values: Values } | { ok: false; mistakes: Mistake[] };

interface Preparing {
  step: EntryStep;
  /** Undefined for a new entry. */
  id: string | undefined;
  values: Values;
  /** The entries that the step has already. */
  others: readonly Entry[];
  /** Keys that are taken, those of withdrawn localities among them. */
  takenKeys: ReadonlySet<string>;
  /** The locality of each group, where sessions choose one. */
  localityOfGroup: ReadonlyMap<string, string>;
}

/** Judges what single fields cannot tell, and adds what is derived: keys, and forms of names that were left empty. */
export function prepareEntry(preparing: Preparing): Prepared {
  switch (preparing.step) {
    case "localities":
      return prepareLocality(preparing);
    case "sectors":
      return prepareSector(preparing);
    case "groups":
      return endsBeforeStart(preparing.values)
        ? wrong({ input: "endsOn", code: "ends-before-start" })
        : { ok: true, values: preparing.values };
    case "sessions":
      return prepareSession(preparing);
    default:
      return { ok: true, values: preparing.values };
  }
}

function prepareLocality({ id, values, others, takenKeys }: Preparing): Prepared {
  const nominative = String(values.nominative);
  const isTaken = others.some(
    (other) => other.id !== id && String(other.values.nominative) === nominative,
  );
  if (isTaken) return wrong({ input: "nominative", code: "taken" });
  if ((values.latitude === null) !== (values.longitude === null)) {
    return wrong({
      input: values.latitude === null ? "latitude" : "longitude",
      code: "half-a-place",
    });
  }
  const proposed = proposePlaceForms(nominative);
  const genitive = values.genitive || proposed?.genitive;
  const locative = values.locative || proposed?.locative;
  if (!genitive) return wrong({ input: "genitive", code: "no-forms" });
  if (!locative) return wrong({ input: "locative", code: "no-forms" });
  const key = id ? {} : { key: freeSlug(slugOf(nominative), takenKeys) };
  return { ok: true, values: { ...values, genitive, locative, ...key } };
}

/** Keys stay as they are once given: releases and files are written with them. */
function prepareSector({ id, values, takenKeys }: Preparing): Prepared {
  if (id) return { ok: true, values };
  const label = values.label as Text;
  const key = freeSlug(slugOf(label.en || inLanguage(label, "lt")), takenKeys);
  return { ok: true, values: { ...values, key, broadKey: "" } };
}

function prepareSession({ values, localityOfGroup }: Preparing): Prepared {
  const group = values.groupId;
  const isElsewhere = typeof group === "string" && localityOfGroup.get(group) !== values.localityId;
  return isElsewhere ? wrong({ input: "groupId", code: "not-offered" }) : { ok: true, values };
}

function endsBeforeStart({ startsOn, endsOn }: Values): boolean {
  return typeof startsOn === "string" && typeof endsOn === "string" && endsOn < startsOn;
}

function wrong(mistake: Mistake): Prepared {
  return { ok: false, mistakes: [mistake] };
}
