/** An address that GitHub made for an account that hides its own. */
export interface NoreplyAccount {
  /** Null in the older form, which has only the login. */
  readonly accountId: string | null;
  readonly login: string;
}

const NOREPLY = /^(?:(\d+)\+)?([^@+]+)@users\.noreply\.github\.com$/;

/** The account in one of GitHub's noreply addresses, given in lower case; null for any other address. */
export function noreplyAccount(email: string): NoreplyAccount | null {
  const found = NOREPLY.exec(email);
  return found?.[2] ? { accountId: found[1] ?? null, login: found[2] } : null;
}
