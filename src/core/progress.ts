import type { ProgressEvent } from './context.ts';
import { visibleText } from './escape.ts';

export interface ProgressSettings {
  /** Writes to the terminal's standard error, nothing added. */
  readonly write: (text: string) => void;
  /** Whether lines can be drawn again in place. */
  readonly isTerminal: boolean;
  /** Width of the terminal in characters. */
  readonly columns: () => number;
  /** Milliseconds that never go back. */
  readonly elapsed: () => number;
}

export interface Progress {
  readonly onProgress: (event: ProgressEvent) => void;
  /** Takes the drawn line away, so that a message can be written in its place. */
  readonly clear: () => void;
  /** Ends the running phase. */
  readonly finish: () => void;
}

interface Phase {
  readonly startedAt: number;
  drawnAt: number;
  event: ProgressEvent;
  /** Whether all of the phase was about one thing, which the summary then names. */
  isOneSubject: boolean;
}

/** Work shorter than this is not spoken of. */
const SILENT_MILLISECONDS = 1000;
const REDRAW_MILLISECONDS = 100;
/** Where nothing can be redrawn, a first line after this time and then one this often show that work goes on. */
const FIRST_LINE_MILLISECONDS = 3000;
const LINE_MILLISECONDS = 30_000;
const CLEAR_LINE = '\r\u001b[K';

/** Draws progress events: one line in place on a terminal, elsewhere a line now and then; phases under a second stay silent. */
export function makeProgress(settings: ProgressSettings): Progress {
  let phase: Phase | undefined;
  let isDrawn = false;
  const clear = () => {
    if (isDrawn) settings.write(CLEAR_LINE);
    isDrawn = false;
  };
  const finish = () => {
    clear();
    const duration = phase ? settings.elapsed() - phase.startedAt : 0;
    if (phase && duration >= SILENT_MILLISECONDS) settings.write(`${summary(phase, duration)}\n`);
    phase = undefined;
  };
  const draw = (current: Phase, now: number) => {
    const line = progressLine(current.event, now - current.startedAt);
    settings.write(settings.isTerminal ? CLEAR_LINE + shorten(line, settings.columns()) : `${line}\n`);
    isDrawn = settings.isTerminal;
    current.drawnAt = now;
  };
  const onProgress = (event: ProgressEvent) => {
    const now = settings.elapsed();
    // The subject may change with every step of one phase; a count that begins again is another one.
    if (phase?.event.phase !== event.phase || event.done < phase.event.done) {
      finish();
      phase = { startedAt: now, drawnAt: Number.NEGATIVE_INFINITY, event, isOneSubject: true };
    }
    if (event.subject !== phase.event.subject) phase.isOneSubject = false;
    phase.event = event;
    const silence = settings.isTerminal ? SILENT_MILLISECONDS : FIRST_LINE_MILLISECONDS;
    const pause = settings.isTerminal ? REDRAW_MILLISECONDS : LINE_MILLISECONDS;
    if (now - phase.startedAt >= silence && now - phase.drawnAt >= pause) draw(phase, now);
  };
  return { onProgress, clear, finish };
}

/** Such as `reading lines (pgvector): 1,200 of 1,967 commits, 400/s, 2 s left`. */
export function progressLine(event: ProgressEvent, duration: number): string {
  const rate = duration > 0 ? (event.done * 1000) / duration : 0;
  const parts = event.total === 0 ? [] : [counted(event)];
  if (rate >= 1) parts.push(`${count(Math.round(rate))}/s`);
  if (event.total !== undefined && rate > 0 && event.done < event.total) {
    parts.push(`${formatDuration(((event.total - event.done) * 1000) / rate)} left`);
  }
  return parts.length === 0 ? `${title(event)} …` : `${title(event)}: ${parts.join(', ')}`;
}

function summary({ event, isOneSubject }: Phase, duration: number): string {
  const done = event.done > 0 ? `: ${count(event.done)} ${event.unit}` : '';
  const about = isOneSubject ? event : { ...event, subject: '' };
  return `${title(about)}${done} in ${formatDuration(duration)}`;
}

function title(event: ProgressEvent): string {
  return event.subject === '' ? event.phase : `${event.phase} (${visibleText(event.subject)})`;
}

function counted(event: ProgressEvent): string {
  if (event.total === undefined) return `${count(event.done)} ${event.unit}`;
  return `${count(event.done)} of ${count(event.total)} ${event.unit}`;
}

function count(value: number): string {
  return value.toLocaleString('en-GB');
}

/** Such as `850 ms`, `12 s`, `3 min 20 s` or `1 h 5 min`. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  return `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`;
}

function shorten(line: string, columns: number): string {
  const characters = Array.from(line);
  return characters.length < columns ? line : `${characters.slice(0, Math.max(1, columns - 2)).join('')}…`;
}
