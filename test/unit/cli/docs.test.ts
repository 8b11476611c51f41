import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildProgram } from '../../../src/commands/program.ts';
import { PACKAGE_ROOT } from '../../../src/core/paths.ts';
import { readMetrics } from '../../../src/metrics/registry.ts';
import { recordingSession } from '../../support/session.ts';

const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(PACKAGE_ROOT, 'docs')).map((name) => join('docs', name)),
];
const COMMAND = /(?:^|`)(?:\$ )?understory ([a-z]+[^`\n]*)/gm;
const SCRIPT = /npm run (?:--silent )?([a-z:]+)/g;

async function commandLines(): Promise<readonly (readonly [string, string])[]> {
  const fromPages = PAGES.flatMap((page) => linesIn(readFileSync(join(PACKAGE_ROOT, page), 'utf8'), page));
  const program = await buildProgram('1.2.3', recordingSession().session);
  const all = program.commands.flatMap((command) => [command, ...command.commands]);
  const fromHelp = all.flatMap((command) => {
    let help = '';
    command.configureOutput({ writeOut: (text) => (help += text) }).outputHelp();
    const [, examples = ''] = help.split('\nExamples:\n');
    return linesIn(examples.replace(/^ {2}(\S.*?)(?: {2,}.*)?$/gm, '$1'), `help of ${command.name()}`);
  });
  return [...fromPages, ...fromHelp];
}

function linesIn(text: string, place: string): readonly (readonly [string, string])[] {
  return [...text.matchAll(COMMAND)].map((match) => [match[1] ?? '', place] as const);
}

/** Splits as a shell does, up to the first pipe or redirection. */
function wordsOf(line: string): readonly string[] {
  const words = [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? '',
  );
  const end = words.findIndex((word) => /^[|>]|^…$/.test(word));
  return end < 0 ? words : words.slice(0, end);
}

test.each(await commandLines())(
  '`understory %s` in %s is a command with options that exist',
  async (line) => {
    const program = await buildProgram('1.2.3', recordingSession().session);
    const [name = '', ...args] = wordsOf(line);
    if (name === 'help') return;
    const top = program.commands.find((candidate) => candidate.name() === name);
    expect(top, name).toBeDefined();
    const below = top?.commands.find((candidate) => candidate.name() === args[0]);
    // Options without the name of a command below are those of the first, which is the usual one.
    const command = below ?? top?.commands[0] ?? top;
    const { operands, unknown } = program.parseOptions(args.slice(below ? 1 : 0));
    expect(command?.parseOptions([...operands, ...unknown]).unknown).toEqual([]);
  },
);

test('every metric that a page or a help names exists', async () => {
  const known = new Set((await readMetrics()).map(({ header }) => header.metric));
  const named = (await commandLines()).flatMap(([line]) => {
    const [command, metric] = wordsOf(line);
    return (command === 'query' || command === 'metrics') && metric !== undefined ? [metric] : [];
  });
  const names = named.filter((name) => /^[a-z]/.test(name));
  expect(names.length).toBeGreaterThan(3);
  expect(names.filter((name) => !known.has(name))).toEqual([]);
});

test('every runtime dependency has a note that says why it is there', () => {
  const { dependencies } = JSON.parse(readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8'));
  const notes = readFileSync(join(PACKAGE_ROOT, 'docs/decisions.md'), 'utf8');
  const isNoted = (name: string) =>
    [name, name.replace(/^@octokit\//, '')].some((word) => notes.includes(`\`${word}\``));
  expect(Object.keys(dependencies).filter((name) => !isNoted(name))).toEqual([]);
});

test('every npm script that a page names exists', () => {
  const { scripts } = JSON.parse(readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8'));
  const named = PAGES.flatMap((page) =>
    [...readFileSync(join(PACKAGE_ROOT, page), 'utf8').matchAll(SCRIPT)].map((match) => match[1] ?? ''),
  );
  expect(named.length).toBeGreaterThan(3);
  expect([...new Set(named)].filter((name) => !(name in scripts))).toEqual([]);
});

test('every link between pages leads somewhere', () => {
  const broken = PAGES.flatMap((page) => {
    const text = readFileSync(join(PACKAGE_ROOT, page), 'utf8');
    const links = [...text.replace(/`[^`]*`/g, '').matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(
      (match) => match[1] ?? '',
    );
    return links
      .filter((link) => !existsSync(join(PACKAGE_ROOT, page, '..', link)))
      .map((link) => `${page}: ${link}`);
  });
  expect(broken).toEqual([]);
});
