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
import { openMemory } from '../../../src/store/open.ts';
import type { Store } from '../../../src/store/store.ts';
import { buildFacts } from '../../../src/transform/build.ts';
import { NO_SETTINGS } from '../../../src/transform/settings.ts';
import { startStandIn } from '../../stand-in/start.ts';
import { temporaryFolder } from '../../support/collect.ts';
import { collectFrom, githubContext } from '../../support/github.ts';
import { inventedHistory } from '../../support/invented-history.ts';
import { collectedStore } from '../../support/report.ts';
import { readRows, writeRows } from '../../support/report-rows.ts';

const PERIOD = {
  name: '2026-06',
  from: new Date('2026-06-01T00:00:00Z'),
  to: new Date('2026-07-01T00:00:00Z'),
};

interface Kept {
  /** Folder of the kept rows and of what is made of them. */
  readonly name: string;
  readonly charts: readonly string[];
  /** Collects what the rows are kept of, and says which scope it is and what of it differs each time. */
  readonly collect: (
    folder: string,
  ) => Promise<{ store: Store; scopeKind: string; volatile: readonly string[] }>;
}

const IN_GIT = ['strip', 'removal', 'knowledge', 'modules', 'companies', 'series'];
const KEPT: readonly Kept[] = [
  { name: 'community', charts: ['activity', 'people', ...IN_GIT], collect: collectHistory },
  {
    name: 'ecosystem',
    charts: ['activity', 'people', 'backlog', 'strip', 'retention', ...IN_GIT.slice(1)],
    collect: collectEcosystem,
  },
];

describe.each(KEPT)('the community report of kept rows: $name', ({ name, charts }) => {
  const folder = folderOf(name);
  let page: Page;
  let theme: Theme;

  const assemble = async (): Promise<Page> => {
    const material = await readMaterial('community', theme);
    const { data, provenance } = await readRows(join(folder, 'rows.json'), material.spec, '2026-06-01');
    return assemblePage({ material, data, provenance, period: PERIOD, asOf: '2026-07-01T00:00:00Z' });
  };

  beforeAll(async () => {
    theme = await readTheme();
    page = await assemble();
  });

  test('is this Markdown', async () => {
    await expect(renderMarkdown(page)).toMatchFileSnapshot(join(folder, 'index.md'));
  });

  test('has these charts', async () => {
    const look = { paper: '#ffffff', line: '#999999', unknown: theme.unknown };
    const figures = page.sections.flatMap(({ blocks }) => blocks).filter((block) => block.kind === 'figure');
    expect(figures.map((figure) => figure.name)).toEqual(charts);
    for (const { name: chart, title, wide, narrow } of figures) {
      await expect(standaloneSvg(wide, { ...look, title })).toMatchFileSnapshot(join(folder, `${chart}.svg`));
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

function folderOf(name: string): string {
  return join(PACKAGE_ROOT, 'test/golden/reports', name);
}

/** An invented history of git alone. */
async function collectHistory(folder: string): ReturnType<Kept['collect']> {
  const store = await collectedStore(folder, {
    commits: inventedHistory(1),
    month: PERIOD.name,
    name: 'meridian',
    tags: { 'v1.0': 'main~300', 'v1.1': 'main~200', 'v2.0-rc1': 'main~90', 'v2.0': 'main~70' },
  });
  return { store, scopeKind: 'repository', volatile: [`${folder}/`] };
}

/** Two repositories of the stand-in's ecosystem, with everything that GitHub tells of them. */
async function collectEcosystem(folder: string): ReturnType<Kept['collect']> {
  const standIn = await startStandIn({ generate: { seed: 5, scale: 0.1 }, data: folder, writes: false });
  onTestFinished(() => standIn.close());
  const store = await openMemory();
  const context = githubContext({ now: () => PERIOD.to });
  const repositories = ['orrery-db/orrery', 'orrery-db/orrery-py'];
  for (const target of repositories) await collectFrom({ standIn, store, folder, target, context });
  const scopes = repositories.map((value) => ({
    ecosystem: 'orrery-ecosystem',
    project: value,
    rule: 'repository' as const,
    value,
  }));
  await buildFacts(store, { ...NO_SETTINGS, scopes }, context);
  return { store, scopeKind: 'ecosystem', volatile: [`${standIn.urls.GITHUB_SERVER_URL}/`, `${folder}/`] };
}

/** Writes the kept rows anew: `KEEP_ROWS=1 npx vitest run --project golden test/golden/reports -u`, then once more without. */
test.runIf(process.env['KEEP_ROWS']).each(KEPT)(
  'keeps the rows: $name',
  { timeout: 120_000 },
  async (kept) => {
    const folder = temporaryFolder(onTestFinished);
    const { store, scopeKind, volatile } = await kept.collect(folder);
    onTestFinished(() => store.close());
    const { spec } = await readMaterial('community', await readTheme());
    const { rows } = await store.query('select scope_id from dim_scope where kind = $kind', {
      kind: scopeKind,
    });
    const request = {
      scopeId: BigInt(String(rows[0]?.['scope_id'])),
      asOf: PERIOD.to,
      period: parseMonth(PERIOD.name) ?? PERIOD,
    };
    const text = writeRows(await readProvenance(store, request), await readReportData(store, spec, request));
    // Where the clones lie differs each time.
    writeFileSync(
      join(folderOf(kept.name), 'rows.json'),
      volatile.reduce((all, part) => all.replaceAll(part, ''), text),
    );
  },
);
