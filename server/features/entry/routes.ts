import { Hono } from "hono";
import type { Deps } from "../../deps.ts";
import { requireStaff, type StaffEnv } from "../../http/session.ts";
import { openSheet, showStart } from "./begin-entry.ts";
import { compareSheet, correctFromSheet } from "./compare-sheet.ts";
import { showEmptySheet, takeSheet } from "./take-sheet.ts";

/** Keying paper sheets: fast, once for each card and wave, and a sample of them twice. */
export function entryRoutes(deps: Deps): Hono<StaffEnv> {
  const isHttps = deps.publicUrl?.protocol === "https:";
  const guard = requireStaff({ db: deps.db, now: deps.now, isHttps });
  const start = "/programmes/:slug/entry";
  const sheet = `${start}/:wave/:card`;

  return new Hono<StaffEnv>()
    .get(start, guard, (c) => showStart(deps, c))
    .post(start, guard, (c) => openSheet(deps, c))
    .get(sheet, guard, (c) => showEmptySheet(deps, c, "entry"))
    .post(sheet, guard, (c) => takeSheet(deps, c))
    .get(`${sheet}/check`, guard, (c) => showEmptySheet(deps, c, "check"))
    .post(`${sheet}/check`, guard, (c) => compareSheet(deps, c))
    .post(`${sheet}/correction`, guard, (c) => correctFromSheet(deps, c));
}
