import type { Context, Hono } from "hono";
import { listPeopleByAddress } from "../../../db/queries/returned-addresses.ts";
import {
  type FoundPerson,
  foundPage,
  returnedPage,
} from "../../../web/pages/mailings/returned.tsx";
import { type ReturnedFault, returnedTexts } from "../../../web/texts/returned-letters.ts";
import type { Deps } from "../../deps.ts";
import {
  findReturnedAddresses,
  mostCharacters,
  type ReturnedAddresses,
} from "../../domain/mailing/returned-letters.ts";
import { isEmailAddress } from "../../domain/participant/contact.ts";
import { Problem } from "../../domain/problem.ts";
import { type FormFields, readFormFields } from "../../domain/response/form-fields.ts";
import type { StaffEnv } from "../../http/session.ts";
import { markReturnedLetters, takeMarkAway } from "./mark-returned.ts";
import type { MailingDesk } from "./show-mailings.ts";

const base = "/programmes/:slug/mailings/returned";
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const mostMarks = 2_000;

type DeskOf = (c: Context<StaffEnv>) => Promise<MailingDesk>;

/** Letters that come back after the mail server had taken them: pasted or uploaded, looked at, confirmed. */
export function addReturnedRoutes(routes: Hono<StaffEnv>, deps: Deps, deskOf: DeskOf): void {
  const { db } = deps;

  routes.get(base, async (c) => c.html(returnedPage({ ...(await deskOf(c)), text: "" })));
  // The address that texts are sent to: whoever reloads after a mistake comes here.
  routes.get(`${base}/upload`, async (c) => c.redirect(home(await deskOf(c)), 303));

  routes.post(`${base}/upload`, async (c) => {
    const desk = await deskOf(c);
    const { text, files } = textIn(await c.req.parseBody({ all: true }));
    const refuse = (fault: ReturnedFault) => c.html(returnedPage({ ...desk, text, fault }), 422);
    const contents = await Promise.all(files.map(readText));
    if (contents.includes(undefined)) return refuse("outlook");
    const whole = [text, ...contents].join("\n\n");
    if (whole.trim() === "") return refuse("empty");
    const addresses = findReturnedAddresses(whole);
    const found = await findPeople(desk, addresses);
    const isAnybody = found.failed.length + found.mentioned.length + found.delayed.length > 0;
    if (!isAnybody) return refuse("nobody");
    return c.html(foundPage({ ...desk, ...found, isNobodyChosen: false }));
  });

  routes.post(`${base}/marks`, async (c) => {
    const desk = await deskOf(c);
    const sent = readFormFields(await c.req.text());
    const marks = marksIn(sent);
    if (marks.length === 0) {
      const found = await findPeople(desk, addressesIn(sent));
      return c.html(foundPage({ ...desk, ...found, isNobodyChosen: true }), 422);
    }
    const count = await markReturnedLetters(db, doingOf(desk), marks);
    return c.redirect(`/programmes/${desk.programme.slug}/mailings?done=marked-${count}`, 303);
  });

  routes.post(`${base}/:person/removal`, async (c) => {
    const desk = await deskOf(c);
    const personId = c.req.param("person");
    if (!uuid.test(personId)) throw new Problem("not-found");
    await takeMarkAway(db, doingOf(desk), personId);
    return c.redirect(
      `/programmes/${desk.programme.slug}/participants/${personId}?done=saved`,
      303,
    );
  });

  /** The people behind the addresses, each of them once; an address of nobody here is a number. */
  async function findPeople(desk: MailingDesk, addresses: ReturnedAddresses) {
    const all = [...addresses.failed, ...addresses.delayed, ...addresses.mentioned];
    const people = await listPeopleByAddress(db, { ...doingOf(desk), addresses: all });
    const among = (some: readonly string[]): FoundPerson[] =>
      people.filter(({ address }) => some.includes(address));
    const known = new Set(people.map(({ address }) => address));
    return {
      failed: among(addresses.failed),
      delayed: among(addresses.delayed),
      mentioned: among(addresses.mentioned),
      strangers: addresses.failed.filter((address) => !known.has(address)).length,
    };
  }
}

/** What was just marked, told on the page of letters. */
export function markedNotice({ language }: MailingDesk, done: string | undefined) {
  const count = /^marked-(\d{1,4})$/.exec(done ?? "")?.[1];
  return count === undefined ? undefined : returnedTexts[language].marked(Number(count));
}

function textIn(sent: Record<string, unknown>): { text: string; files: File[] } {
  const text = typeof sent.text === "string" ? sent.text.slice(0, mostCharacters) : "";
  const files = [sent.file].flat().filter((one) => one instanceof File && one.size > 0);
  return { text, files: files as File[] };
}

/** A letter as text; undefined for Outlook's own format, which is none. */
async function readText(file: File): Promise<string | undefined> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const begins = (...head: number[]) => head.every((byte, place) => bytes[place] === byte);
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) return undefined;
  const encoding = begins(0xff, 0xfe) ? "utf-16le" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}

/** Who was ticked, with the address that was shown. */
function marksIn(sent: FormFields): { personId: string; address: string }[] {
  return (sent.get("mark") ?? []).slice(0, mostMarks).flatMap((value) => {
    const [personId = "", address = ""] = value.split(" ");
    return uuid.test(personId) && isEmailAddress(address) ? [{ personId, address }] : [];
  });
}

function addressesIn(sent: FormFields): ReturnedAddresses {
  const named = (name: string) => (sent.get(name) ?? []).slice(0, mostMarks).filter(isEmailAddress);
  return { failed: named("failed"), delayed: named("delayed"), mentioned: named("mentioned") };
}

function home({ programme }: MailingDesk): string {
  return `/programmes/${programme.slug}/mailings/returned`;
}

function doingOf({ programme, staffId, within, now }: MailingDesk) {
  return { programmeId: programme.id, doneBy: staffId, within, now };
}
