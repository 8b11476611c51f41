import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UnderstoryError } from '../core/errors.ts';
import { REPORTS_DIRECTORY } from '../core/paths.ts';
import { type JsonObject, loadCharts } from './chart.ts';
import { readEntries, readFields, readText, specError, type Unchecked } from './decode.ts';
import type { Material } from './material.ts';
import { parseReportSpec } from './parse-spec.ts';
import type { Palette } from './svg.ts';
import { parseTemplate } from './template.ts';

/** What all reports look like. */
export interface Theme {
  readonly colours: Readonly<Record<string, { readonly light: string; readonly dark: string }>>;
  /** The colour that charts draw the unknown in. */
  readonly unknown: string;
  readonly palette: Palette;
  /** Vega's configuration. */
  readonly config: JsonObject;
  /** The style sheet, without the colours. */
  readonly css: string;
}

/**
 * Reads `_theme.json` and `page.css`.
 *
 * Errors: `E_REPORT_SPEC`.
 */
export async function readTheme(directory: string = REPORTS_DIRECTORY): Promise<Theme> {
  const place = 'reports/_theme.json';
  const field = readFields({ value: await readJson(join(directory, '_theme.json'), place), place }, [
    'colours',
    'unknown',
    'config',
  ]);
  const colours = Object.fromEntries(
    readEntries(field('colours')).map(([name, item]) => {
      const side = readFields(item, ['light', 'dark']);
      return [name, { light: readText(side('light')), dark: readText(side('dark')) }];
    }),
  );
  const unknown = readText(field('unknown'));
  return {
    colours,
    unknown,
    palette: {
      unknown,
      names: new Map(Object.entries(colours).map(([name, colour]) => [colour.light, name])),
    },
    config: readJsonObject(field('config')),
    css: await readFile(join(directory, 'page.css'), 'utf8'),
  };
}

/**
 * Reads everything that a report is made of, and checks it.
 *
 * Errors: `E_REPORT_SPEC`; `E_PARAM` for a report that there is not.
 */
export async function readMaterial(
  report: string,
  theme: Theme,
  directory: string = REPORTS_DIRECTORY,
): Promise<Material> {
  const folder = join(directory, report);
  const files = await listFiles(folder, report);
  const place = (file: string) => `reports/${report}/${file}`;
  const charts = files.filter((file) => /\.(vl|vg)\.json$/.test(file));
  const read = async (file: string): Promise<readonly [string, JsonObject]> => {
    const value = await readJson(join(folder, file), place(file));
    return [file, readJsonObject({ value, place: place(file) })];
  };
  const spec = await readJson(join(folder, 'report.json'), place('report.json'));
  const template = await readFile(join(folder, 'template.md'), 'utf8');
  return {
    spec: parseReportSpec(spec, place('report.json')),
    template: parseTemplate(template, place('template.md')),
    charts: new Map(await Promise.all(charts.map(read))),
    draw: await loadCharts(theme.config),
  };
}

async function listFiles(folder: string, report: string): Promise<readonly string[]> {
  if (/^[a-z][a-z_]*$/.test(report)) {
    const files = await readdir(folder).catch((): string[] => []);
    if (files.includes('report.json')) return files.sort();
  }
  throw new UnderstoryError({
    code: 'E_PARAM',
    message: `There is no report \`${report}\``,
    hint: 'Reports are the folders in `reports/`',
  });
}

async function readJson(path: string, place: string): Promise<unknown> {
  const text = await readFile(path, 'utf8');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw specError(place, `is not JSON: ${error instanceof Error ? error.message : error}`);
  }
}

/** An object as `JSON.parse` made it holds nothing but JSON. */
function readJsonObject(input: Unchecked): JsonObject {
  readEntries(input);
  return input.value as JsonObject;
}
