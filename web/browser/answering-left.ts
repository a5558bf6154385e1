/**
 * A page that was left is asked for again when somebody comes back to it. Browsers hold pages that were left, and over
 * plain HTTP WebKit does so whatever their headers say: on a lent tablet the next person would find the answers of the
 * one before. It is hidden while it is left, so that it is not seen for the moment that asking takes.
 */
export function neverShowAgain(): void {
  window.addEventListener("pagehide", ({ persisted }) => {
    if (persisted) document.documentElement.hidden = true;
  });
  window.addEventListener("pageshow", ({ persisted }) => {
    if (persisted) location.reload();
  });
}
