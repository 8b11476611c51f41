import { readFileSync } from 'node:fs';
import { CAST } from './cast.ts';
import type { RepositoryPlan } from './plans.ts';

/** A file that people wrote rather than drew, and when it came: as a share of the repository's commits. */
export interface Document {
  readonly path: string;
  readonly text: string;
  readonly after: number;
}

/** The documents of a repository by age. The licence text is this project's own. */
export function createDocuments(plan: RepositoryPlan): readonly Document[] {
  if (plan.key === 'fork') return [{ path: 'corvane/README.md', text: '# Corvane builds\n', after: 0 }];
  const title = `# ${plan.name}\n\n${plan.description}.\n`;
  const merging = CAST.filter((one) =>
    one.work.some((work) => work.repository === plan.key && work.canMerge),
  );
  const logins = merging.map((one) => `@${one.login}`);
  const all: Document[] = [
    {
      path: 'README.md',
      text: `${title}\nSee CONTRIBUTING.md. The Orrery Foundation hosts this project.\n`,
      after: 0,
    },
    { path: 'LICENSE', text: readFileSync(new URL('../../../LICENSE', import.meta.url), 'utf8'), after: 0 },
    { path: '.github/workflows/ci.yml', text: 'on: [push, pull_request]\njobs: {}\n', after: 0.02 },
    manifestOf(plan),
    {
      path: 'CONTRIBUTING.md',
      text: '# Contributing\n\nOpen a pull request; two committers look at it.\n',
      after: 0.1,
    },
    { path: '.github/CODEOWNERS', text: `* ${logins.slice(0, 2).join(' ')}\n`, after: 0.4 },
    {
      path: 'MAINTAINERS.md',
      text: `# Maintainers\n\n${logins.map((one) => `- ${one}`).join('\n')}\n`,
      after: 0.45,
    },
    { path: 'SECURITY.md', text: '# Security\n\nWrite to security@orrery.apsis.\n', after: 0.5 },
  ];
  if (plan.key !== 'orrery') return all;
  return [
    ...all,
    { path: 'GOVERNANCE.md', text: '# Governance\n\nCommitters decide by lazy consensus.\n', after: 0.42 },
    {
      path: 'ADOPTERS.md',
      text: '# Adopters\n\n- Polder Analytics\n- Harrow & Lea\n- Brenholt University\n',
      after: 0.6,
    },
    {
      path: '.github/FUNDING.yml',
      text: 'github: [orrery-db]\ncustom: https://orrery.apsis/give\n',
      after: 0.55,
    },
    {
      path: '.mailmap',
      text: 'Tomáš Hruška <tomas.hruska@corvane.apsis> <tomas.hruska@brenholt.apsis>\n',
      after: 0.7,
    },
  ];
}

function manifestOf(plan: RepositoryPlan): Document {
  if (plan.language === 'Python') {
    const text = `[project]\nname = "${plan.name}"\ndependencies = ["epochfmt>=1.2"]\n`;
    return { path: 'pyproject.toml', text, after: 0.01 };
  }
  if (plan.language === 'Rust') {
    const text = `[package]\nname = "${plan.name}"\n\n[dependencies]\nlodestar = "1.4"\n`;
    return { path: 'Cargo.toml', text, after: 0.01 };
  }
  return { path: 'Makefile', text: 'all:\n\tcc -o out src/*/*.c\n', after: 0.01 };
}
