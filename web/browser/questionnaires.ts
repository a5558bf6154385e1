// Forms marked data-in-place are sent without leaving the page: a row is added, a question moved, and the place on the
// page and the keyboard's focus stay. Without a script the same buttons load the same pages.

document.addEventListener("submit", (event) => {
  const form = event.target as HTMLFormElement;
  if (!form.matches("[data-in-place]") || !("URLSearchParams" in window)) return;
  event.preventDefault();
  void sendInPlace(form, event.submitter as HTMLButtonElement | null);
});

warnBeforeLeaving();

async function sendInPlace(
  form: HTMLFormElement,
  pressed: HTMLButtonElement | null,
): Promise<void> {
  const main = document.querySelector("main")!;
  if (main.getAttribute("aria-busy") === "true") return;
  main.setAttribute("aria-busy", "true");
  try {
    const response = await fetch(form.action, { method: "POST", body: bodyOf(form, pressed) });
    const isElsewhere = new URL(response.url).pathname !== location.pathname && response.redirected;
    isDirty = false;
    if (isElsewhere) location.assign(withAnchor(response.url));
    else show(await response.text(), pressed?.id, response.status);
  } catch {
    // No connection: the browser's own page says so, and its way back returns what was typed.
    main.removeAttribute("aria-busy");
    submitPlainly(form, pressed);
  }
}

function bodyOf(form: HTMLFormElement, pressed: HTMLButtonElement | null): URLSearchParams {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) body.append(name, String(value));
  if (pressed?.name) body.append(pressed.name, pressed.value);
  return body;
}

/** An answer does not tell the anchor it was sent to; the address tells it a second time, as `at`. */
function withAnchor(address: string): string {
  const at = new URL(address).searchParams.get("at");
  return at ? `${address}#${at}` : address;
}

function show(html: string, pressedId: string | undefined, status: number): void {
  const page = new DOMParser().parseFromString(html, "text/html");
  const [main, next] = [document.querySelector("main")!, page.querySelector("main")];
  if (!next) {
    location.reload();
    return;
  }
  main.replaceChildren(...next.childNodes);
  main.removeAttribute("aria-busy");
  document.title = page.title;
  const wrong = main.querySelector<HTMLElement>("[role=alert]");
  if (wrong && status >= 400) {
    wrong.tabIndex = -1;
    wrong.focus();
    return;
  }
  focusAgain(main, pressedId);
  announce(main);
}

/** The button pressed, or where it is off by now the page's own choice; after "add", the new row's first field. */
function focusAgain(main: HTMLElement, pressedId: string | undefined): void {
  const chosen = main.querySelector<HTMLElement>("[autofocus]");
  const pressed = pressedId ? document.getElementById(pressedId) : null;
  const rows = pressedId?.endsWith("-add") ? pressed?.parentElement?.querySelectorAll("li") : null;
  const added = rows?.[rows.length - 1]?.querySelector<HTMLElement>("textarea, input, select");
  const again = pressed?.hasAttribute("disabled") ? null : pressed;
  (added ?? chosen ?? again ?? main.querySelector<HTMLElement>("h1"))?.focus();
}

/** Live regions tell changes of themselves only, so what was just done is written into one that stays. */
function announce(main: HTMLElement): void {
  const words = main.querySelector("#done")?.textContent ?? "";
  let region = document.getElementById("announced");
  if (!region) {
    region = document.createElement("p");
    region.id = "announced";
    region.className = "visually-hidden";
    region.setAttribute("role", "status");
    document.body.append(region);
  }
  region.textContent = words;
}

function submitPlainly(form: HTMLFormElement, pressed: HTMLButtonElement | null): void {
  if (pressed?.name) {
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = pressed.name;
    field.value = pressed.value;
    form.append(field);
  }
  form.submit();
}

let isDirty = false;

/** What was typed and not saved is not lost by a wrong press. */
function warnBeforeLeaving(): void {
  document.addEventListener("input", (event) => {
    if ((event.target as HTMLElement).closest(".editor-form")) isDirty = true;
  });
  document.addEventListener("submit", (event) => {
    if (!event.defaultPrevented) isDirty = false;
  });
  addEventListener("beforeunload", (event) => {
    if (isDirty) event.preventDefault();
  });
}
