import type { Context } from '../../core/context.ts';
import type { GithubCall, GithubVariables, GraphqlAnswer, GraphqlProblem, JsonObject } from './contract.ts';
import { failureOf, isTooMuch } from './failure.ts';
import { makeFetch, type Sending } from './fetch.ts';
import { dateOf } from './limits.ts';
import type { Door } from './octokit.ts';
import { objectAt, objectsAt, textAt, valueAt } from './read.ts';

const NETWORK_PATIENCE = 3;

/**
 * Runs a query, again after a failure of the network. One that is too much for GitHub comes back at once.
 *
 * Errors: those of `GithubClient`.
 */
export async function askGraphql(
  { transport, octokit }: Door,
  body: { readonly query: string; readonly variables: GithubVariables },
  call: GithubCall,
): Promise<GraphqlAnswer> {
  const { settings, context } = transport;
  const route = /\bquery (\w+)/.exec(body.query)?.[1] ?? 'anonymous';
  for (let attempt = 1; ; attempt += 1) {
    const sending: Sending = { call, method: 'POST', route, isGraphql: true, answer: null };
    try {
      // A page that was too heavy would be as heavy again, and cost its points again: the caller asks for less.
      const request = { fetch: makeFetch(transport, sending), retries: 0 };
      await octokit.request(`POST ${settings.graphqlUrl.replace(/\/+$/, '')}`, { ...body, request });
      return graphqlAnswer(sending, context);
    } catch (error) {
      if (isTooMuch(error, sending.answer)) return { ...graphqlAnswer(sending, context), isHeavy: true };
      const failure = failureOf(error, sending);
      if (failure.code !== 'E_NETWORK' || attempt >= NETWORK_PATIENCE) throw failure;
      await context.sleep(attempt ** 2 * settings.retryMilliseconds, context.signal);
    }
  }
}

function graphqlAnswer({ answer }: Sending, context: Context): GraphqlAnswer {
  const data = objectAt(answer?.body, 'data');
  const errors = objectsAt(answer?.body, 'errors').map(toProblem);
  return {
    data,
    errors,
    date: dateOf(answer?.headers, context),
    isHeavy: errors.some(
      ({ type, message }) => type === 'RESOURCE_LIMITS_EXCEEDED' || /^something went wrong/i.test(message),
    ),
  };
}

function toProblem(error: JsonObject): GraphqlProblem {
  const path = valueAt(error, 'path');
  return {
    type: textAt(error, 'type'),
    message: textAt(error, 'message') ?? '',
    isInvalid: textAt(error, 'extensions', 'code') !== null && !('type' in error),
    path: Array.isArray(path)
      ? path.filter((part): part is string | number => typeof part === 'string' || typeof part === 'number')
      : [],
  };
}
