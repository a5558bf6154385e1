/** A sent form: each field's values in the order in which they came. */
export type FormFields = ReadonlyMap<string, readonly string[]>;

/** Reads the body of an HTML form (`application/x-www-form-urlencoded`). */
export function readFormFields(body: string): FormFields {
  const fields = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(body)) {
    const values = fields.get(name);
    if (values) values.push(value);
    else fields.set(name, [value]);
  }
  return fields;
}

/** All values of a field, without the empty ones that an untouched text box or select sends. */
export function valuesOf(sent: FormFields, name: string): readonly string[] {
  return (sent.get(name) ?? []).filter((value) => value.trim() !== "");
}

/** The only value of a field; undefined when it was left empty or not sent. The first of several. */
export function firstValueOf(sent: FormFields, name: string): string | undefined {
  return valuesOf(sent, name)[0];
}
