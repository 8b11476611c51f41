import { issues } from './issues.ts';
import { pulls } from './pulls.ts';
import { repository } from './repository.ts';
import type { Stream } from './stream.ts';

/** Every stream there is, in the order of `STREAM_NAMES`: one file and one line here for each. */
export const STREAMS: readonly Stream[] = [repository, issues, pulls];
