import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import type { NamedPlace } from "../../../web/figures/gain-by-locality.ts";
import { progressMessage } from "../../../web/figures/progress-message.ts";
import type { Language } from "../../domain/text.ts";
import type { Reach } from "../../http/access.ts";
import { keepReachedProgress } from "./read-progress.ts";
import type { ProgressState, ProgressWatch } from "./watch-progress.ts";

/** A stream ends after a while and the browser asks anew: whoever lost their role or session is then refused. */
const streamMilliseconds = 10 * 60_000;
/** Proxies close connections on which nothing is said. */
const heartbeatMilliseconds = 20_000;

interface Streaming {
  watch: ProgressWatch;
  programmeId: string;
  reach: Reach;
  /** Those that the reader may see. */
  localities: readonly NamedPlace[];
  language: Language;
}

/** Server-sent events: one at once, then one whenever a step or the release changes. */
export function streamProgress(
  c: Context,
  { watch, programmeId, reach, localities, language }: Streaming,
): Response {
  return streamSSE(c, async (stream) => {
    let sending = Promise.resolve();
    const send = ({ release, participation: everybody }: ProgressState) => {
      const participation = keepReachedProgress(everybody, { reach, localities });
      const data = JSON.stringify(
        progressMessage(release, { participation, localities, language }),
      );
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
