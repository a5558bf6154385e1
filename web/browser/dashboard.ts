import { addCopyButton } from "./copy-table.ts";

// Charts, and buttons for what only a browser can do. Without this file every number is in the page's tables.

for (const actions of document.querySelectorAll<HTMLElement>("[data-actions]")) {
  addCopyButton(actions);
}

const boxes = [...document.querySelectorAll<HTMLElement>("[data-chart]")];
if (boxes.length > 0) void drawAll();

/** Chart.js is fetched only where there is something to draw. */
async function drawAll(): Promise<void> {
  const { mountChart } = await import("./draw-chart.ts");
  for (const box of boxes) mountChart(box);
}
