import { isNumeric } from '../../core/column.ts';
import { type OutputTable, shownText } from './cells.ts';

const GAP = 2;
/** Narrower columns tell nothing. */
const LEAST_WIDTH = 10;
const WIDE =
  /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/gu;
const WITHOUT_WIDTH = /\p{Mark}|\u200c|\u200d|[\ufe00-\ufe0f]/gu;

/**
 * Draws rows for people: aligned columns that fit into `width` characters, or one block of lines per row where the
 * columns are too many for that. Without `width` nothing is cut.
 */
export async function tableRows(table: OutputTable, width: number | undefined): Promise<string> {
  if (table.columns.length === 0) return '';
  const cells = table.rows.map((row) => table.columns.map(({ name }) => shownText(row[name])));
  const heads = table.columns.map(({ name }) => shownText(name));
  const natural = heads.map((head, index) =>
    Math.max(displayWidth(head), ...cells.map((row) => displayWidth(row[index] ?? ''))),
  );
  const widths = width === undefined ? natural : fitWidths(natural, width);
  if (widths === null) return blocks(heads, cells);
  const { default: Table } = await import('cli-table3');
  const drawn = new Table({
    head: heads,
    colAligns: table.columns.map(({ type }) => (isNumeric(type) ? 'right' : 'left')),
    colWidths: [...widths],
    chars: BORDERS,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0, compact: true },
  });
  drawn.push(...cells.map((row) => row.map((content) => ({ content, wordWrap: false }))));
  const lines = drawn.toString().split('\n');
  const rule = widths.map((value) => '─'.repeat(value)).join(' '.repeat(GAP));
  return `${[lines[0], rule, ...lines.slice(1)].map((line) => line?.trimEnd()).join('\n')}\n`;
}

const BORDERS = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: ' '.repeat(GAP),
};

/** Narrows the widest columns until the line fits; null where it can't. */
function fitWidths(natural: readonly number[], width: number): readonly number[] | null {
  const room = width - GAP * (natural.length - 1);
  const widths = [...natural];
  for (let total = sum(widths); total > room; total--) {
    const widest = Math.max(...widths);
    if (widest <= LEAST_WIDTH) return null;
    widths[widths.indexOf(widest)] = widest - 1;
  }
  return widths;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function blocks(heads: readonly string[], cells: readonly (readonly string[])[]): string {
  const width = Math.max(...heads.map(displayWidth));
  return cells
    .map((row) =>
      heads
        .map((head, index) => `${head}${' '.repeat(width - displayWidth(head))}  ${row[index]}\n`)
        .join(''),
    )
    .join('\n');
}

/** Columns that a text takes on a terminal, near enough to lay columns out. */
export function displayWidth(text: string): number {
  const visible = text.replace(WITHOUT_WIDTH, '');
  return Array.from(visible).length + (visible.match(WIDE)?.length ?? 0);
}
