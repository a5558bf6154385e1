/** Somebody who may be written to. Addresses are as they were typed. */
export interface Recipient {
  enrolmentId: string;
  localityId: string;
  email: string;
  /** Whether others read letters to this address too: it is said to be shared, or several people gave it. */
  isShared: boolean;
}

/**
 * Who gets a letter. Nobody without an address; nobody in `answered`, where it is known; and a shared address gets one
 * letter a locality, however many people stand behind it, as it names none of them.
 */
export function chooseRecipients<One extends Recipient>(
  all: readonly One[],
  known: { answered: ReadonlySet<string>; isPersonal: boolean },
): One[] {
  const written = new Set<string>();
  return all.filter((one) => {
    if (one.email === "" || known.answered.has(one.enrolmentId)) return false;
    if (known.isPersonal && !one.isShared) return true;
    const box = `${one.email.toLowerCase()} ${one.localityId}`;
    if (written.has(box)) return false;
    written.add(box);
    return true;
  });
}
