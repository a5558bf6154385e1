import { readMarkup } from "../../support/html.ts";
import { mark } from "./payloads.ts";
import type { Page } from "./walker.ts";

/** What in a page came out of somebody's words although it is code, or leads somewhere by them. */
export function faultsIn({ path, html }: Pick<Page, "path" | "html">): string[] {
  const { tags, code } = readMarkup(html);
  const faults = code.filter((one) => /žqx|__x|@import/.test(one)).map((one) => one.slice(0, 80));
  for (const { name, isEnd, attributes } of tags) {
    const isOurs = !foreignTags.test(name) && (name !== "script" || isEnd || attributes.has("src"));
    if (!isOurs || attributes.has("http-equiv")) faults.push(name);
    for (const [attribute, value] of attributes) {
      const isCode = attribute.startsWith("on") || attribute.includes(mark);
      if (isCode || (leading.test(attribute) && leadsAstray(value))) {
        faults.push(`${name} ${attribute}=${value}`);
      }
    }
  }
  return faults.map((fault) => `${path}: ${fault}`);
}

const foreignTags = /^(object|embed|base|math|animate|video|source)$|žqx/;
const leading = /^(href|src|action|formaction|srcdoc|style|data)$/;
const ownAddress = /^(\/(?!\/)|[#?]|https:\/\/example\.org\/|mailto:|data:(image\/|,$)|$)/;

/** Words in an address would also stand in the history, in logs, and in what other sites are told. */
export function leadsAstray(address: string): boolean {
  return !ownAddress.test(address) || decodeURI(address).includes(mark);
}
