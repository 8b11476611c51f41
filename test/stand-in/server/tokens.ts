/** What a token is and may do. Classic tokens have scopes; fine-grained ones and apps have permissions instead. */
export interface Token {
  readonly kind: 'classic' | 'fine-grained' | 'app' | 'actions';
  /** The user it acts for. Limits are per user: all tokens of one user share them. */
  readonly login: string;
  readonly scopes: readonly string[];
  /** Logins of the owners whose repositories it may administer. */
  readonly maintains: readonly string[];
  /** Points and requests an hour. */
  readonly limit: number;
  readonly isExpired?: boolean;
  /** When it stops being accepted, by the stand-in's clock, in milliseconds; never where it is not there. */
  readonly expiresAt?: number;
  /** Organisations whose single sign-on it was not authorised for, by login. */
  readonly lacksSso?: readonly string[];
}

const token = (more: Partial<Token>): Token => ({
  kind: 'classic',
  login: 'visitor',
  scopes: ['read:user', 'read:org'],
  maintains: [],
  limit: 5000,
  ...more,
});

/**
 * The tokens a stand-in knows from the start; anything else is answered with 401.
 *
 * The texts are unlike anything else in data or answers, so that a test can look for them in every file that is written.
 */
export const TOKENS: Readonly<Record<string, Token>> = {
  'stand-in-token-plain': token({}),
  'stand-in-token-second': token({ login: 'visitor-two' }),
  'stand-in-token-no-scope': token({ scopes: [] }),
  'stand-in-token-maintainer': token({
    login: 'lbrueckner',
    scopes: ['public_repo', 'repo', 'user', 'read:org'],
    maintains: ['orrery-db'],
  }),
  'stand-in-token-fine': token({ kind: 'fine-grained', scopes: [] }),
  'stand-in-token-fine-maintainer': token({
    kind: 'fine-grained',
    login: 'lbrueckner',
    scopes: [],
    maintains: ['orrery-db'],
  }),
  'stand-in-token-actions': token({ kind: 'actions', login: 'github-actions', scopes: [], limit: 1000 }),
  'stand-in-token-app': token({ kind: 'app', login: 'understory-app', scopes: [] }),
  'stand-in-token-no-sso': token({ lacksSso: ['corvane'] }),
  'stand-in-token-expired': token({ isExpired: true }),
};

/** Scopes that contain others. */
const CONTAINS: Readonly<Record<string, readonly string[]>> = {
  user: ['read:user', 'user:email', 'user:follow'],
  repo: ['public_repo', 'repo:status', 'repo_deployment'],
  'admin:org': ['write:org', 'read:org'],
  'write:org': ['read:org'],
};

/** Whether a token has one of some scopes, itself or in a larger one. Tokens without scopes are not asked for any. */
export function hasScope(token: Token, ...wanted: readonly string[]): boolean {
  if (token.kind !== 'classic') return true;
  const owned = token.scopes.flatMap((scope) => [scope, ...(CONTAINS[scope] ?? [])]);
  return wanted.some((scope) => owned.includes(scope));
}

/** Whether a token may see what only admins and collaborators of an owner's repositories see. */
export function maintains(token: Token | null, ownerLogin: string): boolean {
  return token?.maintains.some((login) => login.toLowerCase() === ownerLogin.toLowerCase()) ?? false;
}

/** What outsiders get for lists of who starred or watches. */
export type ClosedLists = 'empty' | 'forbidden' | 'not-found';

/** Reads how closed lists are to answer; the default for anything unknown. */
export function toClosedLists(text: string | undefined): ClosedLists {
  return text === 'forbidden' || text === 'not-found' ? text : 'empty';
}
