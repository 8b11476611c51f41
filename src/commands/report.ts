import type { Command } from 'commander';
import { EXIT } from '../core/errors.ts';
import { printJson } from './format.ts';
import { addExamples } from './help.ts';
import { dateOption, periodOption, reportFormats } from './options.ts';
import type { GlobalOptions, Session } from './session.ts';

interface ReportOptions extends GlobalOptions {
  readonly month?: string;
  readonly period?: string;
  readonly out?: string;
  readonly format?: string;
  readonly notice?: string;
  readonly collect: boolean;
  readonly allowShallow?: boolean;
}

/** `understory report`: writes the community report. */
export function addReport(program: Command, session: Session): void {
  const command = program
    .command('report')
    .description(
      'Collects what is new of each target, then writes its community report: a page, the same as Markdown and JSON, charts and tables. The last line printed is the path of the page.',
    )
    .argument(
      '[target...]',
      'folder of a clone, owner/repo, URL, or a name of what is collected or stands in understory.yml (default: the ecosystems of understory.yml, else every repository)',
    )
    .option('--month <YYYY-MM>', 'the month to report on (default: the last whole one)')
    .option('--period <span>', 'a quarter YYYY-Qn, a year YYYY, or days FROM..TO, TO not included')
    .option('-o, --out <dir>', 'folder of all reports (default: understory-reports)')
    .option('-f, --format <list>', 'comma list of html, md, json (default: all)')
    .option('--notice <text>', 'a sentence to stand above everything, such as "Draft"')
    .option('--no-collect', 'only read what is collected')
    .option('--allow-shallow', 'take a clone whose history is cut off, and mark it as incomplete')
    .action((targets: readonly string[], _options: unknown, self: Command) =>
      writeReports(targets, self.optsWithGlobals<ReportOptions>(), session),
    );
  addExamples(
    command,
    ['understory report .', 'the clone in this folder, the last whole month'],
    ['understory report pgvector/pgvector --month 2026-10', 'a repository on GitHub'],
    [
      'understory report postgres --period 2026-Q3 --no-collect',
      'a project of understory.yml, as it is collected',
    ],
  );
}

async function writeReports(
  targets: readonly string[],
  options: ReportOptions,
  session: Session,
): Promise<void> {
  session.resumeWith(session.commandLine);
  const { report } = await import('../index.ts');
  const input = {
    targets,
    db: options.db,
    config: options.config,
    currentDirectory: session.currentDirectory,
    period: periodOption(options),
    asOf: dateOption(options.asOf, '--as-of'),
    out: options.out,
    formats: reportFormats(options.format),
    notice: options.notice,
    isCollecting: options.collect,
    allowShallow: options.allowShallow,
  };
  const { reports, warnings } = await report(input, session.context);
  for (const warning of warnings) session.note(warning);
  for (const { scope, isPartial } of reports) {
    if (isPartial) session.note(`${scope}: the data ends before the period does; the report says so`);
  }
  if (options.json) await printJson(reports, session);
  else for (const { path } of reports) await session.write(`${path}\n`);
  if (warnings.length > 0 && options.collect) session.setExitCode(EXIT.incomplete);
}
