/** The fields of a form as it would send them, without what the page knew. */
export function typedIn(form: HTMLFormElement): string {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (name !== "_seen" && value !== "") fields.append(name, String(value));
  }
  return String(fields);
}

/** The same as the server had filled it in, before anybody touched the page. */
export function shownIn(form: HTMLFormElement): string {
  const untouched = form.cloneNode(true) as HTMLFormElement;
  untouched.reset();
  return typedIn(untouched);
}

/** A kept entry with what was marked since: each field that is not as the page came, as it is now. */
export function withTouched(form: HTMLFormElement, kept: string): string {
  const [shown, now] = [new URLSearchParams(shownIn(form)), new URLSearchParams(typedIn(form))];
  const merged = new URLSearchParams(kept);
  for (const name of new Set([...shown.keys(), ...now.keys()])) {
    const values = now.getAll(name);
    if (values.join() === shown.getAll(name).join()) continue;
    merged.delete(name);
    for (const value of values) merged.append(name, value);
  }
  return String(merged);
}

/** Statements of the notice, asked on the page with everything until they are settled. */
export function statementsOf(form: HTMLFormElement): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>('[name^="_statement."]')];
}

export function removeStatements(form: HTMLFormElement): void {
  for (const statement of statementsOf(form)) statement.closest("fieldset, .card")?.remove();
}

/** What was typed, without statements that the form no longer asks. */
export function typedFor(form: HTMLFormElement, body: string): string {
  if (statementsOf(form).length > 0) return body;
  const fields = new URLSearchParams(body);
  for (const name of [...fields.keys()]) if (name.startsWith("_statement.")) fields.delete(name);
  return String(fields);
}

/** Puts fields back as they were typed. */
export function fillIn(form: HTMLFormElement, body: string): void {
  const fields = new URLSearchParams(body);
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && isChoice(field)) {
      field.checked = fields.getAll(field.name).includes(field.value);
    } else if (isTyped(field) && !field.name.startsWith("_")) {
      field.value = fields.get(field.name) ?? "";
    }
  }
  form.dispatchEvent(new Event("change", { bubbles: true }));
}

function isChoice(field: HTMLInputElement): boolean {
  return field.type === "radio" || field.type === "checkbox";
}

function isTyped(
  field: Element,
): field is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
  return (
    field instanceof HTMLTextAreaElement ||
    field instanceof HTMLSelectElement ||
    (field instanceof HTMLInputElement && field.type !== "hidden" && !isChoice(field))
  );
}

/** What the page knows of its part. */
export function seenBy(form: HTMLFormElement): string | null {
  return form.querySelector<HTMLInputElement>("[name=_seen]")?.value ?? null;
}

export function setSeen(form: HTMLFormElement, seen: string): void {
  const field =
    form.querySelector<HTMLInputElement>("[name=_seen]") ??
    form.appendChild(
      Object.assign(document.createElement("input"), { type: "hidden", name: "_seen" }),
    );
  field.value = seen;
}
