import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { collect } from '../../src/index.ts';
import { openReader } from '../../src/store/open.ts';
import type { Row } from '../../src/store/value.ts';
import { testContext } from './context.ts';
import { type FixtureCommit, makeRepository } from './git-repository.ts';

/** A folder with the database of a small repository, and how to ask for its people. */
export interface PeopleFolder {
  readonly input: { readonly db: string; readonly currentDirectory: string };
  readonly peopleFile: string;
  readonly collect: () => Promise<void>;
  readonly query: (sql: string) => Promise<readonly Row[]>;
  readonly names: () => Promise<readonly string[]>;
  /** The same in another folder. */
  readonly copy: (folder: string) => PeopleFolder;
}

/** Collects a repository of `commits` into a database in `folder`. */
export async function collectPeople(
  folder: string,
  commits: readonly FixtureCommit[],
): Promise<PeopleFolder> {
  makeRepository(join(folder, 'project.git'), commits);
  const people = peopleIn(folder);
  await people.collect();
  return people;
}

function peopleIn(folder: string): PeopleFolder {
  const input = { db: join(folder, 'cache', 'understory.duckdb'), currentDirectory: folder };
  const query = async (sql: string) => {
    const store = await openReader(input.db);
    try {
      return (await store.query(sql)).rows;
    } finally {
      store.close();
    }
  };
  return {
    input,
    peopleFile: join(folder, 'understory.people.yml'),
    collect: async () =>
      void (await collect({ ...input, targets: [join(folder, 'project.git')] }, testContext())),
    query,
    names: async () =>
      (await query('select name from dim_person order by all')).map(({ name }) => String(name)),
    copy: (to) => {
      cpSync(folder, to, { recursive: true });
      return peopleIn(to);
    },
  };
}
