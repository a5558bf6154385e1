/** Three simple logos, drawn for the demonstration: they stand for the real ones and are not them. */
const wordMark = (mark: string, lines: string[], width: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} 64" width="${width}" height="64">${mark}${lines
    .map(
      (line, index) =>
        `<text x="76" y="${lines.length === 1 ? 39 : 27 + index * 22}" font-family="Source Sans 3, Arial, sans-serif" font-size="18" font-weight="600" fill="#1d2730">${line}</text>`,
    )
    .join("")}</svg>`;

export const demoLogos = [
  {
    alt: { lt: "Lietuvos kultūros taryba", en: "Lithuanian Council for Culture" },
    svg: wordMark(
      '<circle cx="32" cy="32" r="26" fill="none" stroke="#8a2f4b" stroke-width="8"/><circle cx="32" cy="32" r="8" fill="#8a2f4b"/>',
      ["Lietuvos", "kultūros taryba"],
      240,
    ),
  },
  {
    alt: {
      lt: "Lietuvos Respublikos kultūros ministerija",
      en: "Ministry of Culture of the Republic of Lithuania",
    },
    svg: wordMark(
      '<path d="M8 52V18L32 6l24 12v34z" fill="none" stroke="#1f4e79" stroke-width="6"/><path d="M20 52V28M32 52V28M44 52V28" stroke="#1f4e79" stroke-width="6"/>',
      ["Lietuvos Respublikos", "kultūros ministerija"],
      296,
    ),
  },
  {
    alt: { lt: "VšĮ Ateities visuomenės institutas", en: "Future Society Institute" },
    svg: wordMark(
      '<path d="M6 54 32 8l26 46" fill="none" stroke="#2f6b4f" stroke-width="8"/><path d="M18 54h28" stroke="#2f6b4f" stroke-width="8"/>',
      ["Ateities", "visuomenės institutas"],
      300,
    ),
  },
];
