import { markdownTable } from 'markdown-table';
import { escapeMarkdown } from './escape.ts';
import { sentence } from './format.ts';
import type { Block, Cell, Change, Definition, Grid, Knowledge, Page, Section } from './page.ts';
import type { Level } from './spec.ts';

/** Renders a page as GitHub-flavoured Markdown; charts are the files in `charts/` beside it. */
export function renderMarkdown(page: Page): string {
  const parts = [
    page.notice === null ? '' : `> **${text(page.notice)}**`,
    page.privacy === null ? '' : `> **${text(page.privacy)}**`,
    `# ${text(page.title)}`,
    text(page.kicker),
    table(
      ['', ''],
      page.facts.map((fact) => [text(fact.label), fact.markdown]),
    ),
    '**What this report knows**',
    page.knowledge.map(knowledge).join('\n'),
    ...page.warnings.map((warning) => `> ◐ ${warning}`),
    '## What changed',
    page.changes.map(change).join('\n') || 'Nothing can be said yet: see the sections below.',
    ...page.sections.map(section),
    method(page),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function text(plain: string): string {
  return escapeMarkdown(plain);
}

function knowledge(item: Knowledge): string {
  return `- ${text(item.label)}: ${item.markdown}`;
}

const LEVEL_MARKS: Readonly<Record<Level, string>> = {
  risk: '● Risk. ',
  look: '◐ Look at it. ',
  change: '',
  fact: '',
  usual: '',
};

function change(item: Change, index: number): string {
  return `${index + 1}. ${item.sentence} ${LEVEL_MARKS[item.level]}${item.note} [${text(item.section.title)}](#${item.section.id})`;
}

function section(item: Section): string {
  return [`## ${text(item.title)}`, ...item.blocks.map(block)].join('\n\n');
}

function block(item: Block): string {
  switch (item.kind) {
    case 'heading':
      return `### ${item.markdown}`;
    case 'finding':
    case 'text':
    case 'none':
      return item.markdown;
    case 'missing':
      return item.markdown.replace(/^/gm, '> ');
    case 'figure':
      return `![${text(item.title)}](charts/${item.name}.svg)\n\n${item.caption}\n\n${details('The values of this chart', grid(item.values))}`;
    case 'table': {
      const shown = item.grid.rows.length;
      const count =
        item.rowCount > shown
          ? `The first ${shown} of ${item.rowCount.toLocaleString('en-GB')}. [All as CSV](${item.csv})`
          : `[As CSV](${item.csv})`;
      return [item.caption, grid(item.grid), count].filter((part) => part !== '').join('\n\n');
    }
    case 'method':
      return details(
        'How is this computed?',
        [
          item.markdown,
          item.metrics
            .map(
              (metric) =>
                `- [${text(metric.title)}](#metric-${metric.metric}), ${text(metric.window)}. ${text(sentence(metric.limits))}`,
            )
            .join('\n'),
        ].join('\n\n'),
      );
  }
}

function details(summary: string, content: string): string {
  return `<details><summary>${summary}</summary>\n\n${content}\n\n</details>`;
}

function grid(item: Grid): string {
  return table(
    item.columns.map((column) => text(column.label)),
    item.rows.map((row) => row.map((cell: Cell) => cell.markdown)),
    item.columns.map((column) => (column.kind === 'number' ? 'r' : 'l')),
  );
}

/** Cells hold no line breaks, and their bars `|` are escaped already. */
function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  align: readonly string[] = [],
): string {
  return markdownTable(
    [head, ...rows].map((row) => [...row]),
    { align: [...align], alignDelimiters: false },
  );
}

function method(page: Page): string {
  const { markdown, repositories, definitions, tables, seeds } = page.method;
  return [
    '## Method',
    ...markdown,
    '### What was read',
    grid(repositories),
    grid(tables),
    ...(seeds.rows.length > 0 ? [grid(seeds)] : []),
    '### Definitions',
    ...definitions.map(definition),
  ].join('\n\n');
}

function definition(item: Definition): string {
  return (
    `#### <a id="metric-${item.metric}"></a>${text(item.title)}\n\n\`${item.metric}\`. ${text(item.question)} ` +
    `Definition ${text(item.ids)}; ${text(item.window)}. ${text(sentence(item.limits))} Source: ${text(sentence(item.source))} Query: \`${item.path}\``
  );
}
