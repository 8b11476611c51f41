import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDate } from '../../../../src/collect/git/date.ts';
import { CHUNK_END, type LinesEntry, makeLinesParser } from '../../../../src/collect/git/lines.ts';
import { decodePath, decodeText } from '../../../../src/collect/git/text.ts';
import { readTokens } from '../../../../src/collect/git/tokens.ts';

async function* pieces(chunks: readonly Uint8Array[]): AsyncGenerator<Buffer> {
  for (const chunk of chunks) yield Buffer.from(chunk);
}

describe('text', () => {
  test('whatever is UTF-8 comes through as it is, U+FFFD too', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const bytes = Buffer.from(text);
        expect(decodeText(bytes)).toBe(bytes.toString('utf8'));
        expect(decodePath(bytes)).toBe(bytes.toString('utf8'));
      }),
    );
  });

  test('two different paths never become one', () => {
    const bytes = fc.uint8Array({ minLength: 1, maxLength: 6 }).filter((path) => !path.includes(0x5c));
    fc.assert(
      fc.property(bytes, bytes, (a, b) => {
        const same = Buffer.compare(a, b) === 0;
        expect(decodePath(Buffer.from(a)) === decodePath(Buffer.from(b))).toBe(same);
      }),
      { numRuns: 2000 },
    );
  });

  test('tokens do not depend on how the stream is cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array()), async (chunks) => {
        const found: string[] = [];
        for await (const tokens of readTokens(pieces(chunks)))
          found.push(...tokens.map((token) => token.toString('hex')));
        const whole = Buffer.concat(chunks).toString('latin1').split('\0').slice(0, -1);
        expect(found).toEqual(whole.map((text) => Buffer.from(text, 'latin1').toString('hex')));
      }),
    );
  });

  test('the end of a chunk is met wherever the stream is cut, also within a rename just before it', async () => {
    const fields = ['abc', '1\t2\tpath', '3\t4\t', 'old', 'new'];
    const output = Buffer.from(fields.map((field) => `${field}\x00`).join('') + CHUNK_END);
    for (let cut = 0; cut <= output.length; cut += 1) {
      const entries: LinesEntry[] = [];
      let endCount = 0;
      const parser = makeLinesParser({
        onEntry: (entry) => entries.push(entry),
        onChunkEnd: () => {
          endCount += 1;
        },
      });
      const cutOutput = pieces([output.subarray(0, cut), output.subarray(cut)]);
      for await (const tokens of readTokens(cutOutput, 0, parser.isChunkEnd)) tokens.forEach(parser.push);
      expect([cut, endCount, entries[0]?.files.length]).toEqual([cut, 1, 2]);
    }
  });

  test('dates keep instant and offset, and damage becomes null', () => {
    expect(parseDate('1700000000 -0330')).toEqual({ at: new Date(1_700_000_000_000), offsetMinutes: -210 });
    expect(parseDate('-62135596800 +0000').at?.getUTCFullYear()).toBe(1);
    expect(parseDate('99999999999999 +0000')).toEqual({ at: null, offsetMinutes: 0 });
    expect(parseDate('')).toEqual({ at: null, offsetMinutes: null });
  });
});
