import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  type INumberingOptions,
  type IStylesOptions,
  LevelFormat,
  LineRuleType,
} from "docx";

/** Of the fonts that every Word has, the one nearest to the PDF's. */
export const wordFont = "Calibri";
export const ink = "1D2730";
export const soft = "4D5B66";
const accent = "0E5A63";

export const pageMargins = {
  left: convertMillimetersToTwip(30),
  right: convertMillimetersToTwip(15),
  top: convertMillimetersToTwip(20),
  bottom: convertMillimetersToTwip(20),
  header: convertMillimetersToTwip(10),
  footer: convertMillimetersToTwip(10),
};

/** Real styles: who edits the document changes one of them and not every paragraph. Sizes are in half points. */
export function documentStyles(language: "lt" | "en"): IStylesOptions {
  const heading = (size: number, before: number) => ({
    run: { font: wordFont, size, bold: true, color: accent },
    paragraph: { spacing: { before, after: 120 }, keepNext: true },
  });
  return {
    default: {
      document: {
        run: {
          font: wordFont,
          size: 22,
          color: ink,
          language: { value: language === "lt" ? "lt-LT" : "en-GB" },
        },
        paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO } },
      },
      title: { run: { font: wordFont, size: 38, bold: true, color: accent } },
      heading1: heading(30, 320),
      heading2: heading(25, 260),
      heading3: heading(22, 220),
    },
    paragraphStyles: [
      { ...basedOnNormal("Subtitle"), run: { size: 28, color: ink } },
      {
        ...basedOnNormal("Caption"),
        run: { size: 20, color: ink, bold: true, italics: false },
        paragraph: { spacing: { before: 200, after: 100 } },
      },
      { ...basedOnNormal("Note"), paragraph: { shading: { fill: "F3F5F4" }, ...bar(24, accent) } },
      {
        ...basedOnNormal("Quotation"),
        run: { italics: true },
        paragraph: { indent: { left: 200 }, ...bar(8, "9AA6AB") },
      },
      {
        ...basedOnNormal("Table text"),
        run: { size: 19 },
        paragraph: { spacing: { before: 40, after: 40, line: 240, lineRule: LineRuleType.AUTO } },
      },
      { ...basedOnNormal("Small"), run: { size: 18, color: soft } },
    ],
  };
}

function basedOnNormal(name: string) {
  return { id: styleId(name), name, basedOn: "Normal", next: "Normal", quickFormat: true };
}

/** The name by which paragraphs refer to a style. */
export function styleId(name: string): string {
  return name.replace(/ /g, "");
}

function bar(size: number, color: string) {
  return { border: { left: { style: BorderStyle.SINGLE, size, color, space: 8 } } };
}

/** Numbers of headings: "1.", "1.1.". */
export const headingNumbers = "headings";
export const dashes = "dashes";

export const documentNumbering: INumberingOptions = {
  config: [
    {
      reference: headingNumbers,
      levels: ["%1.", "%1.%2.", "%1.%2.%3."].map((text, level) => ({
        level,
        text,
        format: LevelFormat.DECIMAL,
        alignment: AlignmentType.START,
        style: { paragraph: { indent: { left: 0, hanging: 0 } } },
      })),
    },
    {
      reference: dashes,
      levels: [
        {
          level: 0,
          text: "–",
          format: LevelFormat.BULLET,
          alignment: AlignmentType.START,
          style: { paragraph: { indent: { left: 360, hanging: 260 } } },
        },
      ],
    },
  ],
};
