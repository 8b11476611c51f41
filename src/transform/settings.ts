import type { CreditRuleSetting } from '../core/config/credits.ts';
import type { AffiliationDecision, PeopleDecisions } from '../core/people-decisions.ts';

/** One statement about which repositories a project has. */
export interface ScopeRule {
  readonly ecosystem: string;
  readonly project: string;
  readonly rule: 'repository' | 'path' | 'include' | 'exclude';
  /** `owner/name` in lower case, a real path, or for `include` an owner in lower case. */
  readonly value: string;
}

/** What the user's files say that facts depend on. */
export interface BuildSettings {
  readonly scopes: readonly ScopeRule[];
  /** From the companies files and the people file, in this order. */
  readonly affiliations: readonly AffiliationDecision[];
  readonly people: PeopleDecisions;
  /** Rules for reading credits; they follow the shipped ones and replace those of the same phrase. */
  readonly creditRules: readonly CreditRuleSetting[];
}

/** The settings of somebody who has written no files. */
export const NO_SETTINGS: BuildSettings = {
  scopes: [],
  affiliations: [],
  people: { merges: [], splits: [], kinds: [] },
  creditRules: [],
};
