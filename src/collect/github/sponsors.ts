import { UnderstoryError } from '../../core/errors.ts';
import { readQuery } from '../../store/sql.ts';
import { askPages } from './ask.ts';
import type { JsonObject } from './contract.ts';
import { collectProfiles, coreAccounts } from './profiles.ts';
import { numberAt, objectAt, objectsAt, textAt, valueAt } from './read.ts';
import { putChildren, putNodes } from './rows.ts';
import { fetchOwnFigures, isOwn, type OwnFigures } from './sponsors-own.ts';
import { readAt, stateKey, writeState } from './state.ts';
import type { Stream, StreamWork } from './stream.ts';

const NAMED = { name: 'sponsors', version: 1 } as const;
/** People of the project whose sponsors are asked for, beside the owner. */
const PEOPLE = 50;
const PAGE = 100;

/** An account that may have sponsors, as GitHub shows it. */
interface Sponsored {
  readonly id: string;
  readonly node: JsonObject;
  readonly sponsorships: readonly JsonObject[];
  /** Null for a token of somebody else. */
  readonly own: OwnFigures | null;
  readonly date: Date;
}

/**
 * Sponsors of the owner and of the people who do most of the work: public ones with kind and date, private ones as a
 * count. GitHub's estimate of the income is there for the maintainer's own token only; names of private sponsors are asked
 * for by nobody.
 */
export const sponsors: Stream = {
  ...NAMED,
  collect: async (work) => {
    const found: Sponsored[] = [];
    let hasNames = true;
    let isHidden = false;
    for (const [login, nodeId] of await candidatesOf(work)) {
      const { sponsored, hasNames: isNamed } = await fetchSponsored(work, login, hasNames);
      hasNames = isNamed;
      // A login that was given up may be somebody else's by now.
      if (sponsored?.id !== nodeId) continue;
      isHidden ||= sponsored !== null && hidesNames(sponsored);
      if (sponsored !== null) found.push({ ...sponsored, own: await ownFiguresOf(work, sponsored, login) });
    }
    await work.commit(() => putSponsors(work, found));
    await collectProfiles(work);
    if (!hasNames || isHidden) throw namesMissing();
    return null;
  },
  estimate: async (work) => {
    const requests = (await candidatesOf(work)).size;
    return { graphqlRequestCount: requests, points: requests, restRequestCount: 0 };
  },
};

/** An empty list beside a count above zero is a refusal, as that of who gave stars. */
function hidesNames({ node, sponsorships }: Public): boolean {
  const count = numberAt(node, 'sponsorshipsAsMaintainer', 'totalCount') ?? 0;
  return count > 0 && sponsorships.length === 0;
}

/** What was shown is stored; the rest is the token's fault, and can be mended. */
function namesMissing(): UnderstoryError {
  return new UnderstoryError({
    code: 'E_PERMISSION',
    message: 'names of sponsors need a token with the scopes read:user and read:org',
    hint: 'Add them with `gh auth refresh --scopes read:user,read:org`, or make such a token; counts are collected',
  });
}

/** Who may have sponsors: id by login, the owner first. */
async function candidatesOf(
  work: Pick<StreamWork, 'store' | 'repository'>,
): Promise<ReadonlyMap<string, string | null>> {
  const { owner, body } = work.repository;
  const people = await coreAccounts(work, { count: PEOPLE, isListed: true });
  return new Map([
    [owner, textAt(body, 'owner', 'id')],
    ...people.flatMap(({ login, nodeId }) => (login === null ? [] : [[login, nodeId] as const])),
  ]);
}

type Public = Omit<Sponsored, 'own'>;

interface Fetched {
  readonly sponsored: Public | null;
  readonly hasNames: boolean;
}

/** Without the scopes for names GitHub refuses the whole question, so that it is put again without them. */
async function fetchSponsored(work: StreamWork, login: string, hasNames: boolean): Promise<Fetched> {
  try {
    return { sponsored: await fetchPages(work, login, hasNames), hasNames };
  } catch (error) {
    if (!(error instanceof UnderstoryError)) throw error;
    if (error.code === 'E_NOT_FOUND') return { sponsored: null, hasNames };
    if (error.code !== 'E_PERMISSION' || !hasNames) throw error;
    return { sponsored: await fetchPages(work, login, false), hasNames: false };
  }
}

async function fetchPages(work: StreamWork, login: string, withNames: boolean): Promise<Public | null> {
  const path = ['repositoryOwner', 'sponsorshipsAsMaintainer'];
  const pages = askPages(work, {
    document: 'sponsors',
    variables: (after) => ({ login, first: PAGE, after, withNames }),
    path,
    isWhole: (answer) => valueAt(answer, 'repositoryOwner') === null || objectAt(answer, ...path) !== null,
  });
  let sponsored: Public | null = null;
  const sponsorships: JsonObject[] = [];
  for await (const { data, date } of pages) {
    const node = objectAt(data, 'repositoryOwner');
    const id = textAt(node, 'id');
    if (node === null || id === null) return null;
    sponsorships.push(...objectsAt(data, ...path, 'nodes'));
    const count = { totalCount: numberAt(data, ...path, 'totalCount') };
    sponsored = { id, node: { ...node, sponsorshipsAsMaintainer: count }, sponsorships, date };
    // Further pages would only have names.
    if (!withNames) break;
  }
  return sponsored;
}

/** One more question, for those only whose answer can be more than nothing. */
async function ownFiguresOf(work: StreamWork, { node }: Public, login: string): Promise<OwnFigures | null> {
  const isAsked = isOwn(node) && valueAt(node, 'hasSponsorsListing') === true;
  return isAsked ? await fetchOwnFigures(work, login) : null;
}

/** Replaces everything: who is no core contributor any more is not asked for, and must not look as if nothing changed. */
async function putSponsors(work: StreamWork, found: readonly Sponsored[]): Promise<void> {
  const { store, repository } = work;
  const repoId = repository.repoId;
  const day = repository.fetchedAt.toISOString().slice(0, 10);
  await store.run(readQuery('collect/github/drop_sponsors'), { repo_id: repoId, snapshot_date: day });
  for (const { id, node, sponsorships, own, date } of found) {
    const stamp = { repoId, version: NAMED.version, fetchedAt: date };
    await putNodes(store, 'raw_github_sponsors_listing', [node], stamp);
    await putChildren(store, 'raw_github_sponsorship', new Map([[id, sponsorships]]), stamp);
    await store.run(
      'insert into raw_github_sponsor_snapshot values ($repo_id, $id, $day::date, $sponsors, $sponsoring)',
      {
        repo_id: repoId,
        id,
        day,
        sponsors: numberAt(node, 'sponsors', 'totalCount') ?? 0,
        sponsoring: numberAt(node, 'sponsoring', 'totalCount'),
      },
    );
    if (own === null) continue;
    await store.run(
      'insert into raw_github_sponsor_income values ($repo_id, $id, $day::date, $hidden, $income)',
      { repo_id: repoId, id, day, hidden: own.privateSponsorCount, income: own.monthlyIncomeCents },
    );
  }
  await writeState(store, stateKey(NAMED, repoId), readAt(repository.fetchedAt));
}
