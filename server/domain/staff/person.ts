import { z } from "zod";

/** An e-mail address as people have them; no display name, no line break, never longer than mail allows. */
export const emailSchema = z
  .string()
  .trim()
  .max(254)
  .regex(/^[^\s@<>",;:\\()[\]]+@[^\s@<>",;:\\()[\]]+\.[^\s@<>",;:\\()[\]]+$/);

/** A name on one line. */
export const nameSchema = z
  .string()
  .trim()
  .min(2)
  .max(120)
  .refine((name) => !/\p{Cc}/u.test(name));

/** A reason, for the audit log: a few words on one line. */
export const reasonSchema = z
  .string()
  .trim()
  .min(3)
  .max(200)
  .refine((reason) => !/\p{Cc}/u.test(reason));
