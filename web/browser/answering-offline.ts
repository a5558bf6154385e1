/** Lets a questionnaire that was opened once be gone on with where there is no connection, on secure origins only. */
export async function keepPagesOffline(form: HTMLFormElement): Promise<void> {
  const parts = form.dataset.parts?.split(" ") ?? [];
  if (!isSecureContext || !navigator.serviceWorker || parts.length === 0) return;
  try {
    await navigator.serviceWorker.register("/a/worker.js", { scope: "/a" });
    const { active } = await navigator.serviceWorker.ready;
    const query = `?blank=1&language=${document.documentElement.lang}`;
    const pages = [...parts.map((part) => `/a/parts/${part}${query}`), `/a/offline${query}`];
    active?.postMessage({ keep: [...pages, ...scripts()] });
  } catch {
    // Without a worker everything else still works; only a start without a connection does not.
  }
}

/** Handing the device over takes the kept pages along: they name the locality. */
export function forgetPages(): void {
  navigator.serviceWorker?.controller?.postMessage({ forget: true });
}

function scripts(): string[] {
  return [...document.querySelectorAll<HTMLScriptElement>("script[src]")].map(
    (script) => script.src,
  );
}
