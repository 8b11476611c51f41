import { type BuildSettings, NO_SETTINGS } from '../transform/settings.ts';
import type { DatabaseInput } from './database.ts';

/** Reads what the user's files say that facts depend on. */
export async function loadSettings(_input: DatabaseInput): Promise<BuildSettings> {
  return NO_SETTINGS;
}
