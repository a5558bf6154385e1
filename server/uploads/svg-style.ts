const localAddress = /url\(\s*(["']?)#([\w.:-]{1,200})\1\s*\)/gi;
const elsewhere =
  /url\s*\(|(?:image|image-set|cross-fade|element|src|expression)\s*\(|javascript:|@|\\|</i;

/**
 * Whether styling (a sheet or the value of an attribute) refers to nothing outside the drawing: no imports, no fonts, no
 * pictures, and no escapes behind which such words could hide.
 */
export function isLocalStyle(css: string): boolean {
  return !elsewhere.test(css.replace(localAddress, ""));
}

/** The ids within the drawing that styling refers to. */
export function addressedIds(css: string): string[] {
  return [...css.matchAll(localAddress)].map((match) => match[2] ?? "");
}
