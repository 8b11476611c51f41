/**
 * What `npm start` runs, on nothing but Node, npm and git: installs, builds, and shows the main job on an invented ecosystem.
 *
 * With arguments, they go to understory as they are: `npm start -- report PATH`.
 */
import { join } from 'node:path';
import { build, installWhenNeeded, ROOT, run } from '../tools/install.mjs';

await installWhenNeeded();
await build();
const args = process.argv.slice(2);
const program =
  args.length > 0 ? [join(ROOT, 'dist', 'cli.js'), ...args] : [join(ROOT, 'test/demo/demo.mjs')];
const { code } = await run(process.execPath, program);
process.exitCode = code;
