/**
 * Whether a text may be written to as an e-mail address. One address, no name beside it, nothing that could end a
 * line of a letter's head or be read as a second address; whether somebody reads it shows when it is written to.
 */
export function isEmailAddress(text: string): boolean {
  return (
    text.length <= 254 &&
    /^[^\s@<>,;:"()[\]\\\p{Cc}]{1,64}@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u.test(text)
  );
}
