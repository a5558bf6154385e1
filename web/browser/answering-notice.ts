/** A line above the buttons that says how saving stands, read out by screen readers when it changes. */
export interface StateLine {
  say(text: string): void;
  /** A question with a button for each answer. */
  ask(text: string, choices: readonly { label: string; choose: () => void }[]): void;
}

export function stateLine(form: HTMLFormElement): StateLine {
  const line = document.createElement("div");
  line.className = "state";
  line.setAttribute("role", "status");
  const buttons = form.querySelector(".buttons");
  if (buttons) buttons.before(line);
  else form.append(line);
  return {
    say: (text) => {
      line.classList.remove("asking");
      if (line.textContent !== text) line.textContent = text;
    },
    ask(text, choices) {
      const words = Object.assign(document.createElement("p"), { textContent: text });
      line.classList.add("asking");
      line.replaceChildren(words, ...choices.map((choice) => buttonOf(line, choice)));
    },
  };
}

function buttonOf(
  line: HTMLElement,
  { label, choose }: { label: string; choose: () => void },
): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quiet";
  button.textContent = label;
  button.addEventListener("click", () => {
    line.classList.remove("asking");
    line.replaceChildren();
    choose();
  });
  return button;
}
