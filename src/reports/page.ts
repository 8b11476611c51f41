import type { Level } from './spec.ts';

/** A cell's prose in Markdown, all values in it escaped, and what is drawn beside it. */
export interface Cell {
  readonly markdown: string;
  /** Known share from 0 to 1 that a bar shows, and what it may be at most; absent for no bar. */
  readonly bar?: { readonly share: number; readonly high: number };
}

export interface Column {
  readonly label: string;
  readonly kind: 'text' | 'number' | 'time' | 'code';
  readonly role: 'name' | 'main' | 'more';
}

export interface Grid {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

/** One chart, drawn for both widths, with its values. */
export interface Figure {
  readonly kind: 'figure';
  readonly name: string;
  readonly title: string;
  readonly caption: string;
  readonly wide: string;
  readonly narrow: string;
  readonly values: Grid;
  readonly csv: string;
}

export interface TableBlock {
  readonly kind: 'table';
  readonly name: string;
  readonly caption: string;
  readonly grid: Grid;
  /** Rows that there are; more than the grid shows where it is cut. */
  readonly rowCount: number;
  readonly csv: string;
}

/** How the figures of a section come about. */
export interface MethodBlock {
  readonly kind: 'method';
  readonly markdown: string;
  readonly metrics: readonly Definition[];
}

export interface Definition {
  readonly metric: string;
  readonly title: string;
  readonly ids: string;
  readonly question: string;
  readonly source: string;
  readonly limits: string;
  readonly path: string;
  /** Such as `1 August 2025 to 31 July 2026`. */
  readonly window: string;
  readonly rowCount: number;
  readonly columns: readonly { readonly name: string; readonly unit: string; readonly description: string }[];
}

export interface ProseBlock {
  readonly kind: 'finding' | 'text' | 'heading' | 'none' | 'missing';
  readonly markdown: string;
}

export type Block = ProseBlock | Figure | TableBlock | MethodBlock;

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** One of the five sentences of the first screen. */
export interface Change {
  readonly name: string;
  readonly level: Level;
  readonly sentence: string;
  readonly note: string;
  readonly section: { readonly id: string; readonly title: string };
  readonly figure: { readonly text: string; readonly note: string } | null;
  readonly spark: string | null;
}

/** A bar at the top: what the report knows of one thing. */
export interface Knowledge {
  readonly label: string;
  readonly markdown: string;
  /** Known share; null for what was not collected. */
  readonly share: number | null;
  /** Share that a doubtful link or bound adds to it. */
  readonly shareHigh: number | null;
}

export interface Fact {
  readonly label: string;
  readonly markdown: string;
}

/** A page before it takes a medium's form: prose is Markdown with values escaped, facts are plain text. */
export interface Page {
  /** What stands above everything, such as that all of it is invented; null for nothing. */
  readonly notice: string | null;
  /** That it tells of what not everybody may see, and of what; null where all is public. */
  readonly privacy: string | null;
  readonly kicker: string;
  readonly title: string;
  readonly facts: readonly Fact[];
  readonly knowledge: readonly Knowledge[];
  /** What makes figures smaller or older than they look. */
  readonly warnings: readonly string[];
  readonly changes: readonly Change[];
  readonly sections: readonly Section[];
  readonly method: {
    readonly markdown: readonly string[];
    readonly repositories: Grid;
    readonly tables: Grid;
    readonly seeds: Grid;
    readonly definitions: readonly Definition[];
  };
}
