/**
 * Cuts a stream into its tokens, each ended by the byte `terminator`, NUL by default, in batches as its pieces arrive.
 *
 * Tokens are views on the arrived bytes: use them before asking for the next batch. A last token without its end is
 * dropped, since it was cut off, unless `isWhole` knows it.
 */
export async function* readTokens(
  stream: AsyncIterable<Buffer>,
  terminator = 0,
  isWhole: (tail: Buffer) => boolean = () => false,
): AsyncGenerator<readonly Buffer[]> {
  let parts: Buffer[] = [];
  for await (const bytes of stream) {
    const tokens: Buffer[] = [];
    let start = 0;
    for (let end = bytes.indexOf(terminator); end !== -1; end = bytes.indexOf(terminator, start)) {
      const tail = bytes.subarray(start, end);
      tokens.push(parts.length === 0 ? tail : Buffer.concat([...parts, tail]));
      parts = [];
      start = end + 1;
    }
    if (start < bytes.length) parts.push(bytes.subarray(start));
    if (tokens.length > 0) yield tokens;
    // Asked only now, since what the tail is may depend on the tokens before it.
    const tail = parts.length > 1 ? Buffer.concat(parts) : parts[0];
    if (tail !== undefined && isWhole(tail)) {
      parts = [];
      yield [tail];
    }
  }
}
