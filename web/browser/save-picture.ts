const pictureWidth = 960;
const margin = 32;
const scale = 2;
const lineHeight = 22;

/** A button that saves a chart as a PNG file, with its title and, for invented data, the words that say so. */
export function addPictureButton(
  box: HTMLElement,
  drawOn: (canvas: HTMLCanvasElement, width: number) => { destroy: () => void },
): void {
  const section = box.closest<HTMLElement>("[data-figure]");
  const actions = section?.querySelector<HTMLElement>("[data-actions]");
  if (!section || !actions?.dataset.png) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quiet";
  button.textContent = actions.dataset.png;
  button.addEventListener("click", () => {
    const chart = document.createElement("canvas");
    const drawn = drawOn(chart, pictureWidth - 2 * margin);
    save(framed(chart, headingLines(section)), `${section.dataset.figure}.png`);
    drawn.destroy();
  });
  actions.querySelector("a")?.after(button);
}

/** What must stay with the picture wherever it is pasted. */
function headingLines(section: HTMLElement): string[] {
  const title = section.querySelector<HTMLElement>("[data-title]")?.dataset.title ?? "";
  const programme = document.querySelector(".trail li:nth-child(2)")?.textContent ?? "";
  const demonstration = document.querySelector(".demonstration")?.textContent ?? "";
  return [title, programme, demonstration].filter((line) => line !== "");
}

function framed(chart: HTMLCanvasElement, lines: readonly string[]): HTMLCanvasElement {
  const picture = document.createElement("canvas");
  const pen = picture.getContext("2d");
  if (!pen) return chart;
  const font = (index: number) =>
    `${index === 0 ? "bold 18px" : "14px"} ${getComputedStyle(document.body).fontFamily}`;
  const wrapped = lines.flatMap((line, index) => {
    pen.font = font(index);
    return wrap(pen, line, pictureWidth - 2 * margin).map((text) => ({ text, font: font(index) }));
  });
  const top = margin + wrapped.length * lineHeight + margin / 2;
  picture.width = pictureWidth * scale;
  picture.height = (top + margin) * scale + chart.height;
  pen.fillStyle = "#ffffff";
  pen.fillRect(0, 0, picture.width, picture.height);
  pen.drawImage(chart, margin * scale, top * scale);
  pen.scale(scale, scale);
  pen.fillStyle = "#1d2730";
  pen.textBaseline = "top";
  wrapped.forEach(({ text, font: lineFont }, index) => {
    pen.font = lineFont;
    pen.fillText(text, margin, margin + index * lineHeight);
  });
  return picture;
}

function wrap(pen: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && pen.measureText(longer).width <= width)
      lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function save(picture: HTMLCanvasElement, name: string): void {
  picture.toBlob((blob) => {
    if (!blob) return;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    URL.revokeObjectURL(link.href);
  }, "image/png");
}
