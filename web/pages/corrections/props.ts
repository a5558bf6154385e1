import type { Language, Text } from "../../../server/domain/text.ts";
import type { ProgrammeKind, WaveKind } from "../../../server/domain/words.ts";

export interface PlannedMove {
  kind: WaveKind;
  fromId: string;
  toId: string;
  fromCode: string;
  toCode: string;
  fromLocality: string;
  toLocality: string;
}

export interface CorrectionsProps {
  language: Language;
  styleUrl: string;
  programme: {
    slug: string;
    title: Text;
    kind: ProgrammeKind;
    timeZone: string;
    threshold: number;
  };
  /** Waves that have closed in a locality, and until when late sheets are taken there. */
  closed: readonly { kind: WaveKind; localityKey: string; locality: string; until: Date | null }[];
  localities: readonly { key: string; nominative: string; withdrawnAt: Date | null }[];
  hasRelease: boolean;
  late?: { place: string; days: string; reason: string; wrong: "days" | "reason" };
  move?: {
    wave: string;
    from: string;
    to: string;
    wrong?: { field: "from" | "to"; words: string };
  };
  planned?: PlannedMove & { reason?: string; isReasonMissing?: boolean };
  withdrawal?: { key: string };
  isMoved?: boolean;
}

export function pathOf({ programme }: CorrectionsProps): string {
  return `/programmes/${programme.slug}/corrections`;
}
