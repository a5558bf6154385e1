// Keeps the preview beside the form up to date while choices change. Without this file a button does the same.

export {};

const form = document.querySelector<HTMLFormElement>("form[data-preview]");
const statusLine = document.querySelector<HTMLElement>("[data-preview-status]");
const pauseMilliseconds = 350;

let timer: number | undefined;
let latest = 0;

/** Draws a chart when it is about to be seen. `scrollMargin` is for the preview that scrolls by itself; older browsers draw a moment later. */
const nearing = new IntersectionObserver(
  (entries) =>
    void drawBoxes(entries.filter((one) => one.isIntersecting).map(({ target }) => target)),
  { rootMargin: "300px", scrollMargin: "300px" } as IntersectionObserverInit,
);

if (form) {
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void refresh(form), pauseMilliseconds);
  });
  addEventListener("beforeprint", () => void drawBoxes(waitingBoxes()));
  void awaitCharts();
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
  void awaitCharts();
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

function waitingBoxes(): HTMLElement[] {
  return chartBoxes(document).filter((box) => !box.querySelector("canvas"));
}

/** Gives every chart the room that it will take, so that nothing moves when it is drawn, and draws what is near. */
async function awaitCharts(): Promise<void> {
  if (waitingBoxes().length === 0) return;
  const { reserveRoom } = await import("./draw-chart.ts");
  nearing.disconnect();
  for (const box of waitingBoxes()) {
    reserveRoom(box);
    nearing.observe(box);
  }
}

async function drawBoxes(boxes: readonly Element[]): Promise<void> {
  const { mountChart } = await import("./draw-chart.ts");
  for (const box of boxes) {
    nearing.unobserve(box);
    if (box instanceof HTMLElement && !box.querySelector("canvas")) mountChart(box);
  }
}
