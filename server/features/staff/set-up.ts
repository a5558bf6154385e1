import { z } from "zod";
import type { Db } from "../../../db/connect.ts";
import { insertAuditEvent } from "../../../db/queries/audit.ts";
import {
  deleteSetUpLinks,
  insertOrganisation,
  isSetUpLinkOpen,
  lockSetUp,
  replaceSetUpLink,
} from "../../../db/queries/set-up.ts";
import {
  findAccount,
  hasAdministrator,
  insertAccount,
} from "../../../db/queries/staff-accounts.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { Problem } from "../../domain/problem.ts";
import { judgePassword, type PasswordMistake } from "../../domain/staff/password.ts";
import { emailSchema, nameSchema } from "../../domain/staff/person.ts";
import type { Language } from "../../domain/text.ts";
import { hashOf, newSecret } from "../../http/session.ts";
import { type Admission, type Browser, beginSession } from "./admit.ts";
import type { StaffDeps } from "./staff-deps.ts";

const linkHours = 24;

/** A new link that sets this installation up, for as long as nobody administers it; undefined once somebody does. */
export async function makeSetUpLink(db: Db, now: Date): Promise<string | undefined> {
  return await inTransaction(db, async (tx) => {
    await lockSetUp(tx);
    if (await hasAdministrator(tx)) return undefined;
    const { secret, hash } = newSecret();
    const expiresAt = new Date(now.getTime() + linkHours * 3_600_000);
    await replaceSetUpLink(tx, { tokenHash: hash, expiresAt });
    return `/set-up/${secret}`;
  });
}

/** A link that is unknown, expired or used, and any link once somebody administers, is like a page that never was. */
export async function requireSetUpLink(db: Db, token: string, now: Date): Promise<void> {
  const isOpen = await isSetUpLinkOpen(db, hashOf(token), now);
  if (!isOpen || (await hasAdministrator(db))) throw new Problem("not-found");
}

const plainLine = z
  .string()
  .trim()
  .max(200)
  .refine((text) => !/\p{Cc}/u.test(text));

const formSchema = z.object({
  organisation: plainLine.min(2),
  legalForm: plainLine,
  code: plainLine.max(40),
  organisationEmail: z.union([z.literal(""), emailSchema]),
  phone: plainLine.max(40),
  displayName: nameSchema,
  email: emailSchema,
  password: z.string().max(600),
});

export type SetUpForm = z.infer<typeof formSchema>;
export type SetUpField = keyof SetUpForm;
export type SetUpMistakes = Partial<Record<SetUpField, "missing" | PasswordMistake>>;

export const setUpFields = Object.keys(formSchema.shape) as SetUpField[];

/** The form as typed data, or which fields are to be mended. */
export function readSetUpForm(
  typed: Record<SetUpField, string>,
): { ok: true; form: SetUpForm } | { ok: false; mistakes: SetUpMistakes } {
  const read = formSchema.safeParse(typed);
  const mistakes: SetUpMistakes = {};
  for (const issue of read.error?.issues ?? []) mistakes[issue.path[0] as SetUpField] = "missing";
  const password = judgePassword(typed.password, typed);
  if (password) mistakes.password = password;
  if (read.success && !password) return { ok: true, form: read.data };
  return { ok: false, mistakes };
}

/** Makes the organisation and its first administrator, who is signed in at once. Of many at the same time, one succeeds. */
export async function setUp(
  deps: StaffDeps,
  input: { token: string; form: SetUpForm; language: Language; browser: Browser },
): Promise<Admission> {
  const { form, language, browser } = input;
  const passwordHash = await deps.passwords.hash(form.password);
  const now = deps.now();
  return await inTransaction(deps.db, async (tx) => {
    await lockSetUp(tx);
    await requireSetUpLink(tx, input.token, now);
    await deleteSetUpLinks(tx);
    const organisationId = await insertOrganisation(tx, {
      name: form.organisation,
      legalForm: form.legalForm,
      code: form.code,
      email: form.organisationEmail,
      phone: form.phone,
    });
    const { displayName, email } = form;
    const person = { organisationId, displayName, email, language, isAdministrator: true };
    const id = await insertAccount(tx, { ...person, passwordHash, now });
    const account = id && (await findAccount(tx, id));
    if (!account) throw new Problem("conflict");
    await insertAuditEvent(tx, { at: now, actor: account.id, action: "set-up-organisation" });
    return await beginSession(tx, { account, method: "set-up", browser, now });
  });
}
