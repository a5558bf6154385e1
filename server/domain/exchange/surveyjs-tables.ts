import type { OutlineOption, OutlineQuestion, OutlineRule } from "./outline.ts";
import { isEmptyText, joined } from "./plain-text.ts";
import type { SurveyjsReading } from "./read-surveyjs.ts";
import { isJson, type Json, listOf, stringOf } from "./surveyjs-shapes.ts";

/** What a question has whatever its type. */
export type SurveyjsCommon = Pick<
  OutlineQuestion,
  "name" | "text" | "help" | "isRequired" | "rule"
>;

/** Choices are values, or values with their texts. */
export function optionsOf(choices: unknown, reading: SurveyjsReading): OutlineOption[] {
  return listOf(choices).map((choice) => {
    const name = stringOf(isJson(choice) ? choice.value : choice);
    const label = isJson(choice) ? reading.text(choice.text ?? choice.value) : reading.text(choice);
    return { name, label: isEmptyText(label) ? reading.text(name) : label };
  });
}

/** What our own export calls the ways out of an answer. */
export function withWayOut(option: OutlineOption): OutlineOption {
  const way = option.name.replace(/_/g, "-");
  return way === "cannot-answer" || way === "no-opportunity" ? { ...option, wayOut: way } : option;
}

/** A table with points above: a rating for each row, or several choices where cells are ticked. */
export function matrixOf(
  element: Json,
  common: SurveyjsCommon,
  reading: SurveyjsReading,
): OutlineQuestion[] {
  const options = optionsOf(element.columns, reading);
  const isTicked = element.cellType === "checkbox";
  const ticks = { kind: "choice", shape: "multiple", hasOther: false, isShuffled: false } as const;
  const answered = isTicked
    ? { ...ticks, options }
    : { kind: "rating" as const, options: options.map(withWayOut) };
  const isRequired = element.isAllRowRequired === true || element.eachRowRequired === true;
  const rows = listOf(element.rows).map((row): OutlineQuestion => {
    const named = rowNamed(common, row, reading);
    return { ...common, ...named, help: {}, isRequired, ...answered };
  });
  return underTitle(element, common, reading, rows);
}

interface CellReading {
  common: SurveyjsCommon;
  reading: SurveyjsReading;
  /** Reads an element as a question; handed in, for it reads tables too. */
  read: (
    element: Json,
    rule: OutlineRule | undefined,
    reading: SurveyjsReading,
  ) => OutlineQuestion[];
}

/** A table whose columns are questions of their own kinds: each is asked of each row. */
export function cellsOf(element: Json, { common, reading, read }: CellReading): OutlineQuestion[] {
  const cells = listOf(element.rows).flatMap((row) => {
    const named = rowNamed(common, row, reading);
    return listOf(element.columns)
      .filter(isJson)
      .flatMap((column) => {
        const cell = rowNamed(named, column, reading);
        const type = stringOf(column.cellType) || stringOf(element.cellType);
        const choices = column.choices ?? element.choices;
        const { name } = cell;
        const asked = { ...column, name, title: undefined, choices, type: cellTypes[type] ?? type };
        const text = joined(named.text, cell.text);
        return read(asked, common.rule, reading).map((one) => ({ ...one, text }));
      });
  });
  return underTitle(element, common, reading, cells);
}

/** A cell that names no type has the usual one. */
const cellTypes: Record<string, string> = { "": "dropdown", default: "dropdown" };

/** A table's title, which stands above it, becomes a text of its own. */
export function underTitle(
  element: Json,
  common: SurveyjsCommon,
  reading: SurveyjsReading,
  rows: readonly OutlineQuestion[],
): OutlineQuestion[] {
  const isTitled = !isEmptyText(reading.text(element.title));
  if (!isTitled || rows.length === 0) return [...rows];
  const name = `${common.name}_text`;
  return [{ ...common, name, kind: "information", isRequired: false }, ...rows];
}

/** Conditions know a row as "matrix.row". */
export function rowNamed(
  common: Pick<SurveyjsCommon, "name">,
  row: unknown,
  reading: SurveyjsReading,
): Pick<SurveyjsCommon, "name" | "text"> {
  const name = stringOf(isJson(row) ? (row.value ?? row.name) : row);
  const wording = reading.text(isJson(row) ? (row.text ?? row.title ?? name) : row);
  return {
    name: `${common.name}.${name}`,
    text: isEmptyText(wording) ? reading.text(name) : wording,
  };
}
