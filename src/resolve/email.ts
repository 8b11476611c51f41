/** Local part, and a domain that has a dot: what a mail server could deliver. */
const WELL_FORMED = /^[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>().]+$/;
const ROLE_NAMES = [
  'admin|administrator|anonymous|bot|build|builds|buildbot|ci|contact|cvs|dev|devel|developer|developers|devops|email',
  'git|github|gitlab|hello|help|hostmaster|info|jenkins|me|mail|maintainer|maintainers|nobody|none|no[-_.]?reply',
  'not[-_.]?set|null|office|postmaster|release|releases|root|security|subversion|support|svn|team|test|ubuntu|unknown',
  'user|username|vagrant|webmaster|www|you|your|your[-_.]?name',
].join('|');
const ROLE = new RegExp(`^(?:${ROLE_NAMES})(?:[-_.+]?\\d*)$`);
const NO_DOMAIN =
  /(?:^|\.)(?:localhost|localdomain|local|lan|internal|invalid|test|example(?:\.\w+)?|none|home|corp)$/;

/** An address in lower case without the space and brackets around it. */
export function comparableEmail(email: string): string {
  return email.trim().replace(/^<|>$/g, '').toLowerCase();
}

/**
 * Whether an address in comparable form can tell one person from another: it could be delivered, and it is neither
 * that of a role nor that of a machine.
 */
export function isPersonalEmail(email: string): boolean {
  if (!WELL_FORMED.test(email)) return false;
  const [local = '', domain = ''] = splitEmail(email);
  return !ROLE.test(local) && !NO_DOMAIN.test(domain);
}

/** Local part and domain of an address. */
export function splitEmail(email: string): readonly [string, string] {
  const at = email.lastIndexOf('@');
  return at < 0 ? [email, ''] : [email.slice(0, at), email.slice(at + 1)];
}
