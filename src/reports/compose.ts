import type { Row, Value } from '../store/value.ts';
import { chartData, type Dataset } from './data.ts';
import { specError } from './decode.ts';
import { composeFigure, composeTable } from './grid.ts';
import { type Composing, datasetOf, definitionOf, slotsOf, windowSlots } from './material.ts';
import { parseMessage, type Slots } from './message.ts';
import type { Block, Change, Definition, ProseBlock, Section } from './page.ts';
import { type ChangeSpec, LEVELS, type Level, type LevelSpec, type RowPick } from './spec.ts';
import type { TemplateBlock } from './template.ts';

const CHANGE_LIMIT = 5;
const SPARK_FILE = 'spark.vl.json';
/** Months below which a line shows nothing. */
const SPARK_LEAST = 3;

/** Writes the first screen's sentences: those a reader should care about most first, at most five. */
export async function composeChanges(input: Composing): Promise<readonly Change[]> {
  const found = input.material.spec.changes.flatMap((spec) => {
    const slots = slotsOf(input, spec.picks);
    return slots ? [{ spec, slots, level: levelOf(spec, slots) }] : [];
  });
  // A stable sort: among equals the order of `report.json` stays.
  const first = found.sort((a, b) => rankOf(a.level) - rankOf(b.level)).slice(0, CHANGE_LIMIT);
  return Promise.all(first.map((one) => composeChange(input, one)));
}

/** A usual month is told in its place among the facts: a report of a month that leaves the month out says little. */
function rankOf(level: Level): number {
  return LEVELS.indexOf(level === 'usual' ? 'fact' : level);
}

function levelOf(spec: ChangeSpec, slots: Slots): Level {
  return spec.levels.find((level) => applies(level, slots[level.slot]))?.level ?? 'fact';
}

function applies({ test }: LevelSpec, value: Value | undefined): boolean {
  if ('equals' in test) return String(value ?? null) === String(test.equals);
  if (value === null || value === undefined) return false;
  return 'atMost' in test ? Number(value) <= test.atMost : Number(value) >= test.atLeast;
}

interface FoundChange {
  readonly spec: ChangeSpec;
  readonly slots: Slots;
  readonly level: Level;
}

async function composeChange(input: Composing, { spec, slots, level }: FoundChange): Promise<Change> {
  const { template, spec: report } = input.material;
  const place = `change ${spec.name} of report ${report.report}`;
  const prose = template.changes.get(spec.name);
  const section = template.sections.find((candidate) => candidate.id === spec.section);
  if (!prose || !section)
    throw specError(place, prose ? `no section \`${spec.section}\`` : 'no prose in the template');
  const write = (text: string) => parseMessage(text, place).write(slots);
  return {
    name: spec.name,
    level,
    sentence: prose.sentence.write(slots),
    note: prose.note.write(slots),
    section: { id: section.id, title: section.title },
    figure: spec.figure && { text: write(spec.figure.text), note: write(spec.figure.note) },
    spark: spec.spark.length > 0 ? await drawSpark(input, spec) : null,
  };
}

async function drawSpark(input: Composing, spec: ChangeSpec): Promise<string | null> {
  const data = chartData(input.data, spec.spark, { labels: [], isNarrow: false });
  if (Object.values(data).every((rows) => rows.length < SPARK_LEAST)) return null;
  const file = input.material.charts.get(SPARK_FILE);
  if (!file) throw specError(SPARK_FILE, 'there is no such file');
  return input.material.draw({ spec: file, data, signals: {}, path: SPARK_FILE });
}

/** Composes the sections in the report's order; what has no data falls out. */
export async function composeSections(input: Composing): Promise<readonly Section[]> {
  const { spec, template } = input.material;
  return Promise.all(
    spec.sections.map(async (id) => {
      const section = template.sections.find((candidate) => candidate.id === id);
      if (!section) throw specError(`report ${spec.report}`, `the template has no section \`${id}\``);
      const blocks = await Promise.all(section.blocks.map((block) => composeBlock(input, block)));
      return { id, title: section.title, blocks: withoutEmptyHeadings(blocks.flat()) };
    }),
  );
}

/** A heading whose section has nothing to show goes with it. */
function withoutEmptyHeadings(blocks: readonly Block[]): readonly Block[] {
  return blocks.filter((block, index) => {
    const next = blocks[index + 1];
    return (
      block.kind !== 'heading' || (next !== undefined && next.kind !== 'heading' && next.kind !== 'method')
    );
  });
}

async function composeBlock(input: Composing, block: TemplateBlock): Promise<readonly Block[]> {
  const names = block.names.map((name) => name);
  switch (block.kind) {
    case 'text':
    case 'heading':
      return prose(block.kind, block, input.slots);
    case 'finding':
      return names.flatMap((name) => {
        const slots = slotsOf(input, picksOf(input, name));
        return slots ? prose('finding', block, slots) : [];
      });
    case 'none':
      return composeNone(input, block);
    case 'missing':
      return composeMissing(input, block);
    case 'method': {
      const sets = names.map((name) => datasetOf(input, name));
      // What nobody collected was not computed; the section has said so.
      if (sets.every(({ gap }) => gap?.reason === 'not_collected' && gap.stream !== 'git')) return [];
      const markdown = block.prose.write(input.slots);
      return [{ kind: 'method', markdown, metrics: distinct(sets.map(definitionOf)) }];
    }
    case 'chart':
      return composeFigure(input, only(names), captionOf(input, block));
    case 'table':
      return composeTable(input, only(names), captionOf(input, block));
  }
}

function only(names: readonly string[]): string {
  return names[0] ?? '';
}

/** Captions may name the window and the columns of their first row. */
function captionOf(input: Composing, block: TemplateBlock): (set: Dataset, row: Row) => string {
  return (set, row) => block.prose.write({ ...input.slots, ...windowSlots(set), ...row });
}

/** Says that there is nothing, or that nobody can know. */
function composeNone(input: Composing, block: TemplateBlock): readonly Block[] {
  const sets = block.names.map((name) => datasetOf(input, name));
  if (sets.some((set) => set.gap?.reason === 'not_collected' && set.gap.stream === 'git')) {
    return [{ kind: 'missing', markdown: input.material.template.unknown.write(input.slots) }];
  }
  const empty = sets.find((set) => set.gap?.reason === 'no_data');
  return empty ? prose('none', block, { ...input.slots, ...windowSlots(empty) }) : [];
}

function composeMissing(input: Composing, block: TemplateBlock): readonly Block[] {
  const known = block.names.flatMap((name) => input.data.sets.get(name) ?? []);
  // A name that is no metric of the report stands for what nobody can compute yet.
  if (known.length === 0) return prose('missing', block, input.slots);
  const gap = known.map((set) => set.gap).find((candidate) => candidate?.reason === 'not_collected');
  if (!gap) return [];
  return prose('missing', block, { ...input.slots, detail: gap.detail, hint: gap.hint });
}

function prose(kind: ProseBlock['kind'], block: TemplateBlock, slots: Slots): readonly ProseBlock[] {
  const markdown = block.prose.write(slots);
  return markdown === '' ? [] : [{ kind, markdown }];
}

function picksOf(input: Composing, name: string): readonly RowPick[] {
  const picks = input.material.spec.findings.get(name);
  if (picks) return picks;
  throw specError(`report ${input.material.spec.report}`, `the template names the finding \`${name}\``);
}

function distinct(definitions: readonly Definition[]): readonly Definition[] {
  return definitions.filter(
    (one, index) => definitions.findIndex((other) => other.metric === one.metric) === index,
  );
}
