/** Where a chart is drawn: on a light or a dark screen, or on paper. */
export type ChartTheme = "light" | "dark" | "print";

export interface ChartPalette {
  ink: string;
  inkSoft: string;
  paper: string;
  paperSoft: string;
  line: string;
  accent: string;
  accentSoft: string;
  before: string;
  after: string;
  withheld: string;
}

/** The colours of web/styles/tokens.css (a test holds them together): a canvas cannot read custom properties. */
const light: ChartPalette = {
  ink: "#1d2730",
  inkSoft: "#4d5b66",
  paper: "#ffffff",
  paperSoft: "#f3f5f4",
  line: "#c9d1d3",
  accent: "#0e5a63",
  accentSoft: "#e2eeee",
  before: "#8a6d1f",
  after: "#0e5a63",
  withheld: "#8b959b",
};

const dark: ChartPalette = {
  ink: "#e8edee",
  inkSoft: "#b3bfc4",
  paper: "#14191d",
  paperSoft: "#1d252a",
  line: "#46535a",
  accent: "#7cc8cf",
  accentSoft: "#1e3438",
  before: "#d9b75b",
  after: "#7cc8cf",
  withheld: "#8b959b",
};

export function chartPalette(theme: ChartTheme): ChartPalette {
  return theme === "dark" ? dark : light;
}

/** Sizes in CSS pixels. A family name that holds a digit must be quoted, or the canvas silently ignores it. */
export interface ChartType {
  family: string;
  size: number;
  small: number;
  lineHeight: number;
}

const screenType: ChartType = {
  family:
    'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif',
  size: 14,
  small: 13,
  lineHeight: 19,
};

const printType: ChartType = {
  family: '"Source Sans 3", "Noto Emoji", sans-serif',
  size: 13,
  small: 12,
  lineHeight: 17,
};

export function chartType(theme: ChartTheme): ChartType {
  return theme === "print" ? printType : screenType;
}

/** The shorthand that both canvases understand. */
export function fontOf(
  type: ChartType,
  size: number,
  weight: "normal" | "bold" = "normal",
): string {
  return `${weight} ${size}px ${type.family}`;
}
