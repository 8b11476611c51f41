import { factTest } from '../../support/fact-test.ts';

/** Paths at the head with the class and language that each must get, in the order of paths. */
const CLASSES: readonly (readonly [string, string, string | null])[] = [
  ['.github/workflows/ci.yml', 'config', 'YAML'],
  ['.gitignore', 'config', 'Ignore List'],
  ['COPYRIGHT', 'docs', null],
  ['Dockerfile', 'code', 'Dockerfile'],
  ['GNUmakefile.in', 'code', null],
  ['Makefile', 'code', 'Makefile'],
  ['README.md', 'docs', 'Markdown'],
  ['api/service.pb.go', 'generated', 'Go'],
  ['configure', 'generated', null],
  ['contrib/x/expected/x.out', 'generated', null],
  ['contrib/x/sql/x.sql', 'test', 'SQL'],
  ['contrib/x/x--1.0.sql', 'code', 'SQL'],
  ['contrib/x/x.control', 'config', null],
  ['data/cities.csv', 'data', 'CSV'],
  ['doc/src/sgml/ref.sgml', 'docs', null],
  ['include/port.h', 'code', 'C'],
  ['logo.png', 'data', null],
  ['node_modules/a/index.js', 'vendored', 'JavaScript'],
  ['notes', 'other', null],
  ['package-lock.json', 'generated', 'JSON'],
  ['po/de.po', 'translation', 'Gettext Catalog'],
  ['rpm/tool.spec', 'config', 'RPM Spec'],
  ['sql/vector.sql', 'code', 'SQL'],
  ['src/a.test.ts', 'test', 'TypeScript'],
  ['src/backend/gram.y', 'code', 'Yacc'],
  ['src/latest.c', 'code', 'C'],
  ['src/test/isolation/specs/deadlock.spec', 'test', null],
  ['src/test/regress/run.c', 'test', 'C'],
  ['t/001_basic.pl', 'test', 'Perl'],
];

factTest({
  name: 'gives each path the first class that fits',
  given: { raw_git_head_file: CLASSES.map(([path]) => ({ path })) },
  expect: {
    fct_path: CLASSES.map(([path, file_class, language]) => ({ path, file_class, language })),
    fct_head_file: CLASSES.map(([path, file_class, language]) => ({ path, file_class, language })),
  },
});

factTest({
  name: 'lets .gitattributes decide first, both ways, and keeps paths of the past',
  given: {
    raw_git_commit: [{ sha: 'a' }],
    raw_git_line_count: [
      { sha: 'a', path: 'new.c', previous_path: 'old.c' },
      { sha: 'a', path: 'blob', is_binary: true },
    ],
    raw_git_head_file: [
      { path: 'vendor/ours.c' },
      { path: 'parser.c' },
      { path: 'page.c' },
      { path: 'odd.xyz' },
    ],
    raw_git_attribute: [
      { path: 'vendor/ours.c', is_vendored: false, is_generated: null, is_documentation: null },
      { path: 'parser.c', is_generated: true, is_vendored: null, is_documentation: null },
      { path: 'page.c', is_documentation: true, is_vendored: null, is_generated: null },
      { path: 'odd.xyz', language: 'C', is_vendored: null, is_generated: null, is_documentation: null },
    ],
  },
  expect: {
    fct_path: [
      { path: 'blob', file_class: 'data', rule: 'binary' },
      { path: 'new.c', file_class: 'code', rule: 'language' },
      { path: 'odd.xyz', file_class: 'code', language: 'C' },
      { path: 'old.c', file_class: 'code', rule: 'language' },
      { path: 'page.c', file_class: 'docs', rule: 'linguist-documentation' },
      { path: 'parser.c', file_class: 'generated', rule: 'linguist-generated' },
      { path: 'vendor/ours.c', file_class: 'code', rule: 'language' },
    ],
  },
});

factTest({
  name: 'takes symbolic links and submodules for other, whatever their names',
  given: {
    raw_git_head_file: [
      { path: 'lib', mode: '160000', byte_count: null, line_count: null, is_binary: null },
      { path: 'link.c', mode: '120000', byte_count: 5n, line_count: 1 },
    ],
  },
  expect: {
    fct_head_file: [
      { path: 'lib', mode: '160000', file_class: 'other', language: null, byte_count: null },
      { path: 'link.c', mode: '120000', file_class: 'other', language: null, byte_count: 5n },
    ],
  },
});
