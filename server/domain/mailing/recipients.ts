/** Somebody who may be written to. Addresses are as they were typed. */
export interface Recipient {
  enrolmentId: string;
  localityId: string;
  email: string;
  /** Letters to this address come back. */
  isReturned: boolean;
  /** Whether others read letters to this address too: it is said to be shared, or several people gave it. */
  isShared: boolean;
}

/** Whether a letter can reach somebody, as far as is known. */
export function isReachable({
  email,
  isReturned,
}: Pick<Recipient, "email" | "isReturned">): boolean {
  return email !== "" && !isReturned;
}

/**
 * Who gets a letter. Nobody from whose address letters come back, or without an address; nobody in `answered`, where it is known; and a shared address gets one
 * letter a locality, however many people stand behind it, as it names none of them.
 */
export function chooseRecipients<One extends Recipient>(
  all: readonly One[],
  known: { answered: ReadonlySet<string>; isPersonal: boolean },
): One[] {
  const written = new Set<string>();
  return all.filter((one) => {
    if (!isReachable(one) || known.answered.has(one.enrolmentId)) return false;
    if (known.isPersonal && !one.isShared) return true;
    const box = `${one.email.toLowerCase()} ${one.localityId}`;
    if (written.has(box)) return false;
    written.add(box);
    return true;
  });
}
