import { readText } from '../../json.ts';
import { hasScope, maintains } from '../../server/tokens.ts';
import type { Account, Sponsorship } from '../../world/records.ts';
import { connect } from '../connection.ts';
import { refuse } from '../problem.ts';
import { type Arguments, type FieldTable, type Query, serve } from '../serve.ts';

/** Whether the token is the maintainer's own, or one of an admin of the organisation. */
function isOwn(query: Query, account: Account): boolean {
  return query.token.login === account.login || maintains(query.token, account.login);
}

function asFor(query: Query, account: Account, args: Arguments): readonly Sponsorship[] {
  const mayPrivate = args['includePrivate'] === true && isOwn(query, account);
  const activeOnly = args['activeOnly'] !== false;
  return query.world
    .sponsorshipsFor(account.id)
    .filter((one) => (one.isActive || !activeOnly) && (one.privacyLevel === 'PUBLIC' || mayPrivate));
}

/** Names of an organisation's sponsors need one scope more; without it the whole request fails. */
function checkNames(query: Query, account: Account): void {
  const reads = ['nodes', 'edges'].some((field) => query.fields.has(`SponsorshipConnection.${field}`));
  if (account.__typename !== 'Organization' || !reads || hasScope(query.token, 'read:org')) return;
  const granted = query.token.scopes.map((scope) => `'${scope}'`).join(', ');
  throw refuse(
    'INSUFFICIENT_SCOPES',
    `Your token has not been granted the required scopes to execute this query. The 'nodes' field requires one of the following scopes: ['read:org'], but your token has only been granted the: [${granted}] scopes. Please modify your token's scopes at: https://github.com/settings/tokens.`,
  );
}

/** Sum of what comes in each month; tiers are per month, one-time gifts don't recur. */
function monthlyCents(query: Query, account: Account): number {
  const tiers = new Map((account.sponsorsListing?.tiers ?? []).map((tier) => [tier.id, tier]));
  return query.world
    .sponsorshipsFor(account.id)
    .filter((one) => one.isActive && !one.isOneTimePayment)
    .reduce((sum, one) => sum + (tiers.get(one.tierId ?? '')?.monthlyPriceInCents ?? 0), 0);
}

/** The sponsors' side of users and organisations. */
export const SPONSORABLE: FieldTable = serve('User', {
  hasSponsorsListing: (row) => row.sponsorsListing !== null,
  sponsorsListing: (row) => row.sponsorsListing,
  sponsors: (row, args, query) => {
    const active = query.world.sponsorshipsFor(row.id).filter((one) => one.isActive);
    // Private sponsors count, but only their maintainer sees who they are.
    const shown = active.filter((one) => one.privacyLevel === 'PUBLIC' || isOwn(query, row));
    const items = shown.flatMap((one) => query.world.account(one.sponsorId) ?? []);
    return connect(query, args, { items, total: active.length });
  },
  sponsoring: (row, args, query) => {
    const active = query.world
      .sponsorshipsBy(row.id)
      .filter((one) => one.isActive && one.privacyLevel === 'PUBLIC');
    return connect(query, args, {
      items: active.flatMap((one) => query.world.account(one.maintainerId) ?? []),
    });
  },
  sponsorshipsAsMaintainer: (row, args, query) => {
    checkNames(query, row);
    return connect(query, args, {
      items: asFor(query, row, args),
      key: (one) => one.createdAt,
      id: (one) => one.id,
      isDescending: readText(args['orderBy'], 'direction') === 'DESC',
      isMain: true,
      more: { totalRecurringMonthlyPriceInCents: isOwn(query, row) ? monthlyCents(query, row) : 0 },
    });
  },
  sponsorshipsAsSponsor: (row, args, query) => {
    const items = query.world
      .sponsorshipsBy(row.id)
      .filter((one) => one.isActive && one.privacyLevel === 'PUBLIC');
    return connect(query, args, { items, key: (one) => one.createdAt, id: (one) => one.id });
  },
  monthlyEstimatedSponsorsIncomeInCents: (row, _args, query) =>
    isOwn(query, row) ? monthlyCents(query, row) : 0,
  estimatedNextSponsorsPayoutInCents: (row, _args, query) =>
    isOwn(query, row) ? monthlyCents(query, row) : 0,
  totalSponsorshipAmountAsSponsorInCents: (row, _args, query) => (isOwn(query, row) ? 0 : null),
  lifetimeReceivedSponsorshipValues: (row, args, query) =>
    connect(query, args, { items: isOwn(query, row) ? lifetime(query, row) : [] }),
  sponsorsActivities: (row, args, query) => {
    const all = isOwn(query, row) ? query.world.sponsorshipsFor(row.id) : [];
    const items = all.map((one) => ({
      id: `SA_${one.id}`,
      action: 'NEW_SPONSORSHIP',
      timestamp: one.createdAt,
      sponsor: query.world.account(one.sponsorId) ?? null,
      sponsorable: row,
      sponsorsTier: row.sponsorsListing?.tiers.find((tier) => tier.id === one.tierId) ?? null,
    }));
    return connect(query, args, { items, key: (one) => one.timestamp, id: (one) => one.id });
  },
});

function lifetime(query: Query, maintainer: Account): unknown[] {
  const now = Date.parse(query.now);
  const month = 30.4375 * 86_400_000;
  return query.world.sponsorshipsFor(maintainer.id).flatMap((one) => {
    const tier = maintainer.sponsorsListing?.tiers.find((each) => each.id === one.tierId);
    const sponsor = query.world.account(one.sponsorId);
    if (!sponsor || !tier) return [];
    const end = one.endedAt === null ? now : Math.min(now, Date.parse(one.endedAt));
    const months = one.isOneTimePayment
      ? 1
      : Math.max(1, Math.ceil((end - Date.parse(one.createdAt)) / month));
    const amountInCents = months * tier.monthlyPriceInCents;
    return [{ amountInCents, formattedAmount: `$${amountInCents / 100}`, sponsor, sponsorable: maintainer }];
  });
}

export const SPONSORSHIP: FieldTable = serve('Sponsorship', {
  sponsorEntity: (row, _args, query) => query.world.account(row.sponsorId) ?? null,
  sponsorable: (row, _args, query) => query.world.account(row.maintainerId),
  paymentSource: () => 'GITHUB',
  tierSelectedAt: (row) => row.createdAt,
  tier: (row, _args, query) => {
    const maintainer = query.world.account(row.maintainerId);
    if (!maintainer || !isOwn(query, maintainer)) return null;
    return maintainer.sponsorsListing?.tiers.find((tier) => tier.id === row.tierId) ?? null;
  },
});

export const SPONSORS_LISTING: FieldTable = serve('SponsorsListing', {
  name: (row) => `Sponsors listing ${row.id}`,
  slug: (row) => row.id,
  fiscalHost: (row, _args, query) => query.world.account(row.fiscalHostId) ?? null,
  activeGoal: (row) => row.goal,
  tiers: (row, args, query) => connect(query, args, { items: row.tiers, id: (one) => one.id }),
});

export const SPONSORS_TIER: FieldTable = serve('SponsorsTier', {
  monthlyPriceInDollars: (row) => Math.floor(row.monthlyPriceInCents / 100),
  description: (row) => row.name,
});
