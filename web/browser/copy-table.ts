/** A button that copies a figure's table, for a spreadsheet or a text: cells apart, rows below each other. */
export function addCopyButton(actions: HTMLElement): void {
  const table = actions.closest("[data-figure]")?.querySelector("table");
  if (!table) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quiet";
  button.textContent = actions.dataset.copy ?? "";
  const status = document.createElement("span");
  status.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    const isCopied = await copyTable(table);
    status.textContent = (isCopied ? actions.dataset.copied : actions.dataset.copyFailed) ?? "";
  });
  actions.append(button, status);
}

/** Over plain HTTP on a local network browsers offer no clipboard: there the table is selected and copied the old way. */
async function copyTable(table: HTMLTableElement): Promise<boolean> {
  try {
    const item = new ClipboardItem({
      "text/html": new Blob([table.outerHTML], { type: "text/html" }),
      "text/plain": new Blob([asText(table)], { type: "text/plain" }),
    });
    await navigator.clipboard.write([item]);
    return true;
  } catch {
    return copySelected(table);
  }
}

function copySelected(table: HTMLTableElement): boolean {
  const selection = getSelection();
  selection?.removeAllRanges();
  const range = document.createRange();
  range.selectNode(table);
  selection?.addRange(range);
  const isCopied = document.execCommand("copy");
  selection?.removeAllRanges();
  return isCopied;
}

function asText(table: HTMLTableElement): string {
  return [...table.rows]
    .map((row) => [...row.cells].map((cell) => asCell(cell.textContent ?? "")).join("\t"))
    .join("\n");
}

const number = /^[+-]?\d[\d\s.,]*\s?%?$/;
/** As in the server's CSV: also after blanks, and in the wide forms that spreadsheets narrow. */
const formula = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/;

/**
 * Spreadsheets read a hyphen as minus; the page's longer sign would make the cell a text. A text that they would run as
 * a formula, such as a locality so called, is made harmless.
 */
function asCell(shown: string): string {
  const text = shown.trim().replace(/^\u2212/, "-");
  return formula.test(text) && !number.test(text) ? `'${text}` : text;
}
