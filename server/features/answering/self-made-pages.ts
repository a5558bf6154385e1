import { type Context, Hono } from "hono";
import type { LocalityInvitation } from "../../../db/queries/invitations.ts";
import { type KeptForm, resendPage } from "../../../web/pages/answering/code.tsx";
import { madeCodePage, selfMadePage } from "../../../web/pages/answering/self-made.tsx";
import { readSelfMade, selfMadeElements } from "../../domain/pairing/self-made-code.ts";
import { firstValueOf } from "../../domain/response/form-fields.ts";
import { clientAddress } from "../../http/client-address.ts";
import { languageOf } from "../../http/language.ts";
import { readKiosk, takeMadeCode, writeCredential, writeMadeCode } from "./credential.ts";
import { readKeptForm } from "./kept-form.ts";
import { sendPage } from "./kept-pages.ts";
import { makeCode } from "./make-code.ts";
import { findPlace } from "./place.ts";
import { readSentForm } from "./sent-form.ts";
import { frameOf, type ShowingDeps } from "./show-pages.ts";

/** Making a code of six elements, where a programme lets people do so and the installation holds keys. */
export function selfMadeRoutes(deps: ShowingDeps): Hono {
  return new Hono()
    .get("/k/own", (c) => withPlace(deps, c, (place) => showSelfMade(deps, c, { place })))
    .post("/k/own", (c) => withPlace(deps, c, (place) => takeElements(deps, c, place)))
    .get("/a/made", (c) => showMade(deps, c));
}

async function withPlace(
  deps: ShowingDeps,
  c: Context,
  handle: (place: LocalityInvitation) => Response | Promise<Response>,
): Promise<Response> {
  const place = await findPlace(deps, c);
  return place?.identityMode === "self-made" ? await handle(place) : c.redirect("/k", 303);
}

function frameAt(deps: ShowingDeps, c: Context, place: LocalityInvitation) {
  const frame = frameOf(deps, { language: languageOf(c) });
  return { ...frame, isDemonstration: place.programmeKind !== "real" };
}

/** The six questions, before anything is chosen. */
export function showSelfMade(
  deps: ShowingDeps,
  c: Context,
  { place, kept }: { place: LocalityInvitation; kept?: KeptForm },
): Response {
  const frame = frameAt(deps, c, place);
  return sendPage(c, selfMadePage({ frame, chosen: () => undefined, missing: [], kept }));
}

async function takeElements(
  deps: ShowingDeps,
  c: Context,
  place: LocalityInvitation,
): Promise<Response> {
  const { fields } = await readSentForm(c);
  const chosen = (key: string) => firstValueOf(fields, key);
  const kept = readKeptForm(fields);
  const read = readSelfMade(chosen);
  const frame = frameAt(deps, c, place);
  if (!read.ok) {
    return sendPage(c, selfMadePage({ frame, chosen, missing: read.missing, kept }), 422);
  }
  const address = clientAddress(c, deps.trustedProxyHops);
  const entered = await makeCode(deps, { place, values: read.values, address });
  writeCredential(c, entered, deps.isHttps);
  // Whoever comes back with a form in hand has seen the code before.
  if (kept) return sendPage(c, resendPage({ frame, kept }));
  writeMadeCode(c, read.values, deps.isHttps);
  return c.redirect("/a/made", 303);
}

/** Only what this browser has just chosen itself, read anew: a cookie can hold anything. */
function showMade(deps: ShowingDeps, c: Context): Response {
  const values = takeMadeCode(c, deps.isHttps) ?? [];
  const chosen = new Map(selfMadeElements.map(({ key }, at) => [key, values[at]]));
  const read = readSelfMade((key) => chosen.get(key));
  if (!read.ok) return c.redirect("/a", 303);
  const frame = frameOf(deps, { language: languageOf(c), isKiosk: readKiosk(c) });
  return sendPage(c, madeCodePage({ frame, values: read.values }));
}
