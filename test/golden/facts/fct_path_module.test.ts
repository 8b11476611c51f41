import { factTest } from '../../support/fact-test.ts';

const many = Array.from({ length: 49 }, (_, index) => ({ path: `src/core/deep/f${index}.c` }));

factTest({
  name: 'puts each path into the deepest folder with 2 % of the code files, and past ones into what is left of theirs',
  // 51 code files: 49 in src/core/deep, 1 in src/other and 1 in lib: one file of 51 is 1.96 %, too little for a part of its own,
  // so src/other falls to src (50 files) and lib to the root. Docs and a file of the past lie in the folder that is left.
  given: {
    raw_git_commit: [{ sha: 'a' }],
    raw_git_line_count: [{ sha: 'a', path: 'src/core/gone/old.c', previous_path: null }],
    raw_git_head_file: [
      ...many.slice(0, 1),
      { path: 'lib/x.c' },
      { path: 'src/other/y.c' },
      { path: 'src/README.md' },
      ...many.slice(1),
    ],
  },
  expect: {
    fct_path_module: [
      { path: 'lib/x.c', module: '.' },
      { path: 'src/README.md', module: 'src' },
      ...many
        .map(({ path }) => ({ path, module: 'src/core/deep' }))
        .sort((a, b) => (a.path < b.path ? -1 : 1)),
      { path: 'src/core/gone/old.c', module: 'src/core' },
      { path: 'src/other/y.c', module: 'src' },
    ],
  },
});

factTest({
  name: 'takes exactly 2 % of the code files for a part of its own',
  // 50 code files: 48 in src/core/deep, 1 in src/other and 1 in lib, which are 2 % each.
  given: {
    raw_git_head_file: [...many.slice(0, 48), { path: 'lib/x.c' }, { path: 'src/other/y.c' }],
  },
  expect: {
    fct_path_module: [
      { path: 'lib/x.c', module: 'lib' },
      ...many
        .slice(0, 48)
        .map(({ path }) => ({ path, module: 'src/core/deep' }))
        .sort((a, b) => (a.path < b.path ? -1 : 1)),
      { path: 'src/other/y.c', module: 'src/other' },
    ],
  },
});
