import { z } from "zod";
import type { CertificateTemplate } from "../../../db/queries/certificate-templates.ts";
import type { Programme } from "../../../db/queries/programmes.ts";
import type { TemplateForm } from "../../../web/pages/certificate-template.tsx";
import type { TemplateField } from "../../../web/texts/certificates.ts";
import { numberPrefix } from "../../domain/certificate/number.ts";

const mostLines = 5;
/** Control characters are nothing that a certificate could show. */
const isPrintable = (words: string) => !/[^\P{Cc}\n]/u.test(words);
const title = z
  .string()
  .trim()
  .max(250)
  .refine((words) => isPrintable(words) && !/\n/.test(words));
const text = z
  .string()
  .transform((words) => words.replace(/\r\n?/g, "\n").trim())
  .pipe(z.string().max(500).refine(isPrintable))
  .refine((words) => words.split("\n").length <= mostLines);

const formSchema = z.object({
  titleLt: title.pipe(z.string().min(1)),
  titleEn: title,
  textLt: text,
  textEn: text,
  prefix: z.string().trim().regex(numberPrefix),
  percent: z
    .string()
    .trim()
    .regex(/^([1-9]\d?|100)$/),
});

export type ReadTemplate =
  | { ok: true; template: CertificateTemplate }
  | { ok: false; form: TemplateForm; mistakes: TemplateField[] };

/** Reads the posted settings: a template, or what was typed with the fields that are wrong. */
export function readTemplateForm(sent: Record<string, unknown>): ReadTemplate {
  const form = asForm(sent);
  const read = formSchema.safeParse(form);
  if (!read.success) {
    const wrong = new Set(read.error.issues.map(({ path }) => path[0]));
    const mistakes = templateFields.filter((field) => wrong.has(field));
    return { ok: false, form, mistakes };
  }
  const { titleLt, titleEn, textLt, textEn, prefix, percent } = read.data;
  return {
    ok: true,
    template: {
      title: { lt: titleLt, en: titleEn },
      text: { lt: textLt, en: textEn },
      areTopicsNamed: form.areTopicsNamed,
      numberPrefix: prefix,
      leastAttendedPercent: Number(percent),
    },
  };
}

const templateFields: readonly TemplateField[] = [
  "titleLt",
  "titleEn",
  "textLt",
  "textEn",
  "prefix",
  "percent",
];

function asForm(sent: Record<string, unknown>): TemplateForm {
  const typed = (name: string) =>
    (typeof sent[name] === "string" ? sent[name] : "").slice(0, 2_000);
  return {
    titleLt: typed("titleLt"),
    titleEn: typed("titleEn"),
    textLt: typed("textLt"),
    textEn: typed("textEn"),
    prefix: typed("prefix"),
    percent: typed("percent"),
    areTopicsNamed: typed("areTopicsNamed") === "yes",
  };
}

/** A stored template as a form; before there is one, what most programmes will want. */
export function templateForm(
  template: CertificateTemplate | undefined,
  programme: Programme,
): TemplateForm {
  const { title, text, areTopicsNamed, numberPrefix, leastAttendedPercent } = template ?? {
    title: programme.title,
    text: {},
    areTopicsNamed: true,
    numberPrefix: `${programme.endsOn.slice(0, 4)}-`,
    leastAttendedPercent: 80,
  };
  return {
    titleLt: title.lt ?? "",
    titleEn: title.en ?? "",
    textLt: text.lt ?? "",
    textEn: text.en ?? "",
    prefix: numberPrefix,
    percent: String(leastAttendedPercent),
    areTopicsNamed,
  };
}
