/** An answer as it came, its body read to the end. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON, or text where it is none. */
  readonly body: unknown;
}

/** Reads an answer to its end. Throws where it was cut, and where it says to be JSON and is none. */
export async function readAnswer(response: Response): Promise<RawAnswer> {
  return { status: response.status, headers: response.headers, body: await readBody(response) };
}

async function readBody(response: Response): Promise<unknown> {
  const text = await response.text();
  const type = response.headers.get('content-type');
  if (text === '' && !response.ok) return text;
  if (text === '' && [204, 205, 304].includes(response.status)) return null;
  if (type !== null && !type.includes('json')) return text;
  try {
    return JSON.parse(text);
  } catch (error) {
    // Without a type a failure may be a page of what stands in between.
    if (type === null && !response.ok) return text;
    throw new Error('the answer ended in the middle', { cause: error });
  }
}

/**
 * What Octokit gets to see: of a good answer only that it came. Whoever asked finds it in `Sending`, and writing pages as
 * text for Octokit to parse once more would double the work. For some statuses `Response` takes no body.
 */
export function toResponse({ status, headers, body }: RawAnswer): Response {
  if ([204, 205, 304].includes(status))
    return new Response(null, { status, headers: withoutLength(headers) });
  const seen = status < 400 ? {} : body;
  const text = typeof seen === 'string' ? seen : JSON.stringify(seen);
  return new Response(text, { status, headers: withoutLength(headers) });
}

/** What was decoded has another length and no encoding any more. */
function withoutLength(headers: Headers): Headers {
  const kept = new Headers(headers);
  for (const name of ['content-length', 'content-encoding', 'transfer-encoding']) kept.delete(name);
  return kept;
}
