/** GitHub counts these apart. */
export type LimitedResource = string;

/** The text of a token, or how long a limit forbids making one, in milliseconds. */
export type Reading = { readonly text: string } | { readonly wait: number };

/** Where the text of a token comes from. */
export interface TokenSource {
  /** The text, made anew where it lasts for a while only; `repetition` counts the limits that the request has met. */
  readonly read: (repetition: number) => Promise<Reading>;
  /** Whether there is another one after GitHub refused this text. */
  readonly renew: (refused: string) => boolean;
}

/** One token and what GitHub has said of its limits. Instants by our clock. */
export interface TokenState {
  readonly source: TokenSource;
  /** Nothing may be asked with it before. */
  blockedUntil: number;
  /** Nothing may be asked of one resource before. */
  readonly resourceBlockedUntil: Map<LimitedResource, number>;
  readonly remaining: Map<LimitedResource, number>;
  /** GitHub has answered it since it last refused it. */
  isAccepted: boolean;
  /** GitHub has refused it as such. */
  isRefused: boolean;
}

/** The tokens of a run, with a state for each. */
export interface TokenPool {
  /** The token that may be used soonest, and of those the one with most left; null when GitHub refuses all. */
  readonly choose: (resource: LimitedResource) => TokenState | null;
  readonly count: number;
}

/** Whether a text can be a token. One that can't must reach no request: the error of `fetch` would show it. */
export function isTokenText(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text);
}

/** A token that is what it is. */
export function fixedToken(text: string): TokenSource {
  return { read: async () => ({ text }), renew: () => false };
}

/** A token of which GitHub has said nothing yet. */
export function makeTokenState(source: TokenSource): TokenState {
  return {
    source,
    blockedUntil: 0,
    resourceBlockedUntil: new Map(),
    remaining: new Map(),
    isAccepted: false,
    isRefused: false,
  };
}

export function makeTokenPool(sources: readonly TokenSource[]): TokenPool {
  const states = sources.map(makeTokenState);
  return {
    count: states.length,
    choose: (resource) => {
      const usable = states.filter(({ isRefused }) => !isRefused);
      const [best] = usable.sort(
        (a, b) => freeAt(a, resource) - freeAt(b, resource) || leftOf(b, resource) - leftOf(a, resource),
      );
      return best ?? null;
    },
  };
}

/** From when on a token may be used for a resource. */
export function freeAt(state: TokenState, resource: LimitedResource): number {
  return Math.max(state.blockedUntil, state.resourceBlockedUntil.get(resource) ?? 0);
}

function leftOf(state: TokenState, resource: LimitedResource): number {
  return state.remaining.get(resource) ?? Number.POSITIVE_INFINITY;
}
