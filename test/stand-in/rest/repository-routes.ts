import { maintains } from '../server/tokens.ts';
import type { Repository } from '../world/records.ts';
import {
  arrange,
  fail,
  gather,
  ok,
  paginate,
  type RestAnswer,
  type RestHandler,
  type RestRequest,
} from './answer.ts';
import { viewComment, viewCommit, viewEvent, viewIssue, viewRelease } from './item-views.ts';
import { viewPull, viewReview, viewReviewComment } from './pull-views.ts';
import { viewAccountById, viewRepository } from './views.ts';

/** A handler of a repository's route. */
export type RepositoryHandler = (request: RestRequest, row: Repository) => RestAnswer | Promise<RestAnswer>;

/** Whether the token may see and do what outsiders may not. */
function mayAdminister(request: RestRequest, row: Repository): boolean {
  return maintains(request.token, request.world.account(row.ownerId)?.login ?? '');
}

/** Finds the repository first: redirects old names, hides private ones, and says why a blocked one can't be read. */
export function forRepository(handle: RepositoryHandler): RestHandler {
  return (request) => {
    const { owner = '', repo = '' } = request.match.path;
    const found = request.world.repositoryByName(`${owner}/${repo}`);
    if (!found || (found.row.isPrivate && !mayAdminister(request, found.row))) return fail(404, 'Not Found');
    if (found.isRenamed) return redirect(request, found.row);
    if (found.row.blockedFor) return blocked(found.row.blockedFor);
    const owners = request.world.account(found.row.ownerId)?.login ?? '';
    if (request.token?.lacksSso?.includes(owners)) {
      const text =
        'Resource protected by organization SAML enforcement. You must grant your personal token access to this organization.';
      const url = `https://github.com/orgs/${owners}/sso?authorization_request=A1`;
      return { ...fail(403, text), headers: { 'x-github-sso': `required; url=${url}` } };
    }
    return handle(request, found.row);
  };
}

function redirect(request: RestRequest, row: Repository): RestAnswer {
  const template = request.match.route.name.slice(request.match.route.name.indexOf(' ') + 1);
  const rest = template
    .replace('/repos/{owner}/{repo}', '')
    .replaceAll(/\{(\w+)\}/g, (_, name: string) => request.match.path[name] ?? '');
  const query = request.query.size > 0 ? `?${request.query}` : '';
  const url = `${request.base}/repositories/${row.databaseId}${rest}${query}`;
  const body = {
    message: 'Moved Permanently',
    url,
    documentation_url: 'https://docs.github.com/v3/#http-redirects',
  };
  return { status: 301, body, headers: { location: url } };
}

function blocked(reason: 'dmca' | 'tos'): RestAnswer {
  const block = { reason, created_at: '2026-01-01T00:00:00Z', html_url: 'https://github.com/github/dmca/1' };
  return { status: reason === 'dmca' ? 451 : 403, body: { message: 'Repository access blocked', block } };
}

/** Lists that are closed to outsiders, and to fine-grained tokens and apps altogether. */
function closed(request: RestRequest, row: Repository, open: () => RestAnswer): RestAnswer {
  if (mayAdminister(request, row) && request.token?.kind === 'classic') return open();
  if (request.closedLists === 'not-found') return fail(404, 'Not Found');
  const isRefused = request.token?.kind === 'fine-grained' || request.token?.kind === 'app';
  if (isRefused || request.closedLists === 'forbidden') {
    return fail(403, 'Resource not accessible by personal access token');
  }
  return ok([]);
}

const itemsOf = (request: RestRequest, row: Repository) => {
  const held = request.world.holdings(row.id);
  return [...held.issues, ...held.pullRequests];
};

const pullOf = (request: RestRequest, row: Repository) => {
  const number = Number(request.match.path['pull_number']);
  return request.world.holdings(row.id).pullRequests.find((one) => one.number === number);
};

