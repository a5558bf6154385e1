/** A marked radio button cannot be unmarked by itself; no answer has to stay possible after one was tried. */
export function offerClearing(form: HTMLFormElement, label: string): void {
  const groups = [...form.querySelectorAll("fieldset")].filter((group) =>
    group.querySelector(":scope > label > [type=radio], :scope > div > label > [type=radio]"),
  );
  for (const group of groups) {
    const button = clearingButton(form, group, label);
    const follow = () => {
      button.hidden = !group.querySelector("[type=radio]:checked");
    };
    group.append(button);
    form.addEventListener("change", follow);
    follow();
  }
}

function clearingButton(
  form: HTMLFormElement,
  group: HTMLFieldSetElement,
  label: string,
): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "plain clear";
  button.textContent = label;
  button.addEventListener("click", () => {
    const radios = [...group.querySelectorAll<HTMLInputElement>("[type=radio]")];
    for (const radio of radios) radio.checked = false;
    radios[0]?.focus();
    form.dispatchEvent(new Event("change", { bubbles: true }));
  });
  return button;
}
