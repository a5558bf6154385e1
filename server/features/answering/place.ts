import type { Context } from "hono";
import {
  findLocalityInvitation,
  type LocalityInvitation,
} from "../../../db/queries/invitations.ts";
import { hashOf } from "../../http/session.ts";
import { readPlaceToken } from "./credential.ts";
import type { AnsweringDeps } from "./participant.ts";

/** The locality whose wall link was scanned on this device, if one was. */
export async function findPlace(
  { db, isHttps }: AnsweringDeps,
  c: Context,
): Promise<LocalityInvitation | undefined> {
  const token = readPlaceToken(c, isHttps);
  return token ? await findLocalityInvitation(db, hashOf(token)) : undefined;
}

/** How somebody without a card gets on in a locality. */
export function wayWithoutCard(
  place: LocalityInvitation | undefined,
): "draw" | "make" | "ask" | undefined {
  if (!place) return undefined;
  if (place.identityMode === "bowl") return "draw";
  return place.identityMode === "self-made" ? "make" : "ask";
}
