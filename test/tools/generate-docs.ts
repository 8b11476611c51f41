import type { MetricHeader, MetricParam, MetricWindow } from '../../src/metrics/header.ts';
import type { Metric } from '../../src/metrics/registry.ts';

/** Order of the families on the page, with the question that each is about. */
const FAMILIES: ReadonlyMap<string, string> = new Map([
  ['contributors', 'Who contributes, how much, in which role and since when.'],
  ['vitality', 'Whether the community is alive: activity, answers, releases, newcomers.'],
  ['robustness', 'What the code and the knowledge of it withstand.'],
  ['companies', 'Which organizations do the work, and how much hangs on each.'],
  ['capital', 'Who pays, and how.'],
  ['governance', 'How the project is run, and who may decide.'],
  ['motivation', 'Why people contribute.'],
  ['adopters', 'Who uses it.'],
  ['extensibility', 'What is built around it and below it.'],
  ['due_diligence', 'Candidates side by side, with the risks found.'],
  ['impact', 'The share of one person or organization.'],
]);

const RUNNER_PARAMS: ReadonlySet<string> = new Set(['scope_ids', 'from', 'to', 'as_of']);

const INTRO: readonly string[] = [
  '<!-- Written by test/tools/generate.ts from queries/rules.md and the headers of queries/metrics/; not to be edited. -->',
  '# Metrics',
  `Each metric is one file in \`queries/metrics/<family>/\`. \`understory query METRIC TARGET\` runs one,
\`understory metrics METRIC\` prints its entry.`,
  `A metric answers for scopes: a repository, a project of several, an ecosystem. People and commit hashes count once in a
scope. Shares lie between 0 and 1. An empty value is "not known"; 0 is "counted, and none". A scope without rows has a gap
that says why: \`not_collected\` or \`no_data\`.`,
  `The window is half-open and in UTC. Where none is given it is the metric's own, and whole months end with the month before
the as-of date. It ends earlier where the collected data does.`,
];

/** The text of `docs/metrics.md`; `rules` is the section that all entries refer to. */
export function renderMetricDocs(
  rules: string,
  metrics: readonly Metric[],
  tablesRead: ReadonlyMap<string, readonly string[]>,
): string {
  const found = new Set(metrics.map(({ header }) => header.family));
  const families = [...FAMILIES.keys(), ...[...found].filter((family) => !FAMILIES.has(family)).sort()];
  const sections = families
    .filter((family) => found.has(family))
    .map((family) => renderFamily(family, metrics, tablesRead));
  return `${[...INTRO, rules.trimEnd(), ...sections].join('\n\n')}\n`;
}

function renderFamily(
  family: string,
  metrics: readonly Metric[],
  tablesRead: ReadonlyMap<string, readonly string[]>,
): string {
  const title = family.replaceAll('_', ' ');
  const entries = metrics
    .filter(({ header }) => header.family === family)
    .map(({ header, path }) => renderMetric(header, path, tablesRead.get(header.metric) ?? []));
  const about = FAMILIES.get(family);
  return [`## ${title.charAt(0).toUpperCase()}${title.slice(1)}`, ...(about ? [about] : []), ...entries].join(
    '\n\n',
  );
}

function renderMetric(header: MetricHeader, path: string, tables: readonly string[]): string {
  const params = header.params.filter((param) => !RUNNER_PARAMS.has(param.name) || param.type === 'REF');
  return [
    `### ${header.metric}`,
    `**${header.title}** (${header.ids.join(', ')}; ${header.status}). ${header.question}`,
    [
      `- One row per ${header.grain.map((name) => `\`${name}\``).join(', ')}; ${windowWords(header)}.`,
      `- Limits: ${header.limits}`,
      `- Source: ${header.source}`,
      `- Needs ${header.needs.map((name) => `\`${name}\``).join(', ')}; reads ${tables
        .map((name) => `\`${name}\``)
        .join(', ')}. [Query](../${path})`,
    ].join('\n'),
    table(
      ['column', 'type', 'unit', 'what it is'],
      header.columns.map(({ name, type, unit, description }) => [`\`${name}\``, type, unit, description]),
    ),
    ...(params.length === 0
      ? []
      : [table(['parameter', 'type', 'value', 'what it is'], params.map(paramCells))]),
  ].join('\n\n');
}

function paramCells({
  name,
  type,
  allowed,
  isRequired,
  defaultText,
  description,
}: MetricParam): readonly string[] {
  const what = allowed ? `${type}, ${allowed.text}` : type;
  return [`\`${name}\``, what, isRequired ? 'required' : (defaultText ?? 'optional'), description];
}

function windowWords(header: MetricHeader): string {
  const isWindowed = header.params.some(({ name, type }) => name === 'to' && type === 'TIMESTAMPTZ');
  if (!isWindowed)
    return header.params.some(({ name }) => name === 'as_of') ? 'as of the date' : 'of all time';
  return `window: ${windowText(header.window)}`;
}

function windowText(window: MetricWindow): string {
  if (window.unit === 'all') return 'everything before the as-of date';
  return window.unit === 'months' ? `${window.length} whole months` : `${window.length} days`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
