const ON_PLATFORM = /^(?<handle>\S+) on \p{L}+$/u;

/** The handle in "adab on github", the way in which some projects name people of whom they know no more; else null. */
export function handleOnPlatform(comparable: string): string | null {
  return ON_PLATFORM.exec(comparable)?.groups?.['handle'] ?? null;
}
