import { type Context, Hono } from "hono";
import { deleteSession } from "../../../db/queries/staff-sessions.ts";
import { secondStepPage } from "../../../web/pages/staff/second-step.tsx";
import { type SignInProps, signInPage } from "../../../web/pages/staff/sign-in.tsx";
import { linkPage } from "../../../web/pages/staff/sign-in-link.tsx";
import { Problem } from "../../domain/problem.ts";
import { clientAddress } from "../../http/client-address.ts";
import { isOwnOrigin } from "../../http/host.ts";
import { languageOf, rememberLanguage } from "../../http/language.ts";
import { clearSessionCookie, hashOf, readSessionCookie } from "../../http/session.ts";
import type { PasskeySite } from "../../sign-in/passkeys.ts";
import { browserOf, giveAdmission } from "./admit.ts";
import { readJson, readText } from "./read-form.ts";
import { sendSignInLetter } from "./send-sign-in-letter.ts";
import { getLink, signInByLink } from "./sign-in-by-link.ts";
import { beginPasskeySignIn, signInByPasskey } from "./sign-in-by-passkey.ts";
import { signInByPassword } from "./sign-in-by-password.ts";
import {
  canSendLetters,
  readSignInCookie,
  type StaffDeps,
  writeSignInCookie,
} from "./staff-deps.ts";
import { isAtSecondStep, takeSecondStep } from "./take-second-step.ts";

/** Coming in and going out. No address here says where to go on to: everybody arrives at their programmes. */
export function signInRoutes(deps: StaffDeps): Hono {
  const routes = new Hono();
  addPassword(routes, deps);
  addLetter(routes, deps);
  addPasskey(routes, deps);
  addLink(routes, deps);

  routes.post("/sign-out", async (c) => {
    const secret = readSessionCookie(c, deps.isHttps);
    if (secret) await deleteSession(deps.db, hashOf(secret));
    clearSessionCookie(c, deps.isHttps);
    return c.redirect("/", 303);
  });
  return routes;
}

function addPassword(routes: Hono, deps: StaffDeps): void {
  routes.get("/sign-in", (c) => {
    if (c.req.query("language")) rememberLanguage(c, languageOf(c));
    return showSignIn(c, deps);
  });

  routes.post("/sign-in", async (c) => {
    const form = await c.req.parseBody();
    const [email, password] = [readText(form, "email"), readText(form, "password")];
    const browser = browserOf(c, deps.isHttps);
    const address = clientAddress(c, deps.trustedProxyHops);
    const outcome = await signInByPassword(deps, { email, password, address, browser });
    if (outcome.outcome === "wrong") return showSignIn(c, deps, { email, mistake: "wrong" });
    if (outcome.outcome === "too-many-tries") {
      return showSignIn(c, deps, { email, mistake: "tooManyTries" });
    }
    return c.redirect(giveAdmission(c, deps, outcome), 303);
  });

  const step = "/sign-in/second-step";
  const secretOf = (c: Context) => readSignInCookie(c, "step", deps.isHttps);
  const page = (c: Context, isWrong: boolean) =>
    secondStepPage({ language: languageOf(c), styleUrl: deps.styleUrl, isWrong });

  routes.get(step, async (c) => {
    if (!(await isAtSecondStep(deps, secretOf(c)))) return c.redirect("/sign-in", 303);
    return c.html(page(c, false));
  });

  routes.post(step, async (c) => {
    const typed = readText(await c.req.parseBody(), "code");
    const browser = browserOf(c, deps.isHttps);
    const outcome = await takeSecondStep(deps, { secret: secretOf(c), typed, browser });
    if (outcome.outcome === "wrong") return c.html(page(c, true), 422);
    if (outcome.outcome === "begin-again") {
      writeSignInCookie(c, "step", { value: "", isHttps: deps.isHttps });
      return showSignIn(c, deps, { mistake: "beginAgain" });
    }
    return c.redirect(giveAdmission(c, deps, outcome), 303);
  });
}

