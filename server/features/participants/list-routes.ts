import type { Context, Hono } from "hono";
import { findPerson } from "../../../db/queries/participants.ts";
import { duplicatesPage } from "../../../web/pages/participants/duplicates.tsx";
import { participantTexts } from "../../../web/texts/participants.ts";
import type { Deps } from "../../deps.ts";
import { Problem } from "../../domain/problem.ts";
import type { StaffEnv } from "../../http/session.ts";
import { type Desk, deskOf, idOf, listPlaces, savingOf } from "./desk.ts";
import { listLookAlikes, mergePeople, noteDistinctPeople } from "./merge-people.ts";
import {
  enrolmentFormOf,
  personFormOf,
  readEnrolment,
  readPerson,
  typed,
} from "./participant-form.ts";
import { removePerson } from "./remove-person.ts";
import { addEnrolment, addParticipant, saveEnrolment, savePerson } from "./save-participant.ts";
import { importNotice, searchOf, showList } from "./show-list.ts";
import { keyOf, showNew, showPerson } from "./show-person.ts";

const base = "/programmes/:slug/participants";
const mostPairs = 50;

/** The list, one person's page, and look-alikes. */
export function addListRoutes(routes: Hono<StaffEnv>, deps: Deps): void {
  const { db } = deps;

  routes.get(base, async (c) => {
    const desk = await deskOf(c, deps);
    const { removal } = participantTexts[desk.language];
    const notice =
      c.req.query("done") === "removed"
        ? removal.removed
        : await importNotice(deps, desk, c.req.query("imported") ?? "");
    const search = searchOf({ locality: c.req.query("locality") });
    return c.html(await showList(deps, desk, { search, page: c.req.query("page") ?? "", notice }));
  });

  // A name must not stand in an address, so a search is posted.
  routes.post(`${base}/search`, async (c) => {
    const desk = await deskOf(c, deps);
    const sent = await c.req.parseBody();
    return c.html(
      await showList(deps, desk, { search: searchOf(sent), page: typed(sent, "page") }),
    );
  });
  routes.get(`${base}/search`, async (c) => c.redirect(home(await deskOf(c, deps)), 303));

  routes.get(`${base}/new`, async (c) => c.html(await showNew(deps, await deskOf(c, deps))));

  routes.post(base, async (c) => {
    const desk = await deskOf(c, deps);
    const sent = await c.req.parseBody();
    const [person, enrolment] = [personFormOf(sent), enrolmentFormOf(sent)];
    const readOne = readPerson(person);
    const readTwo = readEnrolment(enrolment, await listPlaces(deps, desk));
    if (!readOne.ok || !readTwo.ok) {
      const mistakes = [readOne, readTwo].flatMap((read) => (read.ok ? [] : read.mistakes));
      return c.html(await showNew(deps, desk, { person, enrolment, mistakes }), 422);
    }
    const id = await addParticipant(db, savingOf(desk), { ...readTwo, person: readOne.person });
    return c.redirect(`${home(desk)}/${id}?done=added`, 303);
  });

  routes.get(`${base}/duplicates`, async (c) => {
    const desk = await deskOf(c, deps);
    const pairs = await listLookAlikes(db, savingOf(desk));
    const texts = participantTexts[desk.language].duplicates;
    const done = c.req.query("done");
    return c.html(
      duplicatesPage({
        ...desk,
        pairs: pairs.slice(0, mostPairs),
        more: Math.max(0, pairs.length - mostPairs),
        notice: done === "merged" || done === "noted" ? texts[done] : undefined,
      }),
    );
  });

  routes.post(`${base}/merges`, async (c) => {
    const desk = await deskOf(c, deps);
    const sent = await c.req.parseBody();
    const [keptId, goneId] = [idOf(typed(sent, "kept")), idOf(typed(sent, "gone"))];
    if (keptId === goneId) throw new Problem("bad-request");
    await mergePeople(db, savingOf(desk), { keptId, goneId });
    return c.redirect(`${home(desk)}/duplicates?done=merged`, 303);
  });

  routes.post(`${base}/distinctions`, async (c) => {
    const desk = await deskOf(c, deps);
    const sent = await c.req.parseBody();
    const [one, other] = [idOf(typed(sent, "one")), idOf(typed(sent, "other"))];
    if (one === other) throw new Problem("bad-request");
    await noteDistinctPeople(db, savingOf(desk), { one, other });
    return c.redirect(`${home(desk)}/duplicates?done=noted`, 303);
  });
}

