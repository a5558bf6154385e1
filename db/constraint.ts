import pg from "pg";

/** Whether the database refused because other rows refer to the one that was to go (foreign_key_violation, restrict). */
export function isReferredTo(error: unknown): boolean {
  return error instanceof pg.DatabaseError && (error.code === "23503" || error.code === "23001");
}