function addLetter(routes: Hono, deps: StaffDeps): void {
  routes.post("/sign-in/letter", async (c) => {
    if (!canSendLetters(deps)) throw new Problem("not-found");
    const email = readText(await c.req.parseBody(), "email").slice(0, 254);
    const address = clientAddress(c, deps.trustedProxyHops);
    await sendSignInLetter(deps, { email, address, browserHash: browserOf(c, deps.isHttps).hash });
    return c.redirect("/sign-in?letter=sent", 303);
  });
}

function addPasskey(routes: Hono, deps: StaffDeps): void {
  routes.post("/sign-in/passkey/options", async (c) => {
    await readJson(c, deps);
    const address = clientAddress(c, deps.trustedProxyHops);
    const { options, secret } = await beginPasskeySignIn(deps, { site: siteOf(c, deps), address });
    writeSignInCookie(c, "step", { value: secret, isHttps: deps.isHttps });
    return c.json(options);
  });

  routes.post("/sign-in/passkey", async (c) => {
    const sent = await readJson(c, deps);
    const secret = readSignInCookie(c, "step", deps.isHttps);
    const browser = browserOf(c, deps.isHttps);
    const admission = await signInByPasskey(deps, { site: siteOf(c, deps), secret, sent, browser });
    if (!admission) return c.json({ accepted: false }, 422);
    return c.json({ accepted: true, location: giveAdmission(c, deps, admission) });
  });
}

/** Passkeys belong to the host that people see: PUBLIC_URL's, or what a trial on this machine is reached by. */
export function siteOf(c: Context, { publicUrl }: Pick<StaffDeps, "publicUrl">): PasskeySite {
  const url = publicUrl ?? new URL(c.req.url);
  const said = c.req.header("origin");
  // Without PUBLIC_URL the scheme that the browser saw is not known here; its own word is checked against the host.
  const isOwn = said !== undefined && isOwnOrigin(said, publicUrl, url.host);
  return { host: url.hostname, origin: isOwn ? said : url.origin };
}

// Mail programs and scanners open links: looking shows a button, and only pressing it uses the link up.
function addLink(routes: Hono, deps: StaffDeps): void {
  routes.get("/sign-in/:token", async (c) => {
    const { token } = c.req.param();
    const known = readSignInCookie(c, "browser", deps.isHttps);
    const browserHash = known === undefined ? undefined : hashOf(known);
    const state = await getLink(deps.db, { token, browserHash, now: deps.now() });
    return showLink(c, deps, state.isElsewhere ? undefined : state.link.displayName);
  });

  routes.post("/sign-in/:token", async (c) => {
    const { token } = c.req.param();
    const browser = browserOf(c, deps.isHttps);
    const outcome = await signInByLink(deps.db, { token, browser, now: deps.now() });
    if (outcome.outcome === "elsewhere") return showLink(c, deps, undefined);
    const path = giveAdmission(c, deps, outcome.admission);
    const isInvited = outcome.isInvitation && outcome.admission.outcome === "signed-in";
    return c.redirect(isInvited ? "/account" : path, 303);
  });
}

/** The button, with the name of whom it signs in; or, without one, that the link belongs to another browser. */
function showLink(c: Context, { styleUrl }: StaffDeps, displayName: string | undefined) {
  const page = linkPage({ language: languageOf(c), styleUrl, displayName });
  return c.html(page, displayName === undefined ? 403 : 200);
}

export function showSignIn(
  c: Context,
  deps: StaffDeps,
  state: Pick<SignInProps, "email" | "mistake"> = {},
): Response | Promise<Response> {
  const page = signInPage({
    language: languageOf(c),
    styleUrl: deps.styleUrl,
    scriptUrl: deps.assets.url("web/browser/passkeys.ts"),
    hasLetters: canSendLetters(deps),
    hasOpenId: deps.openId !== undefined,
    isLetterSent: c.req.query("letter") === "sent",
    ...state,
  });
  return c.html(page, statusOf(state.mistake));
}

function statusOf(mistake: SignInProps["mistake"]) {
  if (mistake === undefined) return 200;
  return mistake === "tooManyTries" ? 429 : 422;
}
