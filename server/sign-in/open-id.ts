import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from "openid-client";
import { z } from "zod";

/** An institution's own sign-in, as its operator registered us there. */
export interface OpenIdSettings {
  issuer: URL;
  clientId: string;
  clientSecret: string;
}

/** What the browser keeps between leaving and coming back. */
const memorySchema = z.object({ state: z.string(), nonce: z.string(), verifier: z.string() });
export type OpenIdMemory = z.infer<typeof memorySchema>;

export interface OpenIdPerson {
  issuer: string;
  subject: string;
  /** Only where the issuer says that it verified it. */
  verifiedEmail: string | undefined;
}

export interface OpenId {
  begin(returnUrl: URL): Promise<{ location: URL; memory: OpenIdMemory }>;
  /** Who came back; throws where the answer does not hold. */
  finish(currentUrl: URL, memory: OpenIdMemory): Promise<OpenIdPerson>;
}

const patienceSeconds = 10;

/** OpenID Connect Core 1.0, authorization code flow with PKCE, state and nonce. The issuer is asked about itself once. */
export function createOpenId(settings: OpenIdSettings): OpenId {
  let known: Promise<Configuration> | undefined;
  const configuration = () => {
    known ??= discover(settings).catch((error: unknown) => {
      // An issuer that was away is asked again next time.
      known = undefined;
      throw error;
    });
    return known;
  };
  return {
    begin: async (returnUrl) => await begin(await configuration(), returnUrl),
    finish: async (currentUrl, memory) => await finish(await configuration(), currentUrl, memory),
  };
}

export function readOpenIdMemory(text: string | undefined): OpenIdMemory | undefined {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text ?? "", "base64url").toString());
    return memorySchema.safeParse(parsed).data;
  } catch {
    return undefined;
  }
}

export function writeOpenIdMemory(memory: OpenIdMemory): string {
  return Buffer.from(JSON.stringify(memory)).toString("base64url");
}

/**
 * Signatures of identities are checked, though they come straight from the issuer (the standard would let TLS do).
 * Plain HTTP only to an issuer on this very machine: for trying it out.
 */
async function discover({ issuer, clientId, clientSecret }: OpenIdSettings) {
  const isOwnMachine = ["127.0.0.1", "localhost", "[::1]"].includes(issuer.hostname);
  const isPlain = isOwnMachine && issuer.protocol === "http:";
  const execute = [enableNonRepudiationChecks, ...(isPlain ? [allowInsecureRequests] : [])];
  const options = { execute, timeout: patienceSeconds };
  return await discovery(issuer, clientId, clientSecret, undefined, options);
}

async function begin(configuration: Configuration, returnUrl: URL) {
  const memory = {
    state: randomState(),
    nonce: randomNonce(),
    verifier: randomPKCECodeVerifier(),
  };
  const location = buildAuthorizationUrl(configuration, {
    redirect_uri: returnUrl.href,
    scope: "openid email profile",
    code_challenge: await calculatePKCECodeChallenge(memory.verifier),
    code_challenge_method: "S256",
    state: memory.state,
    nonce: memory.nonce,
  });
  return { location, memory };
}

async function finish(
  configuration: Configuration,
  currentUrl: URL,
  { state, nonce, verifier }: OpenIdMemory,
): Promise<OpenIdPerson> {
  const tokens = await authorizationCodeGrant(configuration, currentUrl, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (!claims) throw new Error("the issuer sent no identity");
  const isVerified = claims.email_verified === true && typeof claims.email === "string";
  return {
    issuer: claims.iss,
    subject: claims.sub,
    verifiedEmail: isVerified ? String(claims.email) : undefined,
  };
}
