import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { exportJWK, generateKeyPair, SignJWT } from "jose";

/** Who signs in at the institution, and what it gets wrong, if anything. */
export interface IssuerState {
  subject: string;
  email: string;
  isVerified: boolean;
  fault?: "nonce" | "audience" | "signature" | "expired" | "issuer";
}

export interface Issuer {
  url: URL;
  state: IssuerState;
  /** The institution's own page, passed through: the address that it sends the browser back to. */
  pass(location: string): string;
  close(): Promise<void>;
}

export const client = { clientId: "pokytis", clientSecret: "a secret of the tests" };

/** An OpenID Connect issuer of our own on 127.0.0.1: discovery, keys, codes with PKCE, signed identities. */
export async function startIssuer(): Promise<Issuer> {
  const keys = await generateKeyPair("RS256");
  const strangers = await generateKeyPair("RS256");
  const codes = new Map<string, { challenge: string; nonce: string }>();
  const state: IssuerState = { subject: "s-1", email: "rasa@example.org", isVerified: true };
  const server: Server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const { port } = server.address() as { port: number };
  const issuer = `http://127.0.0.1:${port}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? "/", issuer);
    const body = await bodyOf(request);
    const reply = async () => {
      if (pathname === "/.well-known/openid-configuration") return configuration();
      if (pathname === "/jwks") {
        return { keys: [{ ...(await exportJWK(keys.publicKey)), alg: "RS256", use: "sig" }] };
      }
      return await tokens(new URLSearchParams(body), request.headers.authorization ?? "");
    };
    const content = await reply();
    response.writeHead(content ? 200 : 400, { "content-type": "application/json" });
    response.end(JSON.stringify(content ?? { error: "invalid_grant" }));
  }

  function configuration() {
    return {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      response_types_supported: ["code"],
      subject_types_supported: ["public"],
      id_token_signing_alg_values_supported: ["RS256"],
      code_challenge_methods_supported: ["S256"],
    };
  }

  /** A code opens once, to who holds the verifier and the client's secret. */
  async function tokens(form: URLSearchParams, authorization: string) {
    const code = codes.get(form.get("code") ?? "");
    codes.delete(form.get("code") ?? "");
    const verifier = form.get("code_verifier") ?? "";
    const challenge = createHash("sha256").update(verifier).digest("base64url");
    const isClient =
      form.get("client_secret") === client.clientSecret || authorization.startsWith("Basic ");
    if (!code || code.challenge !== challenge || !isClient) return undefined;
    return { access_token: "x", token_type: "Bearer", id_token: await identity(code.nonce) };
  }

  async function identity(nonce: string): Promise<string> {
    const { fault } = state;
    const now = Math.floor(Date.now() / 1000) - (fault === "expired" ? 7_200 : 0);
    const claims = {
      nonce: fault === "nonce" ? "another" : nonce,
      email: state.email,
      email_verified: state.isVerified,
    };
    return await new SignJWT(claims)
      .setProtectedHeader({ alg: "RS256" })
      .setIssuer(fault === "issuer" ? "https://evil.example" : issuer)
      .setAudience(fault === "audience" ? "somebody-else" : client.clientId)
      .setSubject(state.subject)
      .setIssuedAt(now)
      .setExpirationTime(now + 300)
      .sign(fault === "signature" ? strangers.privateKey : keys.privateKey);
  }

  return {
    url: new URL(issuer),
    state,
    pass: (location) => {
      const { searchParams } = new URL(location);
      const code = `code-${codes.size}-${Math.random()}`;
      const [challenge, nonce] = ["code_challenge", "nonce"].map(
        (key) => searchParams.get(key) ?? "",
      );
      codes.set(code, { challenge: challenge ?? "", nonce: nonce ?? "" });
      const back = new URL(searchParams.get("redirect_uri") ?? "");
      back.searchParams.set("code", code);
      back.searchParams.set("state", searchParams.get("state") ?? "");
      return `${back.pathname}${back.search}`;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
