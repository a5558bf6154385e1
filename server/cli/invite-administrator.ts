import { parseArgs } from "node:util";
import { emailSchema } from "../domain/staff/person.ts";
import { readEnvironment } from "../environment.ts";
import { inviteAdministrator } from "../features/staff/invite-administrator.ts";
import { logToStdout } from "../log.ts";
import { openDatabase } from "../open-database.ts";

const usage = `Usage: npm run invite-administrator -- EMAIL [--organisation NAME] [--reset-second-factor]
  EMAIL                  who is to administer; an account that exists is made an administrator and let in again
  --organisation NAME    for a new address: the organisation, which is made if there is none of that name
  --reset-second-factor  forgets the authenticator, recovery codes, passkeys and the institution's sign-in`;

/** Prints a one-time link for an administrator, when nobody who administers can come in any more. */
export async function main(args: string[]): Promise<number> {
  const options = {
    organisation: { type: "string" },
    "reset-second-factor": { type: "boolean", default: false },
  } as const;
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const email = emailSchema.safeParse(positionals[0]);
  if (!email.success || positionals.length !== 1) {
    console.error(usage);
    return 1;
  }
  const environment = readEnvironment(process.env);
  const database = await openDatabase(environment, logToStdout);
  try {
    const isFactorReset = values["reset-second-factor"];
    const wish = { email: email.data, organisation: values.organisation, isFactorReset };
    const invited = await inviteAdministrator(database.db, wish, new Date());
    if (!invited.invited) {
      console.error(
        `There is no account with this address: name its organisation too.\n\n${usage}`,
      );
      return 1;
    }
    const origin = environment.publicUrl?.origin ?? `http://localhost:${environment.port}`;
    console.log(`One-time link, for 7 days:\n  ${origin}${invited.path}`);
    return 0;
  } finally {
    await database.close();
  }
}
