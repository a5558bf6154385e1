import { pathOf } from "./answering-saving.ts";

/** Lets a questionnaire that was opened once be gone on with where there is no connection, on secure origins only. */
export async function keepPagesOffline(form: HTMLFormElement): Promise<void> {
  const paths = pathsFor(form);
  if (!isSecureContext || !navigator.serviceWorker || paths.length === 0) return;
  try {
    await navigator.serviceWorker.register("/a/worker.js", { scope: "/a" });
    const { active } = await navigator.serviceWorker.ready;
    const query = `?blank=1&language=${document.documentElement.lang}`;
    active?.postMessage({ keep: [...paths.map((path) => path + query), ...scripts()] });
  } catch {
    // Without a worker everything else still works; only a start without a connection does not.
  }
}

/** The way that is being gone: part by part, or everything on one page. */
function pathsFor(form: HTMLFormElement): string[] {
  if (pathOf(form) === "/a/all") return ["/a/all"];
  const parts = form.dataset.parts?.split(" ") ?? [];
  return parts.length > 0 ? [...parts.map((part) => `/a/parts/${part}`), "/a/offline"] : [];
}

/** Handing the device over takes the kept pages along: they name the locality. */
export async function forgetPages(): Promise<void> {
  // The page that asks for a code is not the worker's, so that it has no controller to ask.
  const kept = await navigator.serviceWorker?.getRegistration("/a");
  kept?.active?.postMessage({ forget: true });
}

function scripts(): string[] {
  return [...document.querySelectorAll<HTMLScriptElement>("script[src]")].map(
    (script) => script.src,
  );
}
