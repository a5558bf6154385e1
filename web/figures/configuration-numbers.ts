/** Numbers as people of the language write them: "−4,5" in Lithuanian. The minus is always U+2212, as wide as a plus. */
export function formatNumber(value: number, language: string): string {
  return withMinus(new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(value));
}

/** A change, with its sign: "+4,5", "−4,5", "0". */
export function formatChange(value: number, language: string): string {
  const format = new Intl.NumberFormat(language, {
    maximumFractionDigits: 2,
    signDisplay: "exceptZero",
  });
  return withMinus(format.format(value));
}

/** English number formats come with a hyphen for a minus. */
function withMinus(text: string): string {
  return text.replace(/-/g, "\u2212");
}
