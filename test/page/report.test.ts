import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults, RunOptions } from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { visibleText } from '../../src/core/escape.ts';
import { HOSTILE_TEXTS, hostileHistory } from '../support/hostile-history.ts';
import { inventedHistory } from '../support/invented-history.ts';
import { type ReportFiles, reportOf } from '../support/report.ts';

/** `npm test` says where the browser is, or that there is none by an empty value. */
const GIVEN = process.env['CHROMIUM_PATH'];
const PATHS = GIVEN === undefined ? ['/usr/bin/chromium', '/usr/bin/google-chrome'] : [GIVEN];
const EXECUTABLE = PATHS.find((path) => existsSync(path));
const WIDTHS = [1240, 768, 360];
/** Widths of words are estimated, since a reader's typeface is not known: pixels that they may be out by. */
const SLACK = 2;
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

if (!EXECUTABLE) console.log('No Chromium found: the tests of pages are skipped');

let browser: Browser;
let folder: string;
const reports = new Map<string, ReportFiles>();

beforeAll(async () => {
  if (!EXECUTABLE) return;
  folder = mkdtempSync(join(tmpdir(), 'understory-page-'));
  const make = async (name: string, kase: Parameters<typeof reportOf>[1]) =>
    reports.set(name, await reportOf(join(folder, name), kase));
  await make('ordinary', {
    commits: inventedHistory(1),
    month: '2026-06',
    name: 'meridian',
    tags: { 'v1.0': 'main~90', 'v2.0': 'main~9' },
  });
  await make('hostile', {
    commits: hostileHistory(),
    month: '2026-06',
    name: "x' onload='pwned=1",
    tags: { "v1.0-'&pwned=1": 'main~9', 'v2.0"onload="x': 'main~3' },
  });
  await make('empty', { commits: [], month: '2026-06' });
  await make('young', {
    commits: [1, 2, 3].map((day) => ({
      committed: `${Date.UTC(2026, 5, day) / 1000} +0000`,
      authored: `${Date.UTC(2026, 5, day) / 1000} +0000`,
      files: { [`${day}.c`]: 'int x;\n' },
    })),
    month: '2026-06',
  });
  browser = await chromium.launch({ executablePath: EXECUTABLE, args: QUIET });
});

afterAll(async () => {
  await browser?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

interface Visit {
  readonly page: Page;
  readonly requests: readonly string[];
  readonly complaints: readonly string[];
}

async function visit<T>(
  name: string,
  options: BrowserContextOptions,
  look: (visit: Visit) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    const requests: string[] = [];
    const complaints: string[] = [];
    const url = pathToFileURL(reports.get(name)?.path ?? '').href;
    page.on('request', (request) => request.url() !== url && requests.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('dialog', (dialog) => complaints.push(dialog.message()));
    await page.goto(url);
    return await look({ page, requests, complaints });
  } finally {
    await context.close();
  }
}

async function findFaults(page: Page): Promise<readonly string[]> {
  await page.addScriptTag({
    content: readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8'),
  });
  const options: RunOptions = { resultTypes: ['violations'] };
  const results = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(options)})`);
  return results.violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${String(node.target[0])} ${node.html.slice(0, 120)}`),
  );
}