/** One person's page and its forms; added after every address of words, as an id could be anything. */
export function addPersonRoutes(routes: Hono<StaffEnv>, deps: Deps): void {
  const { db } = deps;

  routes.get(`${base}/:person`, async (c) => {
    const desk = await deskOf(c, deps);
    const texts = participantTexts[desk.language].person;
    const done = c.req.query("done");
    const notice = done === "added" || done === "saved" ? texts[done] : undefined;
    return c.html(await showPerson(deps, desk, { id: personIdOf(c), notice }));
  });

  routes.post(`${base}/:person`, async (c) => {
    const desk = await deskOf(c, deps);
    const id = personIdOf(c);
    const form = personFormOf(await c.req.parseBody());
    const read = readPerson(form);
    if (!read.ok) {
      const mistake = { person: { form, mistakes: read.mistakes } };
      return c.html(await showPerson(deps, desk, { id, mistake }), 422);
    }
    await savePerson(db, savingOf(desk), { id, person: read.person });
    return c.redirect(`${home(desk)}/${id}?done=saved`, 303);
  });

  routes.post(`${base}/:person/removal`, async (c) => {
    const desk = await deskOf(c, deps);
    const id = personIdOf(c);
    const isSure = typed(await c.req.parseBody(), "sure") === "yes";
    if (!isSure)
      return c.html(await showPerson(deps, desk, { id, mistake: { removal: true } }), 422);
    await removePerson(db, savingOf(desk), id);
    return c.redirect(`${home(desk)}?done=removed`, 303);
  });

  routes.post(`${base}/:person/enrolments`, async (c) => {
    const desk = await deskOf(c, deps);
    const id = personIdOf(c);
    const person = await findPerson(db, personKey(desk, id));
    if (!person) throw new Problem("not-found");
    const form = enrolmentFormOf(await c.req.parseBody());
    const read = readEnrolment(form, await listPlaces(deps, desk));
    const isAdded = read.ok && (await addEnrolment(db, savingOf(desk), { personId: id, ...read }));
    if (isAdded) return c.redirect(`${home(desk)}/${id}?done=saved`, 303);
    const text = participantTexts[desk.language].person.alreadyEnrolled;
    const mistakes = read.ok ? [{ field: "locality" as const, text }] : read.mistakes;
    const mistake = { enrolment: { id: "new", form, mistakes } };
    return c.html(await showPerson(deps, desk, { id, mistake }), 422);
  });

  routes.post(`${base}/:person/enrolments/:enrolment`, async (c) => {
    const desk = await deskOf(c, deps);
    const [id, enrolmentId] = [personIdOf(c), idOf(c.req.param("enrolment"))];
    const person = await findPerson(db, personKey(desk, id));
    const stored = person?.enrolments.find((one) => one.id === enrolmentId);
    if (!stored) throw new Problem("not-found");
    const places = await listPlaces(deps, desk);
    const form = enrolmentFormOf(await c.req.parseBody(), keyOf(places, stored));
    const read = readEnrolment(form, places);
    const isSaved =
      read.ok && (await saveEnrolment(db, savingOf(desk), { personId: id, enrolmentId, ...read }));
    if (isSaved) return c.redirect(`${home(desk)}/${id}?done=saved`, 303);
    const text = participantTexts[desk.language].person.certifiedStays;
    const mistakes = read.ok ? [{ field: "role" as const, text }] : read.mistakes;
    const mistake = { enrolment: { id: enrolmentId, form, mistakes } };
    return c.html(await showPerson(deps, desk, { id, mistake }), 422);
  });
}

function personIdOf(c: Context<StaffEnv>): string {
  return idOf(c.req.param("person"));
}

function home({ programme }: Desk): string {
  return `/programmes/${programme.slug}/participants`;
}

function personKey({ programme, within }: Desk, id: string) {
  return { programmeId: programme.id, id, within };
}
