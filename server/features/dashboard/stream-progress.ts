import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import type { NamedPlace } from "../../../web/figures/gain-by-locality.ts";
import { participationFigure } from "../../../web/figures/participation.ts";
import type { Language } from "../../domain/text.ts";
import type { ProgressState, ProgressWatch } from "./watch-progress.ts";

/** A stream ends after a while and the browser asks anew: whoever lost their role or session is then refused. */
const streamMilliseconds = 10 * 60_000;
/** Proxies close connections on which nothing is said. */
const heartbeatMilliseconds = 20_000;

interface Streaming {
  watch: ProgressWatch;
  programmeId: string;
  localities: readonly NamedPlace[];
  language: Language;
}

/** What the browser is told: the newest release's number, and the participation table's words as they stand on the page. */
export interface ProgressMessage {
  release: number;
  summary: string;
  rows: string[][];
}

/** Server-sent events: one at once, then one whenever a step or the release changes. */
export function streamProgress(c: Context, { watch, programmeId, ...words }: Streaming): Response {
  return streamSSE(c, async (stream) => {
    let sending = Promise.resolve();
    const send = (state: ProgressState) => {
      const data = JSON.stringify(messageOf(state, words));
      sending = sending.then(() => stream.writeSSE({ event: "progress", data }));
    };
    const leave = watch.subscribe(programmeId, send);
    const heartbeat = setInterval(() => void stream.write(":\n\n"), heartbeatMilliseconds);
    let end: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      stream.onAbort(resolve);
      end = setTimeout(resolve, streamMilliseconds);
    });
    clearTimeout(end);
    clearInterval(heartbeat);
    leave();
    await sending;
  });
}

function messageOf(
  { release, participation }: ProgressState,
  { localities, language }: Pick<Streaming, "localities" | "language">,
): ProgressMessage {
  const { summary, table } = participationFigure({ participation, localities, language });
  return { release, summary, rows: table.rows.map(({ cells }) => cells.map(({ text }) => text)) };
}
