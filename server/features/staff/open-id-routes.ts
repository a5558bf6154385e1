import { Hono } from "hono";
import { Problem } from "../../domain/problem.ts";
import { readOpenIdMemory, writeOpenIdMemory } from "../../sign-in/open-id.ts";
import { browserOf, giveAdmission } from "./admit.ts";
import { signInByOpenId } from "./sign-in-by-open-id.ts";
import { showSignIn } from "./sign-in-routes.ts";
import { readSignInCookie, type StaffDeps, writeSignInCookie } from "./staff-deps.ts";

/** Signing in at an institution, where the operator named its issuer. */
export function openIdRoutes(deps: StaffDeps): Hono {
  const { isHttps } = deps;
  const routes = new Hono();
  const getOpenId = () => {
    const { openId, publicUrl } = deps;
    if (!openId || !publicUrl) throw new Problem("not-found");
    return { openId, returnUrl: new URL("/sign-in/openid/return", publicUrl) };
  };

  // State, nonce and verifier stay in the browser that leaves: nobody else can come back with them.
  routes.get("/sign-in/openid", async (c) => {
    const { openId, returnUrl } = getOpenId();
    const begun = await openId.begin(returnUrl).catch(() => undefined);
    if (!begun) {
      deps.log("institution-away", {});
      return showSignIn(c, deps, { mistake: "institutionAway" });
    }
    writeSignInCookie(c, "openid", { value: writeOpenIdMemory(begun.memory), isHttps });
    return c.redirect(begun.location.href, 303);
  });

  routes.get("/sign-in/openid/return", async (c) => {
    const { openId, returnUrl } = getOpenId();
    const memory = readOpenIdMemory(readSignInCookie(c, "openid", isHttps));
    writeSignInCookie(c, "openid", { value: "", isHttps });
    if (!memory) return showSignIn(c, deps, { mistake: "beginAgain" });
    const currentUrl = new URL(`${returnUrl.href}${new URL(c.req.url).search}`);
    const person = await openId.finish(currentUrl, memory).catch(() => undefined);
    if (!person) {
      deps.log("sign-in-refused", { method: "openid" });
      return showSignIn(c, deps, { mistake: "institutionRefused" });
    }
    const browser = browserOf(c, isHttps);
    const admission = await signInByOpenId(deps.db, { person, browser, now: deps.now() });
    if (!admission) return showSignIn(c, deps, { mistake: "notInvited" });
    return c.redirect(giveAdmission(c, deps, admission), 303);
  });
  return routes;
}
