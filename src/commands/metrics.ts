import type { Command } from 'commander';
import type { MetricDescription } from '../index.ts';
import { chosenFormat, formatOption, printJson, printTable, type RowFormat } from './format.ts';
import { addExamples } from './help.ts';
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
      else await printTable(catalogue(metrics), format, session);
    });
  addExamples(
    command,
    ['understory metrics', 'all metrics'],
    ['understory metrics truck_factor', 'what one of them means'],
    ['understory metrics --json', 'the catalogue for a program'],
  );
}

function catalogue(metrics: readonly MetricDescription[]): Parameters<typeof printTable>[0] {
  return {
    columns: ['family', 'metric', 'id', 'question'].map((name) => ({ name, type: 'VARCHAR' })),
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
