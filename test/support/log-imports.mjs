// Loaded with `node --import`: writes the address of each module that the program loads to the file in IMPORT_LOG.
import { appendFileSync } from 'node:fs';
import { createRequire, register } from 'node:module';

const hooks = `
  import { appendFileSync } from 'node:fs';
  let file;
  export function initialize(data) { file = data; }
  export async function load(url, context, next) {
    appendFileSync(file, url + '\\n');
    return next(url, context);
  }
`;

register(`data:text/javascript,${encodeURIComponent(hooks)}`, { data: process.env.IMPORT_LOG });

// Modules that are required pass by the hooks.
const { cache } = createRequire(import.meta.url);
process.on('exit', () => appendFileSync(process.env.IMPORT_LOG, `${Object.keys(cache).join('\n')}\n`));
