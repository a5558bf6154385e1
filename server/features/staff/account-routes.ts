import { type Context, Hono } from "hono";
import { z } from "zod";
import { listPasskeys } from "../../../db/queries/passkeys.ts";
import { countRecoveryCodes } from "../../../db/queries/second-factors.ts";
import { updateLanguage } from "../../../db/queries/staff-accounts.ts";
import { listSessions } from "../../../db/queries/staff-sessions.ts";
import { type AccountMistake, accountPage } from "../../../web/pages/staff/account.tsx";
import { recoveryCodesPage, secondFactorPage } from "../../../web/pages/staff/second-factor.tsx";
import { accountNews } from "../../../web/texts/account.ts";
import { Problem } from "../../domain/problem.ts";
import { nameSchema } from "../../domain/staff/person.ts";
import { languages } from "../../domain/text.ts";
import { languageOf, rememberLanguage } from "../../http/language.ts";
import { idleLimit, requireStaff, type StaffEnv } from "../../http/session.ts";
import { totpAddress } from "../../sign-in/one-time-codes.ts";
import { addPasskey, beginPasskey, removePasskey } from "./change-passkeys.ts";
import { changePassword } from "./change-password.ts";
import {
  beginSecondFactor,
  confirmSecondFactor,
  endSecondFactor,
  renewRecoveryCodes,
} from "./change-second-factor.ts";
import { endOtherSessions, endSession } from "./end-sessions.ts";
import { getOwnAccount, isProven, neededForPassword, neededProof } from "./proof.ts";
import { readJson, readText } from "./read-form.ts";
import { siteOf } from "./sign-in-routes.ts";
import { readSignInCookie, type StaffDeps, writeSignInCookie } from "./staff-deps.ts";

type Needs = StaffDeps;
type AccountContext = Context<StaffEnv>;

/** Somebody's own account: password, second factor, passkeys, sessions, language. */
export function accountRoutes(deps: Needs): Hono<StaffEnv> {
  const routes = new Hono<StaffEnv>();
  const guard = requireStaff(deps);
  routes.use("/account", guard);
  routes.use("/account/*", guard);
  addPage(routes, deps);
  addSecondFactor(routes, deps);
  addPasskeys(routes, deps);
  addSessions(routes, deps);
  return routes;
}

function addPage(routes: Hono<StaffEnv>, deps: Needs): void {
  routes.get("/account", async (c) => {
    if (c.req.query("language")) rememberLanguage(c, languageOf(c));
    return c.html(await showAccount(c, deps));
  });

  routes.post("/account/password", async (c) => {
    const form = await c.req.parseBody();
    const [current, password] = [readText(form, "current"), readText(form, "password")];
    const change = await changePassword(deps, { staff: c.get("staff"), current, password });
    if (change.changed) return c.redirect("/account?done=password", 303);
    const mistake: AccountMistake = change.fresh
      ? { field: "password", reason: change.fresh }
      : { field: "current", reason: "wrong" };
    return c.html(await showAccount(c, deps, mistake), 422);
  });

  routes.post("/account/language", async (c) => {
    const sent = readText(await c.req.parseBody(), "language");
    const language = languages.find((one) => one === sent);
    if (!language) throw new Problem("bad-request");
    await updateLanguage(deps.db, { staffUserId: c.get("staff").id, language });
    rememberLanguage(c, language);
    return c.redirect("/account?done=language", 303);
  });
}

/** Goes on only where the person has proved once more who they are; else the page comes back with the field. */
async function provenOr(
  c: AccountContext,
  deps: Needs,
  field: AccountMistake["field"],
): Promise<Response | undefined> {
  const staff = c.get("staff");
  const account = await getOwnAccount(deps, staff);
  const needed = neededProof(staff, account, deps.now());
  const typed = readText(await c.req.parseBody(), "proof");
  if (await isProven(deps, { account, needed, typed })) return undefined;
  return c.html(await showAccount(c, deps, { field, reason: "wrong" }), 422);
}

