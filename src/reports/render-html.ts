import { escapeHtml } from './escape.ts';
import { sentence } from './format.ts';
import { type Html, html, trusted } from './html.ts';
import { gridOf, percent } from './html-table.ts';
import type { Prose } from './markdown.ts';
import type { Block, Change, Definition, Figure, Knowledge, Page, Section, TableBlock } from './page.ts';
import type { Level } from './spec.ts';
import { hatchPattern, inlineSvg, type Palette } from './svg.ts';

/** What a page is dressed in. */
export interface Dress {
  readonly css: string;
  readonly palette: Palette;
  readonly prose: Prose;
}

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** Renders a page as one HTML file that loads nothing: style and pictures are inside, and there is no script. */
export function renderHtml(page: Page, dress: Dress): string {
  const sections = [
    ...page.sections.map((section) => ({ id: section.id, title: section.title })),
    { id: 'method', title: 'Method' },
  ];
  const body = html`<a class="skip" href="#changed">Skip to the findings</a>
<svg width="0" height="0" class="defs" aria-hidden="true" focusable="false"><defs>${trusted(hatchPattern('var(--paper)', 'var(--quiet)'))}</defs></svg>
${[page.notice, page.privacy].map(
  (text) =>
    text &&
    html`<p class="notice" role="note">${text}</p>
`,
)}<header class="top">
<div><p class="kicker">${page.kicker}</p><h1>${page.title}</h1></div>
<dl>${page.facts.map((fact) => html`<div><dt>${fact.label}</dt><dd>${line(fact.markdown, dress)}</dd></div>`)}</dl>
<ul class="know" aria-label="What this report knows">${page.knowledge.map((item) => knowledge(item, dress))}</ul>
</header>
<main>
${page.warnings.map((warning) => html`<p class="warning"><span aria-hidden="true">◐</span> ${line(warning, dress)}</p>`)}
<section aria-labelledby="changed">
<h2 id="changed">What changed</h2>
${changes(page.changes, dress)}
</section>
<nav aria-label="Sections">${sections.map(({ id, title }) => html`<a href="#${id}">${title}</a>`)}</nav>
${page.sections.map((section) => sectionOf(section, dress))}
${method(page, dress)}
</main>`;
  return `${documentOf(page, dress, body).markup}\n`;
}

