import type { Context } from '../../core/context.ts';
import { UnderstoryError } from '../../core/errors.ts';
import type {
  GithubCall,
  GithubClient,
  GithubVariables,
  GraphqlAnswer,
  GraphqlProblem,
  JsonObject,
} from './contract.ts';
import type { PageSize } from './page-size.ts';
import { objectAt, textAt, valueAt } from './read.ts';

/** Who asks: a stream's work has all of it. */
export interface Asker extends GithubCall {
  readonly client: Pick<GithubClient, 'graphql'>;
  readonly context: Context;
}

export interface Question {
  readonly document: string;
  /** Variables for the page size of the moment. */
  readonly variables: () => GithubVariables;
  /** What can be asked for in smaller portions; null for a question that has no size. */
  readonly size: PageSize | null;
  /** Whether the answer has the shape that was asked for. */
  readonly isWhole: (data: JsonObject, errors: readonly GraphqlProblem[]) => boolean;
  /** Whether a field that fails again and again may be missing: what is not known is null then. */
  readonly takesHoles?: boolean;
}

export interface WholeAnswer extends GraphqlAnswer {
  readonly data: JsonObject;
}

/** How often one question is put again where its answer was spoilt, beyond what the client repeats by itself. */
const PATIENCE = 5;
const FIRST_WAIT_MILLISECONDS = 1000;

/** Errors that concern one place of the answer and will not pass: what lies there stays null. */
const LASTING: ReadonlySet<string> = new Set(['NOT_FOUND', 'FORBIDDEN']);
/** How servers say that a number has outgrown `Int`, which ends at 2^31 − 1. */
const TOO_LARGE = /\b(?:out of bounds|32-bit)\b/;

/**
 * Asks until the answer is whole: in smaller portions where GitHub finds it too heavy, again after a pause where a part
 * of the answer was lost. What GitHub does not know or does not show is null in the answer, beside `errors`.
 *
 * Errors: those of the client, and `E_GITHUB` when it stays incomplete.
 */
export async function ask(asker: Asker, question: Question): Promise<WholeAnswer> {
  const { client, context } = asker;
  let wait = FIRST_WAIT_MILLISECONDS;
  for (let attempt = 1; ; ) {
    context.signal.throwIfAborted();
    const answer = await client.graphql(question.document, question.variables(), asker);
    throwEnding(question.document, answer);
    const { data } = answer;
    if (isSound(answer)) {
      if (data !== null && question.isWhole(data, answer.errors)) {
        question.size?.grow();
        return { ...answer, data };
      }
      // What the question is about is not shown, and will not be when it is put again.
      const [refusal] = answer.errors;
      if (refusal !== undefined) throw refused(refusal);
    }
    if (answer.isHeavy && question.size?.shrink() === true) continue;
    if (attempt >= PATIENCE) {
      if (question.takesHoles && data !== null && question.isWhole(data, answer.errors))
        return { ...answer, data };
      throw spoilt(question.document, answer.errors);
    }
    attempt += 1;
    await context.sleep(wait, context.signal);
    wait *= 2;
  }
}

/** Whether GitHub keeps from this token what lies at a place of its answer: null there does not say that it is gone. */
export function isHidden(errors: readonly GraphqlProblem[], ...place: readonly (string | number)[]): boolean {
  return errors.some(({ type, path }) => type === 'FORBIDDEN' && path.join(' ') === place.join(' '));
}

export interface PagedQuestion extends Pick<Question, 'document' | 'isWhole'> {
  readonly variables: (after: string | null) => GithubVariables;
  /** Where in the answer the list lies. */
  readonly path: readonly string[];
}

/**
 * Asks for a list page by page, and yields each answer until there are no more. For lists that are short enough to be
 * read in one go: where it stands is kept nowhere.
 *
 * Errors: as `ask`.
 */
export async function* askPages(asker: Asker, question: PagedQuestion): AsyncGenerator<WholeAnswer> {
  for (let after: string | null = null; ; ) {
    const cursor: string | null = after;
    const answer = await ask(asker, {
      document: question.document,
      variables: () => question.variables(cursor),
      size: null,
      isWhole: question.isWhole,
    });
    yield answer;
    const pageInfo = objectAt(answer.data, ...question.path, 'pageInfo');
    after = textAt(pageInfo, 'endCursor');
    if (valueAt(pageInfo, 'hasNextPage') !== true) return;
    if (after === null || after === cursor) throw spoilt(question.document, answer.errors);
  }
}

function isSound(answer: GraphqlAnswer): boolean {
  return !answer.isHeavy && answer.errors.every(isLasting);
}

function isLasting({ type, message }: GraphqlProblem): boolean {
  return type === null ? TOO_LARGE.test(message) : LASTING.has(type);
}

/** What concerns the whole question ends it at once: asking again would not help. */
function throwEnding(document: string, { data, errors }: GraphqlAnswer): void {
  const invalid = errors.find(({ isInvalid }) => isInvalid);
  if (invalid !== undefined && data === null) throw notUnderstood(document, invalid);
  const ending = errors.find(
    ({ type, path }) => type === 'INSUFFICIENT_SCOPES' || (type !== null && LASTING.has(type) && isTop(path)),
  );
  if (ending !== undefined) throw refused(ending);
}

/** Older Enterprise servers lack fields that github.com has. */
function notUnderstood(document: string, { message }: GraphqlProblem): UnderstoryError {
  return new UnderstoryError({
    code: 'E_GITHUB',
    message: `This GitHub server does not understand \`${document}\`: ${message}`,
    hint: 'It is older than what is asked for; `--only` leaves streams out, and git needs none of them',
  });
}

function refused({ type, message }: GraphqlProblem): UnderstoryError {
  const isMissing = type === 'NOT_FOUND';
  return new UnderstoryError({
    code: isMissing ? 'E_NOT_FOUND' : 'E_PERMISSION',
    message: message.replace(/\.$/, ''),
    hint: isMissing
      ? 'Check the name; a private repository needs a token that may read it'
      : 'Use a token that may read this; `understory doctor` says what yours may do',
  });
}

/** One of the fields that the documents ask for alone; of several at once only that one is missing. */
function isTop(path: readonly (string | number)[]): boolean {
  return path.length === 1 && ['repository', 'organization', 'repositoryOwner'].includes(String(path[0]));
}

function spoilt(document: string, errors: readonly GraphqlProblem[]): UnderstoryError {
  const said = errors[0]?.message ?? 'parts of the answer are missing';
  return new UnderstoryError({
    code: 'E_GITHUB',
    message: `GitHub did not answer \`${document}\` in full: ${said}`,
    hint: 'Run the same command again later; it goes on where it stopped',
  });
}
