/**
 * What is destroyed at a date: the key between people and codes; single answers; people's records. Figures of releases
 * are of groups and stay.
 */
export const destructionKinds = ["key", "answers", "people"] as const;
export type DestructionKind = (typeof destructionKinds)[number];

export interface RetentionDates {
  /** Days as YYYY-MM-DD in the programme's time zone; null where none was set. */
  keyDestroyOn: string | null;
  answersDeleteOn: string | null;
  peopleDeleteOn: string | null;
}

export interface RetentionState extends RetentionDates {
  done: readonly DestructionKind[];
  /** Whether every wave has closed in every locality. */
  isAnsweringOver: boolean;
}

/** `waiting` has a date to come; `held-up` has reached it while people may still answer, and is done when they no longer may. */
export type DestructionState = "no-date" | "waiting" | "held-up" | "due" | "done";

export function dateOf(dates: RetentionDates, kind: DestructionKind): string | null {
  const byKind = {
    key: dates.keyDestroyOn,
    answers: dates.answersDeleteOn,
    people: dates.peopleDeleteOn,
  };
  return byKind[kind];
}

/**
 * Where one kind of destruction stands on a day. Nothing that pairs a later answer with an earlier one is destroyed
 * while a wave may still be answered, whatever the date says: the notice promised both.
 */
export function destructionState(
  state: RetentionState,
  kind: DestructionKind,
  today: string,
): DestructionState {
  if (state.done.includes(kind)) return "done";
  const date = dateOf(state, kind);
  if (date === null) return "no-date";
  if (date > today) return "waiting";
  return state.isAnsweringOver ? "due" : "held-up";
}

/** What is to be destroyed today, the key first: then nobody's answers can be found by name any more. */
export function dueDestructions(state: RetentionState, today: string): DestructionKind[] {
  return destructionKinds.filter((kind) => destructionState(state, kind, today) === "due");
}
