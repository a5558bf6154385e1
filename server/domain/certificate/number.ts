/** What may stand before the running number. It never ends in a digit: "2017-" and 1 must not read like "20" and 171. */
export const numberPrefix = /^(?:|[\p{L}\p{N}./-]{0,23}[\p{L}./-])$/u;

/** A certificate's number as it is printed: "KI-2017-" and 14 give "KI-2017-014". */
export function certificateNumber(prefix: string, sequenceNumber: number): string {
  return `${prefix}${String(sequenceNumber).padStart(3, "0")}`;
}