export const ITEM_ROUTES: Readonly<Record<string, RepositoryHandler>> = {
  issues: (request, row) => {
    if (!row.hasIssuesEnabled) return fail(410, 'Issues are disabled for this repo');
    const state = request.query.get('state') ?? 'open';
    const isAsked = (one: { readonly closedAt: string | null }): boolean =>
      state === 'all' || (one.closedAt === null) === (state === 'open');
    const rows = gather(request, row, () => arrange(request, itemsOf(request, row).filter(isAsked), 'desc'));
    return paginate(request, rows, (item) => viewIssue(request, row, item), row);
  },
  'issues/{issue_number}': (request, row) => {
    const number = Number(request.match.path['issue_number']);
    const item = itemsOf(request, row).find((one) => one.number === number);
    return item ? ok(viewIssue(request, row, item)) : fail(404, 'Not Found');
  },
  'issues/{issue_number}/comments': (request, row) => {
    const number = Number(request.match.path['issue_number']);
    const item = itemsOf(request, row).find((one) => one.number === number);
    if (!item) return fail(404, 'Not Found');
    return paginate(
      request,
      arrange(request, item.comments, 'asc'),
      (one) => viewComment(request, row, item, one),
      row,
    );
  },
  'issues/comments': (request, row) => {
    const rows = gather(request, row, () => {
      const all = itemsOf(request, row).flatMap((item) =>
        item.comments.map((comment) => ({ ...comment, item })),
      );
      return arrange(request, all, 'asc');
    });
    return paginate(request, rows, (one) => viewComment(request, row, one.item, one), row);
  },
  'issues/events': (request, row) => {
    const rows = gather(request, row, () => {
      const all = itemsOf(request, row).flatMap((item) => item.timeline.map((event) => ({ event, item })));
      return all.sort((a, b) => (a.event.createdAt < b.event.createdAt ? 1 : -1));
    });
    return paginate(request, rows, (one) => viewEvent(request, row, one.item, one.event), row);
  },
  pulls: (request, row) => {
    const state = request.query.get('state') ?? 'open';
    const all = request.world.holdings(row.id).pullRequests;
    const kept = all.filter((one) => state === 'all' || (one.closedAt === null) === (state === 'open'));
    return paginate(
      request,
      arrange(request, kept, 'desc'),
      (pull) => viewPull(request, row, pull, false),
      row,
    );
  },
  'pulls/{pull_number}': (request, row) => {
    const pull = pullOf(request, row);
    return pull ? ok(viewPull(request, row, pull, true)) : fail(404, 'Not Found');
  },
  'pulls/{pull_number}/reviews': (request, row) => {
    const pull = pullOf(request, row);
    if (!pull) return fail(404, 'Not Found');
    return paginate(request, pull.reviews, (review) => viewReview(request, row, pull, review), row);
  },
  'pulls/{pull_number}/comments': (request, row) => {
    const pull = pullOf(request, row);
    if (!pull) return fail(404, 'Not Found');
    const all = pull.reviews.flatMap((review) => review.comments.map((comment) => ({ ...comment, review })));
    const view = (one: (typeof all)[number]): unknown =>
      viewReviewComment(request, row, pull, one.review, one);
    return paginate(request, arrange(request, all, 'asc'), view, row);
  },
  'pulls/{pull_number}/commits': (request, row) => {
    const pull = pullOf(request, row);
    if (!pull) return fail(404, 'Not Found');
    const view = (commit: (typeof pull.commits)[number]): unknown =>
      viewCommit(request, row, {
        __typename: 'Commit',
        oid: commit.oid,
        repositoryId: row.id,
        author: commit.author,
        authoredDate: commit.authoredAt,
        committer: commit.committer,
        committedDate: commit.committedAt,
        message: commit.message,
        parentOids: [],
      });
    return paginate(request, pull.commits, view, row);
  },
  'pulls/comments': (request, row) => {
    const rows = gather(request, row, () => {
      const { pullRequests } = request.world.holdings(row.id);
      const all = pullRequests.flatMap((pull) =>
        pull.reviews.flatMap((review) => review.comments.map((comment) => ({ ...comment, review, pull }))),
      );
      return arrange(request, all, 'asc');
    });
    return paginate(request, rows, (one) => viewReviewComment(request, row, one.pull, one.review, one), row);
  },
};

export const LIST_ROUTES: Readonly<Record<string, RepositoryHandler>> = {
  '': (request, row) => ok(viewRepository(request, row, true)),
  commits: async (request, row) => {
    if (row.defaultBranch === null) return fail(409, 'Git Repository is empty.');
    const name = request.world.fullName(row);
    const oids = await request.git.history(name, request.query.get('sha') ?? 'HEAD');
    const page = paginate(request, oids, (oid) => oid, row);
    const body: unknown[] = [];
    for (const oid of Array.isArray(page.body) ? page.body : []) {
      const commit = await request.git.object(name, row.id, String(oid));
      if (commit?.__typename === 'Commit') body.push(viewCommit(request, row, commit));
    }
    return page.status === 200 ? { ...page, body } : page;
  },
  languages: (_request, row) => ok(Object.fromEntries(row.languages.map((one) => [one.name, one.size]))),
  topics: (_request, row) => ok({ names: row.topics }),
  releases: (request, row) => {
    const all = request.world
      .holdings(row.id)
      .releases.filter((one) => !one.isDraft || mayAdminister(request, row));
    return paginate(request, all.toReversed(), (release) => viewRelease(request, row, release), row);
  },
  forks: (request, row) => {
    const all = request.world.forksOf(row.id).toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
    const sorted = request.query.get('sort') === 'oldest' ? all.toReversed() : all;
    return paginate(request, sorted, (fork) => viewRepository(request, fork, false), row);
  },
  stargazers: (request, row) =>
    closed(request, row, () => {
      const withDates = request.accept.includes('star+json');
      const view = (star: Repository['stargazers'][number]): unknown => {
        const user = viewAccountById(request, star.accountId);
        return withDates ? { starred_at: star.starredAt, user } : user;
      };
      return paginate(request, row.stargazers, view, row);
    }),
  subscribers: (request, row) =>
    closed(request, row, () => paginate(request, row.watcherIds, (id) => viewAccountById(request, id), row)),
};
