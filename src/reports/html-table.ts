import { type Html, html, trusted } from './html.ts';
import type { Prose } from './markdown.ts';
import type { Cell, Column, Grid } from './page.ts';

/** Tables of fewer columns are as wide as the pictures, so that an eye can follow a row. */
const SLIM = 5;

/** How a grid stands in the page. */
export interface GridLook {
  readonly caption: Html | string;
  /** `rows` become stacked on a narrow screen, `plain` stays a table. */
  readonly style: 'rows' | 'plain';
  readonly prose: Prose;
}

/** Renders a grid as a table. */
export function gridOf(grid: Grid, look: GridLook): Html {
  return look.style === 'rows' ? rowsOf(grid, look) : plainOf(grid, look);
}

function plainOf(grid: Grid, look: GridLook): Html {
  const head = grid.columns.map((column) => html`<th scope="col"${cellClass(column)}>${column.label}</th>`);
  const body = grid.rows.map(
    (row) => html`
<tr>${grid.columns.map((column, index) =>
      index === 0
        ? html`<th scope="row">${contentOf(column, row[index], look)}</th>`
        : html`<td${cellClass(column)}>${contentOf(column, row[index], look)}</td>`,
    )}</tr>`,
  );
  return html`<table class="plain"><caption>${look.caption}</caption><thead><tr>${head}</tr></thead><tbody>${body}
</tbody></table>`;
}

function cellClass(column: Column): Html | null {
  const name = KIND_CLASSES[column.kind];
  return name === '' ? null : html` class="${name}"`;
}

/** Roles are written out, because a table whose rows are laid out as grids loses its own in some browsers. */
function rowsOf(grid: Grid, look: GridLook): Html {
  const head = grid.columns.map(
    (column) => html`<th scope="col" role="columnheader" class="${classOf(column)}">${column.label}</th>`,
  );
  const body = grid.rows.map(
    (row) => html`
<tr role="row">${grid.columns.map((column, index) =>
      index === 0
        ? html`<th scope="row" role="rowheader" class="${cellClasses(column, row[index])}" dir="auto">${contentOf(column, row[index], look)}</th>`
        : html`<td role="cell" class="${cellClasses(column, row[index])}" data-label="${column.label}">${contentOf(column, row[index], look)}</td>`,
    )}</tr>`,
  );
  const slim = grid.columns.length < SLIM ? ' slim' : '';
  return html`<table role="table" class="rows${slim}"><caption>${look.caption}</caption><thead role="rowgroup"><tr role="row">${head}</tr></thead><tbody role="rowgroup">${body}
</tbody></table>`;
}

function contentOf(column: Column, cell: Cell | undefined, look: GridLook): Html {
  const text = trusted(look.prose.inline(cell?.markdown ?? ''));
  const content = column.kind === 'code' ? html`<code dir="ltr">${text}</code>` : text;
  return html`${content}${cell?.bar && barOf(cell.bar)}`;
}

const KIND_CLASSES: Readonly<Record<Column['kind'], string>> = {
  text: '',
  number: 'n',
  time: 't',
  code: 'c',
};

function classOf(column: Column): string {
  return [column.role, KIND_CLASSES[column.kind]].filter((name) => name !== '').join(' ');
}

/** Longer words may part anywhere, or one of them would push a table out of the page. */
const WHOLE_WORD = 26;
/** Those of this length have room on a tablet too. */
const SHORT_WORD = 16;

/** Words that have room somewhere part at blanks and after slashes only. */
function cellClasses(column: Column, cell: Cell | undefined): string {
  const words = (cell?.markdown ?? '').replace(/\\(?=[^\w\s])/g, '').split(/(?<=\/)|\s/);
  const longest = Math.max(...words.map((word) => Array.from(word).length));
  const length = longest <= SHORT_WORD ? 'whole short' : longest <= WHOLE_WORD ? 'whole' : '';
  return [classOf(column), length].filter((name) => name !== '').join(' ');
}

/** The known part is filled, what may come to it is hatched. */
function barOf({ share, high }: NonNullable<Cell['bar']>): Html {
  return html`<i class="bar" style="--w:${percent(share)};--q:${percent(high)}"></i>`;
}

/** A length for CSS; rounded, so that bytes don't depend on the last digit of a division. */
export function percent(share: number): string {
  return `${Math.round(Math.min(Math.max(share, 0), 1) * 1000) / 10}%`;
}
