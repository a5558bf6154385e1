import pg from "pg";

export interface Listening {
  stop(): Promise<void>;
}

const firstRetryMilliseconds = 500;
const longestRetryMilliseconds = 30_000;

/**
 * Calls back whenever something is announced on a channel (LISTEN), and each time the connection is there
 * again, since announcements made meanwhile are lost. It needs a connection of its own, which is opened again
 * for as long as nobody stops listening. Announcements only save waiting: whoever listens looks by itself, too.
 */
export function listenTo(
  config: pg.ClientConfig,
  channel: string,
  onNotice: () => void,
): Listening {
  let client: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;
  let isStopped = false;

  const connect = async (waitMilliseconds: number): Promise<void> => {
    const opened = new pg.Client({ ...config, application_name: "pokytis-listener" });
    client = opened;
    opened.on("notification", onNotice);
    const again = onceOnly(() => {
      void opened.end().catch(() => {});
      if (isStopped) return;
      const longer = Math.min(waitMilliseconds * 2, longestRetryMilliseconds);
      retry = setTimeout(() => void connect(longer), waitMilliseconds);
    });
    opened.on("error", again);
    opened.on("end", again);
    try {
      await opened.connect();
      await opened.query(`listen ${opened.escapeIdentifier(channel)}`);
      onNotice();
    } catch {
      again();
    }
  };

  void connect(firstRetryMilliseconds);
  return {
    stop: async () => {
      isStopped = true;
      clearTimeout(retry);
      await client?.end().catch(() => {});
    },
  };
}

function onceOnly(work: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    work();
  };
}
