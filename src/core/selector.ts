/** A name and address that belong together; one of them may be empty. */
export interface NameAndAddress {
  readonly name: string;
  readonly email: string;
}

const FORM = /^(?<name>.*?)\s*<(?<email>[^>]*)>$/;

/** The text by which a user names one identity and no other. */
export function selectorOf({ name, email }: NameAndAddress): string {
  return name === '' ? email : `${name} <${email}>`;
}

/** Reads `Name <address>`; null for any other text. */
export function parseSelector(text: string): NameAndAddress | null {
  const groups = FORM.exec(text.trim())?.groups;
  return groups === undefined ? null : { name: groups['name'] ?? '', email: (groups['email'] ?? '').trim() };
}
