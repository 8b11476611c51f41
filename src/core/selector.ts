/** A name and address that belong together; one of them may be empty, both for an account. */
export interface NameAndAddress {
  readonly name: string;
  readonly email: string;
  /** Of an account, which has neither. */
  readonly login?: string | null | undefined;
}

const FORM = /^(?<name>.*?)\s*<(?<email>[^>]*)>$/;

/** The text by which a user names one identity and no other. */
export function selectorOf({ name, email, login }: NameAndAddress): string {
  if (name === '' && email === '') return login ?? '';
  return name === '' ? email : `${name} <${email}>`;
}

/** Reads `Name <address>`; null for any other text. */
export function parseSelector(text: string): NameAndAddress | null {
  const groups = FORM.exec(text.trim())?.groups;
  return groups === undefined ? null : { name: groups['name'] ?? '', email: (groups['email'] ?? '').trim() };
}
