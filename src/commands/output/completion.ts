import type { Command, Option } from 'commander';

interface Word {
  readonly name: string;
  readonly description: string;
  readonly options: readonly Flag[];
  /** Commands below this one. */
  readonly commands: readonly Word[];
}

interface Flag {
  readonly names: readonly string[];
  readonly description: string;
  readonly choices: readonly string[];
  readonly takesValue: boolean;
}

/** Writes a completion script from the command tree, so that it can't go stale. */
export function completionScript(program: Command, shell: 'bash' | 'zsh' | 'fish'): string {
  const commands = program.commands.map(toWord);
  const globals = program.options.map(toFlag);
  if (shell === 'fish') return fishScript(commands, globals);
  const body = bashScript(commands, globals);
  return shell === 'bash'
    ? body
    : `#compdef understory\nautoload -U +X bashcompinit && bashcompinit\n${body}`;
}

function toWord(command: Command): Word {
  const commands = command.commands.map(toWord);
  const own = command.options.filter((option) => !option.hidden).map(toFlag);
  return {
    name: command.name(),
    description: command.summary() || command.description(),
    options: [...own, ...commands.flatMap(({ options }) => options)].filter(isFirstOfName),
    commands,
  };
}

/** Commands below one command may share an option. */
function isFirstOfName(flag: Flag, index: number, all: readonly Flag[]): boolean {
  return all.findIndex(({ names }) => words(names) === words(flag.names)) === index;
}

function toFlag(option: Option): Flag {
  return {
    names: [option.short, option.long].filter((name) => name !== undefined),
    description: option.description,
    choices: option.argChoices ?? [],
    takesValue: option.required || option.optional,
  };
}

function words(names: readonly string[]): string {
  return names.join(' ');
}

function bashScript(commands: readonly Word[], globals: readonly Flag[]): string {
  const globalNames = words(globals.flatMap(({ names }) => names));
  return `_understory() {
  local word="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" command='' options='' index
  for ((index = 1; index < COMP_CWORD; index++)); do
    case "\${COMP_WORDS[index]}" in
      ${commands.map(({ name }) => name).join('|')}) command="\${COMP_WORDS[index]}"; break ;;
    esac
  done
  case "$previous" in
${bashValues(globals)}  esac
  case "$command" in
    '') options='${words(commands.map(({ name }) => name))}' ;;
${commands.map(bashCase).join('\n')}
  esac
  if [[ -n "$command" && "$word" != -* ]]; then
    COMPREPLY=($(compgen -f -- "$word"))
  else
    COMPREPLY=($(compgen -W "$options ${globalNames} --help" -- "$word"))
  fi
}
complete -o filenames -F _understory understory
`;
}

/** The branch of one command: what may stand behind it, behind each of its options, and the options themselves. */
function bashCase({ name, options, commands }: Word): string {
  const below = words(commands.map((word) => word.name));
  const offer = `      [[ "$previous" == ${name} && "$word" != -* ]] && COMPREPLY=($(compgen -W '${below}' -- "$word")) && return\n`;
  return `    ${name})
${below === '' ? '' : offer}      case "$previous" in
${bashValues(options)}      esac
      options='${words(options.flatMap(({ names }) => names))}' ;;`;
}

/** A line for each option that takes a value: one of its choices, else a file. */
function bashValues(flags: readonly Flag[]): string {
  return flags
    .filter((flag) => flag.takesValue)
    .map(({ names, choices }) => {
      const answer = choices.length > 0 ? `compgen -W '${words(choices)}'` : 'compgen -f';
      return `        ${names.join('|')}) COMPREPLY=($(${answer} -- "$word")); return ;;\n`;
    })
    .join('');
}

function fishScript(commands: readonly Word[], globals: readonly Flag[]): string {
  const lines = commands.flatMap((command) => [
    `complete -c understory -n __fish_use_subcommand -f -a ${command.name} -d ${quoted(command.description)}`,
    ...command.commands.map(
      ({ name, description }) =>
        `complete -c understory -n '__fish_seen_subcommand_from ${command.name}' -a ${name} -d ${quoted(description)}`,
    ),
    ...command.options.map((flag) =>
      fishFlag(`complete -c understory -n '__fish_seen_subcommand_from ${command.name}'`, flag),
    ),
  ]);
  return `${[...globals.map((flag) => fishFlag('complete -c understory', flag)), ...lines].join('\n')}\n`;
}

function fishFlag(start: string, flag: Flag): string {
  const names = flag.names.map((name) =>
    name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`,
  );
  const value =
    flag.choices.length > 0 ? ` -x -a ${quoted(words(flag.choices))}` : flag.takesValue ? ' -r' : '';
  return `${start} ${names.join(' ')}${value} -d ${quoted(flag.description)}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
