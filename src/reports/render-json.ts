import { formatInstant } from '../core/time.ts';
import { type Dataset, type ReportData, toJson } from './data.ts';
import type { Provenance } from './facts.ts';
import type { Block, Page } from './page.ts';
import type { Period } from './period.ts';

export interface JsonHead {
  readonly report: string;
  readonly scope: string;
  readonly asOf: string;
  readonly period: Period;
  readonly provenance: Provenance;
}

/** Renders a report as JSON: its sentences as Markdown, and every metric with all its rows. */
export function renderJson(page: Page, data: ReportData, head: JsonHead): string {
  const { period, provenance } = head;
  const report = {
    report: head.report,
    ...(page.notice === null ? {} : { notice: page.notice }),
    ...(page.privacy === null ? {} : { privacy: page.privacy }),
    version: provenance.version,
    scope: head.scope,
    as_of: head.asOf,
    period: { name: period.name, from: formatInstant(period.from), to: formatInstant(period.to) },
    coverage: page.knowledge.map(({ label, markdown, share, shareHigh }) => ({
      label,
      text: markdown,
      known_share: share,
      known_share_high: shareHigh,
    })),
    warnings: page.warnings,
    changes: page.changes.map(({ name, sentence, note, section }) => ({
      name,
      sentence,
      note,
      section: section.id,
    })),
    sections: page.sections.map(({ id, title, blocks }) => ({
      id,
      title,
      blocks: blocks.flatMap(blockOf),
    })),
    metrics: Object.fromEntries([...data.sets].map(([name, set]) => [name, datasetOf(set)])),
    provenance: {
      repositories: provenance.repositories.map(toJson),
      tables: provenance.tables.map(toJson),
      seeds: provenance.seeds,
    },
  };
  return `${JSON.stringify(report, null, 1)}\n`;
}

function blockOf(block: Block): readonly object[] {
  switch (block.kind) {
    case 'figure':
      return [
        { kind: 'chart', name: block.name, title: block.title, caption: block.caption, data: block.csv },
      ];
    case 'table':
      return [{ kind: 'table', name: block.name, rows: block.rowCount, data: block.csv }];
    case 'method':
      return [
        { kind: 'method', text: block.markdown, metrics: block.metrics.map((metric) => metric.metric) },
      ];
    default:
      return [{ kind: block.kind, text: block.markdown }];
  }
}

function datasetOf(set: Dataset): object {
  return {
    metric: set.metric,
    params: toJson(set.params),
    window: set.window,
    columns: set.columns,
    rows: set.rows.map(toJson),
    gap: set.gap,
  };
}
