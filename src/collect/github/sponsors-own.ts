import { UnderstoryError } from '../../core/errors.ts';
import { ask } from './ask.ts';
import type { JsonObject } from './contract.ts';
import { numberAt, objectAt, valueAt } from './read.ts';
import type { StreamWork } from './stream.ts';

/** What GitHub shows of sponsors to the account itself and its admins only. */
export interface OwnFigures {
  readonly privateSponsorCount: number | null;
  /** GitHub's estimate, in cents of US dollars. */
  readonly monthlyIncomeCents: number | null;
}

/** Whether the token that asked is the account's own, or that of an admin of the organization. */
export function isOwn(account: JsonObject | null): boolean {
  return valueAt(account, 'isViewer') === true || valueAt(account, 'viewerCanAdminister') === true;
}

/**
 * Asks for what the account's own token may see: counts and the sum, and no names. Null where GitHub does not show it, and
 * where a token of somebody else was asked with, whose zeros mean nothing.
 */
export async function fetchOwnFigures(work: StreamWork, login: string): Promise<OwnFigures | null> {
  try {
    const { data } = await ask(work, {
      document: 'sponsors_own',
      variables: () => ({ login }),
      size: null,
      isWhole: (answer) => objectAt(answer, 'repositoryOwner') !== null,
    });
    const account = objectAt(data, 'repositoryOwner');
    return isOwn(account) ? figuresOf(account) : null;
  } catch (error) {
    if (error instanceof UnderstoryError && ['E_PERMISSION', 'E_NOT_FOUND'].includes(error.code)) return null;
    throw error;
  }
}

function figuresOf(account: JsonObject | null): OwnFigures {
  const all = numberAt(account, 'all', 'totalCount');
  const open = numberAt(account, 'public', 'totalCount');
  return {
    privateSponsorCount: all === null || open === null ? null : Math.max(0, all - open),
    monthlyIncomeCents: numberAt(account, 'monthlyEstimatedSponsorsIncomeInCents'),
  };
}
