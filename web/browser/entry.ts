// Keying a sheet without looking at the screen: Enter and the arrows move between fields, a whole answer moves on by
// itself, and what a number means is said beside it. Without this script, Tab and the button do the same.
import { marksIn, placeOf } from "../../server/domain/response/keyed-places.ts";

type Field = HTMLInputElement | HTMLTextAreaElement;

const form = document.querySelector<HTMLFormElement>("form[data-sheet]");
if (form) begin(form);

function begin(sheet: HTMLFormElement): void {
  for (const field of fieldsOf(sheet)) {
    if (field instanceof HTMLInputElement) sayMeaning(field);
  }
  const wrong = sheet.querySelector<HTMLElement>("[aria-invalid=true]");
  (wrong ?? fieldsOf(sheet)[0])?.focus();
  sheet.addEventListener("keydown", (event) => onKey(sheet, event));
  sheet.addEventListener("input", (event) => onInput(sheet, event));
  sheet.addEventListener("focusin", ({ target }) => {
    if (target instanceof HTMLInputElement && isTyped(target)) target.select();
  });
}

function fieldsOf(sheet: HTMLFormElement): Field[] {
  return [...sheet.querySelectorAll<Field>("input:not([type=hidden]), textarea")];
}

function isTyped(field: EventTarget | null): field is Field {
  if (field instanceof HTMLTextAreaElement) return true;
  return field instanceof HTMLInputElement && field.type === "text";
}

/** Enter never sends a sheet by accident: it only moves, and from the last field to the button. */
function onKey(sheet: HTMLFormElement, event: KeyboardEvent): void {
  const { key, target } = event;
  if (event.isComposing || !(target instanceof HTMLElement) || target.matches("button, a")) return;
  const isEmptyBackspace = key === "Backspace" && isTyped(target) && target.value === "";
  const isInWords = target instanceof HTMLTextAreaElement;
  if (key === "Enter" && !event.shiftKey) step(sheet, event, 1);
  else if (key === "ArrowDown" && !isInWords) step(sheet, event, 1);
  else if ((key === "ArrowUp" && !isInWords) || isEmptyBackspace) step(sheet, event, -1);
}

function step(sheet: HTMLFormElement, event: Event, by: 1 | -1): void {
  event.preventDefault();
  const fields = fieldsOf(sheet);
  const next = fields.indexOf(event.target as Field) + by;
  if (next >= 0) (fields[next] ?? sheet.querySelector<HTMLElement>(".actions button"))?.focus();
}

function onInput(sheet: HTMLFormElement, event: Event): void {
  const { target } = event;
  if (!(target instanceof HTMLInputElement)) return;
  sayMeaning(target);
  if (target.dataset.most && isWhole(target, Number(target.dataset.most))) step(sheet, event, 1);
}

/** Whether the typed number stands on the sheet and no longer one can begin with it: 3 of 11, but not 1. */
function isWhole(field: HTMLInputElement, most: number): boolean {
  const [mark = "", ...more] = marksIn(field.value);
  const place = placeOf(mark);
  if (more.length > 0 || place === undefined || place > most) return false;
  const hasZero = meaningsOf(field).length === 0;
  return place === 0 ? hasZero : place * 10 > most;
}

function sayMeaning(field: HTMLInputElement): void {
  const output = field.parentElement?.querySelector("output");
  if (!output || output.htmlFor.value !== field.id) return;
  const meanings = meaningsOf(field);
  const words = marksIn(field.value).map((mark) => meanings[(placeOf(mark) ?? 0) - 1] ?? "?");
  output.value = meanings.length > 0 ? words.join(", ") : "";
}

/** What the numbers of a field mean stands in a list of the page; the field names it as its description. */
function meaningsOf(field: HTMLInputElement): string[] {
  const ids = (field.getAttribute("aria-describedby") ?? "").split(" ");
  const list = ids.map((id) => document.getElementById(id)).find((one) => one?.matches(".boxes"));
  return [...(list?.querySelectorAll("li > span") ?? [])].map((one) => one.textContent ?? "");
}
