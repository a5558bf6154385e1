import type { DumbbellChart, ForestChart, ForestRow } from "../../server/domain/annex/chart.ts";

/** A locality's row with everything shown. */
export function aForestRow(row: Partial<ForestRow> = {}): ForestRow {
  return {
    label: "Prienai",
    value: 18,
    low: 9,
    high: 28,
    weight: 11,
    steadied: 17,
    isTotal: false,
    details: ["11 iš 13", "9 ↑ 2 = 0 ↓"],
    ...row,
  };
}

export function aWithheldRow(row: Partial<ForestRow> = {}): ForestRow {
  return aForestRow({
    label: "Pagėgiai",
    value: null,
    low: null,
    high: null,
    weight: 0,
    steadied: null,
    details: ["nerodoma: mažiau negu 5"],
    ...row,
  });
}

export function aForestChart(chart: Partial<ForestChart> = {}): ForestChart {
  return {
    kind: "forest",
    axis: {
      title: "Pokytis po mokymų, balai iš 100 (95 % pasikliautinasis intervalas)",
      minimum: -20,
      maximum: 50,
    },
    rows: [
      aForestRow(),
      aWithheldRow(),
      aForestRow({ label: "Šilutė", value: -4.5, low: -31, high: 12, weight: 9, steadied: 2 }),
      aForestRow({ label: "Ignalina", value: 22, low: 11, high: 33, weight: 12, steadied: 20 }),
      aForestRow({ label: "Trakai", value: 12, low: 3, high: 21, weight: 14, steadied: 12.5 }),
      aForestRow({
        label: "Visi dalyviai",
        value: 13.2,
        low: 8.1,
        high: 18.3,
        weight: 49,
        steadied: null,
        isTotal: true,
        details: ["49 iš 64", "34 ↑ 9 = 6 ↓"],
      }),
    ],
    overall: 13.2,
    band: { low: -6, high: 33 },
    language: "lt",
    detailTitles: ["Poros", "Pokytis"],
    legend: {
      value: "Vidutinis pokytis ir jo intervalas",
      steadied: "Sušvelnintas įvertis",
      overall: "Visi dalyviai",
      band: "Kur tikėtina dar viena panaši vietovė",
    },
    ...chart,
  };
}

export function aDumbbellChart(chart: Partial<DumbbellChart> = {}): DumbbellChart {
  return {
    kind: "dumbbell",
    axis: { title: "Vidutinis įsivertinimas, balai iš 100", minimum: 0, maximum: 100 },
    rows: [
      { label: "Kultūros inovacijos", before: 48, after: 66 },
      { label: "Senamiesčio ir centrinių erdvių įveiklinimas", before: 66, after: 41 },
      { label: "Sklaida", before: 55, after: 57 },
      { label: "Dizaino mąstymas", before: null, after: null, details: ["nerodoma"] },
    ],
    beforeLabel: "Prieš mokymus",
    afterLabel: "Po mokymų",
    language: "lt",
    ...chart,
  };
}
