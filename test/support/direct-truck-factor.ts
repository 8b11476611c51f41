import { gitBytes } from './git-repository.ts';

/** What one person did to one file. */
interface Work {
  isCreator: boolean;
  deliveries: number;
}

/** A file through all its names. */
type FileHistory = Map<string, Work>;

export interface DirectTruckFactor {
  readonly truckFactor: number;
  /** Those whose leaving makes it with the number of files that each is an author of, most files first. */
  readonly people: readonly (readonly [name: string, fileCount: number])[];
}

/**
 * The truck factor of Avelino et al. 2016 straight from `git log --name-status -M`, without our collector, our SQL or our
 * way of following renames: commits without merges from the oldest on, people told apart by the spelling of their names.
 *
 * `headPaths` are the files that count.
 */
export function computeDirectTruckFactor(
  repository: string,
  headPaths: ReadonlySet<string>,
): DirectTruckFactor {
  const files = readFileHistories(repository);
  const authors = [...headPaths].map((path) => findAuthors(files.get(path) ?? new Map()));
  const counts = new Map<string, number>();
  for (const name of authors.flat()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const ranked = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const gone = new Set<string>();
  for (const [name] of ranked) {
    const covered = authors.filter((names) => names.some((author) => !gone.has(author))).length;
    if (covered < 0.5 * headPaths.size) break;
    gone.add(name);
  }
  return { truckFactor: gone.size, people: ranked.slice(0, gone.size) };
}

function findAuthors(file: FileHistory): readonly string[] {
  const all = [...file.values()].reduce((sum, { deliveries }) => sum + deliveries, 0);
  const degrees = [...file].map(([name, { isCreator, deliveries }]) => ({
    name,
    degree: 3.293 + 1.098 * (isCreator ? 1 : 0) + 0.164 * deliveries - 0.321 * Math.log(1 + all - deliveries),
  }));
  const largest = Math.max(...degrees.map(({ degree }) => degree));
  return degrees.filter(({ degree }) => degree >= 3.293 && degree / largest > 0.75).map(({ name }) => name);
}

/** Histories by the path that a file has at the end; one that came back after it was deleted keeps what it had. */
function readFileHistories(repository: string): ReadonlyMap<string, FileHistory> {
  const log = gitBytes(repository, [
    ...['log', '-z', '--no-merges', '--topo-order', '--reverse', '--name-status', '-M', '-l0'],
    '--format=%x01%aN',
    'HEAD',
  ]);
  const files = new Map<string, FileHistory>();
  const tokens = log.toString('utf8').split('\0');
  let name = '';
  for (let index = 0; index < tokens.length; index += 1) {
    const token = (tokens[index] ?? '').replace(/^\n/, '');
    if (token.startsWith('\u0001')) {
      name = normalize(token.slice(1));
    } else if (/^R\d+$/.test(token)) {
      const [from = '', to = ''] = tokens.slice(index + 1, index + 3);
      index += 2;
      const file = files.get(from) ?? new Map<string, Work>();
      files.delete(from);
      files.set(to, file);
      work(file, name).deliveries += 1;
    } else if (/^[AMTD]$/.test(token)) {
      index += 1;
      const path = tokens[index] ?? '';
      const file = files.get(path) ?? new Map<string, Work>();
      files.set(path, file);
      if (token === 'A') work(file, name).isCreator = true;
      else if (token !== 'D') work(file, name).deliveries += 1;
    }
  }
  return files;
}

function work(file: FileHistory, name: string): Work {
  const known = file.get(name) ?? { isCreator: false, deliveries: 0 };
  file.set(name, known);
  return known;
}

function normalize(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').trim().replace(/\s+/g, ' ').toLowerCase();
}
