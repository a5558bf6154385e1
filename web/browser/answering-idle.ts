import type { SavingTexts } from "../texts/saving.ts";

const quietSeconds = 150;
const warningSeconds = 30;

/** On a lent tablet: when nobody touches it, asks whether somebody is there, and then hands it over. */
export function watchIdle(texts: SavingTexts, handOver: () => void): void {
  let timer = 0;
  const warning = document.createElement("div");
  const wait = () => {
    clearTimeout(timer);
    warning.remove();
    timer = window.setTimeout(warn, quietSeconds * 1000);
  };
  const warn = () => {
    fillWarning(warning, texts);
    document.body.prepend(warning);
    timer = window.setTimeout(handOver, warningSeconds * 1000);
  };
  for (const event of ["pointerdown", "keydown", "input"]) addEventListener(event, wait);
  wait();
}

function fillWarning(warning: HTMLElement, texts: SavingTexts): void {
  warning.className = "idle";
  warning.setAttribute("role", "alert");
  const button = Object.assign(document.createElement("button"), {
    type: "button",
    textContent: texts.stay,
  });
  const words = Object.assign(document.createElement("p"), { textContent: texts.idle });
  warning.replaceChildren(words, button);
}
