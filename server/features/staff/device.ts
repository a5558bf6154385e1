const browsers: readonly (readonly [name: string, mark: RegExp])[] = [
  ["Edge", /Edg(e|A|iOS)?\//],
  ["Opera", /OPR\//],
  ["Samsung Internet", /SamsungBrowser\//],
  ["Firefox", /(Firefox|FxiOS)\//],
  ["Chrome", /(Chrome|CriOS)\//],
  ["Safari", /Safari\//],
];

const systems: readonly (readonly [name: string, mark: RegExp])[] = [
  ["Android", /Android/],
  ["iPhone", /iPhone/],
  ["iPad", /iPad/],
  ["Windows", /Windows/],
  ["macOS", /Mac OS X|Macintosh/],
  ["ChromeOS", /CrOS/],
  ["Linux", /Linux/],
];

/** What a browser calls itself, in two words, so that people know their sessions apart; no version, nothing else kept. */
export function deviceOf(userAgent: string): string {
  const sent = userAgent.slice(0, 500);
  const find = (known: typeof browsers) => known.find(([, mark]) => mark.test(sent))?.[0];
  return [find(browsers), find(systems)].filter((name) => name !== undefined).join(", ");
}
