import type { Command } from 'commander';
import type { MetricDescription } from '../index.ts';
import { chosenFormat, formatOption, printJson, printTable, type RowFormat } from './format.ts';
import { addExamples } from './help.ts';
import type { OutputTable } from './output/cells.ts';
import type { GlobalOptions, Session } from './session.ts';

/** `understory metrics`: the catalogue. */
export function addMetrics(program: Command, session: Session): void {
  const command = program
    .command('metrics')
    .description(
      'Lists all metrics with their questions, or explains one: definition, unit, grain, parameters, source.',
    )
    .argument('[metric]', 'name of one metric')
    .addOption(formatOption())
    .action(async (metric: string | undefined, _options: unknown, self: Command) => {
      const options = self.optsWithGlobals<GlobalOptions & { format: RowFormat }>();
      const { describeMetrics } = await import('../index.ts');
      const metrics = await describeMetrics({ metric });
      const format = chosenFormat(options);
      const [only] = metrics;
      if (format === 'json') await printJson(metric === undefined ? metrics : only, session);
      else if (metric !== undefined && only && format === 'table') await printOne(only, session);
      else await printTable(catalogue(metrics, format), format, session);
    });
  addExamples(
    command,
    ['understory metrics', 'all metrics'],
    ['understory metrics truck_factor', 'what one of them means'],
    ['understory metrics --json', 'the catalogue for a program'],
  );
}

/** On a screen the room goes to the questions; numbers of definitions are for programs and pages. */
function catalogue(metrics: readonly MetricDescription[], format: RowFormat): OutputTable {
  const name = (column: string) => ({ name: column, type: 'VARCHAR' });
  const names = format === 'table' ? ['family', 'metric'] : ['family', 'metric', 'id'];
  return {
    columns: [
      ...names.map((column) => ({ ...name(column), look: 'whole' as const })),
      { ...name('question'), look: 'wrapped' },
    ],
    rows: metrics.map(({ family, metric, ids, question }) => ({
      family,
      metric,
      id: ids.join(', '),
      question,
    })),
  };
}

async function printOne(metric: MetricDescription, session: Session): Promise<void> {
  const { describeMetric } = await import('./output/metric.ts');
  await session.write(await describeMetric(metric, session.width));
}
