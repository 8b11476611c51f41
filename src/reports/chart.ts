import type { TopLevelSpec } from 'vega-lite';
import { UnderstoryError } from '../core/errors.ts';
import { tidySvg } from './svg.ts';
import { estimateTextWidth } from './text-width.ts';

/** A value as JSON has it: what charts are given. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

export type JsonObject = { readonly [name: string]: Json };

export interface Drawing {
  /** A Vega-Lite or Vega specification, told apart by its `$schema`. */
  readonly spec: JsonObject;
  /** Rows by the name that the specification's `data` gives them. */
  readonly data: Readonly<Record<string, readonly JsonObject[]>>;
  /** Values of the specification's `params` or `signals`, such as the width; those it lacks are left out. */
  readonly signals: Readonly<Record<string, Json>>;
  /** File of the specification, for messages. */
  readonly path: string;
}

/** Draws one chart as SVG: the same input gives the same bytes. */
export type Draw = (drawing: Drawing) => Promise<string>;

/**
 * What Vega warns of though all is well: that only the width of a chart with rows of fixed height is fitted, and that
 * a layer, such as the usual range of a young project, has no rows.
 */
const HARMLESS = /^(Dropping "fit-y"|Infinite extent for field)/;

/**
 * Loads Vega, which takes a fifth of a second, and returns the function that draws charts in the given look.
 *
 * Errors of the function: `E_REPORT_SPEC` for a specification that Vega refuses.
 */
export async function loadCharts(config: JsonObject): Promise<Draw> {
  const [vega, vegaLite] = await Promise.all([import('vega'), import('vega-lite')]);
  measureText(vega);
  // A warning of Vega's means that a chart does not show what its file says.
  const logger = vega.logger(vega.Warn, undefined, (_method, _level, parts) => {
    const text = parts.map(String).join(' ');
    if (!HARMLESS.test(text)) throw new Error(text);
  });
  const look: Look = { config, logger };
  const drawOne = async (drawing: Drawing) => {
    try {
      const spec = toVega(vegaLite, withData(withSignals(drawing.spec, drawing.signals), drawing.data), look);
      // Ids of gradients and clips count up for the life of the process otherwise, and bytes would differ.
      vega.resetSVGDefIds();
      const view = new vega.View(vega.parse(spec as never), { renderer: 'none', logger });
      const svg = await view.toSVG();
      view.finalize();
      return tidySvg(svg);
    } catch (error) {
      throw new UnderstoryError({
        code: 'E_REPORT_SPEC',
        message: `The chart \`${drawing.path}\` can't be drawn: ${error instanceof Error ? error.message : error}`,
        hint: 'Open the file in a Vega editor to see what is wrong',
        cause: error,
      });
    }
  };
  // One after the other, since the count of ids is Vega's own and shared.
  let last: Promise<unknown> = Promise.resolve();
  return (drawing) => {
    const drawn = last.then(() => drawOne(drawing));
    last = drawn.catch(() => undefined);
    return drawn;
  };
}

/** Puts our estimate in place of Vega's, which is the way it offers for surroundings without a canvas. */
function measureText(vega: object): void {
  const metrics: unknown = 'textMetrics' in vega ? vega.textMetrics : undefined;
  if (typeof metrics !== 'object' || metrics === null) return;
  Object.assign(metrics, {
    width: (item: TextItem, text: unknown) => {
      const width = estimateTextWidth(
        String(text ?? ''),
        Number(item.fontSize ?? 11),
        isBold(item.fontWeight),
      );
      return item.limit && item.limit > 0 ? Math.min(width, item.limit) : width;
    },
  });
}

interface TextItem {
  readonly fontSize?: number;
  readonly fontWeight?: string | number;
  /** Width that the text is cut at. */
  readonly limit?: number;
}

function isBold(weight: string | number | undefined): boolean {
  return weight === 'bold' || Number(weight) >= 600;
}

/** Compiles Vega-Lite; takes Vega as it is, with the parts of the look that it knows. */
function toVega(vegaLite: typeof import('vega-lite'), spec: JsonObject, look: Look): unknown {
  if (!isLite(spec)) return { ...spec, config: vegaConfig(look.config) };
  // The one checked boundary: JSON of a file becomes a specification, and compiling checks it.
  return vegaLite.compile(spec as unknown as TopLevelSpec, {
    config: look.config as never,
    logger: look.logger,
  }).spec;
}

interface Look {
  readonly config: JsonObject;
  readonly logger: ReturnType<typeof import('vega')['logger']>;
}

function isLite(spec: JsonObject): boolean {
  return String(spec['$schema']).includes('/vega-lite/');
}

/** Vega itself knows no `autosize` or `padding` that only Vega-Lite's views take. */
function vegaConfig(config: JsonObject): JsonObject {
  const { autosize: _autosize, view: _view, scale: _scale, ...rest } = config;
  return rest;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Sets `width`, `height` and the values of params (Vega-Lite) or signals (Vega) by name. */
function withSignals(spec: JsonObject, signals: Readonly<Record<string, Json>>): JsonObject {
  const key = isLite(spec) ? 'params' : 'signals';
  const params = Array.isArray(spec[key]) ? spec[key] : [];
  const set = params.map((param: Json) => {
    const name = isObject(param) ? String(param['name']) : '';
    return isObject(param) && name in signals ? { ...param, value: signals[name] ?? null } : param;
  });
  const size = Object.fromEntries(
    ['width', 'height'].filter((name) => name in signals).map((name) => [name, signals[name] ?? null]),
  );
  return { ...spec, ...size, ...(params.length > 0 ? { [key]: set } : {}) };
}

function withData(spec: JsonObject, data: Drawing['data']): JsonObject {
  if (isLite(spec)) return { ...spec, datasets: data };
  const sets = Array.isArray(spec['data']) ? spec['data'] : [];
  return {
    ...spec,
    data: sets.map((set: Json) => {
      const rows = isObject(set) ? data[String(set['name'])] : undefined;
      return isObject(set) && rows ? { ...set, values: rows } : set;
    }),
  };
}
