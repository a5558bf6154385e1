import type { StatisticalData, Variable } from "../../server/documents/statistical-data.ts";

export function aVariable(variable: Partial<Variable> = {}): Variable {
  return { name: "v1", label: "", kind: "number", measure: "scale", ...variable };
}

/** Answers as they would be exported: codes with labels, missing codes as a range, Lithuanian everywhere. */
export function someData(data: Partial<StatisticalData> = {}): StatisticalData {
  const rows: StatisticalData["rows"] = [
    [1, 3, "Šilutė „senamiestis“", "2017-06-30", 4.25],
    [2, -9, "", "1999-12-31", -0.5],
    [1, null, "ž".repeat(400), null, null],
  ];
  return {
    title: "Kompetencijų apklausa „prieš“ ir „po“",
    day: "2017-07-14",
    variables: [
      aVariable({
        name: "vietovė",
        label: "Vietovė",
        measure: "nominal",
        values: [
          { value: 1, label: "Šilutė" },
          { value: 2, label: "Pagėgiai" },
        ],
      }),
      aVariable({
        name: "INOV1_prieš",
        label: "Gebu paaiškinti, kas yra kultūros inovacija",
        question: "Kiek sutinkate su teiginiu: gebu paaiškinti, kas yra kultūros inovacija?",
        measure: "ordinal",
        missing: { from: -9, to: -5 },
        values: [
          { value: -9, label: "Praleista" },
          { value: 3, label: "Nei taip, nei ne" },
        ],
      }),
      aVariable({
        name: "komentaras",
        label: "Komentaras",
        kind: "text",
        measure: "nominal",
        width: 1000,
      }),
      aVariable({ name: "diena", label: "Diena", kind: "day", measure: "scale" }),
      aVariable({ name: "balas", label: "Balas", decimals: 2 }),
    ],
    rows,
    rowCount: 3,
    notes: [
      "Demonstraciniai duomenys.",
      "Išgalvoti atsakymai, skirti programai išbandyti. ".repeat(4),
    ],
    ...data,
  };
}
