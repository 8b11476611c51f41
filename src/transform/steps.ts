import type { Context } from '../core/context.ts';
import { keepAliases } from '../resolve/alias.ts';
import {
  findMachines,
  type IdentityAccount,
  type IdentityFields,
  type KnownAccount,
} from '../resolve/bot.ts';
import { resolveDomains } from '../resolve/domain.ts';
import { splitEmail } from '../resolve/email.ts';
import { resolvePeople } from '../resolve/identity.ts';
import type { IdentityUse } from '../resolve/identity-use.ts';
import { bigintOf, textOf, textOrNull } from '../store/cell.ts';
import { replaceRows } from '../store/put-rows.ts';
import { readQuery } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import type { Row } from '../store/value.ts';
import { resolveCredits } from './credit-step.ts';
import type { BuildInputs } from './fingerprint.ts';
import type { BuildNode } from './graph.ts';

/** One call of `resolve/` between two tables: rows in, rows out. */
export interface ResolveStep extends BuildNode {
  readonly run: (store: Store, inputs: BuildInputs, context: Context) => Promise<void>;
}

/** What SQL reads badly; each step fills the tables that it writes anew. */
export const RESOLVE_STEPS: readonly ResolveStep[] = [
  {
    name: 'credits',
    writes: ['map_commit_credit'],
    reads: ['stg_git__commit'],
    run: resolveCredits,
  },
  {
    name: 'domains of addresses',
    writes: ['map_email_domain'],
    reads: ['dim_identity'],
    run: (store) => resolveEmailDomains(store),
  },
  {
    name: 'machines',
    writes: ['map_identity_kind'],
    reads: ['dim_identity'],
    run: resolveMachines,
  },
  {
    name: 'people',
    writes: ['map_identity_person', 'map_identity_link', 'map_person_alias'],
    reads: ['fct_identity_use', 'map_identity_kind'],
    run: resolveIdentities,
  },
];

async function resolveEmailDomains(store: Store): Promise<void> {
  const { rows } = await store.query('select distinct email from dim_identity order by email');
  const domains = new Set(
    rows.map((row) => splitEmail(textOf(row, 'email'))[1].toLowerCase()).filter((domain) => domain !== ''),
  );
  const resolved = await resolveDomains([...domains].sort());
  await replaceRows(
    store,
    'map_email_domain',
    resolved.map(({ emailDomain, registrableDomain }) => [
      emailDomain,
      registrableDomain,
      registrableDomain === null ? 'none' : 'public_suffix',
      registrableDomain === null ? 0 : 1,
    ]),
  );
}

function identityFields(row: Row): IdentityFields {
  return {
    identityId: bigintOf(row, 'identity_id'),
    name: textOf(row, 'name'),
    email: textOf(row, 'email'),
    mappedName: textOf(row, 'mapped_name'),
    mappedEmail: textOf(row, 'mapped_email'),
    isAgent: row['is_agent'] === true,
    account: identityAccount(row),
  };
}

function identityAccount(row: Row): IdentityAccount | null {
  const login = textOrNull(row, 'login');
  if (row['account_id'] === null || login === null) return null;
  return {
    id: String(bigintOf(row, 'account_id')),
    login,
    isItself: row['is_account'] === true,
    isBot: row['account_type'] === 'Bot',
  };
}

async function resolveMachines(store: Store, { settings }: BuildInputs): Promise<void> {
  const identities = await store.query('select * from dim_identity order by identity_id');
  const kinds = findMachines(identities.rows.map(identityFields), {
    decisions: settings.people.kinds,
    agents: await readAccounts(store, 'select match_kind, value from seed_agent order by all'),
    bots: await readAccounts(store, 'select match_kind, value from seed_bot order by all'),
  });
  await replaceRows(
    store,
    'map_identity_kind',
    kinds.map(({ identityId, kind, rule, confidence }) => [identityId, kind, rule, confidence]),
  );
}

async function readAccounts(store: Store, sql: string): Promise<readonly KnownAccount[]> {
  const { rows } = await store.query(sql);
  return rows.map((row) => {
    const matchKind = textOf(row, 'match_kind');
    return {
      matchKind: matchKind === 'login' || matchKind === 'name' ? matchKind : 'email',
      value: textOf(row, 'value'),
    };
  });
}

async function resolveIdentities(store: Store, { settings }: BuildInputs): Promise<void> {
  const uses = await store.query(readQuery('transform/identity_use'));
  const { people, links } = resolvePeople(uses.rows.map(identityUse), settings.people);
  const earlier = await store.query('select * from map_identity_person order by identity_id');
  const aliases = await store.query('select * from map_person_alias order by old_person_id');
  const kept = keepAliases(
    {
      people: earlier.rows.map((row) => ({
        identityId: bigintOf(row, 'identity_id'),
        personId: bigintOf(row, 'person_id'),
      })),
      aliases: aliases.rows.map((row) => ({
        oldPersonId: bigintOf(row, 'old_person_id'),
        personId: bigintOf(row, 'person_id'),
      })),
    },
    people,
  );
  await replaceRows(
    store,
    'map_identity_person',
    people.map(({ identityId, personId, rule, confidence }) => [identityId, personId, rule, confidence]),
  );
  await replaceRows(
    store,
    'map_identity_link',
    links.map(({ a, b, rule, confidence }) => [a, b, rule, confidence]),
  );
  await replaceRows(
    store,
    'map_person_alias',
    kept.map(({ oldPersonId, personId }) => [oldPersonId, personId]),
  );
}

function identityUse(row: Row): IdentityUse {
  const kind = textOf(row, 'kind');
  return {
    ...identityFields(row),
    repoId: bigintOf(row, 'repo_id'),
    useCount: Number(bigintOf(row, 'use_count')),
    branchAccountId: row['branch_account_id'] === null ? null : String(bigintOf(row, 'branch_account_id')),
    kind: kind === 'bot' || kind === 'agent' ? kind : 'person',
    firstContributionAt: textOrNull(row, 'first_contribution_at'),
  };
}
