import { accounts } from './accounts.ts';
import { dependencies } from './dependencies.ts';
import { discussions } from './discussions.ts';
import { forks } from './forks.ts';
import { issues } from './issues.ts';
import { organization } from './organization.ts';
import { pulls } from './pulls.ts';
import { releases } from './releases.ts';
import { repository } from './repository.ts';
import { sponsors } from './sponsors.ts';
import { stars } from './stars.ts';
import type { Stream } from './stream.ts';

/** Every stream there is, in the order of `STREAM_NAMES`: one file and one line here for each. */
export const STREAMS: readonly Stream[] = [
  repository,
  issues,
  pulls,
  releases,
  forks,
  stars,
  discussions,
  organization,
  dependencies,
  accounts,
  sponsors,
];
