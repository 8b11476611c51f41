import type { Account, Sponsorship } from '../world/records.ts';
import { iso } from './calendar.ts';
import type { CompanyKey } from './cast.ts';
import type { Crowd } from './crowd.ts';
import { monthsBefore, type Person, type Setting } from './people.ts';

interface Giving {
  readonly sponsor: Account | null;
  readonly from: number;
  readonly to?: number;
  readonly isPrivate?: true;
  readonly isOnce?: true;
}

/**
 * Who pays through GitHub Sponsors: the foundation gets three companies (one stopped), people, and private ones;
 * the driver's maintainer gets people.
 */
export function createSponsorships(
  setting: Setting,
  companies: ReadonlyMap<CompanyKey, Account>,
  people: readonly Person[],
  crowd: Crowd,
): Sponsorship[] {
  const foundation = companies.get('foundation');
  const hubert = people.find((person) => person.key === 'hubert')?.account;
  if (!foundation || !hubert) throw new Error('Expected the foundation and `hubert` to have accounts');
  list(setting, foundation, 'Keep Orrery turning', [1000, 10_000, 100_000]);
  list(setting, hubert, 'I maintain orrery-py in my evenings', [500, 2500]);
  const company = (key: CompanyKey): Account | null => companies.get(key) ?? null;
  const givers = crowd.people.flatMap((person) => (person.account ? [person.account] : []));
  const every = Math.max(1, Math.floor(givers.length / 14));
  const some = givers.filter((_, index) => index % every === 0).slice(0, 14);
  const toFoundation: Giving[] = [
    { sponsor: company('polder'), from: 26 },
    { sponsor: company('northquay'), from: 24 },
    { sponsor: company('kilnworks'), from: 22, to: 7 },
    ...some.slice(0, 6).map((sponsor, index): Giving => ({ sponsor, from: 20 - 3 * index })),
    { sponsor: some[6] ?? null, from: 11, to: 5 },
    { sponsor: some[7] ?? null, from: 9, isOnce: true },
    { sponsor: some[8] ?? null, from: 8, isPrivate: true },
    { sponsor: some[9] ?? null, from: 4, isPrivate: true },
    // A sponsor whose account is gone.
    { sponsor: null, from: 15 },
  ];
  const toHubert: Giving[] = [
    ...some.slice(10, 13).map((sponsor, index): Giving => ({ sponsor, from: 14 - 4 * index })),
    { sponsor: company('polder'), from: 6 },
    { sponsor: some[13] ?? null, from: 3, isPrivate: true },
  ];
  return [
    ...toFoundation.map((giving) => give(setting, foundation, giving)),
    ...toHubert.map((giving) => give(setting, hubert, giving)),
  ].sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
}

function list(setting: Setting, account: Account, shortDescription: string, cents: readonly number[]): void {
  const createdAt = iso(monthsBefore(setting, 28));
  account.sponsorsListing = {
    __typename: 'SponsorsListing',
    id: setting.mint.next('SponsorsListing').id,
    createdAt,
    shortDescription,
    isPublic: true,
    fiscalHostId: null,
    goal: { kind: 'TOTAL_SPONSORS_COUNT', title: '25 sponsors', targetValue: 25, percentComplete: 48 },
    tiers: cents.map((price, index) => ({
      __typename: 'SponsorsTier',
      id: setting.mint.next('SponsorsTier').id,
      name: `$${price / 100} a month`,
      monthlyPriceInCents: price,
      isOneTime: index === 0 && cents.length > 2,
      isCustomAmount: false,
      createdAt,
    })),
  };
}

function give(setting: Setting, maintainer: Account, giving: Giving): Sponsorship {
  const tiers = maintainer.sponsorsListing?.tiers ?? [];
  const tier = giving.sponsor?.__typename === 'Organization' ? tiers.at(-1) : tiers[0];
  return {
    __typename: 'Sponsorship',
    id: setting.mint.next('Sponsorship').id,
    maintainerId: maintainer.id,
    sponsorId: giving.sponsor?.id ?? null,
    createdAt: iso(monthsBefore(setting, giving.from)),
    endedAt: giving.to === undefined ? null : iso(monthsBefore(setting, giving.to)),
    isActive: giving.to === undefined,
    isOneTimePayment: giving.isOnce !== undefined,
    privacyLevel: giving.isPrivate === undefined ? 'PUBLIC' : 'PRIVATE',
    tierId: tier?.id ?? null,
  };
}
