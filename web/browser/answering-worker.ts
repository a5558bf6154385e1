/// <reference lib="webworker" />

// The pages of an opened questionnaire for when there is no connection. Only empty pages are kept, never answers:
// those are the page's own to keep.

const worker = self as unknown as ServiceWorkerGlobalScope;
const cacheName = "answering-1";
const longestWait = 6_000;
/** What stands for a page that is not kept: the list of parts, or the one page that has everything. */
const instead = ["/a/offline", "/a/all"];

worker.addEventListener("install", () => void worker.skipWaiting());
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener("message", (event) => {
  const { keep, forget } = event.data as { keep?: string[]; forget?: boolean };
  if (keep) event.waitUntil(keepAll(keep));
  if (forget) event.waitUntil(caches.delete(cacheName));
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== worker.location.origin) return;
  if (request.mode === "navigate" && url.pathname.startsWith("/a")) {
    event.respondWith(pageOf(request, url.pathname));
  } else if (url.pathname.startsWith("/assets/")) {
    event.respondWith(assetOf(request));
  }
});

async function keepAll(urls: string[]): Promise<void> {
  const cache = await caches.open(cacheName);
  const known = new Set((await cache.keys()).map((request) => request.url));
  const wanted = urls.map((url) => new URL(url, worker.location.origin).href);
  await Promise.all(
    [...known].filter((url) => !wanted.includes(url)).map((url) => cache.delete(url)),
  );
  for (const url of wanted) {
    const response = await fetch(url, { credentials: "same-origin" });
    if (response.ok && !response.redirected) await cache.put(url, response);
  }
}

/** The server's page; the kept one when the server cannot be reached or takes too long. */
async function pageOf(request: Request, path: string): Promise<Response> {
  try {
    return await Promise.race([fetch(request), late()]);
  } catch (error) {
    for (const each of [path, ...instead]) {
      const kept = await keptPage(each);
      if (kept) return kept;
    }
    throw error;
  }
}

function late(): Promise<never> {
  return new Promise((_resolve, reject) => {
    setTimeout(() => reject(new Error("the server takes too long")), longestWait);
  });
}

async function keptPage(path: string): Promise<Response | undefined> {
  const cache = await caches.open(cacheName);
  return await cache.match(path, { ignoreSearch: true });
}

/** Names of assets carry their content's hash, so a kept one is never outdated. */
async function assetOf(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? (await fetch(request));
}
