import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import {
  type BegunResponse,
  findInvitation,
  type Invitation,
  type InvitationWave,
} from "../../../db/queries/invitations.ts";
import type { Deps } from "../../deps.ts";
import type { QuestionnaireDocument } from "../../domain/questionnaire/document.ts";
import { type Part, partsOf } from "../../domain/questionnaire/parts.ts";
import { chooseWave } from "../../domain/response/wave-window.ts";
import { type Language, languages } from "../../domain/text.ts";
import { languageOf } from "../../http/language.ts";
import {
  type Credential,
  canRead,
  hashOfCredential,
  readCredential,
  readKiosk,
} from "./credential.ts";
import type { Published } from "./published.ts";

/** What the handlers of answering work with, beside what the application has. */
export interface AnsweringDeps extends Deps {
  published: Published;
  isHttps: boolean;
}

/** Somebody with a valid card or code, and the wave that is theirs to answer now. */
export interface Participant {
  credential: Credential;
  invitation: Invitation;
  wave: InvitationWave;
  response: BegunResponse | null;
  document: QuestionnaireDocument;
  /** What this participant is asked in this wave. */
  parts: Part[];
  isNewcomer: boolean;
  /** Whether earlier answers may be shown: with the card's own link, or on the device that wrote them. */
  canRead: boolean;
  /** On a lent tablet, which the next person will use. */
  isKiosk: boolean;
  language: Language;
}

export type FoundParticipant =
  | { state: "unknown" }
  | {
      state: "closed";
      credential: Credential;
      reason: "wave-not-open" | "wave-closed";
      invitation: Invitation;
      wave: InvitationWave | undefined;
      isKiosk: boolean;
      language: Language;
    }
  | { state: "open"; participant: Participant };

/** Who is asking, from the cookie alone; nothing is written. */
export async function findParticipant(deps: AnsweringDeps, c: Context): Promise<FoundParticipant> {
  const credential = readCredential(c, deps.isHttps);
  const invitation = credential && (await findInvitation(deps.db, hashOfCredential(credential)));
  if (!credential || !invitation || invitation.entryKind !== credential.kind) {
    return { state: "unknown" };
  }
  const choice = chooseWave(invitation.waves, deps.now());
  const language = languageFor(c, choice.wave?.response?.language);
  const isKiosk = readKiosk(c);
  if (!choice.open) {
    const { reason, wave } = choice;
    return { state: "closed", credential, reason, invitation, wave, isKiosk, language };
  }
  const { wave } = choice;
  return {
    state: "open",
    participant: await describe(deps, { credential, invitation, wave, isKiosk, language }),
  };
}

async function describe(
  { published }: AnsweringDeps,
  known: Pick<Participant, "credential" | "invitation" | "wave" | "isKiosk" | "language">,
): Promise<Participant> {
  const { invitation, wave, credential } = known;
  const { response } = wave;
  const document = await published.document({
    programmeId: invitation.programmeId,
    versionId: response?.versionId ?? wave.versionId,
  });
  const isNewcomer = !invitation.waves.some(
    (other) => other.id !== wave.id && other.response?.status === "submitted",
  );
  const parts = partsOf(document, { wave: wave.kind, isNewcomer });
  const mayRead = response === null || canRead(credential, response);
  return {
    ...known,
    response,
    document,
    parts,
    isNewcomer,
    canRead: mayRead,
  };
}

/** What was chosen on this device; else the language in which the response was begun elsewhere; else the browser's. */
function languageFor(c: Context, begunIn: string | undefined): Language {
  const isChosen = c.req.query("language") !== undefined || getCookie(c, "language") !== undefined;
  const begun = languages.find((language) => language === begunIn);
  return begun && !isChosen ? begun : languageOf(c);
}
