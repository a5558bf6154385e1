import type { QuestionnaireTexts } from "../../../web/texts/questionnaires.ts";
import { copyItem } from "../../domain/questionnaire/edit-copy.ts";
import { moveItem, moveSection } from "../../domain/questionnaire/edit-structure.ts";
import {
  type RemovedKind,
  readRemoved,
  remove,
  restore,
} from "../../domain/questionnaire/removal.ts";
import type { Change } from "./change-draft.ts";
import type { WithDraft } from "./desk.ts";

/** What the small buttons of the editor ask for: `up item INOV2 INOV`, `remove scale SELF`, `undo`. */
export interface StructureDeed {
  what: "up" | "down" | "copy" | "remove" | "undo";
  kind: RemovedKind;
  key: string;
  sectionKey: string;
}

const kinds: readonly RemovedKind[] = ["item", "section", "scale", "answer-set", "breakdown"];

export function readStructureDeed(text: string): StructureDeed | undefined {
  if (text === "undo") return { what: "undo", kind: "item", key: "", sectionKey: "" };
  const [what, kind, key = "", sectionKey = ""] = text.split(" ");
  const known = (["up", "down", "copy", "remove"] as const).find((one) => one === what);
  const about = kinds.find((one) => one === kind);
  return known && about && key ? { what: known, kind: about, key, sectionKey } : undefined;
}

/** What came of it, for the page that follows. */
export interface StructureOutcome {
  done: keyof QuestionnaireTexts["done"];
  /** Where to go on: the new copy, what came back. */
  key: string;
}

/** Does it to a draft; undefined where it is not there any more, or its name is taken. */
export function changeStructure(
  stored: WithDraft,
  deed: StructureDeed,
): { change: Extract<Change<never>, { isChanged: true }>; outcome: StructureOutcome } | undefined {
  const { draft } = stored;
  const { what, key } = deed;
  switch (what) {
    case "up":
    case "down": {
      const moved =
        deed.kind === "section" ? moveSection(draft, key, what) : moveItem(draft, deed, what);
      return { change: { isChanged: true, draft: moved }, outcome: { done: "moved", key } };
    }
    case "copy": {
      const copy = copyItem(draft, deed);
      return (
        copy && {
          change: { isChanged: true, draft: copy.draft },
          outcome: { done: "copied", key: copy.key },
        }
      );
    }
    case "remove": {
      const gone = remove(draft, deed);
      return (
        gone && { change: { isChanged: true, ...gone }, outcome: { done: "removed", key: "" } }
      );
    }
    case "undo":
      return undo(stored);
  }
}

function undo({ draft, lastRemoved }: WithDraft): ReturnType<typeof changeStructure> {
  const removed = readRemoved(lastRemoved);
  const back = removed && restore(draft, removed);
  if (!back) return undefined;
  return {
    change: { isChanged: true, draft: back, removed: null },
    outcome: { done: "restored", key: removed.key },
  };
}
