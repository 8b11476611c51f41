/** Everything that `collect` reads, in the order in which it does: what others need comes first. */
export const STREAM_NAMES = [
  'git',
  'repository',
  'issues',
  'pulls',
  'releases',
  'forks',
  'stars',
  'discussions',
  'organization',
  'dependencies',
  'accounts',
  'sponsors',
] as const;

export type StreamName = (typeof STREAM_NAMES)[number];

/** Streams that only GitHub has. */
export type GithubStreamName = Exclude<StreamName, 'git'>;

export function isGithubStream(name: StreamName): name is GithubStreamName {
  return name !== 'git';
}
