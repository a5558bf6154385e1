import type { Context } from "hono";
import type { Programme } from "../../../db/queries/programmes.ts";
import type { Deps } from "../../deps.ts";
import type { StaffRole } from "../../domain/words.ts";
import { getAccess } from "../../http/access.ts";
import type { StaffEnv } from "../../http/session.ts";

/** The programme of an address, for somebody who may work at the data protection desk, or holds the role named. */
export async function getDesk(
  { db }: Pick<Deps, "db">,
  c: Context<StaffEnv>,
  role: StaffRole = "organiser",
): Promise<Programme> {
  const slug = c.req.param("slug") ?? "";
  const roles = role === "data" ? (["data"] as const) : (["organiser", "data"] as const);
  return (await getAccess(db, { staff: c.get("staff"), slug, roles })).programme;
}
