import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { PACKAGE_ROOT } from '../../../src/core/paths.ts';
import { parseMonth } from '../../../src/core/period.ts';
import { assemblePage } from '../../../src/reports/assemble.ts';
import { readReportData } from '../../../src/reports/collect-data.ts';
import { readProvenance } from '../../../src/reports/facts.ts';
import { makeProse } from '../../../src/reports/markdown.ts';
import type { Page } from '../../../src/reports/page.ts';
import { readMaterial, readTheme, type Theme } from '../../../src/reports/read-material.ts';
import { renderHtml, styleOf } from '../../../src/reports/render-html.ts';
import { renderMarkdown } from '../../../src/reports/render-markdown.ts';
import { standaloneSvg } from '../../../src/reports/svg.ts';
import { temporaryFolder } from '../../support/collect.ts';
import { inventedHistory } from '../../support/invented-history.ts';
import { collectedStore } from '../../support/report.ts';
import { readRows, writeRows } from '../../support/report-rows.ts';

const FOLDER = join(PACKAGE_ROOT, 'test/golden/reports/community');
const ROWS = join(FOLDER, 'rows.json');
const PERIOD = {
  name: '2026-06',
  from: new Date('2026-06-01T00:00:00Z'),
  to: new Date('2026-07-01T00:00:00Z'),
};

describe('the community report of kept rows', () => {
  let page: Page;
  let theme: Theme;

  const assemble = async (): Promise<Page> => {
    const material = await readMaterial('community', theme);
    const { data, provenance } = await readRows(ROWS, material.spec, '2026-06-01');
    return assemblePage({ material, data, provenance, period: PERIOD, asOf: '2026-07-01T00:00:00Z' });
  };

  beforeAll(async () => {
    theme = await readTheme();
    page = await assemble();
  });

  test('is this Markdown', async () => {
    await expect(renderMarkdown(page)).toMatchFileSnapshot(join(FOLDER, 'index.md'));
  });

  test('has these charts', async () => {
    const look = { paper: '#ffffff', line: '#999999', unknown: theme.unknown };
    const figures = page.sections.flatMap(({ blocks }) => blocks).filter((block) => block.kind === 'figure');
    expect(figures.map(({ name }) => name)).toEqual([
      'activity',
      'people',
      'strip',
      'removal',
      'knowledge',
      'modules',
      'companies',
      'series',
    ]);
    for (const { name, title, wide, narrow } of figures) {
      await expect(standaloneSvg(wide, { ...look, title })).toMatchFileSnapshot(join(FOLDER, `${name}.svg`));
      expect(narrow).not.toBe(wide);
    }
  });

  test('is the same page when it is made again', async () => {
    const dress = { css: styleOf(theme.colours, theme.css), palette: theme.palette, prose: makeProse() };
    const html = renderHtml(page, dress);
    expect(renderHtml(await assemble(), dress)).toBe(html);
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

/** Writes the kept rows anew, from an invented history: `KEEP_ROWS=1 npx vitest run --project golden test/golden/reports -u`. */
test.runIf(process.env['KEEP_ROWS'])('keeps the rows', async () => {
  const folder = temporaryFolder(onTestFinished);
  const store = await collectedStore(folder, {
    commits: inventedHistory(1),
    month: PERIOD.name,
    name: 'meridian',
    tags: { 'v1.0': 'main~300', 'v1.1': 'main~200', 'v2.0-rc1': 'main~90', 'v2.0': 'main~70' },
  });
  onTestFinished(() => store.close());
  const { spec } = await readMaterial('community', await readTheme());
  const { rows } = await store.query('select scope_id from dim_scope');
  const request = {
    scopeId: BigInt(String(rows[0]?.['scope_id'])),
    asOf: PERIOD.to,
    period: parseMonth(PERIOD.name) ?? PERIOD,
  };
  writeFileSync(
    ROWS,
    // Gaps name the clone, which lies elsewhere each time.
    writeRows(await readProvenance(store, request), await readReportData(store, spec, request)).replaceAll(
      `${folder}/`,
      '',
    ),
  );
});
