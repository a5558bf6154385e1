/** Text as XML 1.0 can hold it, for element content and quoted attributes: what the standard forbids is left out. */
export function escapeXml(text: string): string {
  return needsLook.test(text) ? text.replace(unescaped, (sign) => entities[sign] ?? "") : text;
}

/** Most texts need nothing; telling so is much quicker than replacing nothing. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const needsLook = /[&<>"\u0000-\u001f\ud800-\udfff\ufffe\uffff]/;

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

// The first group is escaped; the rest are control characters, lone surrogates and the two non-characters.
const unescaped =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[&<>"]|[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
