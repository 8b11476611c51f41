import { CommanderError } from 'commander';
import { expect, test } from 'vitest';
import { describeFailure, type FailureSettings } from '../../../src/commands/failure.ts';
import { UnderstoryError } from '../../../src/core/errors.ts';

const SETTINGS: FailureSettings = {
  isVerbose: false,
  commandLine: 'understory collect .',
  isInterrupted: false,
  resumeCommand: undefined,
};

const unknownMetric = new UnderstoryError({
  code: 'E_PARAM',
  message: 'There is no metric `x`',
  hint: 'Look again',
});

test('prints a known error as one line and a hint, with the exit code of its kind', () => {
  expect(describeFailure(unknownMetric, SETTINGS)).toEqual({
    exitCode: 2,
    lines: ['error[E_PARAM]: There is no metric `x`', 'hint: Look again'],
  });
});

test('keeps messages on one line and control characters visible', () => {
  const error = new UnderstoryError({ code: 'E_GIT', message: 'git said\n\u001b[2J' });
  expect(describeFailure(error, SETTINGS).lines).toEqual(['error[E_GIT]: git said [U+001B][2J']);
});

test('prints an unknown error as one line that asks for a report, and its stack with --verbose', () => {
  const error = new TypeError('x is undefined', { cause: new Error('deep') });
  const { exitCode, lines } = describeFailure(error, SETTINGS);
  expect(exitCode).toBe(1);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/x is undefined.*report/);
  const verbose = describeFailure(error, { ...SETTINGS, isVerbose: true }).lines.join('\n');
  expect(verbose).toMatch(/TypeError: x is undefined\n\s+at [\s\S]*caused by:\nError: deep/);
});

test('names the command that goes on after Ctrl-C', () => {
  const settings = { ...SETTINGS, isInterrupted: true, resumeCommand: 'understory collect .' };
  expect(describeFailure(new Error('aborted'), settings)).toEqual({
    exitCode: 130,
    lines: ['Interrupted; what was collected is kept', 'hint: go on with `understory collect .`'],
  });
});

test('turns wrong usage into exit code 2, and help into 0', () => {
  const unknown = new CommanderError(
    1,
    'commander.unknownCommand',
    "error: unknown command 'colect'\n(Did you mean collect?)",
  );
  expect(describeFailure(unknown, SETTINGS)).toEqual({
    exitCode: 2,
    lines: ['error[E_USAGE]: Unknown command `colect`', 'hint: Did you mean `collect`?'],
  });
  const help = new CommanderError(0, 'commander.helpDisplayed', '(outputHelp)');
  expect(describeFailure(help, SETTINGS)).toEqual({ exitCode: 0, lines: [] });
});
