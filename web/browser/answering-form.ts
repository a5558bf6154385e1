/** The fields of a form as it would send them, without what the page knew. */
export function typedIn(form: HTMLFormElement): string {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (name !== "_seen" && value !== "") fields.append(name, String(value));
  }
  return String(fields);
}

/** Statements of the notice, asked on the page with everything until they are settled. */
export function statementsOf(form: HTMLFormElement): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>('[name^="_statement."]')];
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