function documentOf(page: Page, dress: Dress, body: Html): Html {
  return html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${page.notice && `${page.notice}. `}${page.privacy && 'Private. '}${page.title}: ${page.kicker}</title>
<style>
${trusted(dress.css)}</style>
</head>
<body>
${body}
</body>
</html>`;
}

function line(markdown: string, dress: Dress): Html {
  return trusted(dress.prose.inline(markdown));
}

function knowledge(item: Knowledge, dress: Dress): Html {
  const kind = item.share === null ? 'none' : '';
  const bar =
    item.share === null
      ? html`<i class="none"></i>`
      : html`<i style="--p:${percent(item.share)};--q:${percent(item.shareHigh ?? item.share)}"></i>`;
  return html`<li class="${kind}">${bar}<b>${item.label}</b> ${line(item.markdown, dress)}</li>`;
}

function changes(list: readonly Change[], dress: Dress): Html {
  if (list.length === 0) return html`<p class="finding">Nothing can be said yet: see the sections below.</p>`;
  return html`<ol class="first">${list.map((change) => {
    const { section, figure, spark } = change;
    const picture = figure
      ? html`<p class="big ${change.level}">${line(figure.text, dress)}<small>${line(figure.note, dress)}</small></p>`
      : spark
        ? html`<div class="spark">${trusted(inlineSvg(spark, dress.palette, `spark-${change.name}`))}</div>`
        : html`<div></div>`;
    return html`
<li><div><p class="say">${line(change.sentence, dress)}</p><p class="small">${levelMark(change.level)}${line(change.note, dress)} <a href="#${section.id}">${section.title}</a></p></div>${picture}</li>`;
  })}
</ol>`;
}

/** A level is said in a word and a shape beside its colour. */
function levelMark(level: Level): Html | null {
  if (level === 'risk') return html`<b class="risk"><span aria-hidden="true">●</span> Risk.</b> `;
  if (level === 'look') return html`<b class="look"><span aria-hidden="true">◐</span> Look at it.</b> `;
  return null;
}

function sectionOf(section: Section, dress: Dress): Html {
  return html`
<section aria-labelledby="${section.id}">
<h2 id="${section.id}">${section.title}</h2>
${section.blocks.map((block) => blockOf(block, dress))}
</section>`;
}

function blockOf(block: Block, dress: Dress): Html {
  switch (block.kind) {
    case 'heading':
      return html`<h3>${line(block.markdown, dress)}</h3>\n`;
    case 'finding':
      return html`<p class="finding">${line(block.markdown, dress)}</p>\n`;
    case 'text':
      return html`<div class="prose">${trusted(dress.prose.block(block.markdown))}</div>\n`;
    case 'none':
    case 'missing':
      return html`<div class="${block.kind}">${trusted(dress.prose.block(block.markdown))}</div>\n`;
    case 'figure':
      return figureOf(block, dress);
    case 'table':
      return tableOf(block, dress);
    case 'method':
      return html`<details class="how"><summary>How is this computed?</summary>
<p>${line(block.markdown, dress)}</p>
<ul>${block.metrics.map((metric) => html`<li><a href="#metric-${metric.metric}">${metric.title}</a>, ${metric.window}. ${sentence(metric.limits)}</li>`)}</ul></details>\n`;
  }
}

function figureOf(figure: Figure, dress: Dress): Html {
  const drawing = (width: 'wide' | 'narrow') =>
    html`<div class="${width}" role="img" aria-label="${figure.title}">${trusted(inlineSvg(figure[width], dress.palette, `${figure.name}-${width}`))}</div>`;
  return html`<figure>
${drawing('wide')}
${drawing('narrow')}
<figcaption>${line(figure.caption, dress)}</figcaption>
</figure>
<details class="values"><summary>The values of this chart<span class="quiet">: ${figure.title}</span></summary>
${scrolled(figure.title, gridOf(figure.values, { caption: figure.title, style: 'plain', prose: dress.prose }))}</details>\n`;
}

/** A wide table scrolls in a region that the keyboard reaches. */
function scrolled(label: string, content: Html): Html {
  return html`<div class="scroll" role="region" aria-label="${`Table: ${label}`}" tabindex="0">${content}</div>`;
}

function tableOf(table: TableBlock, dress: Dress): Html {
  const shown = table.grid.rows.length;
  const more =
    table.rowCount > shown
      ? html`The first ${shown} of ${table.rowCount.toLocaleString('en-GB')}. <a href="${table.csv}">All as CSV</a>`
      : html`<a href="${table.csv}">As CSV</a>`;
  return html`${gridOf(table.grid, { caption: line(table.caption, dress), style: 'rows', prose: dress.prose })}
<p class="small after">${more}</p>\n`;
}

function method(page: Page, dress: Dress): Html {
  const { repositories, definitions, tables, seeds, markdown } = page.method;
  const plain = (caption: string) => ({ caption, style: 'plain', prose: dress.prose }) as const;
  return html`
<section aria-labelledby="method" class="method">
<h2 id="method">Method</h2>
<div class="prose">${markdown.map((text) => trusted(dress.prose.block(text)))}</div>
<h3>What was read</h3>
${gridOf(repositories, { ...plain('Repositories'), style: 'rows' })}
<div class="pair"><div>${gridOf(tables, plain('Rows of each table, all scopes together'))}</div>
<div>${seeds.rows.length > 0 && gridOf(seeds, plain('Lists kept by hand, with the beginning of their SHA-256'))}</div></div>
<h3>Definitions</h3>
<div class="definitions">${definitions.map((definition) => definitionOf(definition))}</div>
</section>`;
}

function definitionOf(definition: Definition): Html {
  return html`<div class="definition" id="metric-${definition.metric}"><h4>${definition.title} <code>${definition.metric}</code></h4>
<p>${definition.question} Definition ${definition.ids}; ${definition.window}; ${definition.rowCount.toLocaleString('en-GB')} ${definition.rowCount === 1 ? 'row' : 'rows'}.</p>
<p>${coded(sentence(definition.limits))} <span class="quiet">Source: ${coded(sentence(definition.source))} Query: <code>${definition.path}</code></span></p></div>
`;
}

/** Headers are plain text in which a name may stand in backticks. */
function coded(text: string): readonly (Html | string)[] {
  return text.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part));
}

/** Style sheet of a page: the colours as variables, for light, dark and print, before the sheet itself. */
export function styleOf(
  colours: Readonly<Record<string, { readonly light: string; readonly dark: string }>>,
  sheet: string,
): string {
  const variables = (side: 'light' | 'dark') =>
    Object.entries(colours)
      .map(([name, colour]) => `--${escapeHtml(name)}:${escapeHtml(colour[side])}`)
      .join(';');
  return `:root{${variables('light')}}\n@media screen and (prefers-color-scheme:dark){:root{${variables('dark')}}}\n${sheet}`;
}
