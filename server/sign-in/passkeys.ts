import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { z } from "zod";

// Passkeys (WebAuthn level 3). Verification of the person (PIN, finger, face) is always asked for: so a passkey is both
// factors, what somebody has and what they know or are, and no password stands beside it.

/** The site that passkeys belong to: its host name, and the origin that browsers must say. */
export interface PasskeySite {
  host: string;
  origin: string;
}

export interface KnownPasskey {
  id: string;
  publicKey: Buffer;
  counter: number;
  transports: string[];
}

export async function passkeyCreationOptions(
  site: PasskeySite,
  person: { id: string; email: string; displayName: string; passkeyIds: readonly string[] },
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  return await generateRegistrationOptions({
    rpName: "Pokytis",
    rpID: site.host,
    userName: person.email,
    userDisplayName: person.displayName,
    userID: new TextEncoder().encode(person.id),
    excludeCredentials: person.passkeyIds.map((id) => ({ id })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
}

/** Which passkey it is, nobody says beforehand: the browser offers those it holds for this site. */
export async function passkeyRequestOptions(
  site: PasskeySite,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return await generateAuthenticationOptions({ rpID: site.host, userVerification: "required" });
}

const text = z.string().max(10_000);
const credential = { id: z.string().max(1_000), rawId: z.string().max(1_000) };
const kind = { type: z.literal("public-key"), clientExtensionResults: z.record(text, z.unknown()) };

const creationSchema = z.object({
  ...credential,
  ...kind,
  response: z.object({
    clientDataJSON: text,
    attestationObject: text,
    transports: z.array(z.string().max(20)).max(10).optional(),
  }),
});

const requestSchema = z.object({
  ...credential,
  ...kind,
  response: z.object({
    clientDataJSON: text,
    authenticatorData: text,
    signature: text,
    userHandle: text.optional(),
  }),
});

/** A browser's answer to the creation options, as a new passkey; undefined when it does not hold. */
export async function readNewPasskey(
  site: PasskeySite,
  { sent, challenge }: { sent: unknown; challenge: string },
): Promise<KnownPasskey | undefined> {
  const read = creationSchema.safeParse(sent);
  if (!read.success) return undefined;
  const response = read.data as RegistrationResponseJSON;
  const verified = await unlessRefused(() =>
    verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.host,
      requireUserVerification: true,
    }),
  );
  if (!verified?.verified) return undefined;
  const { id, publicKey, counter, transports } = verified.registrationInfo.credential;
  return { id, publicKey: Buffer.from(publicKey), counter, transports: [...(transports ?? [])] };
}

/** The id of the passkey that a browser's answer speaks of. */
export function readPasskeyId(sent: unknown): string | undefined {
  return requestSchema.safeParse(sent).data?.id;
}

/** Whether an answer was signed by the passkey, for this challenge and site; gives the passkey's new counter. */
export async function verifyPasskey(
  site: PasskeySite,
  { sent, challenge, passkey }: { sent: unknown; challenge: string; passkey: KnownPasskey },
): Promise<{ counter: number } | undefined> {
  const read = requestSchema.safeParse(sent);
  if (!read.success) return undefined;
  const response = read.data as AuthenticationResponseJSON;
  const verified = await unlessRefused(() =>
    verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.host,
      requireUserVerification: true,
      credential: {
        id: passkey.id,
        publicKey: new Uint8Array(passkey.publicKey),
        counter: passkey.counter,
      },
    }),
  );
  return verified?.verified ? { counter: verified.authenticationInfo.newCounter } : undefined;
}

/** The library throws at whatever does not hold; to us that is an answer like any other. */
async function unlessRefused<T>(verify: () => Promise<T>): Promise<T | undefined> {
  try {
    return await verify();
  } catch {
    return undefined;
  }
}
