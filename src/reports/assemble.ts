import type { Row } from '../store/value.ts';
import { composeChanges, composeSections } from './compose.ts';
import { pickSlots, type ReportData } from './data.ts';
import { escapeMarkdown } from './escape.ts';
import type { Provenance } from './facts.ts';
import { formatValue, NOT_KNOWN, shownText } from './format.ts';
import { type Composing, definitionOf, type Material, slotsOf } from './material.ts';
import { parseMessage, type Slots } from './message.ts';
import type { Fact, Grid, Knowledge, Page } from './page.ts';
import { lastMonthOf, type Period, periodText } from './period.ts';
import type { FactSpec, KnowledgeSpec, RowPick } from './spec.ts';

export interface Assembling {
  readonly material: Material;
  readonly data: ReportData;
  readonly provenance: Provenance;
  readonly period: Period;
  readonly asOf: string;
  readonly notice?: string | undefined;
}

/** Puts a page together from what was read: everything that is drawn and said, in no medium's form yet. */
export async function assemblePage(input: Assembling): Promise<Page> {
  const { material, data, provenance, period } = input;
  const own = pageSlots(input);
  const slots = { ...pickEach(input), ...own };
  const composing: Composing = { material, data, slots };
  const definitions = [...data.sets.values()].map(definitionOf);
  return {
    notice: input.notice ? shownText(input.notice) : null,
    privacy: privacyOf(provenance.repositories),
    kicker: `${material.spec.title}, ${periodText(period)}${slots['is_partial'] === true && slots['is_stale'] !== true ? ' (partial)' : ''}`,
    title: shownText(String(provenance.scope['scope'])),
    facts: material.spec.facts.map((fact) => factOf(fact, slots)),
    knowledge: material.spec.knowledge.map((item) => knowledgeOf(item, composing)),
    warnings: written(material.template.warnings, slots),
    changes: await composeChanges(composing),
    sections: await composeSections(composing),
    method: {
      markdown: written(material.template.method, slots),
      repositories: repositoryGrid(provenance.repositories),
      tables: tableGrid(provenance.tables),
      seeds: seedGrid(provenance.seeds),
      definitions: definitions.filter(
        (one, index) => definitions.findIndex((other) => other.metric === one.metric) === index,
      ),
    },
  };
}

/** Names the private ones where others are public; a path or a URL alone does not say which it is. */
function privacyOf(repositories: readonly Row[]): string | null {
  const names = repositories.flatMap((row) => (row['is_private'] === true ? [String(row['name'])] : []));
  if (names.length === 0) return null;
  if (repositories.length === 1) return 'Private repository: do not publish';
  if (names.length === repositories.length) return 'Private repositories: do not publish';
  return `Do not publish: ${shownText(names.join(', '))} ${names.length === 1 ? 'is' : 'are'} private`;
}

/** What all prose may name: the scope's row, and the period. */
function pageSlots(input: Assembling): Slots {
  const { provenance, period, asOf } = input;
  return {
    ...provenance.scope,
    period: periodText(period),
    month: lastMonthOf(period),
    as_of: asOf,
    version: provenance.version,
  };
}

/** Slots of each pick that has a row; prose about the others would not stand. */
function pickEach({ material, data }: Assembling): Slots {
  return Object.assign({}, ...material.spec.slots.map((pick) => pickSlots(data, [pick]) ?? {}));
}

function written(messages: Material['template']['warnings'], slots: Slots): readonly string[] {
  return messages.map((message) => message.write(slots)).filter((text) => text !== '');
}

function factOf(spec: FactSpec, slots: Slots): Fact {
  return { label: spec.label, markdown: parseMessage(spec.text, `fact ${spec.label}`).write(slots) };
}

function knowledgeOf(spec: KnowledgeSpec, input: Composing): Knowledge {
  const pick: RowPick | null =
    spec.from === null ? null : { from: spec.from, where: [], at: 'first', as: '', isOptional: false };
  const slots = slotsOf(input, pick ? [pick] : []);
  if (!slots) return { label: spec.label, markdown: NOT_KNOWN, share: null, shareHigh: null };
  const shareOf = (column: string | null) => {
    const share = column === null ? null : slots[column];
    return typeof share === 'number' ? share : null;
  };
  return {
    label: spec.label,
    markdown: parseMessage(spec.text, `bar ${spec.label}`).write(slots),
    share: shareOf(spec.share),
    // What is not known could all be; the bar hatches it.
    shareHigh: spec.shareHigh === null ? 1 : shareOf(spec.shareHigh),
  };
}

function repositoryGrid(rows: readonly Row[]): Grid {
  return {
    columns: [
      { label: 'Repository', kind: 'text', role: 'name' },
      { label: 'Branch', kind: 'text', role: 'more' },
      { label: 'At commit', kind: 'code', role: 'more' },
      { label: 'Commits', kind: 'number', role: 'main' },
      { label: 'Not readable', kind: 'number', role: 'more' },
      { label: 'Without a date', kind: 'number', role: 'more' },
      { label: 'Complete until', kind: 'text', role: 'more' },
      { label: 'Credit convention', kind: 'text', role: 'more' },
    ],
    rows: rows.map((row) => [
      cell(formatValue(row['name'], 'name')),
      cell(formatValue(row['default_branch'], 'default_branch')),
      cell(row['head_sha'] === null ? 'none' : formatValue(row['head_sha'], 'head_sha', 'hash')),
      cell(formatValue(row['commit_count'], 'commit_count')),
      cell(formatValue(row['damaged_commit_count'], 'damaged_commit_count')),
      cell(formatValue(row['undated_commit_count'], 'undated_commit_count')),
      cell(formatValue(row['fetched_at'], 'fetched_at', 'instant')),
      cell(String(row['credit_convention'])),
    ]),
  };
}

function tableGrid(rows: readonly Row[]): Grid {
  return {
    columns: [
      { label: 'Table', kind: 'code', role: 'name' },
      { label: 'Rows', kind: 'number', role: 'main' },
    ],
    rows: rows.map((row) => [
      cell(String(row['table_name'])),
      cell(formatValue(row['row_count'], 'row_count')),
    ]),
  };
}

function seedGrid(seeds: Provenance['seeds']): Grid {
  return {
    columns: [
      { label: 'List', kind: 'code', role: 'name' },
      { label: 'SHA-256', kind: 'code', role: 'main' },
    ],
    rows: seeds.map((seed) => [cell(seed.file), cell(seed.hash)]),
  };
}

function cell(text: string): { readonly markdown: string } {
  return { markdown: escapeMarkdown(text) };
}
