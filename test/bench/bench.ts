import { benchGit } from './git.ts';
import { benchGithub } from './github.ts';

const BENCHES: Readonly<Record<string, (args: readonly string[]) => Promise<string>>> = {
  git: benchGit,
  github: benchGithub,
};

const [name = '', ...args] = process.argv.slice(2);
const bench = BENCHES[name];
if (bench === undefined) {
  console.error(
    `Usage: npm run bench -- ${Object.keys(BENCHES).join('|')} …\nExamples: npm run bench -- git ./clones/postgres.git; npm run bench -- github 5`,
  );
  process.exit(2);
}
console.log(await bench(args));
