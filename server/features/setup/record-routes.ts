import { Hono } from "hono";
import { getOrganisationRecord } from "../../../db/queries/organisation-record.ts";
import { getProgrammeRecord, hasReleases } from "../../../db/queries/setup-programme.ts";
import { Note } from "../../../web/pages/setup/extras.tsx";
import type { FormProps, Option } from "../../../web/pages/setup/form.tsx";
import { recordPage } from "../../../web/pages/setup/record-page.tsx";
import { setupTexts } from "../../../web/texts/setup.ts";
import { Problem } from "../../domain/problem.ts";
import { type RecordStep, recordFields, recordSteps } from "../../domain/setup/entry-fields.ts";
import type { Mistake, Typed } from "../../domain/setup/field.ts";
import { formOf, typedOf } from "../../domain/setup/read-form.ts";
import type { StaffEnv } from "../../http/session.ts";
import { type Desk, type Doing, frameOf, getDoing, setupAddress } from "./desk.ts";
import { listFrozen, saveOrganisation, saveProgrammeRecord } from "./save-record.ts";

/** The steps that hold one record: the programme's facts, its organisation's, codes and retention. */
export function recordRoutes(desk: Desk): Hono<StaffEnv> {
  const routes = new Hono<StaffEnv>();
  for (const step of recordSteps) {
    const path = `/programmes/:slug/setup/${step}`;

    routes.get(path, async (c) => {
      const doing = await getDoing(desk, c);
      const isSaved = c.req.query("saved") === "1";
      const { isAdministrator } = c.get("staff");
      return c.html(await showRecord(desk, { step, isSaved, isAdministrator }, doing));
    });

    routes.post(path, async (c) => {
      const doing = await getDoing(desk, c);
      const { isAdministrator } = c.get("staff");
      if (step === "organisation" && !isAdministrator) throw new Problem("not-allowed");
      const typed = typedOf(recordFields[step], await c.req.parseBody());
      const saved =
        step === "organisation"
          ? await saveOrganisation(desk.db, typed, doing)
          : await saveProgrammeRecord(desk.db, { step, typed }, doing);
      if (saved.ok) return c.redirect(setupAddress(doing, `${step}?saved=1`), 303);
      const sent = { typed, mistakes: saved.mistakes };
      const showing = { step, isSaved: false, isAdministrator, sent };
      return c.html(await showRecord(desk, showing, doing), 422);
    });
  }
  return routes;
}

interface Showing {
  step: RecordStep;
  isSaved: boolean;
  isAdministrator: boolean;
  sent?: { typed: Typed; mistakes: readonly Mistake[] };
}

async function showRecord(
  desk: Desk,
  { step, isSaved, isAdministrator, sent }: Showing,
  doing: Doing,
): Promise<string> {
  const { language, programme } = doing;
  const stored = await storedForm(desk, step, doing);
  const frozen =
    step === "organisation"
      ? {}
      : await listFrozen(desk.db, { programmeId: programme.id, now: doing.now });
  const kept = Object.keys(frozen).map((name) => [name, stored[name] ?? ""]);
  const form: FormProps = {
    language,
    fields: recordFields[step],
    texts: setupTexts[language].fields[step],
    options: optionsOf(step, doing),
    typed: { ...(sent?.typed ?? stored), ...Object.fromEntries(kept) },
    mistakes: sent?.mistakes ?? [],
    frozen,
  };
  const isThresholdHeld = step === "basics" && (await hasReleases(desk.db, programme.id));
  return recordPage({
    frame: frameOf(desk, doing),
    step,
    form,
    isSaved,
    readOnly: step === "organisation" && !isAdministrator ? "administrators" : undefined,
    children: isThresholdHeld ? Note({ text: setupTexts[language].frozen.released }) : null,
  });
}

async function storedForm({ db }: Desk, step: RecordStep, { programme }: Doing): Promise<Typed> {
  if (step === "organisation") {
    const record = await getOrganisationRecord(db, programme.organisationId);
    return formOf(recordFields.organisation, { ...record });
  }
  const record = await getProgrammeRecord(db, programme.id);
  const languages = [...record.languages].sort().reverse().join(",");
  return formOf(recordFields[step], { ...record, languages });
}

function optionsOf(step: RecordStep, { language }: Doing): Record<string, Option[]> {
  const { identityMode, languages } = setupTexts[language].options;
  if (step === "identity") {
    return {
      identityMode: Object.entries(identityMode).map(([value, words]) => ({ value, ...words })),
    };
  }
  return {
    languages: Object.entries(languages).map(([value, label]) => ({ value, label })),
  };
}
