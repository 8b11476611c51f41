import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { gitBytes } from '../support/git-repository.ts';
import { describeHistory, openHistory } from '../support/history.ts';

const HISTORIES = [
  'pgvector/pgvector',
  'citusdata/citus',
  'timescale/timescaledb',
  'IvorySQL/IvorySQL',
  'pgbouncer/pgbouncer',
];

for (const name of HISTORIES) {
  describeHistory(name, (path) => {
    let store: Store;
    const rows = async (sql: string) => (await store.query(sql)).rows;
    const gitLines = (...args: readonly string[]) =>
      gitBytes(path, args).toString('utf8').split('\n').filter(Boolean);

    beforeAll(async () => {
      store = await openHistory(path);
    });
    afterAll(() => store?.close());

    test('commits per author are those of git shortlog', async () => {
      const ours = await rows(
        'select author_name, author_email, count(*) as commits from fct_commit where not is_merge group by all',
      );
      const theirs = gitLines('shortlog', '-sne', '--no-merges', 'HEAD').map((line) => line.trim());
      expect(
        ours.map((row) => `${row['commits']}\t${row['author_name']} <${row['author_email']}>`).sort(),
      ).toEqual(theirs.sort());
    });

    test('added and deleted lines, in all and by year, are those of git log --numstat -M -l0', async () => {
      const ours = await rows(
        'select year(committed_at)::integer as year, sum(added_line_count)::bigint as added, sum(deleted_line_count)::bigint as deleted, sum(file_count)::bigint as files from fct_commit group by 1 order by 1',
      );
      expect(
        ours.map((row) => [
          row['year'],
          Number(row['added'] ?? 0),
          Number(row['deleted'] ?? 0),
          Number(row['files'] ?? 0),
        ]),
      ).toEqual(
        countedByYear(
          gitLines('log', '--numstat', '-M', '-l0', '--date=format-local:%Y', '--format=commit %cd', 'HEAD'),
        ),
      );
      const files = await rows('select sum(added_line_count)::bigint as added from fct_commit_file');
      expect(Number(files[0]?.['added'])).toBe(ours.reduce((sum, row) => sum + Number(row['added'] ?? 0), 0));
    });

    test('files at the head are those of git ls-tree -r, and their sizes', async () => {
      const ours = await rows('select mode, byte_count, path from fct_head_file');
      const theirs = gitBytes(path, ['ls-tree', '-r', '-l', '-z', 'HEAD'])
        .toString('utf8')
        .split('\0')
        .filter(Boolean);
      const expected = theirs.map((line) => line.replace(/^(\d+) \w+ \w+ +([\d-]+)\t/, '$1 $2 '));
      expect(ours.map((row) => `${row['mode']} ${row['byte_count'] ?? '-'} ${row['path']}`).sort()).toEqual(
        expected.sort(),
      );
    });

    test('tags are those of git tag, and each reaches what git says it reaches', async () => {
      const ours = await rows('select name from fct_tag');
      expect(ours.map((row) => row['name']).sort()).toEqual(gitLines('tag').sort());
      const reached = await rows(
        "select ref_name, count(*) as commits from map_ref_commit join map_ref_class using (repo_id, ref_class_id) where kind = 'tag' group by 1 order by hash(ref_name) limit 5",
      );
      for (const row of reached) {
        expect(Number(row['commits']), String(row['ref_name'])).toBe(
          Number(gitLines('rev-list', '--count', `refs/tags/${row['ref_name']}`)[0]),
        );
      }
    });
  });
}

/** Year, added and deleted lines, and files, in the order of years. */
function countedByYear(lines: readonly string[]): readonly (readonly number[])[] {
  const years = new Map<number, [number, number, number]>();
  let current: [number, number, number] = [0, 0, 0];
  for (const line of lines) {
    if (line.startsWith('commit ')) {
      const year = Number(line.slice('commit '.length));
      current = years.get(year) ?? [0, 0, 0];
      years.set(year, current);
      continue;
    }
    const [added = '-', deleted = '-'] = line.split('\t');
    current[0] += added === '-' ? 0 : Number(added);
    current[1] += deleted === '-' ? 0 : Number(deleted);
    current[2] += 1;
  }
  return [...years].sort(([a], [b]) => a - b).map(([year, counts]) => [year, ...counts]);
}
