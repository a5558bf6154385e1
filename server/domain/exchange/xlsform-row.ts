import type { NamedRow } from "./foreign-table.ts";
import type { OutlineOption, OutlineQuestion } from "./outline.ts";
import { isEmptyText } from "./plain-text.ts";
import { readCondition } from "./read-condition.ts";
import { bothOrLost, type Form, type OpenGroup } from "./xlsform-form.ts";

type Common = Pick<OutlineQuestion, "name" | "text" | "help" | "isRequired" | "rule">;

/** Answered by the device or by nobody: nothing that a participant sees is lost with them. */
const silent =
  /^(?:start|end|today|deviceid|devicephonenum|username|phonenumber|email|audit|hidden|simserial|subscriberid|caseid|comments|(?:text|audio) audit|speed violations (?:count|list|audit)|background-(?:audio|geopoint)|start-geopoint)$/;

/** The question in a row of a form, or none: what a row asks for that we do not have is told. */
export function readFormRow(row: NamedRow, group: OpenGroup, form: Form): OutlineQuestion[] {
  const type = row.get("type").trim();
  const name = row.get("name") || `row_${row.number}`;
  if (type === "" || silent.test(type.toLowerCase())) return [];
  if (/^calculate(?:_here)?$|^xml-external$|^csv-external$/i.test(type)) {
    form.losses.push({ code: "calculation-left-out", name });
    return [];
  }
  // The head of a table in which the following rows stand: it shows their choices and asks nothing.
  if (/^label$/i.test(row.get("appearance"))) return [];
  const question = readTyped(type, row, commonOf(row, name, group, form), form);
  if (!question) form.losses.push({ code: "type-not-known", name, detail: type });
  else noteLeftOut(row, question, form);
  return question && question !== "told" ? [question] : [];
}

/** What every question has; one without a label goes by its name, as it would in other systems. */
export function commonOf(row: NamedRow, name: string, group: OpenGroup, form: Form): Common {
  const relevant = row.get("relevant") || row.get("relevance") || row.get("bind:relevant");
  const own = readCondition(relevant, "xpath");
  if (own.is === "foreign") {
    form.losses.push({ code: "condition-not-expressible", name, detail: relevant });
  }
  const text = form.wordings.read(row, "label");
  return {
    name,
    text: isEmptyText(text) ? { [form.wordings.ownLanguage]: name } : text,
    help: form.wordings.read(row, "hint"),
    isRequired: /^(?:yes|true|true\(\)|1)$/i.test(row.get("required")),
    rule: bothOrLost(group.rule, own.is === "rule" ? own.rule : undefined, name, form),
  };
}

