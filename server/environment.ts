import path from "node:path";
import { z } from "zod";
import type { MailSettings } from "./mail/mailer.ts";
import type { OpenIdSettings } from "./sign-in/open-id.ts";

/** What the operator decides, read once at start. README.md lists every variable. */
export interface Environment {
  port: number;
  host: string;
  databaseUrl: string | undefined;
  dataDir: string;
  /** Where the keys of self-made codes lie: outside the database, whichever it is. */
  keysDir: string;
  publicUrl: URL | undefined;
  trustedProxyHops: number;
  mail: MailSettings | undefined;
  openId: OpenIdSettings | undefined;
}

const environmentSchema = z
  .object({
    PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
    HOST: z.string().default("127.0.0.1"),
    DATABASE_URL: z.string().startsWith("postgres").optional(),
    DATA_DIR: z.string().default("data"),
    KEYS_DIR: z.string().optional(),
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
    TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).max(5).default(0),
    SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
    MAIL_FROM: z.string().min(3).optional(),
    OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
    OIDC_CLIENT_ID: z.string().optional(),
    OIDC_CLIENT_SECRET: z.string().optional(),
  })
  .refine((set) => !set.SMTP_URL || set.MAIL_FROM, {
    path: ["MAIL_FROM"],
    message: "say whom letters come from, such as Pokytis <apklausos@example.org>",
  })
  .refine((set) => !set.OIDC_ISSUER || (set.OIDC_CLIENT_ID && set.OIDC_CLIENT_SECRET), {
    path: ["OIDC_CLIENT_ID"],
    message: "OIDC_ISSUER needs OIDC_CLIENT_ID and OIDC_CLIENT_SECRET, as the issuer gave them",
  })
  .refine((set) => !set.OIDC_ISSUER || set.PUBLIC_URL, {
    path: ["PUBLIC_URL"],
    message: "OIDC_ISSUER needs PUBLIC_URL, where the issuer sends people back to",
  })
  .refine((set) => !set.OIDC_ISSUER || isSafeIssuer(set.OIDC_ISSUER), {
    path: ["OIDC_ISSUER"],
    message: "must begin with https; plain http only for an issuer on this very machine",
  });

function isSafeIssuer(issuer: string): boolean {
  const { protocol, hostname } = new URL(issuer);
  return protocol === "https:" || ["127.0.0.1", "localhost", "[::1]"].includes(hostname);
}

/** Throws an Error that names every variable that is wrong, in one sentence each. */
export function readEnvironment(variables: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const read = environmentSchema.safeParse(given);
  if (!read.success) {
    const faults = read.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`The settings cannot be used.\n${faults.join("\n")}`);
  }
  const { data } = read;
  return {
    port: data.PORT,
    host: data.HOST,
    databaseUrl: data.DATABASE_URL,
    dataDir: path.resolve(data.DATA_DIR),
    keysDir: path.resolve(data.KEYS_DIR ?? path.join(data.DATA_DIR, "keys")),
    publicUrl: data.PUBLIC_URL ? new URL(data.PUBLIC_URL) : undefined,
    trustedProxyHops: data.TRUSTED_PROXY_HOPS,
    mail: data.SMTP_URL ? { smtpUrl: data.SMTP_URL, from: data.MAIL_FROM ?? "" } : undefined,
    openId: data.OIDC_ISSUER
      ? {
          issuer: new URL(data.OIDC_ISSUER),
          clientId: data.OIDC_CLIENT_ID ?? "",
          clientSecret: data.OIDC_CLIENT_SECRET ?? "",
        }
      : undefined,
  };
}