function addSecondFactor(routes: Hono<StaffEnv>, deps: Needs): void {
  const path = "/account/second-factor";
  const show = async (c: AccountContext, isWrong: boolean) => {
    const account = await getOwnAccount(deps, c.get("staff"));
    if (!account.totpSecret || account.totpConfirmedAt) return undefined;
    const { language, styleUrl } = { language: languageOf(c), styleUrl: deps.styleUrl };
    const address = totpAddress(account.totpSecret, account.email);
    const secret = account.totpSecret;
    return secondFactorPage({ language, styleUrl, address, secret, isWrong });
  };
  const showCodes = (c: AccountContext, codes: readonly string[]) =>
    c.html(recoveryCodesPage({ language: languageOf(c), styleUrl: deps.styleUrl, codes }));

  routes.post(path, async (c) => {
    const refused = await provenOr(c, deps, "begin");
    if (refused) return refused;
    await beginSecondFactor(deps, c.get("staff"));
    return c.redirect(path, 303);
  });
  routes.get(path, async (c) => {
    const page = await show(c, false);
    return page ? c.html(page) : c.redirect("/account", 303);
  });
  routes.post(`${path}/confirmation`, async (c) => {
    const code = readText(await c.req.parseBody(), "code").slice(0, 100);
    const codes = await confirmSecondFactor(deps, { staff: c.get("staff"), code });
    if (codes) return showCodes(c, codes);
    return c.html((await show(c, true)) ?? "", 422);
  });
  routes.post(`${path}/recovery-codes`, async (c) => {
    const refused = await provenOr(c, deps, "codes");
    return refused ?? showCodes(c, await renewRecoveryCodes(deps, c.get("staff")));
  });
  routes.post(`${path}/removal`, async (c) => {
    const refused = await provenOr(c, deps, "end");
    if (refused) return refused;
    await endSecondFactor(deps, c.get("staff"));
    return c.redirect("/account?done=secondFactor", 303);
  });
}

const newPasskeySchema = z.object({ name: nameSchema, credential: z.unknown() });

function addPasskeys(routes: Hono<StaffEnv>, deps: Needs): void {
  const { isHttps } = deps;

  routes.post("/account/passkeys/options", async (c) => {
    const sent = z.object({ proof: z.string().max(600) }).safeParse(await readJson(c, deps));
    if (!sent.success) throw new Problem("bad-request");
    const staff = c.get("staff");
    const account = await getOwnAccount(deps, staff);
    const needed = neededProof(staff, account, deps.now());
    const isShown = await isProven(deps, { account, needed, typed: sent.data.proof });
    if (!isShown) return c.json({ accepted: false }, 422);
    const { options, secret } = await beginPasskey(deps, { staff, site: siteOf(c, deps) });
    writeSignInCookie(c, "step", { value: secret, isHttps });
    return c.json(options);
  });

  routes.post("/account/passkeys", async (c) => {
    const sent = newPasskeySchema.safeParse(await readJson(c, deps));
    if (!sent.success) throw new Problem("bad-request");
    const secret = readSignInCookie(c, "step", isHttps);
    writeSignInCookie(c, "step", { value: "", isHttps });
    const { name, credential } = sent.data;
    const passkey = { staff: c.get("staff"), site: siteOf(c, deps), secret, name };
    const accepted = await addPasskey(deps, { ...passkey, sent: credential });
    return c.json({ accepted, location: "/account?done=passkey" }, accepted ? 200 : 422);
  });

  routes.post("/account/passkeys/:id/removal", async (c) => {
    const refused = await provenOr(c, deps, "passkey");
    if (refused) return refused;
    await removePasskey(deps, { staff: c.get("staff"), id: c.req.param("id") });
    return c.redirect("/account?done=passkeyRemoved", 303);
  });
}

function addSessions(routes: Hono<StaffEnv>, deps: Needs): void {
  routes.post("/account/sessions/:id/ending", async (c) => {
    const id = c.req.param("id");
    if (!z.uuid().safeParse(id).success) throw new Problem("not-found");
    await endSession(deps, { staff: c.get("staff"), id });
    return c.redirect("/account?done=sessions", 303);
  });
  routes.post("/account/other-sessions/ending", async (c) => {
    await endOtherSessions(deps, c.get("staff"));
    return c.redirect("/account?done=sessions", 303);
  });
}

async function showAccount(
  c: AccountContext,
  deps: Needs,
  mistake?: AccountMistake,
): Promise<string> {
  const staff = c.get("staff");
  const [account, now] = [await getOwnAccount(deps, staff), deps.now()];
  const key = { staffUserId: staff.id, now, seenAfter: idleLimit(now) };
  const sessions = await listSessions(deps.db, key);
  return accountPage({
    language: languageOf(c),
    styleUrl: deps.styleUrl,
    scriptUrl: deps.assets.url("web/browser/passkeys.ts"),
    account: {
      displayName: account.displayName,
      email: account.email,
      language: account.language,
      hasPassword: account.passwordHash !== null,
      hasSecondFactor: account.totpConfirmedAt !== null,
      isAdministrator: account.isAdministrator,
    },
    needed: neededProof(staff, account, now),
    neededForPassword: neededForPassword(staff, account, now),
    recoveryCodes: await countRecoveryCodes(deps.db, staff.id),
    passkeys: await listPasskeys(deps.db, staff.id),
    sessions: sessions.map((session) => ({
      ...session,
      isThis: session.tokenHash.equals(staff.sessionHash),
    })),
    news: accountNews.find((one) => one === c.req.query("done")),
    mistake,
  });
}
