/** Why the database cannot be used. */
export type RefusalReason =
  | "engine-missing"
  | "engine-unusable"
  | "folder-unusable"
  | "other-major"
  | "not-stopping"
  | "start-failed"
  | "server-too-old"
  | "server-unsafe"
  | "newer-schema"
  | "not-empty";

/**
 * The database cannot be used as it is, and a person has to decide. The message is a whole sentence
 * for the operator, saying what to do; entry points print it without a stack trace.
 */
export class DatabaseRefusal extends Error {
  override readonly name = "DatabaseRefusal";
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}
