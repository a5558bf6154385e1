/** How somebody proved who they are when a session began. */
export const signInMethods = ["password", "passkey", "link", "openid", "set-up"] as const;
export type SignInMethod = (typeof signInMethods)[number];
