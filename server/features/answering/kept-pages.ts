import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";

/** A page that is the same for everybody, kept in memory in each form that browsers ask for. */
export interface KeptPage {
  plain: Uint8Array<ArrayBuffer>;
  gzip: Uint8Array<ArrayBuffer>;
  brotli: Uint8Array<ArrayBuffer>;
}

export interface KeptPages {
  get(key: string, render: () => string): KeptPage;
}

/** About 5 kB each. */
const mostKept = 2_000;
const smallestCompressed = 1_000;

export function createKeptPages(): KeptPages {
  const kept = new Map<string, KeptPage>();
  return {
    get(key, render) {
      const known = kept.get(key);
      if (known) return known;
      if (kept.size >= mostKept) kept.delete(kept.keys().next().value!);
      const page = keep(render());
      kept.set(key, page);
      return page;
    },
  };
}

function keep(html: string): KeptPage {
  const text = Buffer.from(html);
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
  return {
    plain: new Uint8Array(text),
    gzip: new Uint8Array(gzipSync(text, { level: 9 })),
    brotli: new Uint8Array(brotliCompressSync(text, quality)),
  };
}

export function sendKeptPage(c: Context, page: KeptPage): Response {
  const accepted = c.req.header("accept-encoding") ?? "";
  setPageHeaders(c);
  if (/\bbr\b/.test(accepted)) {
    c.header("content-encoding", "br");
    return c.body(page.brotli);
  }
  if (/\bgzip\b/.test(accepted)) {
    c.header("content-encoding", "gzip");
    return c.body(page.gzip);
  }
  return c.body(page.plain);
}

/** A page that holds somebody's own answers: compressed quickly, kept nowhere. */
export function sendPage(c: Context, html: string, status: ContentfulStatusCode = 200): Response {
  setPageHeaders(c);
  const isCompressed =
    html.length > smallestCompressed && /\bgzip\b/.test(c.req.header("accept-encoding") ?? "");
  if (!isCompressed) return c.body(html, status);
  c.header("content-encoding", "gzip");
  return c.body(new Uint8Array(gzipSync(html, { level: 3 })), status);
}

function setPageHeaders(c: Context): void {
  c.header("content-type", "text/html; charset=utf-8");
  c.header("vary", "accept-encoding");
}
