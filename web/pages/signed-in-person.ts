import { tryGetContext } from "hono/context-storage";

export interface SignedInPerson {
  displayName: string;
  isAdministrator: boolean;
}

/**
 * Whoever this page is made for: the one thing that the frame takes from the request and not from its props, so that no
 * page has to hand it on. Undefined outside of a request by staff.
 */
export function signedInPerson(): SignedInPerson | undefined {
  return tryGetContext<{ Variables: { staff?: SignedInPerson } }>()?.get("staff");
}
