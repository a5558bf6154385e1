/**
 * A chart as data: what is drawn, never how. The browser and the document writers draw it from the same configuration
 * (web/figures/configuration.ts), so a chart on the dashboard and the one in the annex cannot differ.
 */
export type Chart = ForestChart | DumbbellChart | BarsChart;

export interface ChartAxis {
  title: string;
  minimum: number;
  maximum: number;
}

/** Gains by row with their intervals; rows keep the order given. A row without a value is withheld and drawn greyed. */
export interface ForestChart {
  kind: "forest";
  axis: ChartAxis;
  rows: ForestRow[];
  /** Where the dashed line of all participants stands. */
  overall: number | null;
  /** The range in which a further similar locality would be expected. */
  band: { low: number; high: number } | null;
  language: string;
  /** Headings over the details, one a column; left out where the details speak for themselves. */
  detailTitles?: string[];
  /** What the marks mean, in words; a mark without a wording gets no place in the legend. */
  legend?: ForestLegend;
}

export interface ForestLegend {
  /** The square and its line. */
  value: string;
  /** The hollow diamond. */
  steadied?: string;
  /** The dashed line of all participants. */
  overall?: string;
  /** The light band. */
  band?: string;
}

export interface ForestRow {
  label: string;
  value: number | null;
  low: number | null;
  high: number | null;
  /** People behind the row; the square's area grows with it. */
  weight: number;
  /** The steadied estimate, drawn as a hollow diamond. */
  steadied: number | null;
  isTotal: boolean;
  /** Short texts at the right, such as "9 ↑ 2 = 0 ↓" and "11 / 13". */
  details: string[];
}

/** Before and after on one axis, with the interval of each where it is known. */
export interface DumbbellChart {
  kind: "dumbbell";
  axis: ChartAxis;
  rows: DumbbellRow[];
  beforeLabel: string;
  afterLabel: string;
  language: string;
}

export interface DumbbellRow {
  label: string;
  before: number | null;
  after: number | null;
  /** Short texts at the right; for a withheld row, why there is nothing to see. */
  details?: string[];
}

/**
 * Everybody as one bar a row, split into parts. Where the answers have a middle the axis runs from -100 to 100 and bars
 * lie around it (diverging); else from 0.
 */
export interface BarsChart {
  kind: "bars";
  axis: ChartAxis;
  rows: BarsRow[];
  /** What the shades mean, from the lowest; empty where rows offer different answers. */
  shades: BarShade[];
  language: string;
  detailTitles?: string[];
}

export interface BarsRow {
  label: string;
  /** Where the first part begins on the axis. */
  from: number;
  /** A row without parts is withheld. */
  parts: BarPart[];
  details: string[];
}

export interface BarPart {
  text: string;
  /** How long it is on the axis. */
  size: number;
  people: number;
  /** Between the lowest answer (0) and the highest (1); null where it is on no scale with the others. */
  place: number | null;
}

export interface BarShade {
  text: string;
  place: number | null;
}
