import type { GitTarget } from '../git/target.ts';

/** A repository on the GitHub server that is collected from. */
export interface GithubTarget {
  readonly owner: string;
  readonly name: string;
}

/** Reads which repository of the server a target names; null for a folder, and for what lies elsewhere. */
export function githubTarget(target: GitTarget, serverUrl: string): GithubTarget | null {
  if (target.kind !== 'url') return null;
  const path = pathOnServer(target.origin.url, serverUrl.replace(/\/+$/, ''));
  const groups =
    path === null ? undefined : /^(?<owner>[\w.-]+)\/(?<name>[\w.-]+?)(?:\.git)?$/.exec(path)?.groups;
  if (groups?.['owner'] === undefined || groups['name'] === undefined) return null;
  return { owner: groups['owner'], name: groups['name'] };
}

function pathOnServer(url: string, server: string): string | null {
  if (url.startsWith(`${server}/`)) return url.slice(server.length + 1);
  if (!URL.canParse(server) || !URL.canParse(url)) return null;
  // By ssh it is the same server.
  const { host } = new URL(server);
  return host !== '' && new URL(url).host === host ? new URL(url).pathname.slice(1) : null;
}
