// Keeps the preview beside the form up to date while choices change. Without this file a button does the same.

export {};

const form = document.querySelector<HTMLFormElement>("form[data-preview]");
const statusLine = document.querySelector<HTMLElement>("[data-preview-status]");
const pauseMilliseconds = 350;

let timer: number | undefined;
let latest = 0;

if (form) {
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void refresh(form), pauseMilliseconds);
  });
  void drawCharts();
}

/** Asks the server for the page with these choices, and takes over its preview alone; an answer overtaken by a later one is dropped. */
async function refresh(from: HTMLFormElement): Promise<void> {
  const turn = ++latest;
  if (statusLine) statusLine.textContent = statusLine.dataset.working ?? "";
  const address = `${from.dataset.preview}?${new URLSearchParams(sentFields(from))}`;
  const answer = await fetch(address).catch(() => undefined);
  const fresh = answer && new DOMParser().parseFromString(await answer.text(), "text/html");
  if (turn !== latest) return;
  if (statusLine) statusLine.textContent = "";
  const preview = fresh?.querySelector("#preview");
  const shown = document.querySelector("#preview");
  if (!preview || !shown) return;
  keepDrawings(shown, preview);
  shown.replaceChildren(...preview.childNodes);
  void drawCharts();
}

function sentFields(from: HTMLFormElement): string[][] {
  return [...new FormData(from)].map(([name, value]) => [name, String(value)]);
}

/** A chart that has not changed is moved over as it stands, instead of being drawn again. */
function keepDrawings(old: Element, fresh: Element): void {
  const drawn = new Map(chartBoxes(old).map((box) => [box.dataset.chart, box]));
  for (const box of chartBoxes(fresh)) {
    const same = drawn.get(box.dataset.chart);
    if (same) box.replaceWith(same);
  }
}

function chartBoxes(place: ParentNode): HTMLElement[] {
  return [...place.querySelectorAll<HTMLElement>("[data-chart]")];
}

async function drawCharts(): Promise<void> {
  const waiting = chartBoxes(document).filter((box) => box.childElementCount === 0);
  if (waiting.length === 0) return;
  const { mountChart } = await import("./draw-chart.ts");
  for (const box of waiting) if (box.childElementCount === 0) mountChart(box);
}
