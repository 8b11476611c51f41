import { escapeHtml } from './escape.ts';

export interface Palette {
  /** Colour as charts are drawn, in lower case, to the name it has in the page. */
  readonly names: ReadonlyMap<string, string>;
  /** Colour that charts draw the unknown in; it becomes the hatch. */
  readonly unknown: string;
}

/** Attributes that carry nothing for us: the label stands on the whole picture, and the page chooses the font. */
const NEEDLESS =
  / (?:class|role|aria-[a-z]+|pointer-events|font-family|version|xmlns:xlink|stroke-miterlimit|opacity="1"|display="inline")(?:="[^"]*")?/g;
const EMPTY = /^<path (?:[^>]* )?(?:d=""|d="M0,0h0v0h0Z"|display="none"|fill="transparent")/;
const BACKGROUND = /^<path class="background"/;
const HIDDEN_TEXT = /^<text [^>]*\bopacity="0"/;
const NUMBER = /-?\d+\.\d+(?:e-?\d+)?/g;

/**
 * Makes a drawing of Vega's small and equal for equal input: drops what can't be seen, wrappers and attributes
 * without effect, rounds to a tenth of a pixel and joins neighbouring shapes of one look. A picture whose marks
 * have fills or strokes of their own looks as before.
 */
export function tidySvg(svg: string): string {
  const tokens = svg.split(/(<[^>]*>)/).filter((token) => token !== '');
  return joinPaths(dropWrappers(dropHidden(tokens).map(tidyTag))).join('');
}

function dropHidden(tokens: readonly string[]): readonly string[] {
  const kept: string[] = [];
  let isHidden = false;
  for (const token of tokens) {
    if (isHidden) isHidden = token !== '</text>';
    else if (HIDDEN_TEXT.test(token)) isHidden = true;
    else if (!EMPTY.test(token) && !(BACKGROUND.test(token) && !/ (?:fill|stroke)="(?!none)/.test(token))) {
      kept.push(token);
    }
  }
  return kept;
}

function tidyTag(token: string): string {
  if (!token.startsWith('<')) return token;
  return token
    .replace(NEEDLESS, '')
    .replace(NUMBER, (number) => String(Math.round(Number(number) * 10) / 10))
    .replace(/^<text(?=[^>]* stroke=")/, '<text paint-order="stroke" stroke-linejoin="round"')
    .replace(/ transform="translate\((?:0,0|-0,0|0,-0)\)"/, '')
    .replace(/ {2,}/g, ' ');
}

/** Takes away groups without attributes, and those left empty. */
function dropWrappers(tokens: readonly string[]): readonly string[] {
  const kept: string[] = [];
  const open: { isKept: boolean; at: number }[] = [];
  for (const token of tokens) {
    if (token.startsWith('<g')) {
      const isKept = token !== '<g>';
      open.push({ isKept, at: kept.length });
      if (isKept) kept.push(token);
    } else if (token === '</g>') {
      const group = open.pop();
      if (!group?.isKept) continue;
      if (kept.length === group.at + 1) kept.pop();
      else kept.push(token);
    } else kept.push(token);
  }
  return kept;
}

const PATH = /^<path ([^>]*?)?d="([^"]*)"([^>]*)\/>$/;

/** Joins paths in a row that differ in nothing but their outline; shapes of one fill look the same in one path. */
function joinPaths(tokens: readonly string[]): readonly string[] {
  const kept: string[] = [];
  let last: { look: string; outline: string } | undefined;
  for (const token of tokens) {
    const [, before = '', outline = '', after = ''] = PATH.exec(token) ?? [];
    const isJoinable = outline.endsWith('Z') && !token.includes('opacity') && !token.includes('transform');
    if (!isJoinable) last = undefined;
    else if (last?.look === before + after) {
      last = { look: last.look, outline: last.outline + outline };
      kept[kept.length - 1] = `<path ${before}d="${last.outline}"${after}/>`;
      continue;
    } else last = { look: before + after, outline };
    kept.push(token);
  }
  return kept;
}

/** Fits a tidy drawing into the page: colours become its variables, and ids get a prefix of their own. */
export function inlineSvg(svg: string, palette: Palette, prefix: string): string {
  return svg
    .replace('<svg ', '<svg aria-hidden="true" focusable="false" ')
    .replace(/ xmlns="[^"]*"/, '')
    .replace(/\bid="([^"]*)"/g, `id="${prefix}-$1"`)
    .replace(/url\(#([^)]*)\)/g, `url(#${prefix}-$1)`)
    .replace(/(fill|stroke|stop-color)="(#[0-9a-f]{6})"/gi, (whole, attribute: string, colour: string) => {
      if (colour.toLowerCase() === palette.unknown) return `${attribute}="url(#unknown)"`;
      const name = palette.names.get(colour.toLowerCase());
      return name ? `${attribute}="var(--${name})"` : whole;
    });
}

const HATCH_WIDTH = 6;

/** The pattern that stands for the unknown, in given colours. */
export function hatchPattern(paper: string, line: string): string {
  return (
    `<pattern id="unknown" width="${HATCH_WIDTH}" height="${HATCH_WIDTH}" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
    `<rect width="${HATCH_WIDTH}" height="${HATCH_WIDTH}" fill="${paper}"/><rect width="2" height="${HATCH_WIDTH}" fill="${line}"/></pattern>`
  );
}

export interface FileLook {
  readonly title: string;
  readonly paper: string;
  readonly line: string;
  readonly unknown: string;
}

/** Makes a drawing a file of its own: on paper, in the light colours, with a title and the hatch inside. */
export function standaloneSvg(svg: string, look: FileLook): string {
  const head =
    `<title>${escapeHtml(look.title)}</title><defs>${hatchPattern(look.paper, look.line)}</defs>` +
    `<rect width="100%" height="100%" fill="${look.paper}"/>`;
  return `${svg
    .replace('<svg ', '<svg font-family="system-ui, sans-serif" role="img" ')
    .replace(/(<svg [^>]*>)/, `$1${head}`)
    .replaceAll(`fill="${look.unknown}"`, 'fill="url(#unknown)"')}\n`;
}