describe.skipIf(!EXECUTABLE)('the page of a report', () => {
  test.each(['ordinary', 'hostile', 'empty'])(
    '%s: runs nothing, asks for nothing, complains of nothing',
    async (name) => {
      await visit(name, {}, async ({ page, requests, complaints }) => {
        await page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })");
        expect(await page.evaluate('globalThis.pwned')).toBeUndefined();
        expect(
          await page.evaluate(
            "document.querySelectorAll('script, iframe, object, embed, img, link, base').length",
          ),
        ).toBe(0);
        expect(
          await page.evaluate(
            "[...document.querySelectorAll('*')].flatMap((one) => one.getAttributeNames()).filter((name) => name.startsWith('on')).length",
          ),
        ).toBe(0);
        expect(requests).toEqual([]);
        expect(complaints).toEqual([]);
      });
    },
  );

  test('has a policy that would stop a picture and a script', async () => {
    await visit('empty', {}, async ({ page }) => {
      const stopped = await page.evaluate<readonly string[]>(`new Promise((resolve) => {
        const found = [];
        document.addEventListener('securitypolicyviolation', (event) => {
          found.push(event.effectiveDirective);
          if (found.length === 2) resolve(found.sort());
        });
        document.body.append(Object.assign(new Image(), { src: 'http://127.0.0.1:9/x.png' }));
        document.body.append(Object.assign(document.createElement('script'), { textContent: 'pwned = 1' }));
      })`);
      expect(stopped).toEqual(['img-src', 'script-src-elem']);
    });
  });

  test.each(['ordinary', 'hostile'])('%s: nothing is wider than the screen', async (name) => {
    for (const width of WIDTHS) {
      await visit(name, { viewport: { width, height: 900 } }, async ({ page }) => {
        await page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })");
        expect(
          await page.evaluate('document.documentElement.scrollWidth'),
          `at ${width} px`,
        ).toBeLessThanOrEqual(width);
        // What lies in a region of its own may be wider: it scrolls there.
        const wide = await page.evaluate<readonly string[]>(
          `[...document.querySelectorAll('body *')].filter((one) => !one.closest('.scroll, .skip, svg, thead') && one.getBoundingClientRect().right > ${width} + 1).map((one) => one.outerHTML.slice(0, 120))`,
        );
        expect(wide, `at ${width} px`).toEqual([]);
      });
    }
  });

  test.each(WIDTHS)('ordinary, %i px: every word of a chart stands inside it', async (width) => {
    await visit('ordinary', { viewport: { width, height: 900 } }, async ({ page }) => {
      const cut = await page.evaluate<readonly string[]>(
        `[...document.querySelectorAll('figure svg text')].filter((text) => {
          const [word, picture] = [text, text.ownerSVGElement].map((one) => one.getBoundingClientRect());
          return word.width > 0 && (word.left < picture.left - ${SLACK} || word.right > picture.right + ${SLACK} || word.top < picture.top - ${SLACK} || word.bottom > picture.bottom + ${SLACK});
        }).map((text) => text.textContent)`,
      );
      expect(cut).toEqual([]);
    });
  });

  test.each(WIDTHS)('ordinary, %i px: no cell parts a word that has room beside it', async (width) => {
    await visit('ordinary', { viewport: { width, height: 900 } }, async ({ page }) => {
      // As high as two lines, though it is one short word or a month.
      const parted = await page.evaluate<readonly string[]>(
        `[...document.querySelectorAll('table.rows td')].filter((cell) => {
          const text = cell.textContent.trim();
          if (!/^[\\p{L}\\d\\u202f\\u00a0]{1,16}$/u.test(text) || cell.children.length > 0) return false;
          const range = document.createRange();
          range.selectNodeContents(cell);
          return new Set([...range.getClientRects()].map((line) => Math.round(line.top))).size > 1;
        }).map((cell) => cell.textContent)`,
      );
      expect(parted).toEqual([]);
    });
  });

  test('a picture that would show a single bar is left out', async () => {
    await visit('young', {}, async ({ page }) => {
      const pictures = await page.evaluate<readonly string[]>(
        "[...document.querySelectorAll('figure > .wide')].map((one) => one.getAttribute('aria-label'))",
      );
      expect(pictures).toEqual([
        'Code files that still have an author after each person has left',
        'Code files by how many of their authors are active',
      ]);
      expect(await page.evaluate("document.querySelectorAll('.spark').length")).toBe(0);
      expect(await page.evaluate('document.body.innerText')).toMatch(/3 commits in June\s2026/);
    });
  });

  test('shows one drawing of each chart, the one for the width', async () => {
    for (const [width, shown] of [
      [1240, 'wide'],
      [360, 'narrow'],
    ] as const) {
      await visit('ordinary', { viewport: { width, height: 900 } }, async ({ page }) => {
        const classes = await page.evaluate<readonly string[]>(
          "[...document.querySelectorAll('figure > [role=img]')].filter((one) => one.offsetParent !== null).map((one) => one.className)",
        );
        expect(classes.length).toBeGreaterThan(5);
        expect(new Set(classes)).toEqual(new Set([shown]));
      });
    }
  });

  test.each([
    ['ordinary', 'light', 1240],
    ['ordinary', 'dark', 1240],
    ['ordinary', 'light', 360],
    ['hostile', 'light', 1240],
    ['hostile', 'dark', 360],
    ['empty', 'light', 1240],
  ] as const)('%s, %s, %i px: axe finds no fault', async (name, colorScheme, width) => {
    const options = { colorScheme, viewport: { width, height: 900 }, bypassCSP: true };
    expect(await visit(name, options, ({ page }) => findFaults(page))).toEqual([]);
  });

  test('prints without what only a screen can use, in the light colours', async () => {
    await visit('ordinary', { colorScheme: 'dark' }, async ({ page }) => {
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      expect(await page.evaluate("getComputedStyle(document.querySelector('nav')).display")).toBe('none');
      expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe(
        'rgb(255, 255, 255)',
      );
      const cut = await page.evaluate<number>(
        "[...document.querySelectorAll('figure .wide svg text')].filter((text) => text.getBoundingClientRect().right > text.ownerSVGElement.getBoundingClientRect().right + 2).length",
      );
      expect(cut).toBe(0);
      const pdf = await page.pdf({ format: 'A4' });
      expect(pdf.length).toBeGreaterThan(10_000);
    });
  });
});

describe.skipIf(!EXECUTABLE)('a hostile history', () => {
  test('stands in the Markdown and in the CSV as text', () => {
    const report = reports.get('hostile');
    const markdown = report?.read('index.md') ?? '';
    expect(markdown.match(/(?<!\\)<(script|img|svg|style)/i)).toBeNull();
    expect(markdown.match(/(?<!\\)\]\((?!#|data\/|charts\/)/)).toBeNull();
    expect(visibleText(markdown.replaceAll('\n', ' ')) === markdown.replaceAll('\n', ' ')).toBe(true);
    const authors = report?.read('data/principal_authors.csv') ?? '';
    expect(authors).toContain("'=cmd|' /C calc'!A0");
    expect(authors.split('\n').length).toBe(HOSTILE_TEXTS.length + 2);
  });

  test('leaves every chart a picture of one kind', () => {
    const page = reports.get('hostile')?.read('index.html') ?? '';
    expect(page).not.toContain('href="javascript');
    expect(page.match(/<svg /g)?.length).toBeGreaterThan(10);
  });
});
