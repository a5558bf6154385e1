// Signing in with a passkey, and making one. Without this script, or where the browser knows no passkeys, the pages
// offer the other ways.
import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
} from "@simplewebauthn/browser";

interface Answer {
  accepted: boolean;
  location: string;
}

if (browserSupportsWebAuthn()) {
  for (const part of document.querySelectorAll<HTMLElement>("[data-passkey]")) {
    part.hidden = false;
    if (part.dataset.passkey === "sign-in") offerSignIn(part);
    else offerAdding(part as HTMLFormElement);
  }
  for (const sentence of document.querySelectorAll<HTMLElement>("[data-passkey-missing]")) {
    sentence.hidden = true;
  }
}

function offerSignIn(part: HTMLElement): void {
  const button = part.querySelector("button")!;
  button.addEventListener("click", () =>
    tryTo(part, button, async () => {
      const optionsJSON = await send<Parameters<typeof startAuthentication>[0]["optionsJSON"]>(
        "/sign-in/passkey/options",
        {},
      );
      return await send<Answer>("/sign-in/passkey", await startAuthentication({ optionsJSON }));
    }),
  );
}

function offerAdding(form: HTMLFormElement): void {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const typed = new FormData(form);
    const name = String(typed.get("name") ?? "").trim() || navigator.platform || "Passkey";
    void tryTo(form, form.querySelector("button")!, async () => {
      const optionsJSON = await send<Parameters<typeof startRegistration>[0]["optionsJSON"]>(
        "/account/passkeys/options",
        { proof: String(typed.get("proof") ?? "") },
      );
      const credential = await startRegistration({ optionsJSON });
      return await send<Answer>("/account/passkeys", { name, credential });
    });
  });
}

/** Goes on where the server says so; whatever goes wrong, also a person's "no" to the browser, is told in one sentence. */
async function tryTo(
  part: HTMLElement,
  button: HTMLButtonElement,
  work: () => Promise<Answer>,
): Promise<void> {
  const line = part.querySelector<HTMLElement>("[data-passkey-failed]")!;
  line.textContent = "";
  button.disabled = true;
  try {
    location.assign((await work()).location);
  } catch {
    line.textContent = line.dataset.passkeyFailed!;
    button.disabled = false;
  }
}

async function send<T>(address: string, body: unknown): Promise<T> {
  const response = await fetch(address, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(String(response.status));
  return (await response.json()) as T;
}
