import { readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { isSystemError } from '../errors.ts';
import type { AffiliationDecision } from '../people-decisions.ts';
import { parseAffiliations } from './affiliations.ts';
import { type CreditRuleSetting, readCreditRule } from './credits.ts';
import { NO_PEOPLE, type PeopleFile, readPeople } from './people.ts';
import { configError, knownEntries, parseYaml, type YamlValue } from './yaml.ts';

/** A project of the settings: which repositories are its own. */
export interface Project {
  readonly ecosystem: string;
  readonly name: string;
  /** `owner/name`, as written. */
  readonly repositories: readonly string[];
  /** Clones on this machine to read in place of a repository: absolute path by `owner/name`. */
  readonly paths: ReadonlyMap<string, string>;
  /** Owners all of whose repositories belong to it. */
  readonly owners: readonly string[];
  /** `owner/name` of those that do not. */
  readonly excluded: readonly string[];
}

/** Everything that the user's files say. */
export interface Config {
  /** Absolute path of the settings file; null where there is none. */
  readonly path: string | null;
  readonly projects: readonly Project[];
  readonly people: PeopleFile;
  /** Absolute path of the file with decisions about people, whether or not it is there yet. */
  readonly peoplePath: string;
  /** From the files of companies. */
  readonly affiliations: readonly AffiliationDecision[];
  /** Rules for reading credits that follow the shipped ones. */
  readonly creditRules: readonly CreditRuleSetting[];
}

const FILE_NAME = 'understory.yml';
const PEOPLE_FILE_NAME = 'understory.people.yml';
const FULL_NAME = /^[\w.-]+\/[\w.-]+$/;
const OWNER = /^org:([\w.-]+)$/;

/**
 * Reads `understory.yml`, looked for from `currentDirectory` upward unless `file` names one, and the files that it names.
 *
 * Errors: `E_CONFIG`, naming file and line.
 */
export async function readConfig(file: string | undefined, currentDirectory: string): Promise<Config> {
  const found =
    file === undefined
      ? await findUpward(currentDirectory)
      : await readNamed(resolve(currentDirectory, file));
  if (found === null) {
    const peoplePath = resolve(currentDirectory, PEOPLE_FILE_NAME);
    const people = await readPeopleFile(peoplePath, currentDirectory);
    return { path: null, projects: [], people, peoplePath, affiliations: [], creditRules: [] };
  }
  const { path, text } = found;
  const root = await parseYaml(text, shown(path, currentDirectory));
  const { ecosystems, people, companies, credits } = knownEntries(root, [
    'ecosystems',
    'people',
    'companies',
    'credits',
  ]);
  const folder = dirname(path);
  const peoplePath = resolve(folder, people ? people.text() : PEOPLE_FILE_NAME);
  return {
    path,
    projects: (ecosystems?.entries() ?? []).flatMap(([name, value]) => readEcosystem(name, value, folder)),
    people: await readPeopleFile(peoplePath, currentDirectory),
    peoplePath,
    affiliations: await readCompanies(companies?.items() ?? [], folder, currentDirectory),
    creditRules: (credits?.items() ?? []).map(readCreditRule),
  };
}

interface FoundFile {
  readonly path: string;
  readonly text: string;
}

async function findUpward(start: string): Promise<FoundFile | null> {
  for (let folder = resolve(start); ; folder = dirname(folder)) {
    const path = join(folder, FILE_NAME);
    try {
      return { path, text: await readFile(path, 'utf8') };
    } catch (error) {
      if (!isSystemError(error, 'ENOENT')) throw unreadable(path, error);
    }
    if (folder === dirname(folder)) return null;
  }
}

async function readNamed(path: string): Promise<FoundFile> {
  try {
    return { path, text: await readFile(path, 'utf8') };
  } catch (error) {
    throw unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): unknown {
  if (!isSystemError(error)) return error;
  return configError(
    `\`${path}\``,
    `can't be read: ${error.code}`,
    'Name a file that is there and may be read',
  );
}

/** Paths in messages are as short as a user would type them. */
function shown(path: string, currentDirectory: string): string {
  const short = relative(currentDirectory, path);
  return `\`${short.startsWith('..') ? path : short}\``;
}

function readEcosystem(ecosystem: string, value: YamlValue, folder: string): readonly Project[] {
  const { projects } = knownEntries(value, ['projects']);
  return (projects?.entries() ?? []).map(([name, project]) =>
    readProject({ ecosystem, name }, project, folder),
  );
}

function readProject(
  names: { readonly ecosystem: string; readonly name: string },
  value: YamlValue,
  folder: string,
): Project {
  const { repositories, paths, include, exclude } = knownEntries(value, [
    'repositories',
    'paths',
    'include',
    'exclude',
  ]);
  return {
    ...names,
    repositories: (repositories?.items() ?? []).map(readFullName),
    paths: new Map(
      (paths?.entries() ?? []).map(([name, path]) => [fullName(name, path), resolve(folder, path.text())]),
    ),
    owners: (include ? asList(include) : []).map(readOwner),
    excluded: (exclude ? asList(exclude) : []).map(readFullName),
  };
}

/** One value may stand without the brackets of a list. */
function asList(value: YamlValue): readonly YamlValue[] {
  return value.isList ? value.items() : [value];
}

function readFullName(value: YamlValue): string {
  return fullName(value.text(), value);
}

function fullName(text: string, { place }: YamlValue): string {
  if (FULL_NAME.test(text)) return text;
  throw configError(place, `expected \`owner/name\`, got \`${text}\``);
}

function readOwner(value: YamlValue): string {
  const owner = OWNER.exec(value.text())?.[1];
  if (owner !== undefined) return owner;
  throw configError(value.place, `expected \`org:NAME\`, got \`${value.text()}\``);
}

async function readPeopleFile(path: string, current: string): Promise<PeopleFile> {
  try {
    return readPeople(await parseYaml(await readFile(path, 'utf8'), shown(path, current)));
  } catch (error) {
    // It is written with the first decision that is made.
    if (isSystemError(error, 'ENOENT')) return NO_PEOPLE;
    throw unreadable(path, error);
  }
}

async function readCompanies(
  values: readonly YamlValue[],
  folder: string,
  current: string,
): Promise<readonly AffiliationDecision[]> {
  const decisions: AffiliationDecision[] = [];
  for (const value of values) {
    const { path, text } = await readNamed(resolve(folder, value.text()));
    for (const decision of parseAffiliations(text, shown(path, current).replaceAll('`', '')))
      decisions.push(decision);
  }
  return decisions;
}
