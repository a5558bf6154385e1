import type { Migration } from "kysely";
import * as programme from "./0001-programme.ts";
import * as identity from "./0002-identity.ts";
import * as answers from "./0003-answers.ts";
import * as resultsAndStaff from "./0004-results-and-staff.ts";
import * as apiTokens from "./0005-api-tokens.ts";
import * as certificateTemplate from "./0006-certificate-template.ts";
import * as selfMadeCodes from "./0007-self-made-codes.ts";
import * as staffSignIn from "./0008-staff-sign-in.ts";
import * as mailings from "./0009-mailings.ts";
import * as setup from "./0010-setup.ts";
import * as exchange from "./0011-exchange.ts";
import * as questionnaireDrafts from "./0012-questionnaire-drafts.ts";
import * as participants from "./0013-participants.ts";
import * as annexChoices from "./0014-annex-choices.ts";
import * as toldAnswers from "./0015-told-answers.ts";
import * as codeMatching from "./0016-code-matching.ts";
import * as dataProtection from "./0017-data-protection.ts";
import * as lateAndWrong from "./0018-late-and-wrong.ts";
import * as whoAnsweredAndCopies from "./0019-who-answered-and-copies.ts";
import * as returnedLetters from "./0020-returned-letters.ts";
import * as planVersion from "./0021-plan-version.ts";

/** Every migration ever released, in order. A released one never changes: mend it by a later one. */
export const migrations: Record<string, Migration> = {
  "0001-programme": programme,
  "0002-identity": identity,
  "0003-answers": answers,
  "0004-results-and-staff": resultsAndStaff,
  "0005-api-tokens": apiTokens,
  "0006-certificate-template": certificateTemplate,
  "0007-self-made-codes": selfMadeCodes,
  "0008-staff-sign-in": staffSignIn,
  "0009-mailings": mailings,
  "0010-setup": setup,
  "0011-exchange": exchange,
  "0012-questionnaire-drafts": questionnaireDrafts,
  "0013-participants": participants,
  "0014-annex-choices": annexChoices,
  "0015-told-answers": toldAnswers,
  "0016-code-matching": codeMatching,
  "0017-data-protection": dataProtection,
  "0018-late-and-wrong": lateAndWrong,
  "0019-who-answered-and-copies": whoAnsweredAndCopies,
  "0020-returned-letters": returnedLetters,
  "0021-plan-version": planVersion,
};
