import type { Command } from 'commander';
import { addExamples } from './help.ts';
import { addAffiliate, addAlias, addBot, addMerge, addSplit } from './people/decide.ts';
import { addForget } from './people/forget.ts';
import { addExport, addImport } from './people/mailmap.ts';
import { addList, addReview, addShow } from './people/read.ts';
import type { Session } from './session.ts';

/** `understory people`: who is who, and what the user decides about it. */
export function addPeople(program: Command, session: Session): void {
  const command = program
    .command('people')
    .summary('review and correct who is who')
    .description(
      'Lists people, shows why names and addresses belong to one person, and writes your decisions to understory.people.yml. Delete a line there and run any of these again to undo it.',
    );
  for (const add of [
    addList,
    addShow,
    addReview,
    addMerge,
    addSplit,
    addAlias,
    addBot,
    addAffiliate,
    addForget,
    addImport,
    addExport,
  ]) {
    add(command, session);
  }
  addExamples(
    command,
    ['understory people', 'everybody, those of most commits first'],
    ['understory people show "Tom Lane"', 'all names and addresses of one person, and why'],
    ['understory people review', 'doubtful links, those of most effect first'],
    ['understory people merge "Ada Byron" ada@example.org', 'two who are one'],
  );
}
