import type { Db } from "../db/connect.ts";
import type { RenderDocument } from "./documents/renderer.ts";
import type { Assets } from "./http/assets.ts";
import type { Log } from "./log.ts";
import type { Mailer } from "./mail/mailer.ts";
import type { OpenId } from "./sign-in/open-id.ts";
import type { UploadReader } from "./uploads/upload-reader.ts";

/** What the application needs from outside. Tests hand in a fixed clock and a database of their own. */
export interface Deps {
  db: Db;
  now: () => Date;
  assets: Assets;
  log: Log;
  /** Makes a document on the worker thread. */
  render: RenderDocument;
  /** Reads uploaded files on threads of their own. */
  uploads: UploadReader;
  /** Where people reach the product; without it, links follow the request (a local network, a trial). */
  publicUrl: URL | undefined;
  /** How many proxies of ours stand in front and may be believed about the caller's address. */
  trustedProxyHops: number;
  /** Undefined where the operator has set up no mail server: links are then printed or copied. */
  mailer: Mailer | undefined;
  /** An institution's own sign-in, where the operator named one. */
  openId: OpenId | undefined;
  pairingKeys: PairingKeys;
  /** Keys that the links in letters are derived with, one a programme: the same link again, and none in the database. */
  linkKeys: PairingKeys;
}

/**
 * The keys of self-made codes, one a programme. They lie outside the database, as six elements are few enough to be
 * tried out by whoever holds hashes and key together; and they are destroyed when matching is over.
 */
export interface PairingKeys {
  find(programmeId: string): Promise<Buffer | undefined>;
  /** Makes the key; when somebody was quicker, theirs. */
  make(programmeId: string): Promise<Buffer>;
  destroy(programmeId: string): Promise<void>;
}
