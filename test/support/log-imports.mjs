// Loaded with `node --import`: writes the address of each module that the program loads to the file in IMPORT_LOG.
import { register } from 'node:module';

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
