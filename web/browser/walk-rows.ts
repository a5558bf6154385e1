/**
 * Lets the arrow keys walk through a chart's rows. Chart and table have the same rows in the same order, so what is
 * read out is the table's row, each number with the heading of its column.
 */
export function walkRows(
  box: HTMLElement,
  canvas: HTMLCanvasElement,
  pointAt: (row: number) => void,
): void {
  const table = box.closest("[data-figure]")?.querySelector("table");
  const rows = [...(table?.tBodies[0]?.rows ?? [])];
  const headings = [...(table?.tHead?.rows[0]?.cells ?? [])].map((cell) => cell.textContent ?? "");
  if (rows.length === 0) return;
  const status = liveText(box);
  let current = -1;
  canvas.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    current = Math.min(Math.max(current + step, 0), rows.length - 1);
    pointAt(current);
    status.textContent = rowInWords(rows[current]!, headings);
  });
  canvas.addEventListener("focus", () => {
    status.textContent = box.dataset.hint ?? "";
  });
  canvas.addEventListener("blur", () => {
    current = -1;
    pointAt(current);
    status.textContent = "";
  });
}

function liveText(box: HTMLElement): HTMLElement {
  const status = document.createElement("p");
  status.className = "chart-status";
  status.setAttribute("role", "status");
  box.after(status);
  return status;
}

function rowInWords(row: HTMLTableRowElement, headings: readonly string[]): string {
  const [name, ...cells] = [...row.cells].map((cell) => cell.textContent ?? "");
  const numbers = cells
    .map((text, index) => `${headings[index + 1]} ${text}`)
    .filter((_, index) => cells[index] !== "–");
  return `${name}: ${numbers.join("; ")}`;
}
