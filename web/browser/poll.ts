// Keeps a line of a page up to date: the words in [data-poll], and how far a job is in [data-wait].
// Without a script the pages show what was true when they were opened.

const wordsMilliseconds = 10_000;
const jobMilliseconds = 700;

for (const line of document.querySelectorAll<HTMLElement>("[data-poll]")) {
  const ask = async () => {
    const answer = await askFor<{ words: string }>(line.dataset.poll!);
    if (answer && answer.words !== line.textContent) line.textContent = answer.words;
  };
  setInterval(() => void ask(), wordsMilliseconds);
}

for (const bar of document.querySelectorAll<HTMLProgressElement>("progress[data-wait]")) {
  const ask = async () => {
    const answer = await askFor<{ percent: number; words: string; isOver: boolean }>(
      bar.dataset.wait!,
    );
    if (answer?.isOver) {
      location.replace(bar.dataset.then!);
      return;
    }
    if (answer) {
      bar.value = answer.percent;
      document.querySelector("[data-wait-words]")!.textContent = answer.words;
    }
    setTimeout(() => void ask(), jobMilliseconds);
  };
  void ask();
}

/** Nothing where the network or the server is away for a moment: the next try will tell. */
async function askFor<T>(address: string): Promise<T | undefined> {
  try {
    const response = await fetch(address, { headers: { accept: "application/json" } });
    return response.ok ? ((await response.json()) as T) : undefined;
  } catch {
    return undefined;
  }
}
