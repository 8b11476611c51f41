import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { appKey } from '../stand-in/server/app.ts';

/** A line of the app's key. */
const [, KEY_LINE = ''] = appKey().split('\n');

/** Arguments and environment of each git that runs for a folder. */
export function gitProcesses(home: string): readonly string[] {
  return readdirSync('/proc').flatMap((id) => {
    try {
      const words = readFileSync(`/proc/${id}/cmdline`, 'utf8');
      const environment = readFileSync(`/proc/${id}/environ`, 'utf8');
      const isOurs = /^(\S*\/)?git/.test(words) && environment.includes(`HOME=${home}\0`);
      return isOurs ? [`${words}\0${environment}`] : [];
    } catch {
      // No process, one of somebody else, or one that has ended.
      return [];
    }
  });
}

/** Whether a text holds a token of the stand-in's, or the key of its app. */
export function holdsSecret(text: string | Buffer): boolean {
  return text.includes('stand-in-token') || text.includes(KEY_LINE);
}

/** All files below a folder. */
export function filesIn(place: string): readonly string[] {
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .map((name) => join(place, name))
    .filter((path) => statSync(path).isFile());
}

export function filesWithSecrets(place: string): readonly string[] {
  return filesIn(place).filter((path) => holdsSecret(readFileSync(path)));
}
