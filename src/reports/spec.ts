import type { Format } from './format.ts';

export type Scalar = string | number | boolean | null;

/** A metric that the report runs; other parts refer to its rows by `name`. */
export interface MetricUse {
  readonly name: string;
  readonly metric: string;
  readonly params: Readonly<Record<string, string>>;
}

/** Which rows of a metric: equal in some columns (`$month` is the report's month), or at most a rank. */
export interface RowFilter {
  readonly from: string;
  readonly where: readonly RowCondition[];
}

export type RowCondition =
  | { readonly column: string; readonly equals: Scalar }
  | { readonly column: string; readonly atMost: number }
  | { readonly column: string; readonly atLeast: number };

/** Rows that a chart gets under the name `as`; `set` adds fields: a value, or of the row's column behind a `$`. */
export interface DataSpec extends RowFilter {
  readonly as: string;
  readonly set: Readonly<Record<string, Scalar>>;
  /** Column whose numbers sort the rows, so that shapes of one look follow each other and share a path. */
  readonly order: string | null;
}

/** One row whose columns become slots of prose, with `as` before each name. */
export interface RowPick extends RowFilter {
  readonly at: 'first' | 'last';
  readonly as: string;
  /** Whether prose stands without such a row; it has the slot `row_count` then, which is 0. */
  readonly isOptional: boolean;
}

export interface ColumnSpec {
  readonly label: string;
  /** The column shown, or null where `text` makes the cell of several. */
  readonly column: string | null;
  /** Prose with the row's columns as slots. */
  readonly text: string | null;
  readonly format: Format;
  /** Columns with the shares that a bar is drawn of: known, at most, and the one whose null makes it all unknown. */
  readonly bar: {
    readonly share: string;
    readonly high: string | null;
    readonly known: string | null;
  } | null;
  /** `name` heads the row; on a narrow screen `main` stands beside it and `more` below. */
  readonly role: 'name' | 'main' | 'more';
  /** Whether the column goes where the scope is a single repository. */
  readonly isOnlyForSeveral: boolean;
}

export interface TableSpec extends RowFilter {
  readonly name: string;
  /** Column that sorts the rows, downwards after a `-`; by default they stand as the metric gives them. */
  readonly order: string | null;
  readonly limit: number;
  readonly columns: readonly ColumnSpec[];
}

/** A field added to a chart's rows: a text short enough for the width, unique among different keys. */
export interface LabelSpec {
  readonly field: string;
  readonly column: string;
  /** Column that tells apart what has the same text. */
  readonly key: string;
  readonly kind: 'name' | 'path' | 'text';
  readonly wide: number;
  readonly narrow: number;
}

/** The same values as a table: a row per row, or with `across` a row per `name` column and a column per its value. */
export interface ValuesSpec {
  readonly columns: readonly ColumnSpec[];
  readonly across: { readonly column: string; readonly format: Format; readonly value: string } | null;
}

export interface ChartSpec {
  readonly name: string;
  /** File in the report's folder. */
  readonly file: string;
  /** What the picture shows, for those who can't see it. */
  readonly title: string;
  readonly data: readonly DataSpec[];
  readonly labels: readonly LabelSpec[];
  readonly values: ValuesSpec;
  /** Distinct values of a column that a picture needs to show anything; null for none. */
  readonly least: { readonly column: string; readonly count: number } | null;
  /** Heights where they are not the specification's own. */
  readonly heights: { readonly wide: number; readonly narrow: number } | null;
}

/** Most urgent first: the order of the first screen. */
export const LEVELS = ['risk', 'change', 'look', 'fact', 'usual'] as const;

export type Level = (typeof LEVELS)[number];

/** A slot that equals a value, or does not go beyond a threshold, gives its sentence a level. */
export interface LevelSpec {
  readonly slot: string;
  readonly test: { readonly equals: Scalar } | { readonly atMost: number } | { readonly atLeast: number };
  readonly level: Level;
}

/** A sentence of the first screen. */
export interface ChangeSpec {
  /** Name of its prose and slots. */
  readonly name: string;
  readonly picks: readonly RowPick[];
  /** Section that holds the evidence. */
  readonly section: string;
  /** How much a reader should care; the first that applies decides, `fact` where none does. */
  readonly levels: readonly LevelSpec[];
  readonly figure: { readonly text: string; readonly note: string } | null;
  /** Rows for the small picture beside it. */
  readonly spark: readonly DataSpec[];
}

/** A line of the header: its text may name what all prose may. */
export interface FactSpec {
  readonly label: string;
  readonly text: string;
}

/** A bar of the header: what is known of one thing. */
export interface KnowledgeSpec {
  readonly label: string;
  readonly text: string;
  /** Metric whose first row the text and the bar take their columns from; null for the scope itself. */
  readonly from: string | null;
  /** Column with the known share; null for what is not collected. */
  readonly share: string | null;
  /** Column with the share that could be known at most. */
  readonly shareHigh: string | null;
}

export interface ReportSpec {
  /** Rows whose columns all prose may name, where there are such rows. */
  readonly slots: readonly RowPick[];
  readonly report: string;
  readonly title: string;
  readonly facts: readonly FactSpec[];
  readonly knowledge: readonly KnowledgeSpec[];
  readonly metrics: readonly MetricUse[];
  readonly changes: readonly ChangeSpec[];
  readonly findings: ReadonlyMap<string, readonly RowPick[]>;
  readonly charts: ReadonlyMap<string, ChartSpec>;
  readonly tables: ReadonlyMap<string, TableSpec>;
  /** Ids of the template's sections, in order. */
  readonly sections: readonly string[];
}
