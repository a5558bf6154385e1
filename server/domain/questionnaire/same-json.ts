/** Whether two values of JSON are equal; fields that are undefined count as absent, and their order does not matter. */
export function isSameJson(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || !one || !other) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [fields, others] = [presentFields(one), presentFields(other)];
  if (fields.length !== others.length) return false;
  return fields.every(
    ([name, value]) =>
      Object.hasOwn(other, name) && isSameJson(value, (other as Record<string, unknown>)[name]),
  );
}

function presentFields(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, inner]) => inner !== undefined);
}
