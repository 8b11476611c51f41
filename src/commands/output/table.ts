import { isNumeric, isText } from '../../core/column.ts';
import { type OutputColumn, type OutputTable, shownText } from './cells.ts';

const GAP = 2;
/** Rows that are laid out together: the time that takes grows with their square. */
const MOST_AT_ONCE = 500;
/** Narrower columns of text tell nothing. */
const LEAST_WIDTH = 10;
/** Narrower columns of sentences are hard to read. */
const LEAST_WRAPPED = 24;
const WIDE =
  /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/gu;
const WITHOUT_WIDTH = /\p{Mark}|\u200c|\u200d|[\ufe00-\ufe0f]/gu;

/**
 * Draws rows for people: aligned columns that fit into `width` characters, or one block of lines per row where the
 * columns are too many for that. Names of columns part at their underscores before text is cut; numbers and times
 * never are. Without `width` nothing is cut.
 */
export async function tableRows(table: OutputTable, width: number | undefined): Promise<string> {
  if (table.columns.length === 0) return '';
  const heads = table.columns.map(({ name }) => shownText(name));
  const cells = table.rows.map((row) =>
    table.columns.map((column) => paragraphsOf(column, row[column.name])),
  );
  const sizes = table.columns.map((column, index) =>
    sizeOf(
      column,
      heads[index] ?? '',
      cells.map((row) => row[index] ?? []),
    ),
  );
  const widths = width === undefined ? sizes.map(({ natural }) => natural) : fitWidths(sizes, width);
  if (widths === null) return blocks(heads, cells);
  const headLines = alignBottom(
    heads.map((head, index) => wrapParts(head.split(/(?<=_)/), widths[index] ?? 0)),
  );
  const draw = await makeDraw(table.columns, widths);
  const rule = widths.map((value) => '─'.repeat(value)).join(' '.repeat(GAP));
  const body = cells.map((row) =>
    row.map((paragraphs, index) =>
      table.columns[index]?.look === 'wrapped'
        ? paragraphs.flatMap((text) => wrapParts(text.split(/(?<= )/), widths[index] ?? 0))
        : paragraphs,
    ),
  );
  return `${draw([headLines])}${rule}\n${slicesOf(body, MOST_AT_ONCE).map(draw).join('')}`;
}

/** The lines of each cell of a row. */
type Line = readonly (readonly string[])[];

/** Lays rows out in columns of the given widths. */
async function makeDraw(
  columns: readonly OutputColumn[],
  widths: readonly number[],
): Promise<(rows: readonly Line[]) => string> {
  const { default: Table } = await import('cli-table3');
  return (rows) => {
    const table = new Table({
      colAligns: columns.map(({ type }) => (isNumeric(type) ? 'right' : 'left')),
      colWidths: [...widths],
      chars: BORDERS,
      style: { border: [], 'padding-left': 0, 'padding-right': 0, compact: true },
    });
    table.push(...rows.map((row) => row.map((lines) => ({ content: lines.join('\n'), wordWrap: false }))));
    const lines = table.toString().split('\n');
    return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
  };
}

function slicesOf<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

/** The lines of a cell as they are; a column of sentences may hold several, all others one. */
function paragraphsOf({ look }: OutputColumn, value: unknown): readonly string[] {
  return look === 'wrapped'
    ? String(value ?? '')
        .split('\n')
        .map(shownText)
    : [shownText(value)];
}

interface Size {
  readonly natural: number;
  /** Width that the column is not narrowed below. */
  readonly least: number;
  readonly isWrapped: boolean;
}

function sizeOf(
  { type, look, least: own }: OutputColumn,
  head: string,
  cells: readonly (readonly string[])[],
): Size {
  const body = cells.flat().reduce((most, text) => Math.max(most, displayWidth(text)), 0);
  const natural = Math.max(displayWidth(head), body);
  const isWrapped = look === 'wrapped';
  const least = isWrapped ? LEAST_WRAPPED : look === 'whole' || !isText(type) ? body : (own ?? LEAST_WIDTH);
  const words = head.split(/(?<=_)/).map(displayWidth);
  return { natural, least: Math.min(natural, Math.max(least, ...words)), isWrapped };
}

/** Narrows columns of sentences, then the widest of the others, until the line fits; null where it can't. */
function fitWidths(sizes: readonly Size[], width: number): readonly number[] | null {
  const widths = sizes.map(({ natural }) => natural);
  let surplus = sum(widths) + GAP * (widths.length - 1) - width;
  for (const isWrapped of [true, false]) {
    while (surplus > 0) {
      const room = widths.map((value, index) => {
        const size = sizes[index];
        return size && size.isWrapped === isWrapped && value > size.least ? value : 0;
      });
      const widest = Math.max(...room);
      if (widest === 0) break;
      widths[room.indexOf(widest)] = widest - 1;
      surplus -= 1;
    }
  }
  return surplus > 0 ? null : widths;
}

/** Fills lines with parts that end where a line may; a part longer than the line stands alone. */
function wrapParts(parts: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const line = (lines.at(-1) ?? '') + part;
    if (lines.length > 0 && displayWidth(line.trimEnd()) <= width) lines[lines.length - 1] = line;
    else lines.push(part);
  }
  return lines.map((line) => line.trimEnd());
}

function alignBottom(cells: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const height = Math.max(...cells.map((lines) => lines.length));
  return cells.map((lines) => [...Array<string>(height - lines.length).fill(''), ...lines]);
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

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function blocks(heads: readonly string[], cells: readonly (readonly (readonly string[])[])[]): string {
  const width = Math.max(...heads.map(displayWidth));
  return cells
    .map((row) =>
      heads
        .map((head, index) => `${head}${' '.repeat(width - displayWidth(head))}  ${row[index]?.join(' ')}\n`)
        .join(''),
    )
    .join('\n');
}

/** Columns that a text takes on a terminal, near enough to lay columns out. */
export function displayWidth(text: string): number {
  const visible = text.replace(WITHOUT_WIDTH, '');
  return Array.from(visible).length + (visible.match(WIDE)?.length ?? 0);
}
