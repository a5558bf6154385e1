import { sql } from "kysely";
import type { SignInMethod } from "../../server/domain/staff/sign-in-method.ts";
import type { Db } from "../connect.ts";
import type { SignInStepKind } from "../schema/staff.ts";

/** A sign-in under way: only the browser that holds the step's token can go on with it. */
export interface SignInStep {
  staffUserId: string | null;
  method: SignInMethod | null;
  challenge: string | null;
  tries: number;
}

const stepColumns = ["staff_user_id as staffUserId", "method", "challenge", "tries"] as const;

interface StepKey {
  tokenHash: Buffer;
  kind: SignInStepKind;
  now: Date;
}

export async function insertSignInStep(
  db: Db,
  step: {
    tokenHash: Buffer;
    kind: SignInStepKind;
    staffUserId?: string;
    method?: SignInMethod;
    challenge?: string;
    expiresAt: Date;
  },
): Promise<void> {
  await db
    .insertInto("sign_in_step")
    .values({
      token_hash: step.tokenHash,
      kind: step.kind,
      staff_user_id: step.staffUserId ?? null,
      method: step.method ?? null,
      challenge: step.challenge ?? null,
      expires_at: step.expiresAt,
    })
    .execute();
}

export async function findSignInStep(
  db: Db,
  { tokenHash, kind, now }: StepKey,
): Promise<SignInStep | undefined> {
  return await db
    .selectFrom("sign_in_step")
    .select(stepColumns)
    .where("token_hash", "=", tokenHash)
    .where("kind", "=", kind)
    .where("expires_at", ">", now)
    .executeTakeFirst();
}

/** Counts a try and gives the step with it; the count stands even where the try turns out to be wrong. */
export async function countStepTry(
  db: Db,
  { tokenHash, kind, now }: StepKey,
): Promise<SignInStep | undefined> {
  return await db
    .updateTable("sign_in_step")
    .set({ tries: sql`tries + 1` })
    .where("token_hash", "=", tokenHash)
    .where("kind", "=", kind)
    .where("expires_at", ">", now)
    .returning(stepColumns)
    .executeTakeFirst();
}

/** Takes a step away and gives it: of two answers to one challenge only the first finds it. */
export async function takeSignInStep(
  db: Db,
  { tokenHash, kind, now }: StepKey,
): Promise<SignInStep | undefined> {
  return await db
    .deleteFrom("sign_in_step")
    .where("token_hash", "=", tokenHash)
    .where("kind", "=", kind)
    .where("expires_at", ">", now)
    .returning(stepColumns)
    .executeTakeFirst();
}

/** Ends whatever sign-ins of a person are half done. */
export async function deleteStepsOf(db: Db, staffUserId: string): Promise<void> {
  await db.deleteFrom("sign_in_step").where("staff_user_id", "=", staffUserId).execute();
}
