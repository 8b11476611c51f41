import { benchGit } from './git.ts';

const BENCHES: Readonly<Record<string, (args: readonly string[]) => Promise<string>>> = { git: benchGit };

const [name = '', ...args] = process.argv.slice(2);
const bench = BENCHES[name];
if (bench === undefined) {
  console.error(
    `Usage: npm run bench -- ${Object.keys(BENCHES).join('|')} …\nExample: npm run bench -- git ./clones/postgres.git`,
  );
  process.exit(2);
}
console.log(await bench(args));
