import { UnderstoryError } from '../../core/errors.ts';
import type { RawAnswer } from './answer.ts';
import type { Sending } from './fetch.ts';
import { textAt } from './read.ts';

/** Whether a query failed because it was too much at once: GitHub gave up, or did not come to an end. */
export function isTooMuch(error: unknown, answer: RawAnswer | null): boolean {
  return isTimeOut(error) || (answer !== null && answer.status >= 500);
}

function isTimeOut(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === 'TimeoutError' || isTimeOut(error.cause);
}

/** Turns what Octokit threw into an error that says what to do. Built from status, route and GitHub's own words only. */
export function failureOf(error: unknown, sending: Sending): UnderstoryError {
  const own = ownFailure(error);
  if (own !== null) return own;
  const { answer, route } = sending;
  if (answer === null || answer.status < 400) return networkFailure(error, route);
  const said = (textAt(answer.body, 'message') ?? '').replace(/\.$/, '');
  const words = said === '' ? `status ${answer.status}` : `${said} (status ${answer.status})`;
  if (answer.status === 401) return tokenFailure(words);
  if (answer.status === 403 || answer.status === 451) return permissionFailure(answer, words, route);
  if (answer.status === 404 || answer.status === 410) {
    return new UnderstoryError({
      code: 'E_NOT_FOUND',
      message: `\`${route}\`: ${words}`,
      hint: 'Check the name; a private repository needs a token that may read it',
    });
  }
  return new UnderstoryError({
    code: 'E_GITHUB',
    message: `GitHub does not answer \`${route}\`: ${words}`,
    hint: 'Run the same command again later; https://www.githubstatus.com says whether GitHub is down',
  });
}

/** An answer that says that all went well, and is none. Stored, it would look as if there were nothing. */
export function notAsDocumented(route: string): UnderstoryError {
  return new UnderstoryError({
    code: 'E_GITHUB',
    message: `GitHub does not answer \`${route}\` as it documents`,
    hint: 'Try again later, and check what stands between this machine and GitHub, such as a proxy that wants a login',
  });
}

/** What `makeFetch` gave up on, which Octokit has handed through. */
function ownFailure(error: unknown): UnderstoryError | null {
  if (error instanceof UnderstoryError) return error;
  if (!(error instanceof Error)) return null;
  return ownFailure(error.cause);
}

function tokenFailure(words: string): UnderstoryError {
  return new UnderstoryError({
    code: 'E_TOKEN',
    message: `GitHub does not accept the token: ${words}`,
    hint: 'Make a new one and set `GH_TOKEN`, or run `gh auth login`; `understory doctor` checks it',
  });
}

function permissionFailure({ headers, body }: RawAnswer, words: string, route: string): UnderstoryError {
  const sso = /url=(\S+)/.exec(headers.get('x-github-sso') ?? '')?.[1];
  const reason = textAt(body, 'block', 'reason');
  return new UnderstoryError({
    code: 'E_PERMISSION',
    message: `\`${route}\`: ${words}${reason === null ? '' : `, for ${reason}`}`,
    hint: sso
      ? `Allow the token to see this organization: ${sso}`
      : 'Use a token that may read this; docs/collectors.md says what each stream needs',
  });
}

function networkFailure(error: unknown, route: string): UnderstoryError {
  return new UnderstoryError({
    code: 'E_NETWORK',
    message: `GitHub could not be reached for \`${route}\`: ${innermost(error)}`,
    hint: 'Check the network, and the proxy where HTTPS_PROXY names one, then try again; what was collected before is kept',
  });
}

function innermost(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause instanceof Error) return innermost(error.cause);
  // Where a name has several addresses, and none answers.
  if (error instanceof AggregateError && error.message === '') return innermost(error.errors[0]);
  return error.message;
}
