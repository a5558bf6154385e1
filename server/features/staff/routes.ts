import { Hono } from "hono";
import { deleteSession, isSignInLinkOpen } from "../../../db/queries/staff.ts";
import { signInPage, startPage } from "../../../web/pages/staff.tsx";
import type { Deps } from "../../deps.ts";
import { Problem } from "../../domain/problem.ts";
import { languageOf } from "../../http/language.ts";
import {
  clearSessionCookie,
  hashOf,
  readSessionCookie,
  writeSessionCookie,
} from "../../http/session.ts";
import { signIn } from "./sign-in.ts";

/** The front page, and coming in and going out for staff. */
export function staffRoutes(deps: Deps): Hono {
  const isHttps = deps.publicUrl?.protocol === "https:";
  const styleUrl = deps.assets.url("web/styles/main.css");
  const routes = new Hono();

  routes.get("/", (c) => c.html(startPage({ language: languageOf(c), styleUrl })));

  // Mail programs and scanners open links: looking shows a button, and only pressing it uses the link up.
  routes.get("/sign-in/:token", async (c) => {
    const isOpen = await isSignInLinkOpen(deps.db, hashOf(c.req.param("token")), deps.now());
    if (!isOpen) throw new Problem("sign-in-link-used");
    return c.html(signInPage({ language: languageOf(c), styleUrl }));
  });

  routes.post("/sign-in/:token", async (c) => {
    const secret = await signIn(deps.db, { token: c.req.param("token"), now: deps.now() });
    writeSessionCookie(c, secret, isHttps);
    return c.redirect("/programmes", 303);
  });

  routes.post("/sign-out", async (c) => {
    const secret = readSessionCookie(c, isHttps);
    if (secret) await deleteSession(deps.db, hashOf(secret));
    clearSessionCookie(c, isHttps);
    return c.redirect("/", 303);
  });

  return routes;
}
