import type { Context } from '../../core/context.ts';
import { UnderstoryError } from '../../core/errors.ts';
import type { GithubCall, GithubVariables, RestAnswer } from './contract.ts';
import { failureOf, notAsDocumented } from './failure.ts';
import { makeFetch, type Sending } from './fetch.ts';
import { dateOf } from './limits.ts';
import type { Door } from './octokit.ts';

/** An answer that GitHub is still working on is asked for again. */
const ACCEPTED = 202;
const ACCEPTED_PATIENCE = 6;

/**
 * Sends one GET; Octokit repeats it after a failure.
 *
 * Errors: those of `GithubClient`.
 */
export async function askRest(
  { transport, octokit }: Door,
  route: string,
  parameters: GithubVariables,
  call: GithubCall,
): Promise<RestAnswer> {
  const { settings, context } = transport;
  if (route.startsWith('http')) checkServer(route, settings.apiUrl);
  const name = route.startsWith('http') ? `GET ${new URL(route).pathname}` : route;
  const url = route.startsWith('http') ? `GET ${route}` : route;
  for (let attempt = 1; ; attempt += 1) {
    const sending: Sending = {
      call,
      method: 'GET',
      route: name,
      isGraphql: false,
      answer: null,
    };
    try {
      await octokit.request(url, { ...parameters, request: { fetch: makeFetch(transport, sending) } });
    } catch (error) {
      throw failureOf(error, sending);
    }
    if (isPartial(sending)) throw partial(name);
    if (sending.answer?.status !== ACCEPTED) return restAnswer(sending, context);
    if (attempt >= ACCEPTED_PATIENCE) throw notAsDocumented(name);
    await context.sleep(attempt ** 2 * settings.retryMilliseconds, context.signal);
  }
}

/** A list that lacks what belongs to organizations which have not allowed the token. */
function isPartial({ answer }: Sending): boolean {
  return answer?.headers.get('x-github-sso')?.startsWith('partial-results') === true;
}

function partial(route: string): UnderstoryError {
  return new UnderstoryError({
    code: 'E_PERMISSION',
    message: `\`${route}\` lacks what belongs to organizations that have not allowed the token`,
    hint: 'Allow the token to see them, on https://github.com/settings/tokens under “Configure SSO”',
  });
}

/** The next page is asked for at the address that GitHub gave; the token goes to no other server. */
function checkServer(url: string, apiUrl: string): void {
  if (URL.canParse(url) && new URL(url).origin === new URL(apiUrl).origin) return;
  throw new UnderstoryError({
    code: 'E_GITHUB',
    message: `GitHub at \`${apiUrl}\` names a next page on another server`,
    hint: 'Check GITHUB_API_URL, and what stands between this machine and GitHub',
  });
}

function restAnswer({ answer }: Sending, context: Context): RestAnswer {
  const link = answer?.headers.get('link') ?? '';
  return {
    data: answer?.body,
    next: /<([^>]+)>;\s*rel="next"/.exec(link)?.[1] ?? null,
    last: /<([^>]+)>;\s*rel="last"/.exec(link)?.[1] ?? null,
    date: dateOf(answer?.headers, context),
  };
}
