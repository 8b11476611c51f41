import { realpath } from 'node:fs/promises';
import type { Config, Project } from '../core/config/config.ts';
import type { Redactor } from '../core/redact/redactor.ts';
import type { BuildSettings, ScopeRule } from '../transform/settings.ts';

export interface SettingsInput {
  /** Path of `understory.yml`; looked for upward from the current folder where it is not given. */
  readonly config?: string | undefined;
  readonly currentDirectory: string;
}

/** What the user's files say, for collecting and for building facts. */
export interface Settings {
  readonly config: Config;
  /** Clones on this machine from which git histories are read, by `owner/repo`. */
  readonly clones: ReadonlyMap<string, string>;
  /** Repositories that no `org:NAME` of the settings takes in, as `owner/name` in lower case. */
  readonly excluded: readonly string[];
  readonly build: BuildSettings;
  /** Takes out people who were forgotten; null where nobody was. */
  readonly redactor: Redactor | null;
}

/**
 * Reads the user's files.
 *
 * Errors: `E_CONFIG`, naming file and line.
 */
export async function loadSettings(input: SettingsInput): Promise<Settings> {
  const { readConfig } = await import('../core/config/config.ts');
  const config = await readConfig(input.config, input.currentDirectory);
  const scopes = await Promise.all(config.projects.map(scopeRules));
  const { affiliations, merges, splits, kinds, forgotten } = config.people;
  const { makeRedactor } = await import('../core/redact/redactor.ts');
  const redactor = makeRedactor(forgotten);
  const declared = [...config.affiliations, ...affiliations];
  return {
    config,
    clones: clonesOf(config),
    excluded: config.projects.flatMap(({ excluded }) => excluded.map((name) => name.toLowerCase())),
    build: {
      scopes: scopes.flat(),
      affiliations: redactor ? declared.filter(({ person }) => redactor.text(person) === person) : declared,
      people: { merges, splits, kinds },
      creditRules: config.creditRules,
    },
    redactor,
  };
}

async function scopeRules({ ecosystem, name, ...project }: Project): Promise<readonly ScopeRule[]> {
  const rule = (kind: ScopeRule['rule'], value: string): ScopeRule => ({
    ecosystem,
    project: name,
    rule: kind,
    value,
  });
  // A clone that is not there yet keeps its path as written.
  const paths = await Promise.all(
    [...project.paths.values()].map((path) => realpath(path).catch(() => path)),
  );
  return [
    ...project.repositories.map((repository) => rule('repository', repository.toLowerCase())),
    ...paths.map((path) => rule('path', path)),
    ...project.owners.map((owner) => rule('include', owner.toLowerCase())),
    ...project.excluded.map((repository) => rule('exclude', repository.toLowerCase())),
  ];
}

function clonesOf({ projects }: Config): ReadonlyMap<string, string> {
  return new Map(projects.flatMap(({ paths }) => [...paths]));
}
