import type { Context } from '../../core/context.ts';
import { UnderstoryError } from '../../core/errors.ts';
import { formatDuration } from '../../core/progress.ts';
import type { RawAnswer } from './answer.ts';
import { objectsAt, textAt } from './read.ts';
import { freeAt, type LimitedResource, type TokenState } from './tokens.ts';

/** What GitHub asks for where neither a header nor the reset says how long: a minute, then twice as long each time. */
const UNNAMED_WAIT_MILLISECONDS = 60_000;
const SECOND = 1000;

/**
 * How long a limit lasts, in milliseconds; null when the answer is none. Every form that GitHub has: 200, 403 or 429,
 * with a type, with words, with `retry-after` as a number or a date, or only with nothing left.
 *
 * Computed with the clock of the answer itself: with ours, wrong by an hour, the next request would come at once.
 */
export function limitWait(
  answer: RawAnswer,
  isGraphql: boolean,
  repetition: number,
  context: Pick<Context, 'now'>,
): number | null {
  if (!isLimit(answer, isGraphql)) return null;
  const { headers } = answer;
  const after = headers.get('retry-after');
  if (after !== null && after !== '') {
    const seconds = Number(after);
    const wait = Number.isNaN(seconds)
      ? Date.parse(after) - dateOf(headers, context).getTime()
      : seconds * SECOND;
    if (!Number.isNaN(wait)) return Math.max(SECOND, wait);
  }
  const reset = isHourSpent(answer) ? untilReset(headers, context) : null;
  return reset ?? UNNAMED_WAIT_MILLISECONDS * 2 ** repetition;
}

/** Whether the limit is that of the hour, whose end a header names; now and then GitHub says so with something left. */
function isHourSpent({ headers, body }: RawAnswer): boolean {
  if (headers.get('x-ratelimit-remaining') === '0') return true;
  return objectsAt(body, 'errors').some((error) => PRIMARY.test(textAt(error, 'type') ?? ''));
}

const PRIMARY = /^RATE_LIMIT(ED)?$/;

function isLimit({ status, headers, body }: RawAnswer, isGraphql: boolean): boolean {
  const isRefusal = status === 403 || status === 429;
  if (isRefusal && (headers.has('retry-after') || headers.get('x-ratelimit-remaining') === '0')) return true;
  if (status === 429) return true;
  const errors = isGraphql ? objectsAt(body, 'errors') : [];
  if (errors.some((error) => PRIMARY.test(textAt(error, 'type') ?? ''))) return true;
  const messages = [textAt(body, 'message'), ...errors.map((error) => textAt(error, 'message'))];
  return (isRefusal || isGraphql) && messages.some((message) => /rate limit/i.test(message ?? ''));
}

/** GitHub's clock, or ours where it does not say. */
export function dateOf(headers: Headers | undefined, context: Pick<Context, 'now'>): Date {
  const date = Date.parse(headers?.get('date') ?? '');
  return Number.isNaN(date) ? context.now() : new Date(date);
}

/** Null where the answer does not say when the hour is over. */
function untilReset(headers: Headers, context: Pick<Context, 'now'>): number | null {
  const reset = Number(headers.get('x-ratelimit-reset') ?? Number.NaN) * SECOND;
  if (Number.isNaN(reset)) return null;
  return Math.max(SECOND, reset - dateOf(headers, context).getTime() + SECOND);
}

/** Notes what an answer says of the token's limits: a token with less left than the next request costs is blocked. */
export function noteStanding(
  state: TokenState,
  answer: RawAnswer,
  asked: { readonly resource: LimitedResource; readonly points: number },
  context: Context,
): void {
  const { headers, status } = answer;
  // What was asked for, where an older Enterprise server does not name it.
  const resource = headers.get('x-ratelimit-resource') ?? asked.resource;
  const remaining = headers.get('x-ratelimit-remaining');
  if (remaining === null || status >= 400) return;
  state.remaining.set(resource, Number(remaining));
  const wait = untilReset(headers, context);
  if (wait === null || Number(remaining) >= Math.max(1, asked.points)) return;
  state.resourceBlockedUntil.set(resource, context.now().getTime() + wait);
}

/** How often a limit is waited for by one request. */
const PATIENCE = 6;

/**
 * Forbids a token to everybody: asking on while limited gets integrations banned. `limits` counts those that one request
 * has met, this one included.
 *
 * Errors: `E_RATE_LIMIT` when they are more than it may wait for.
 */
export function block(state: TokenState, wait: number, limits: number, context: Context): void {
  if (limits > PATIENCE) throw endless(limits);
  state.blockedUntil = Math.max(state.blockedUntil, context.now().getTime() + wait);
}

function endless(limits: number): UnderstoryError {
  return new UnderstoryError({
    code: 'E_RATE_LIMIT',
    message: `GitHub asked for a pause ${limits} times in a row`,
    hint: 'Run the same command later; it goes on where it stopped',
  });
}

/**
 * Waits until a token may be used, telling how long it still takes.
 *
 * Errors: `E_RATE_LIMIT` when that is longer than `longest`.
 */
export async function waitForToken(
  state: TokenState,
  resource: LimitedResource,
  longest: number,
  context: Context,
): Promise<void> {
  const until = freeAt(state, resource);
  const wait = until - context.now().getTime();
  if (wait <= 0) return;
  if (wait > longest) throw limitReached(wait);
  for (let left = wait; left > 0; left -= SECOND) {
    context.onProgress({
      phase: 'waiting for GitHub’s limit',
      subject: `${formatDuration(left)} left`,
      done: Math.round((wait - left) / SECOND),
      total: Math.ceil(wait / SECOND),
      unit: 's',
    });
    await context.sleep(Math.min(SECOND, left), context.signal);
  }
  // The wait is over, whatever a clock that was changed meanwhile says.
  if (state.blockedUntil <= until) state.blockedUntil = 0;
  if ((state.resourceBlockedUntil.get(resource) ?? 0) <= until) state.resourceBlockedUntil.delete(resource);
}

function limitReached(wait: number): UnderstoryError {
  return new UnderstoryError({
    code: 'E_RATE_LIMIT',
    message: `GitHub’s limit is reached and ends in ${formatDuration(wait)}`,
    hint: 'Run the same command after that; it goes on where it stopped. `--max-wait` says how long to wait instead',
  });
}
