import type { StaffRole } from "../words.ts";

/** Every role there is, in the order in which they are offered. */
export const staffRoles = [
  "organiser",
  "data",
  "data-entry",
  "evaluator",
  "funder",
] as const satisfies readonly StaffRole[];
