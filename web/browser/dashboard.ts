import { addCopyButton } from "./copy-table.ts";
import { followProgress } from "./live-results.ts";

// Charts, and what only a browser can do. Without this file every number is in the page's tables.

enhance();
const live = document.querySelector<HTMLElement>("[data-progress]");
if (live) followProgress(live, enhance);

function enhance(): void {
  for (const actions of document.querySelectorAll<HTMLElement>("[data-actions]")) {
    addCopyButton(actions);
  }
  const boxes = [...document.querySelectorAll<HTMLElement>("[data-chart]")];
  if (boxes.length > 0) void drawAll(boxes);
}

/** Chart.js is fetched only where there is something to draw. */
async function drawAll(boxes: readonly HTMLElement[]): Promise<void> {
  const { mountChart } = await import("./draw-chart.ts");
  for (const box of boxes) mountChart(box);
}
