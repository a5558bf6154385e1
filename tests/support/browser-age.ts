/** A thing that browsers of 2021 do not all have, by what it looks like in a built file. */
type Newer = readonly (readonly [name: string, pattern: RegExp])[];

/**
 * Came to the last of Chrome, Firefox and Safari after the end of 2021 (or not on phones by then); from the
 * compatibility data of MDN. Syntax is made older by the build already; names of things cannot be.
 */
export const newerScript: Newer = [
  [".at()", /\.at\(-?[\w(]/],
  ["findLast", /\.findLast(Index)?\(/],
  ["array copying methods", /\.(toSorted|toReversed|toSpliced|with)\(/],
  ["Array.fromAsync", /Array\.fromAsync/],
  ["groupBy", /\b(Object|Map)\.groupBy\(/],
  ["structuredClone", /\bstructuredClone\(/],
  ["Object.hasOwn", /Object\.hasOwn\(/],
  ["Error cause", /new Error\([^)]*,\s*\{\s*cause/],
  ["set methods", /\.(isSubsetOf|isSupersetOf|symmetricDifference|isDisjointFrom)\(/],
  ["Promise.withResolvers", /Promise\.(withResolvers|try)\(/],
  ["AbortSignal.timeout", /AbortSignal\.(timeout|any)\(/],
  ["throwIfAborted", /\.throwIfAborted\(/],
  ["crypto.randomUUID", /\.randomUUID\(/],
  ["URL.canParse", /URL\.(canParse|parse)\(/],
  ["dialog", /\.showModal\(/],
  ["popover", /\.(showPopover|togglePopover)\(|popover/],
  ["view transitions", /startViewTransition/],
  ["navigation API", /\bnavigation\.(navigate|addEventListener)/],
  ["URLPattern", /\bURLPattern\b/],
  ["scheduler", /\bscheduler\.(postTask|yield)/],
  ["checkVisibility", /\.checkVisibility\(/],
  ["inert", /\.inert\b/],
  ["locks", /navigator\.locks\b/],
  ["BroadcastChannel", /\bBroadcastChannel\b/],
  ["storage buckets", /storageBuckets/],
  ["import maps", /importmap/],
  ["logical assignment", /\?\?=|\|\|=|&&=/],
  ["private members", /[{;\s]#[A-Za-z_]\w*\s*[=(;}]/],
  ["static block", /\bstatic\s*\{/],
  ["RegExp flags d and v", /\/[gimsuy]*[dv][gimsuy]*[.,;)\s]/],
  ["lookbehind", /\(\?<[=!]/],
  ["top-level await", /^await\s/m],
];

/** Not listed is accent-color, a colour that older browsers leave out without any loss. */
export const newerStyle: Newer = [
  [":has()", /:has\(/],
  ["@layer", /@layer\b/],
  ["@container", /@container\b|container-type\s*:/],
  ["@scope", /@scope\b/],
  ["@starting-style", /@starting-style\b/],
  ["@property", /@property\b/],
  ["color-mix()", /color-mix\(/],
  ["newer colours", /\b(oklch|oklab|lch|lab|hwb|light-dark)\(/],
  ["dynamic viewport units", /\d(d|s|l)v(h|w|min|max|b|i)\b/],
  ["nesting", /[{;}]\s*&/],
  ["range queries", /@media[^{]*[<>]/],
  ["subgrid", /subgrid/],
  ["text-wrap", /text-wrap(-style)?\s*:/],
  ["field-sizing", /field-sizing\s*:/],
  ["individual transforms", /[{;]\s*(translate|rotate|scale)\s*:/],
  ["anchor positioning", /anchor-name|position-anchor/],
  ["trigonometry", /\b(sin|cos|tan|round|mod|rem)\(/],
  ["scrollbar-gutter", /scrollbar-gutter\s*:/],
  ["overflow: clip", /overflow(-[xy])?\s*:\s*clip/],
];

/** The names of the newer things that a built file uses. */
export function findNewer(text: string, list: Newer): string[] {
  return list.filter(([, pattern]) => pattern.test(text)).map(([name]) => name);
}
