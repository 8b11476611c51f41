import type { Value } from '../store/value.ts';
import type { Draw, JsonObject } from './chart.ts';
import { type Dataset, pickSlots, type ReportData } from './data.ts';
import { specError } from './decode.ts';
import type { Slots } from './message.ts';
import type { Definition } from './page.ts';
import { spanText } from './period.ts';
import type { ReportSpec, RowPick } from './spec.ts';
import type { Template } from './template.ts';

/** What a report is made of, beside its data: `report.json`, `template.md` and the chart files. */
export interface Material {
  readonly spec: ReportSpec;
  readonly template: Template;
  /** Chart specifications by file name. */
  readonly charts: ReadonlyMap<string, JsonObject>;
  readonly draw: Draw;
}

export interface Composing {
  readonly material: Material;
  readonly data: ReportData;
  /** Slots that all prose may name: the scope's and the period's. */
  readonly slots: Slots;
}

/** The dataset of that name. Errors: `E_REPORT_SPEC`. */
export function datasetOf(input: Composing, name: string): Dataset {
  const set = input.data.sets.get(name);
  if (set) return set;
  throw specError(`report ${input.material.spec.report}`, `no metric of the report is called \`${name}\``);
}

/** The slot that says what a metric looked at. */
export function windowSlots(set: Dataset): Record<string, Value> {
  return { window: windowText(set) };
}

function windowText(set: Dataset): string {
  if (set.gap?.reason === 'not_collected') return 'not collected';
  return set.window ? spanText(set.window.from, set.window.to) : 'no window';
}

/** What the method section says of a metric. */
export function definitionOf(set: Dataset): Definition {
  return {
    metric: set.metric,
    title: set.title,
    ids: set.ids.join(', '),
    question: set.question,
    source: set.source,
    limits: set.limits,
    path: set.path,
    window: windowText(set),
    rowCount: set.rows.length,
    columns: set.columns,
  };
}

/** What prose about some picked rows may name: their columns, the window of the first, and the page's slots; null without rows. */
export function slotsOf(input: Composing, picks: readonly RowPick[]): Slots | null {
  const slots = pickSlots(input.data, picks);
  if (!slots) return null;
  const [first] = picks;
  return { ...input.slots, ...(first ? windowSlots(datasetOf(input, first.from)) : {}), ...slots };
}
