import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The package's own folder: `src/core` and `dist/core` lie equally deep below it. */
export const PACKAGE_ROOT: string = fileURLToPath(new URL('../..', import.meta.url));

export const QUERIES_DIRECTORY: string = join(PACKAGE_ROOT, 'queries');

export const REPORTS_DIRECTORY: string = join(PACKAGE_ROOT, 'reports');
