import { setTimeout as sleep } from "node:timers/promises";

export interface Reply {
  status: number;
  location: string | null;
  text: string;
}

/** A participant's telephone: cookies, forms, and trying again for as long as nobody answers. */
export interface Device {
  get(path: string): Promise<Reply>;
  post(path: string, form: URLSearchParams): Promise<Reply>;
  /** How many requests had to be repeated. */
  retries(): number;
}

const patienceMilliseconds = 10_000;

/** `origin` is asked before each request: a server that is started again may have another port. */
export function openDevice(origin: () => string, deadline: AbortSignal): Device {
  const cookies = new Map<string, string>();
  let retries = 0;
  const send = async (path: string, form?: URLSearchParams): Promise<Reply> => {
    for (;;) {
      deadline.throwIfAborted();
      const reply = await sendOnce(new URL(path, origin()), cookies, form).catch(unlessNetwork);
      if (reply && !isBusy(reply)) return reply;
      retries += 1;
      await sleep(30 + Math.random() * 120);
    }
  };
  return {
    get: (path) => send(path),
    post: (path, form) => send(path, form),
    retries: () => retries,
  };
}

async function sendOnce(
  url: URL,
  cookies: Map<string, string>,
  form: URLSearchParams | undefined,
): Promise<Reply & { retryAfter: string | null }> {
  const response = await fetch(url, {
    method: form ? "POST" : "GET",
    body: form,
    redirect: "manual",
    headers: {
      cookie: [...cookies].map((pair) => pair.join("=")).join("; "),
      ...(form ? { origin: url.origin, "sec-fetch-site": "same-origin" } : {}),
    },
    signal: AbortSignal.timeout(patienceMilliseconds),
  });
  // Read to its end first: a cookie of a reply that breaks off is not yet ours to keep.
  const text = await response.text();
  for (const line of response.headers.getSetCookie()) keepCookie(cookies, line);
  return {
    status: response.status,
    location: response.headers.get("location"),
    retryAfter: response.headers.get("retry-after"),
    text,
  };
}

/** The only refusal that asks for another try; that it says when is part of it. */
function isBusy({ status, retryAfter }: { status: number; retryAfter: string | null }): boolean {
  return status === 503 && retryAfter !== null;
}

/** fetch wraps what happens to a connection into a TypeError; a reply that broke off or never came is one of those too. */
function unlessNetwork(error: unknown): undefined {
  const name = error instanceof Error ? error.name : "";
  if (name !== "TypeError" && name !== "TimeoutError") throw error;
}

function keepCookie(cookies: Map<string, string>, line: string): void {
  const [pair = ""] = line.split(";");
  const [name = "", ...value] = pair.split("=");
  if (value.join("=") === "") cookies.delete(name);
  else cookies.set(name, value.join("="));
}