function noteLeftOut(row: NamedRow, question: OutlineQuestion | "told", form: Form): void {
  if (question === "told") return;
  const { name } = question;
  const isLimit = question.kind === "number" && "minimum" in question;
  const constraint = row.get("constraint");
  if (constraint !== "" && !isLimit) {
    form.losses.push({ code: "check-left-out", name, detail: constraint });
  }
  const required = row.get("required");
  if (/[$(=]/.test(required) && !/^true\(\)$/i.test(required)) {
    form.losses.push({ code: "check-left-out", name, detail: required });
  }
  if (row.get("default") !== "") form.losses.push({ code: "default-left-out", name });
  if (form.media[0]?.some((column) => row.get(column) !== "")) {
    form.losses.push({ code: "media-left-out", name });
  }
}

/** Lists may lie in the form, or in a file or sheet beside it. */
const selectType =
  /^(select[_ ]one|select[_ ]multiple|rank)(?:[_ ]external|[_ ]from[_ ]file)?\s+(\S+)(?:\s+(or[_ ]other))?$/i;

function readTyped(
  type: string,
  row: NamedRow,
  common: Common,
  form: Form,
): OutlineQuestion | "told" | undefined {
  const select = selectType.exec(type);
  if (select) return readSelect(select, row, common, form);
  const appearance = row.get("appearance").toLowerCase();
  switch (type.toLowerCase()) {
    case "text":
    case "string":
      return { ...common, kind: "text", isLong: appearance.includes("multiline") };
    case "integer":
    case "int":
      return { ...common, kind: "number", decimals: 0, ...readLimits(row) };
    case "decimal":
      return { ...common, kind: "number", decimals: 2, ...readLimits(row) };
    case "date":
      return { ...common, kind: "date" };
    case "note":
      return { ...common, kind: "information", isRequired: false };
    case "acknowledge":
    case "trigger":
      return { ...common, kind: "consent" };
    case "range":
      return readRange(row, common);
    case "datetime":
    case "time":
    case "barcode":
      form.losses.push({ code: "taken-as-text", name: common.name, detail: type });
      return { ...common, kind: "text", isLong: false };
    default:
      return undefined;
  }
}

function readSelect(
  [, kind = "", list = "", other]: RegExpExecArray,
  row: NamedRow,
  common: Common,
  form: Form,
): OutlineQuestion | "told" {
  const options = form.lists.get(list);
  if (!options) {
    form.losses.push({ code: "list-not-found", name: common.name, detail: list });
    return "told";
  }
  if (row.get("choice_filter") !== "") {
    form.losses.push({
      code: "choices-not-filtered",
      name: common.name,
      detail: row.get("choice_filter"),
    });
  }
  const shape = /one$/i.test(kind) ? "single" : /^rank/i.test(kind) ? "ranking" : "multiple";
  const hasOther = other !== undefined;
  const isLikert = /\blikert\b/.test(row.get("appearance").toLowerCase());
  if (shape === "single" && !hasOther && isScale(options, isLikert, form.uses.get(list) ?? 0)) {
    if (!isLikert) form.losses.push({ code: "taken-as-rating", name: common.name, detail: list });
    return { ...common, kind: "rating", options: options.map(withWayOut) };
  }
  const isShuffled = /randomize\s*=\s*true/i.test(row.get("parameters"));
  return { ...common, kind: "choice", shape, options, hasOther, isShuffled };
}

/**
 * Whether a list is the points of a scale: the form says so, or several questions share it and its codes count from
 * one number to the next. A single question coded 1, 2, 3 is as likely a choice of three things.
 */
function isScale(options: readonly OutlineOption[], isLikert: boolean, uses: number): boolean {
  const points = options.map(withWayOut).filter(({ wayOut }) => wayOut === undefined);
  if (points.length > 11) return false;
  if (isLikert) return points.length >= 2;
  const values = points.map(({ name }) => (/^-?\d{1,3}$/.test(name) ? Number(name) : Number.NaN));
  const isCounting = values.every(
    (value, index) => index === 0 || value === values[index - 1]! + 1,
  );
  return uses >= 2 && points.length >= 3 && isCounting && !Number.isNaN(values[0]);
}

/** Codes such as 88, 99 and -9 stand beside scales for "cannot say"; ours are written out. */
export function withWayOut(option: OutlineOption): OutlineOption {
  const name = option.name.toLowerCase().replace(/_/g, "-");
  if (name === "no-opportunity") return { ...option, wayOut: name };
  const isCannot =
    name === "cannot-answer" || /^(?:-\d{1,4}|7[7-9]|8[7-9]|9[7-9]|[789]{3,4})$/.test(name);
  return isCannot ? { ...option, wayOut: "cannot-answer" } : option;
}

/** Limits that a constraint such as ". >= 0 and . <= 120" sets. */
function readLimits(row: NamedRow): { minimum?: number; maximum?: number } {
  const read = readCondition(row.get("constraint"), "xpath");
  if (read.is !== "rule" || read.rule.match !== "all") return {};
  const limits: { minimum?: number; maximum?: number } = {};
  for (const { item, is, value } of read.rule.conditions) {
    if (item !== "." || typeof value !== "number") return {};
    const isWhole = Number.isInteger(value) && /^int/i.test(row.get("type"));
    if (is === "at-least") limits.minimum = value;
    else if (is === "at-most") limits.maximum = value;
    else if (is === "above" && isWhole) limits.minimum = value + 1;
    else if (is === "below" && isWhole) limits.maximum = value - 1;
    else return {};
  }
  return limits;
}

/** A range of up to eleven whole steps is a scale; any other is a number within limits. */
function readRange(row: NamedRow, common: Common): OutlineQuestion {
  const parameter = (name: string, usual: number) => {
    const found = new RegExp(`${name}\\s*=\\s*(-?\\d+(?:\\.\\d+)?)`).exec(row.get("parameters"));
    return found ? Number(found[1]) : usual;
  };
  const [start, end, step] = [parameter("start", 1), parameter("end", 10), parameter("step", 1)];
  const steps = (end - start) / step;
  if (
    !Number.isInteger(steps) ||
    !Number.isInteger(start) ||
    step !== 1 ||
    steps < 1 ||
    steps > 10
  ) {
    const decimals = Number.isInteger(start) && Number.isInteger(step) ? 0 : 2;
    return { ...common, kind: "number", minimum: start, maximum: end, decimals };
  }
  const options = Array.from({ length: steps + 1 }, (_, index) => {
    const name = String(start + index);
    return { name, label: { lt: name, en: name } };
  });
  if (start !== 0 || end !== 10) return { ...common, kind: "rating", options };
  const choice = { kind: "choice", shape: "single", hasOther: false, isShuffled: false } as const;
  return { ...common, ...choice, options };
}
