/** One thing that was looked at; `failed` keeps understory from working, `warning` only narrows it. */
export interface Check {
  readonly name: string;
  readonly status: 'ok' | 'warning' | 'failed';
  readonly detail: string;
  /** How to mend it; null where nothing is broken. */
  readonly hint: string | null;
}

export type Finding = Omit<Check, 'name'>;

export const ok = (detail: string): Finding => ({ status: 'ok', detail, hint: null });
export const warning = (detail: string, hint: string): Finding => ({ status: 'warning', detail, hint });
export const failed = (detail: string, hint: string): Finding => ({ status: 'failed', detail, hint });
