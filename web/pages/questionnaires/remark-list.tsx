import type { QuestionnaireDraft } from "../../../server/domain/questionnaire/document.ts";
import type { Remark, RemarkLevel } from "../../../server/domain/questionnaire/remarks.ts";
import type { WaveKind } from "../../../server/domain/words.ts";
import { textsOf } from "./form.tsx";
import { type EditorFrame, editorPath } from "./frame.tsx";

interface Place {
  /** Below the editor's own address. */
  href: string;
  name: string;
}

/** Remarks of each weight, the errors first, each with a link to its place. */
export function RemarkList({
  frame,
  draft,
  remarks,
}: {
  frame: EditorFrame;
  draft: QuestionnaireDraft;
  remarks: readonly Remark[];
}) {
  const texts = textsOf(frame);
  const levels = (["error", "warning", "note"] as const).filter((level) =>
    remarks.some((remark) => remark.level === level),
  );
  return (
    <>
      {levels.map((level) => (
        <div class={`remarks ${level}`}>
          <h3>{`${texts.remarks.levels[level]} (${countOf(remarks, level)})`}</h3>
          <ul>
            {remarks
              .filter((remark) => remark.level === level)
              .map((remark) => (
                <RemarkLine frame={frame} draft={draft} remark={remark} />
              ))}
          </ul>
        </div>
      ))}
    </>
  );
}

export function countOf(remarks: readonly Remark[], level: RemarkLevel): number {
  return remarks.filter((remark) => remark.level === level).length;
}

function RemarkLine({
  frame,
  draft,
  remark,
}: {
  frame: EditorFrame;
  draft: QuestionnaireDraft;
  remark: Remark;
}) {
  const texts = textsOf(frame);
  const place = placeOf(frame, draft, remark.path);
  return (
    <li>
      <a href={`${editorPath(frame)}${place.href}`}>{place.name}</a>
      {`: ${texts.remarks.say(remark)}`}
    </li>
  );
}

/** Where a remark leads: `items[3].options` is the page of the fourth item, at its options. */
export function placeOf(frame: EditorFrame, draft: QuestionnaireDraft, path: string): Place {
  const texts = textsOf(frame);
  const [list = "", index = "", rest = ""] = stepsOf(path);
  if (index === "") {
    const isWhole = list !== "waves" && list !== "title";
    return isWhole
      ? { href: "", name: texts.places.whole }
      : { href: "/settings", name: texts.places.settings };
  }
  switch (list) {
    case "items": {
      const key = draft.items[Number(index)]?.key ?? "";
      return { href: `/items/${key}${anchorOf(rest)}`, name: key };
    }
    case "sections": {
      const key = draft.sections[Number(index)]?.key ?? "";
      return { href: `/sections/${key}`, name: texts.places.section(key) };
    }
    case "scales": {
      const key = draft.scales[Number(index)]?.key ?? "";
      return { href: `/scales/${key}`, name: texts.places.scale(key) };
    }
    case "breakdowns":
      return { href: breakdownHref(draft, index), name: texts.places.breakdowns };
    case "answerSets":
      return { href: `/answer-sets/${index}`, name: texts.places.answerSet(index) };
    case "waves":
      return { href: "/settings", name: texts.waves[index as WaveKind] ?? texts.places.settings };
    default:
      return { href: "/settings", name: texts.places.settings };
  }
}

/** `items[3].options[1].label` as `items`, `3`, `options[1].label`. */
function stepsOf(path: string): string[] {
  const read = /^(\w+)(?:\[(\d+)\]|\.(\w+))?\.?(.*)$/s.exec(path);
  return read ? [read[1]!, read[2] ?? read[3] ?? "", read[4]!] : [];
}

const anchors: readonly [pattern: RegExp, anchor: string][] = [
  [/^options/, "#options"],
  [/^correct/, "#options"],
  [/^showIf/, "#rules"],
  [/^waves/, "#wave"],
  [/^answerSet/, "#answerSet"],
  [/^looksBackAt/, "#looksBackAt"],
];

function anchorOf(rest: string): string {
  return anchors.find(([pattern]) => pattern.test(rest))?.[1] ?? "";
}

function breakdownHref({ breakdowns }: QuestionnaireDraft, index: string): string {
  const key = breakdowns[Number(index)]?.key;
  return key ? `/breakdowns/${key}` : "#breakdowns";
}
