import { encodeQR } from "qr";

/** White modules around the code; beyond them the paper is white as well. */
const border = 2;

/**
 * A QR code as an SVG, one module a unit, that stands the loss of 15 % of it (a fold, a stain). Dark modules
 * that touch in a row are one shape: three times smaller, and no hairlines between them.
 */
export function qrSvg(text: string): string {
  const rows = encodeQR(text, "raw", { ecc: "medium", border });
  const shapes = rows.map((row, y) => rowShapes(row, y)).join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${rows.length} ${rows.length}"><path d="${shapes}"/></svg>`;
}

function rowShapes(row: boolean[], y: number): string {
  let shapes = "";
  for (let x = 0; x < row.length; x += 1) {
    if (!row[x]) continue;
    const end = row.indexOf(false, x);
    const width = (end === -1 ? row.length : end) - x;
    shapes += `M${x} ${y}h${width}v1h-${width}z`;
    x += width;
  }
  return shapes;
}
