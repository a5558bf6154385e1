import { type Context, Hono } from "hono";
import {
  findCertificateByKey,
  type VerifiedCertificate,
} from "../../../db/queries/certificate-verification.ts";
import { verificationPage } from "../../../web/pages/certificate-verification.tsx";
import type { Deps } from "../../deps.ts";
import { Problem } from "../../domain/problem.ts";
import { clientAddress } from "../../http/client-address.ts";
import { languageOf } from "../../http/language.ts";
import { type CheckedName, checkName } from "./check-name.ts";

const keyForm = /^[A-Za-z0-9_-]{22}$/;
const longestName = 200;
const statusOf = { same: 200, other: 422, empty: 422, tooManyTries: 429 } as const;

/** Where anybody who holds a certificate can see whether it is valid. The key stands on the paper; the name is not shown. */
export function verificationRoutes(deps: Deps): Hono {
  const { db } = deps;
  const routes = new Hono();

  routes.get("/c/:key", async (c) => show(c, await getCertificate(c)));

  routes.post("/c/:key", async (c) => {
    const certificate = await getCertificate(c);
    const { name } = await c.req.parseBody();
    const typed = (typeof name === "string" ? name : "").slice(0, longestName);
    const address = clientAddress(c, deps.trustedProxyHops);
    const outcome = await checkName(db, certificate, { typed, address, now: deps.now() });
    return show(c, certificate, { typed, outcome });
  });

  async function getCertificate(c: Context): Promise<VerifiedCertificate> {
    const key = c.req.param("key") ?? "";
    const certificate = keyForm.test(key) ? await findCertificateByKey(db, key) : undefined;
    if (!certificate) throw new Problem("not-found");
    return certificate;
  }

  function show(
    c: Context,
    { fullName, ...certificate }: VerifiedCertificate,
    checked?: { typed: string; outcome: CheckedName },
  ): Response | Promise<Response> {
    c.header("x-robots-tag", "noindex");
    const html = verificationPage({
      language: languageOf(c),
      styleUrl: deps.assets.url("web/styles/main.css"),
      path: c.req.path,
      certificate,
      longestName,
      checked: checked && {
        ...checked,
        fullName: checked.outcome === "same" ? fullName : undefined,
      },
    });
    return c.html(html, checked ? statusOf[checked.outcome] : 200);
  }

  return routes;
}
