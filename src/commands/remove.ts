import type { Command } from 'commander';
import { counted } from '../core/words.ts';
import { printJson } from './format.ts';
import { addExamples } from './help.ts';
import type { GlobalOptions, Session } from './session.ts';

/** `understory remove`: takes targets out of database and cache. */
export function addRemove(program: Command, session: Session): void {
  const command = program
    .command('remove')
    .description(
      'Takes targets out of the database and deletes our mirrors of them. Your own clones are left alone.',
    )
    .argument('<target...>', 'owner/repo, URL, path or name of what is collected')
    .action(async (targets: readonly string[], _options: unknown, self: Command) => {
      const options = self.optsWithGlobals<GlobalOptions>();
      const { remove } = await import('../index.ts');
      const input = {
        targets,
        db: options.db,
        config: options.config,
        currentDirectory: session.currentDirectory,
      };
      const removed = await remove(input, session.context);
      if (options.json) return await printJson(removed, session);
      for (const { name, row_count } of removed) {
        session.note(`${name}: removed, ${counted(row_count, 'row')}`);
      }
    });
  addExamples(command, ['understory remove pgvector/pgvector', 'all of it goes, the rest stays']);
}
