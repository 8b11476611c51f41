import { numberAt, textAt } from '../collect/github/read.ts';
import { isTokenText } from '../collect/github/tokens.ts';
import type { Context } from '../core/context.ts';
import { checkApp } from './app-check.ts';
import { type Check, type Finding, failed, ok, warning } from './check.ts';
import { findTokens, readApiUrl } from './github.ts';

const WAIT_MILLISECONDS = 10_000;
/** `Date` has whole seconds, and an answer takes a while. */
const NEGLIGIBLE_SECONDS = 60;
const MILLISECONDS = 1000;
/** Scopes by which GitHub names sponsors, with those that contain them. */
const WANTED_SCOPES: readonly (readonly [wanted: string, ...containers: readonly string[]])[] = [
  ['read:user', 'user'],
  ['read:org', 'write:org', 'admin:org'],
];
const NEW_TOKEN = 'Make a new token and set GH_TOKEN, or run `gh auth login`';

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/**
 * Asks GitHub what it thinks of each token, which costs nothing of the limit: whether it is accepted, what it may do,
 * what is left, and how far the clocks are apart; of an app, where it is installed. Tokens themselves stand in no
 * finding.
 */
export async function checkTokens(context: Context): Promise<readonly Check[]> {
  const app = await checkApp(context);
  const { source, tokens } = await findTokens(context, app.length === 0);
  if (tokens.length === 0 && app.length === 0) {
    const finding = warning('none', 'Set GH_TOKEN, or run `gh auth login`; git histories need none');
    return [{ name: 'token', ...finding }];
  }
  const checks: Check[] = [...app];
  for (const [index, token] of tokens.entries()) {
    const label = tokens.length === 1 ? `from ${source}` : `number ${index + 1} from ${source}`;
    checks.push(...(await checkToken(token, label, context)));
  }
  return checks;
}

async function checkToken(token: string, label: string, context: Context): Promise<readonly Check[]> {
  if (!isTokenText(token)) {
    const finding = failed(`${label}, with characters that no token has`, NEW_TOKEN);
    return [{ name: 'token', ...finding }];
  }
  const apiUrl = readApiUrl(context);
  const answer = await ask(`${apiUrl.replace(/\/+$/, '')}/rate_limit`, token, context).catch(() => null);
  if (answer === null) {
    return [
      { name: 'token', ...warning(label, 'Whether it is accepted could not be asked') },
      {
        name: 'GitHub',
        ...failed(`${apiUrl} can’t be reached`, 'Check the network, HTTPS_PROXY and GITHUB_API_URL'),
      },
    ];
  }
  const accepted = { name: 'token', ...acceptance(answer, label) };
  if (accepted.status === 'failed') return [accepted];
  return [accepted, { name: 'GitHub limit', ...limit(answer) }, { name: 'clock', ...clock(answer, context) }];
}

async function ask(url: string, token: string, context: Context): Promise<Answer> {
  const response = await context.fetch(url, {
    headers: { authorization: `token ${token}`, accept: 'application/vnd.github+json' },
    signal: AbortSignal.any([context.signal, AbortSignal.timeout(WAIT_MILLISECONDS)]),
  });
  const body: unknown = await response.json().catch(() => null);
  return { status: response.status, headers: response.headers, body };
}

function acceptance(answer: Answer, label: string): Finding {
  const { status, headers, body } = answer;
  if (status === 401)
    return failed(`${label}, refused: ${textAt(body, 'message') ?? 'status 401'}`, NEW_TOKEN);
  if (status !== 200 && !hasNoLimit(answer)) {
    return failed(
      `${label}, GitHub answers with status ${status}`,
      'Check GITHUB_API_URL, or try again later',
    );
  }
  const given = headers.get('x-oauth-scopes');
  // Tokens of the newer kind and of apps have permissions, which nothing lists.
  if (given === null) return ok(`${label}, accepted`);
  const scopes = given.split(',').map((scope) => scope.trim());
  const missing = WANTED_SCOPES.filter((names) => !names.some((name) => scopes.includes(name))).map(
    ([name]) => name,
  );
  const detail = `${label}, accepted, scopes: ${given.trim() || 'none'}`;
  if (missing.length === 0) return ok(detail);
  return warning(
    detail,
    `Names of sponsors need ${missing.join(', ')} too: \`gh auth refresh --scopes ${missing.join(',')}\``,
  );
}

/** What an Enterprise server answers where its limits are off, to accepted tokens only. */
function hasNoLimit({ status, body }: Answer): boolean {
  return status === 404 && /not enabled/i.test(textAt(body, 'message') ?? '');
}

function limit(answer: Answer): Finding {
  if (hasNoLimit(answer)) return ok('none on this server');
  const { headers, body } = answer;
  const spent: string[] = [];
  const parts = [
    ['core', 'requests'],
    ['graphql', 'points'],
  ].map(([resource = '', unit]) => {
    const left = numberAt(body, 'resources', resource, 'remaining') ?? 0;
    const reset = numberAt(body, 'resources', resource, 'reset');
    if (left === 0 && reset !== null) spent.push(minutesUntil(reset, headers));
    return `${left} of ${numberAt(body, 'resources', resource, 'limit') ?? 0} ${unit}`;
  });
  const detail = `${parts.join(' and ')} left this hour`;
  return spent[0] === undefined
    ? ok(detail)
    : warning(detail, `Wait ${spent[0]}; collecting does so by itself`);
}

/** By GitHub's clock, since ours may be wrong. */
function minutesUntil(reset: number, headers: Headers): string {
  const now = Date.parse(headers.get('date') ?? '') / MILLISECONDS;
  return Number.isNaN(now) ? 'an hour' : `${Math.max(1, Math.ceil((reset - now) / 60))} min`;
}

function clock({ headers }: Answer, context: Context): Finding {
  const date = Date.parse(headers.get('date') ?? '');
  if (Number.isNaN(date)) return ok('GitHub does not say what time it is');
  const seconds = Math.round((context.now().getTime() - date) / MILLISECONDS);
  const size = Math.abs(seconds);
  if (size <= NEGLIGIBLE_SECONDS) return ok('as GitHub’s, to the minute');
  const detail = `${Math.round(size / 60)} min ${seconds > 0 ? 'ahead of' : 'behind'} GitHub’s`;
  return warning(
    detail,
    'Set this machine’s clock; limits are waited for by GitHub’s, so that nothing is lost',
  );
}
