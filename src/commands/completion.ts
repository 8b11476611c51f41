import { Argument, type Command } from 'commander';
import { addExamples } from './help.ts';
import type { Session } from './session.ts';

/** `understory completion`: prints a script that completes commands and options. */
export function addCompletion(program: Command, session: Session): void {
  const command = program
    .command('completion')
    .description('Prints a script that lets a shell complete commands, options and their choices.')
    .addArgument(new Argument('<shell>', 'which shell').choices(['bash', 'zsh', 'fish']))
    .action(async (shell: 'bash' | 'zsh' | 'fish') => {
      const { completionScript } = await import('./output/completion.ts');
      await session.write(completionScript(program, shell));
    });
  addExamples(
    command,
    ['source <(understory completion bash)', 'for this shell; put it into ~/.bashrc to keep it'],
    ['understory completion zsh > ~/.zfunc/_understory', 'for zsh, with ~/.zfunc in $fpath'],
    ['understory completion fish > ~/.config/fish/completions/understory.fish', 'for fish'],
  );
}
