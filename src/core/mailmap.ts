/** One line of a `.mailmap`: the identity to use, and the one to find in commits; an empty text is any. */
export interface MailmapEntry {
  readonly name: string;
  readonly email: string;
  readonly commitName: string;
  readonly commitEmail: string;
}

const LINE = /^(?<name>[^<#]*)<(?<email>[^>]*)>(?:(?<commitName>[^<#]*)<(?<commitEmail>[^>]*)>)?/;

/**
 * Reads a `.mailmap` in git's four forms; comments and lines that git would not understand are left out.
 *
 * A line with one address changes the name of that address; its entry has the address on both sides.
 */
export function parseMailmap(text: string): readonly MailmapEntry[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const groups = LINE.exec(line.trim())?.groups;
    if (groups === undefined) return [];
    const { name = '', email = '', commitName = '', commitEmail } = groups;
    return [
      {
        name: name.trim(),
        email: email.trim(),
        commitName: commitName.trim(),
        commitEmail: commitEmail?.trim() ?? email.trim(),
      },
    ];
  });
}

/** Writes entries as git reads them, sorted, each once. */
export function formatMailmap(entries: readonly MailmapEntry[]): string {
  const lines = entries.map(({ name, email, commitName, commitEmail }) =>
    [name, `<${email}>`, commitName, `<${commitEmail}>`].filter((part) => part !== '').join(' '),
  );
  return [...new Set(lines)]
    .sort()
    .map((line) => `${line}\n`)
    .join('');
}
