import { shellWords } from '../core/escape.ts';
import type { GlobalOptions } from './session.ts';

/** The options by which a user says which database and which settings are meant. */
export type Place = Partial<Pick<GlobalOptions, 'db' | 'config'>>;

/** A command line for a shell, which works on the same database and with the same settings as this one. */
export function shellLine(command: string, words: readonly string[], place: Place): string {
  return shellWords(['understory', ...command.split(' '), ...words, ...placeWords(place)]);
}

/** Commands that read or write the database; what the others do is the same wherever it lies. */
const COMMAND = /`(understory (?:collect|report|query|sql|people|status|export|remove|doctor)\b[^`]*)`/g;

/** Adds the user's own `--db` and `--config` to the commands that a message advises, so that they can be typed as they stand. */
export function withPlace(message: string, place: Place): string {
  const words = placeWords(place);
  if (words.length === 0) return message;
  return message.replace(COMMAND, (whole, command: string) =>
    / --(db|config)\b/.test(command) ? whole : `\`${command} ${shellWords(words)}\``,
  );
}

function placeWords({ db, config }: Place): readonly string[] {
  return Object.entries({ db, config }).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}`, value],
  );
}
