import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Context } from '../core/context.ts';
import { csvHeader, csvRows } from '../core/csv.ts';
import { isSystemError, UnderstoryError } from '../core/errors.ts';
import { formatInstant } from '../core/time.ts';
import type { Store } from '../store/store.ts';
import { assemblePage } from './assemble.ts';
import { readReportData } from './collect-data.ts';
import type { ReportData } from './data.ts';
import { readProvenance } from './facts.ts';
import { readScopeFolder } from './folder.ts';
import { makeProse } from './markdown.ts';
import type { Page } from './page.ts';
import type { Period } from './period.ts';
import { readMaterial, readTheme, type Theme } from './read-material.ts';
import { renderHtml, styleOf } from './render-html.ts';
import { renderJson } from './render-json.ts';
import { renderMarkdown } from './render-markdown.ts';
import { standaloneSvg } from './svg.ts';

export type ReportFormat = 'html' | 'md' | 'json';

export interface ReportRequest {
  /** Folder in `reports/`, such as `community`. */
  readonly report: string;
  /** What it is about: a repository, a project or an ecosystem. */
  readonly scopeId: bigint;
  /** No event at or after it is seen. */
  readonly asOf: Date;
  readonly period: Period;
  /** Folder that all reports lie in; this one goes to `<scope>/<period>/` below it. */
  readonly outDir: string;
  readonly formats: readonly ReportFormat[];
  /** What is to stand above everything, such as that all of it is invented. */
  readonly notice?: string | undefined;
}

export interface WrittenReport {
  /** Absolute path of the report's folder. */
  readonly directory: string;
  /** Absolute path of the file to open: the page, else Markdown, else JSON. */
  readonly path: string;
  readonly scope: string;
  /** Whether the data ends before the period does. */
  readonly isPartial: boolean;
}

const FILES: Readonly<Record<ReportFormat, string>> = {
  html: 'index.html',
  md: 'index.md',
  json: 'report.json',
};
const OURS: ReadonlySet<string> = new Set([...Object.values(FILES), 'charts', 'data']);

/**
 * Writes one report: a page, the same as Markdown with its charts and as JSON, and the whole tables as CSV.
 *
 * The folder appears whole or not at all, and replaces an older one. The same database, `asOf` and version give the same bytes.
 * Errors: `E_NOT_COLLECTED` for a scope without data; `E_REPORT_SPEC`; `E_PERMISSION`, also where the folder holds files that are no
 * report's; `E_DISK_FULL`; those of `runMetric`.
 */
export async function writeReport(
  store: Store,
  request: ReportRequest,
  context: Context,
): Promise<WrittenReport> {
  const provenance = await readProvenance(store, request);
  const scope = String(provenance.scope['scope']);
  const progress = (phase: string) =>
    context.onProgress({ phase, subject: scope, done: 0, total: 0, unit: 'steps' });
  const theme = await readTheme();
  const material = await readMaterial(request.report, theme);
  progress('computing');
  const data = await readReportData(store, material.spec, request);
  progress('drawing');
  const asOf = formatInstant(request.asOf);
  const { period, notice } = request;
  const page = await assemblePage({ material, data, provenance, period, asOf, notice });
  progress('writing');
  const json = () => renderJson(page, data, { report: request.report, scope, asOf, period, provenance });
  const files = new Map([
    ...(request.formats.includes('html') ? [[FILES.html, htmlOf(page, theme)] as const] : []),
    ...(request.formats.includes('md') ? markdownFiles(page, theme) : []),
    ...(request.formats.includes('json') ? [[FILES.json, json()] as const] : []),
    ...csvFiles(data),
  ]);
  const directory = resolve(
    request.outDir,
    await readScopeFolder(store, request.scopeId),
    request.period.name,
  );
  await replaceFolder(directory, files);
  const shown = (['html', 'md', 'json'] as const).find((format) => request.formats.includes(format));
  return {
    directory,
    path: shown ? join(directory, FILES[shown]) : directory,
    scope,
    isPartial: provenance.scope['is_partial'] === true,
  };
}

function htmlOf(page: Page, theme: Theme): string {
  return renderHtml(page, {
    css: styleOf(theme.colours, theme.css),
    palette: theme.palette,
    prose: makeProse(),
  });
}

function markdownFiles(page: Page, theme: Theme): readonly (readonly [string, string])[] {
  const figures = page.sections
    .flatMap((section) => section.blocks)
    .filter((block) => block.kind === 'figure');
  const look = {
    paper: theme.colours['paper']?.light ?? '#ffffff',
    line: theme.colours['quiet']?.light ?? '#999999',
    unknown: theme.unknown,
  };
  return [
    [FILES.md, renderMarkdown(page)],
    ...figures.map(
      ({ name, title, wide }) =>
        [join('charts', `${name}.svg`), standaloneSvg(wide, { ...look, title })] as const,
    ),
  ];
}

function csvFiles(data: ReportData): readonly (readonly [string, string])[] {
  return [...data.sets.values()].map((set) => [
    join('data', `${set.name}.csv`),
    csvHeader(set.columns) + csvRows(set.columns, set.rows),
  ]);
}

/** Writes the files to a folder beside the wanted one and then puts it in its place. */
async function replaceFolder(directory: string, files: ReadonlyMap<string, string>): Promise<void> {
  // What a killed run has left behind has these names too, and goes.
  const draft = join(dirname(directory), `.${basename(directory)}.draft`);
  const old = join(dirname(directory), `.${basename(directory)}.old`);
  try {
    await checkReplaceable(directory);
    await rm(draft, { recursive: true, force: true });
    for (const [name, content] of files) {
      await mkdir(dirname(join(draft, name)), { recursive: true });
      await writeFile(join(draft, name), content);
    }
    await rm(old, { recursive: true, force: true });
    await moveAway(directory, old);
    await rename(draft, directory);
    await rm(old, { recursive: true, force: true });
  } catch (error) {
    await rm(draft, { recursive: true, force: true }).catch(() => undefined);
    throw folderError(error, directory);
  }
}

async function moveAway(directory: string, old: string): Promise<void> {
  try {
    await rename(directory, old);
  } catch (error) {
    if (!isSystemError(error, 'ENOENT')) throw error;
  }
}

/** What is not ours is never swept away with an older report. */
async function checkReplaceable(directory: string): Promise<void> {
  const entries = await readdir(directory).catch((error: unknown) => {
    if (isSystemError(error, 'ENOENT')) return [];
    throw error;
  });
  const foreign = entries.find((entry) => !OURS.has(entry));
  if (foreign === undefined) return;
  throw new UnderstoryError({
    code: 'E_PERMISSION',
    message: `\`${directory}\` holds \`${foreign}\`, which is no file of a report`,
    hint: 'Move it away, or write elsewhere with `--out DIR`',
  });
}

function folderError(error: unknown, directory: string): unknown {
  if (isSystemError(error, 'ENOSPC', 'EDQUOT')) {
    return new UnderstoryError({
      code: 'E_DISK_FULL',
      message: `There is no space left to write \`${directory}\``,
      hint: 'Free some, or write elsewhere with `--out DIR`',
      cause: error,
    });
  }
  if (!isSystemError(error, 'EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST')) return error;
  return new UnderstoryError({
    code: 'E_PERMISSION',
    message: `\`${directory}\` can't be written`,
    hint: 'Check its permissions, or write elsewhere with `--out DIR`',
    cause: error,
  });
}
