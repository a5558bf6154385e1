/** What became of a message to the server. "away": nobody knows whether it arrived. */
export type Reply =
  | { outcome: "saved"; seen: string; next: string }
  | { outcome: "submitted"; next: string }
  | { outcome: "changed-elsewhere"; seen: string; isSame: boolean }
  | { outcome: "away" | "unknown" | "closed" | "refused" | "unagreed" };

const longestWait = 15_000;

/** Sends a form as the page would, asking for a short answer instead of a page. */
export async function sendForm(path: string, body: string): Promise<Reply> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), longestWait);
  try {
    const response = await fetch(path, {
      method: "POST",
      body,
      redirect: "manual",
      signal: stop.signal,
      headers: {
        accept: "application/json",
        "content-type": "application/x-www-form-urlencoded",
      },
    });
    return await readReply(response);
  } catch {
    return { outcome: "away" };
  } finally {
    clearTimeout(timer);
  }
}

/** A busy server and every kind of failure between here and there mean: try again. */
async function readReply(response: Response): Promise<Reply> {
  if (response.status >= 500 || response.status === 429) return { outcome: "away" };
  const isJson = response.headers.get("content-type")?.startsWith("application/json");
  if (isJson && response.status !== 422) return (await response.json()) as Reply;
  return { outcome: "refused" };
}

/** A form's body with its button and what its page knew. */
export function bodyOf({
  body,
  go,
  seen,
}: {
  body: string;
  go: string;
  seen: string | null;
}): string {
  const own = new URLSearchParams({ _go: go, ...(seen === null ? {} : { _seen: seen }) });
  return body ? `${body}&${own}` : String(own);
}

/** Seconds until the next try: doubling to a minute, and never the same for a whole room at once. */
export function waitBefore(tries: number, random: () => number): number {
  return Math.min(60, 2 ** tries) * (0.5 + random());
}
