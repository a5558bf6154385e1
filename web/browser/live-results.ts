import type { ProgressMessage } from "../figures/progress-message.ts";

/**
 * Keeps a page of results up to date: steps of participation while answering goes on, then the results themselves.
 * A page that already shows a release is never changed under the reader's eyes; it offers the newer one.
 */
export function followProgress(place: HTMLElement, onNewPage: () => void): void {
  const shown = Number(place.dataset.release);
  const events = new EventSource(place.dataset.progress ?? "");
  events.addEventListener("progress", (event) => {
    // The server writes these messages; its type says what is in them.
    const message = JSON.parse(event.data) as ProgressMessage;
    if (message.release > shown) {
      events.close();
      void (shown === 0 ? showResults(onNewPage) : offerNewer(place));
    } else if (shown === 0) {
      updateParticipation(message);
    }
  });
}

function updateParticipation({ summary, rows }: ProgressMessage): void {
  const section = document.querySelector("#participation");
  const sentence = section?.querySelector("[data-summary-text]");
  if (sentence) sentence.textContent = summary;
  section?.querySelectorAll("tbody tr").forEach((row, index) => {
    [...row.children].forEach((cell, column) => {
      const text = rows[index]?.[column];
      if (text !== undefined && cell.textContent !== text) cell.textContent = text;
    });
  });
}

/** The first release: what the server now shows at this address takes the place of what stood here. */
async function showResults(onNewPage: () => void): Promise<void> {
  const response = await fetch(location.href);
  const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
  const main = fresh.querySelector("main");
  if (!response.ok || !main) return;
  document.querySelector("main")?.replaceWith(main);
  onNewPage();
}

function offerNewer(place: HTMLElement): void {
  const link = document.createElement("a");
  link.href = location.href;
  link.textContent = place.dataset.newer ?? "";
  place.replaceChildren(link);
}
