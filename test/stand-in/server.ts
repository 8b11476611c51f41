/**
 * Starts the GitHub stand-in as a process of its own and prints its URLs as one line of JSON.
 *
 * `tsx test/stand-in/server.ts --data DIR` serves a folder; `--generate --seed N --scale S [--data DIR]` draws one.
 * Ends when its standard input does (with `--stdin`), or by a signal.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { RepositoryKey } from './generate/cast.ts';
import { PLANS } from './generate/plans.ts';
import { toRules } from './server/control.ts';
import { toClosedLists } from './server/tokens.ts';
import { type StandInOptions, startStandIn } from './start.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    generate: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    scale: { type: 'string', default: '1' },
    until: { type: 'string' },
    /** Comma list of keys of `generate/plans.ts`. */
    only: { type: 'string' },
    'months-ahead': { type: 'string', default: '2' },
    /** JSON, or a file with it: rules, or `{ "storm": … }`. */
    faults: { type: 'string' },
    schema: { type: 'string', default: 'sdl' },
    shape: { type: 'string', default: 'github' },
    limits: { type: 'string', default: 'on' },
    limit: { type: 'string' },
    secondary: { type: 'string', default: 'concurrency' },
    'closed-lists': { type: 'string', default: 'empty' },
    latency: { type: 'string', default: '0' },
    'clock-skew': { type: 'string', default: '0' },
    'wait-scale': { type: 'string', default: '1' },
    stdin: { type: 'boolean', default: false },
  },
});

function readRules(text: string | undefined): ReturnType<typeof toRules> {
  if (text === undefined) return [];
  return toRules(JSON.parse(/^[[{]/.test(text.trim()) ? text : readFileSync(text, 'utf8')));
}

function toKeys(text: string): RepositoryKey[] {
  return text.split(',').flatMap((key) => PLANS.find((plan) => plan.key === key)?.key ?? []);
}

function toOptions(): StandInOptions {
  const secondary =
    values.secondary === 'rate' || values.secondary === 'off' ? values.secondary : 'concurrency';
  const isGenerated = values.generate || values.data === undefined;
  const until = values.until === 'now' ? `${new Date().toISOString().slice(0, 19)}Z` : values.until;
  return {
    ...(values.data === undefined ? {} : { data: values.data }),
    ...(isGenerated
      ? {
          generate: {
            seed: Number(values.seed),
            scale: Number(values.scale),
            monthsAhead: Number(values['months-ahead']),
            ...(until === undefined ? {} : { until }),
            ...(values.only === undefined ? {} : { only: toKeys(values.only) }),
          },
        }
      : {}),
    faults: readRules(values.faults),
    schema: values.schema === 'json' ? 'json' : 'sdl',
    shape: values.shape === 'enterprise' ? 'enterprise' : 'github',
    limits: {
      primary: values.limits === 'off' ? 'off' : 'on',
      secondary,
      ...(values.limit === undefined ? {} : { limit: Number(values.limit) }),
    },
    closedLists: toClosedLists(values['closed-lists']),
    latency: Number(values.latency),
    clockSkew: Number(values['clock-skew']),
    waitScale: Number(values['wait-scale']),
  };
}

const standIn = await startStandIn(toOptions());
const end = (): void => {
  void standIn.close().then(() => process.exit(0));
};
process.on('SIGTERM', end);
process.on('SIGINT', end);
if (values.stdin) process.stdin.on('end', end).resume();
process.stdout.write(`${JSON.stringify({ ...standIn.urls, CONTROL_URL: standIn.controlUrl })}\n`);
