import type { Hono } from "hono";
import { Secret, TOTP } from "otpauth";
import type { Db } from "../../../db/connect.ts";
import { createApp } from "../../../server/app.ts";
import type { Deps } from "../../../server/deps.ts";
import { createPasswords } from "../../../server/sign-in/passwords.ts";
import { appDeps, type Visitor, visitorOf } from "../../support/app.ts";
import { aProgramme } from "../../support/programme.ts";

export const password = "keturi žirgai ir vežimas";
const hash = createPasswords().hash(password);

export interface Clock {
  now: Date;
  pass(milliseconds: number): void;
}

export function aClock(): Clock {
  return {
    now: new Date("2026-03-02T09:00:00Z"),
    pass(milliseconds) {
      this.now = new Date(this.now.getTime() + milliseconds);
    },
  };
}

export interface Scene {
  app: Hono;
  deps: Deps;
  clock: Clock;
  organisationId: string;
  programme: Awaited<ReturnType<typeof aProgramme>>;
}

/** The application, a clock that can be moved, and an organisation with one programme. */
export async function aScene(db: Db, options: Partial<Deps> = {}): Promise<Scene> {
  const clock = aClock();
  const deps = appDeps(db, { now: () => clock.now, ...options });
  const programme = await aProgramme(db, clock.now);
  const { organisationId } = programme;
  return { app: createApp(deps), deps, clock, organisationId, programme };
}

/** Somebody with a password; they belong to the scene's organisation unless another is named. */
export async function someone(
  db: Db,
  { organisationId }: { organisationId: string },
  options: { email?: string; isAdministrator?: boolean; hasPassword?: boolean } = {},
): Promise<{ id: string; email: string }> {
  const email = options.email ?? "rasa@example.org";
  const row = {
    organisation_id: organisationId,
    email,
    display_name: "Rasa Rasaitė",
    is_administrator: options.isAdministrator ?? false,
    password_hash: options.hasPassword === false ? null : await hash,
  };
  const { id } = await db
    .insertInto("staff_user")
    .values(row)
    .returning("id")
    .executeTakeFirstOrThrow();
  return { id, email };
}

export async function enter(
  app: Hono,
  { email, typed = password }: { email: string; typed?: string },
): Promise<{ visitor: Visitor; response: Response }> {
  const visitor = visitorOf(app);
  const response = await visitor.post("/sign-in", { email, password: typed });
  return { visitor, response };
}

/** The code that an authenticator would show for a secret at a moment. */
export function codeOf(secret: string, at: Date): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() });
}

/** Turns the second step on as a person would; gives the secret and the recovery codes. */
export async function turnOnSecondStep(
  db: Db,
  { visitor, clock, staffUserId }: { visitor: Visitor; clock: Clock; staffUserId: string },
): Promise<{ secret: string; codes: string[] }> {
  await visitor.post("/account/second-factor");
  const { totp_secret } = await db
    .selectFrom("staff_user")
    .select("totp_secret")
    .where("id", "=", staffUserId)
    .executeTakeFirstOrThrow();
  const secret = totp_secret ?? "";
  const code = codeOf(secret, clock.now);
  const page = await visitor.post("/account/second-factor/confirmation", { code });
  const codes = [...(await page.text()).matchAll(/<code>([\w-]{14})<\/code>/g)];
  return { secret, codes: codes.map((match) => match[1] ?? "") };
}
