import type { KeptForm } from "../../../web/pages/answering/code.tsx";
import {
  type FormFields,
  firstValueOf,
  readFormFields,
} from "../../domain/response/form-fields.ts";

/** A form that came after the cookie had gone: its sender says who they are, and the form goes on its way. */
export function readKeptForm(sent: FormFields): KeptForm | undefined {
  const path = firstValueOf(sent, "_path") ?? "";
  const body = firstValueOf(sent, "_body");
  if (body === undefined || !/^\/a\/(all|parts\/[A-Za-z0-9_]{1,40})$/.test(path)) return undefined;
  return { path, fields: [...readFormFields(body)] };
}
