import type { NamedRow } from "./foreign-table.ts";
import type { OutlineOption, OutlineQuestion, OutlineSection } from "./outline.ts";
import { isEmptyText } from "./plain-text.ts";
import { readCondition } from "./read-condition.ts";
import { bothOrLost, type Form, type OpenGroup } from "./xlsform-form.ts";
import { commonOf, readFormRow, withWayOut } from "./xlsform-row.ts";

/** Where the reading of a form's rows has come to. */
interface Walk {
  sections: OutlineSection[];
  open: OpenGroup[];
  /** Whether the next question begins a section. */
  isFresh: boolean;
  /** What is being passed over until its end, and how deep in it we are. */
  passed: { kind: string; depth: number } | undefined;
  /** The points of KoboToolbox's table that is open. */
  points: OutlineOption[] | undefined;
}

/** The questions of a form by its groups. A loss is told with the row it was met in. */
export function readSections(rows: readonly NamedRow[], form: Form): OutlineSection[] {
  const walk: Walk = {
    sections: [],
    open: [{ name: "form", title: {}, rule: undefined }],
    isFresh: true,
    passed: undefined,
    points: undefined,
  };
  for (const row of rows) {
    const known = form.losses.length;
    readRow(row, walk, form);
    for (const loss of form.losses.slice(known)) loss.row = row.number;
  }
  return walk.sections;
}

function readRow(row: NamedRow, walk: Walk, form: Form): void {
  const type = row.get("type").toLowerCase().replace(/\s+/g, "_");
  if (walk.passed) {
    passOver(type, walk);
    return;
  }
  if (/^(?:yes|true|1)$/i.test(row.get("disabled"))) return;
  switch (type) {
    case "begin_repeat":
      form.losses.push({ code: "repeat-refused", name: row.get("name") });
      walk.passed = { kind: "repeat", depth: 1 };
      break;
    case "begin_kobomatrix":
      form.losses.push({ code: "type-not-known", name: row.get("name"), detail: type });
      walk.passed = { kind: "kobomatrix", depth: 1 };
      break;
    case "begin_group":
      walk.open.push(openGroup(row, walk.open.at(-1)!, form));
      walk.isFresh = true;
      break;
    case "end_group":
      if (walk.open.length > 1) walk.open.pop();
      walk.isFresh = true;
      break;
    default:
      add(readTables(type, row, walk, form) ?? readFormRow(row, walk.open.at(-1)!, form), walk);
  }
}

function passOver(type: string, walk: Walk): void {
  const passed = walk.passed!;
  if (type === `begin_${passed.kind}`) passed.depth += 1;
  if (type === `end_${passed.kind}`) passed.depth -= 1;
  if (passed.depth === 0) walk.passed = undefined;
}

function add(questions: readonly OutlineQuestion[], walk: Walk): void {
  if (questions.length === 0) return;
  const { name, title } = walk.open.at(-1)!;
  if (walk.isFresh) walk.sections.push({ name, title, stem: {}, questions: [] });
  walk.sections.at(-1)!.questions.push(...questions);
  walk.isFresh = false;
}

/** Tables of ratings and rankings as KoboToolbox writes them, row by row; undefined for what is neither. */
function readTables(
  type: string,
  row: NamedRow,
  walk: Walk,
  form: Form,
): OutlineQuestion[] | undefined {
  const common = () =>
    commonOf(row, row.get("name") || `row_${row.number}`, walk.open.at(-1)!, form);
  const listed = (column: string) => form.lists.get(row.get(column));
  switch (type) {
    case "begin_score": {
      walk.points = listed("kobo--score-choices")?.map(withWayOut);
      const above = common();
      if (!walk.points) noteNoList(above.name, row.get("kobo--score-choices"), form);
      return isEmptyText(above.text) ? [] : [{ ...above, kind: "information", isRequired: false }];
    }
    case "score__row":
      return walk.points ? [{ ...common(), kind: "rating", options: walk.points }] : [];
    case "begin_rank": {
      const options = listed("kobo--rank-items");
      if (!options) noteNoList(row.get("name"), row.get("kobo--rank-items"), form);
      const ranking = {
        kind: "choice",
        shape: "ranking",
        hasOther: false,
        isShuffled: false,
      } as const;
      return options ? [{ ...common(), ...ranking, options }] : [];
    }
    case "end_score":
      walk.points = undefined;
      return [];
    case "rank__level":
    case "end_rank":
      return [];
    default:
      return undefined;
  }
}

function noteNoList(name: string, detail: string, { losses }: Form): void {
  losses.push({ code: "list-not-found", name, detail });
}

function openGroup(row: NamedRow, outer: OpenGroup, form: Form): OpenGroup {
  const name = row.get("name") || "group";
  const title = form.wordings.read(row, "label");
  const relevant = row.get("relevant") || row.get("relevance") || row.get("bind:relevant");
  const own = readCondition(relevant, "xpath");
  if (own.is === "foreign") {
    form.losses.push({ code: "condition-not-expressible", name, detail: relevant });
  }
  const rule = bothOrLost(outer.rule, own.is === "rule" ? own.rule : undefined, name, form);
  return { name, title: isEmptyText(title) ? outer.title : title, rule };
}
