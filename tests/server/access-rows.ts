import type { StaffRole } from "../../server/domain/words.ts";

/**
 * Who may ask for an address.
 * - `public`: anybody.
 * - `holder`: whoever holds a secret: a card, a code, a link or the cookie it was exchanged for. Staff rights count nothing.
 * - `api-token`: programs with a token of the programme.
 * - `staff`: anybody who is signed in.
 * - `administrator`: administrators of an organisation; to others the page does not exist.
 * - roles: whoever holds one of them in the programme of the address.
 */
export type Who =
  | "public"
  | "holder"
  | "api-token"
  | "staff"
  | "administrator"
  | readonly StaffRole[];

export interface AccessRow {
  /** `*` stands for any method, and at the end for anything that follows. The first row that fits decides. */
  route: string;
  who: Who;
  /** Whether a role held in single localities opens it too; the page then keeps to them. */
  isLocal?: boolean;
  /** Whether it takes the organisation's administration besides the role. */
  needsAdministrator?: boolean;
  /** What staff who are not administrators are told, where it is not that there is no such page. */
  refusal?: number;
}

const readers = ["evaluator", "organiser", "data", "funder"] as const;
const keyers = ["organiser", "data-entry"] as const;
const anyRole = ["organiser", "data", "data-entry", "evaluator", "funder"] as const;
const results = "/programmes/:slug/results";

/**
 * Every address there is has a row here. What stands below a programme is the organiser's alone unless a row above the
 * last one says otherwise, so a new page of theirs needs none; it is tried like all others all the same.
 */
export const accessRows: readonly AccessRow[] = [
  { route: "GET /health/*", who: "public" },
  { route: "GET /assets/:name", who: "public" },
  { route: "GET /", who: "public" },
  { route: "GET /r/:slug", who: "public" },
  { route: "* /c/:key", who: "public" },
  { route: "* /l/:token", who: "holder" },
  { route: "* /v/*", who: "holder" },
  { route: "* /k", who: "public" },
  { route: "* /k/*", who: "public" },
  { route: "GET /a/offline", who: "public" },
  { route: "GET /a/worker.js", who: "public" },
  { route: "* /a", who: "holder" },
  { route: "* /a/*", who: "holder" },
  { route: "* /set-up/:token", who: "holder" },
  { route: "* /sign-in", who: "public" },
  { route: "* /sign-in/*", who: "holder" },
  { route: "POST /sign-out", who: "public" },
  { route: "* /account", who: "staff" },
  { route: "* /account/*", who: "staff" },
  { route: "* /team", who: "administrator" },
  { route: "* /team/*", who: "administrator" },
  { route: "GET /api/v1/openapi.json", who: "public" },
  { route: "GET /api/v1/*", who: "api-token" },
  { route: "GET /programmes", who: "staff" },
  { route: "* /programmes/new", who: "staff" },
  { route: "* /programmes/arrival", who: "administrator", refusal: 403 },
  { route: "* /programmes/arrival/upload", who: "administrator", refusal: 403 },

  { route: "GET /programmes/:slug", who: anyRole, isLocal: true },
  { route: "GET /programmes/:slug/logos/:id", who: anyRole, isLocal: true },
  { route: "GET /programmes/:slug/visions/:id/file", who: readers },
  { route: "GET /programmes/:slug/publicity/:id/file", who: readers },
  { route: "* /programmes/:slug/waves/:kind/localities/*", who: ["organiser"], isLocal: true },
  { route: "GET /programmes/:slug/waves/:kind/paper.pdf", who: keyers, isLocal: true },
  { route: "POST /programmes/:slug/localities/:locality/wall", who: ["organiser"], isLocal: true },
  { route: "POST /programmes/:slug/localities/:locality/kiosk", who: ["organiser"], isLocal: true },
  { route: "* /programmes/:slug/localities/:locality/cards*", who: ["organiser"], isLocal: true },
  { route: "GET /programmes/:slug/cards", who: ["organiser"], isLocal: true },
  { route: "* /programmes/:slug/participants*", who: ["organiser"], isLocal: true },
  { route: "* /programmes/:slug/attendance*", who: ["organiser"], isLocal: true },
  { route: "* /programmes/:slug/completion", who: ["organiser"], isLocal: true },
  { route: "* /programmes/:slug/mailings*", who: ["organiser"], isLocal: true },
  { route: "* /programmes/:slug/entry*", who: keyers, isLocal: true },

  { route: `GET ${results}/compare`, who: readers, isLocal: true },
  { route: `GET ${results}/quality`, who: readers, isLocal: true },
  { route: `GET ${results}/themes`, who: readers, isLocal: true },
  { route: `GET ${results}.svg`, who: readers, isLocal: true },
  { route: `GET ${results}`, who: readers, isLocal: true },
  { route: `GET ${results}.csv`, who: readers, isLocal: true },
  { route: `GET ${results}/*`, who: readers, isLocal: true },
  { route: "GET /programmes/:slug/progress", who: readers, isLocal: true },
  { route: "POST /programmes/:slug/notes", who: ["evaluator"] },
  { route: "* /programmes/:slug/api*", who: readers, isLocal: true },
  { route: "* /programmes/:slug/open-answers/*", who: ["data"] },
  { route: "* /programmes/:slug/packages*", who: ["data"] },
  { route: "GET /programmes/:slug/jobs/*", who: ["organiser", "data"] },
  { route: "POST /programmes/:slug/privacy/destructions/:kind", who: ["data"] },
  { route: "* /programmes/:slug/privacy*", who: ["organiser", "data"] },
  { route: "GET /programmes/:slug/who-sees", who: anyRole, isLocal: true },
  { route: "* /programmes/:slug/annexes*", who: ["organiser", "data"] },
  { route: "GET /programmes/:slug/files/:file", who: ["organiser", "data"] },
  { route: "* /programmes/:slug/move", who: ["data"] },
  { route: "* /programmes/:slug/earlier-answers*", who: ["data"] },
  {
    route: "POST /programmes/:slug/setup/organisation",
    who: ["organiser"],
    needsAdministrator: true,
  },
  { route: "* /programmes/:slug/*", who: ["organiser"] },
];

/** The row of an address; undefined where there is none, which is a mistake. */
export function findRow(method: string, path: string): AccessRow | undefined {
  return accessRows.find(({ route }) => {
    const [wanted = "", pattern = ""] = route.split(" ");
    if (wanted !== "*" && wanted !== method) return false;
    return pattern.endsWith("*") ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
  });
}
