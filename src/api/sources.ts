import type { CollectSettings } from '../collect/outcome.ts';
import type { Config, Project } from '../core/config/config.ts';
import type { Context } from '../core/context.ts';
import { UnderstoryError } from '../core/errors.ts';
import type { Store } from '../store/store.ts';
import { readGithubSettings } from './github.ts';
import type { Settings } from './settings.ts';

/** What is to be collected. */
export interface SourceInput {
  /** Folders, `owner/repo`, URLs, projects or ecosystems of the settings; none for all that the settings name. */
  readonly targets: readonly string[];
  /** What of an `org:NAME` is taken that otherwise is not. */
  readonly include?: readonly ('forks' | 'archived')[] | undefined;
  /** Repositories of an `org:NAME` that are left out, as `owner/name` or `name`. */
  readonly exclude?: readonly string[] | undefined;
  /** Longest wait for a limit of GitHub's, in milliseconds; one hour and a bit by default. */
  readonly maxWait?: number | undefined;
}

/**
 * What a call of `collect` asks for: its targets, with names of the settings replaced by what they stand for, or all
 * that the settings name.
 *
 * Errors: `E_USAGE` where neither names anything.
 */
export function toCollect(config: Config, targets: readonly string[]): readonly string[] {
  if (targets.length > 0) return targets.flatMap((target) => configuredSources(config, target) ?? [target]);
  const sources = sourcesOf(config.projects);
  if (sources.length > 0) return sources;
  throw new UnderstoryError({
    code: 'E_USAGE',
    message:
      config.path === null
        ? 'No target was named, and there is no `understory.yml`'
        : `No target was named, and \`${config.path}\` names no repository`,
    hint: 'Name one: `understory collect TARGET`; or write settings with `understory init`',
  });
}

/** What to collect for a project or an ecosystem of the settings; undefined for any other name. */
export function configuredSources(config: Config, name: string): readonly string[] | undefined {
  const projects = config.projects.filter((project) =>
    [project.name, project.ecosystem, `${project.ecosystem}/${project.name}`].includes(name),
  );
  return projects.length === 0 ? undefined : sourcesOf(projects);
}

/** What to collect for some projects. */
function sourcesOf(projects: readonly Project[]): readonly string[] {
  const sources = projects.flatMap(({ repositories, paths, owners }) => [
    ...repositories,
    ...paths.keys(),
    ...owners.map((owner) => `org:${owner}`),
  ]);
  return [...new Set(sources)];
}

/** Targets with owners replaced by what they have, and why some owners could not be. */
interface Expansion {
  readonly targets: readonly string[];
  readonly failures: ReadonlyMap<string, UnderstoryError>;
}

/**
 * Replaces each `org:NAME` by the repositories that it stands for; one that can't be listed stands in `failures`, and the
 * others go on.
 *
 * Errors: that of listing, where nothing else is left.
 */
export async function expandOwners(
  store: Store,
  input: SourceInput & Pick<Settings, 'excluded'>,
  settings: CollectSettings,
  context: Context,
): Promise<Expansion> {
  const { expandOwner, ownerOf } = await import('../collect/owner.ts');
  const choice = {
    includesForks: input.include?.includes('forks') ?? false,
    includesArchived: input.include?.includes('archived') ?? false,
    excluded: [...(input.exclude ?? []).map((name) => name.toLowerCase()), ...input.excluded],
  };
  const targets: string[] = [];
  const failures = new Map<string, UnderstoryError>();
  for (const target of input.targets) {
    const login = ownerOf(target);
    if (login === null) {
      targets.push(target);
      continue;
    }
    try {
      // Also for git alone: which repositories there are is GitHub's to say.
      const github = settings.github ?? (await readGithubSettings(context, input.maxWait));
      targets.push(...(await expandOwner(store, login, choice, github, context)));
    } catch (error) {
      if (!(error instanceof UnderstoryError) || error.code === 'E_INTERRUPTED') throw error;
      failures.set(target, error);
    }
  }
  const [failure] = failures.values();
  if (failure !== undefined && targets.length === 0) throw failure;
  return { targets: [...new Set(targets)], failures };
}
