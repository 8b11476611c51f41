import type { Column } from '../../core/column.ts';
import { fullText } from '../../core/csv.ts';
import { visibleText } from '../../core/escape.ts';

export interface OutputColumn extends Column {
  /** On a screen: `whole` is never cut, `wrapped` holds sentences that go on in the next line. */
  readonly look?: 'whole' | 'wrapped';
  /** Characters that its texts are not cut below. */
  readonly least?: number;
}

/** Rows on their way to a screen or a file. */
export interface OutputTable {
  readonly columns: readonly OutputColumn[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** Rows that arrive in batches. */
export interface RowStream {
  readonly columns: readonly OutputColumn[];
  readonly batches: AsyncIterable<OutputTable['rows']>;
}

/** Enough to tell values apart; the other formats have the whole number. */
const SHOWN_DECIMALS = 4;

/** Writes a value in one line for people: hidden characters made visible, fractions cut. */
export function shownText(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number' && !Number.isInteger(value)) {
    return String(Number(value.toFixed(SHOWN_DECIMALS)) || value);
  }
  return visibleText(fullText(value));
}
