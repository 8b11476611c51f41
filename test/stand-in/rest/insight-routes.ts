import { maintains } from '../server/tokens.ts';
import type { DocumentKind, Repository } from '../world/records.ts';
import { fail, ok, paginate, type RestRequest } from './answer.ts';
import { fillLinks } from './openapi.ts';
import type { RepositoryHandler } from './repository-routes.ts';
import { viewUser } from './views.ts';

const HEALTH: readonly DocumentKind[] = [
  'readme',
  'license',
  'contributing',
  'codeOfConduct',
  'issueTemplate',
  'pullRequestTemplate',
];

/** Figures that GitHub computes about a repository. */
export const INSIGHT_ROUTES: Readonly<Record<string, RepositoryHandler>> = {
  'community/profile': (request, row) => {
    if (row.parentId !== null) return fail(404, 'Not Found');
    return ok(viewHealth(request, row));
  },
  'dependency-graph/sbom': (request, row) => {
    if (row.parentId !== null) return fail(404, 'Not Found');
    return ok(viewSbom(request, row));
  },
  contributors: async (request, row) => {
    if (row.defaultBranch === null) return { status: 204 };
    const counts = await countAuthors(request, row);
    const withAnonymous = ['1', 'true'].includes(request.query.get('anon') ?? '');
    const shown = counts.filter((one) => withAnonymous || one.account !== undefined);
    const view = (one: AuthorCount): unknown =>
      one.account
        ? { ...viewUser(request, one.account), contributions: one.count }
        : { type: 'Anonymous', name: one.name, email: one.email, contributions: one.count };
    return paginate(request, shown, view, row);
  },
  'stats/contributors': async (request, row) => {
    // Computed in the background: the first question is answered by "later".
    const key = `stats ${row.id}`;
    if (!request.warm.has(key)) {
      request.warm.add(key);
      return { status: 202, body: {} };
    }
    const counts = await countAuthors(request, row);
    const known = counts.filter((one) => one.account !== undefined);
    return ok(known.map((one) => ({ author: viewUser(request, one.account), total: one.count, weeks: [] })));
  },
  'traffic/views': (request, row) => viewTraffic(request, row, 'views'),
  'traffic/clones': (request, row) => viewTraffic(request, row, 'clones'),
};

function viewTraffic(request: RestRequest, row: Repository, kind: 'views' | 'clones') {
  if (!maintains(request.token, request.world.account(row.ownerId)?.login ?? '')) {
    return fail(403, 'Must have push access to repository');
  }
  const days = Array.from({ length: 14 }, (_, index) => ({
    timestamp: new Date(Date.parse(request.now) - (14 - index) * 86_400_000)
      .toISOString()
      .replace(/\.\d+/, ''),
    count: 40 + index,
    uniques: 20 + index,
  }));
  const sum = (key: 'count' | 'uniques'): number => days.reduce((total, day) => total + day[key], 0);
  return ok({ count: sum('count'), uniques: sum('uniques'), [kind]: days });
}

function viewHealth(request: RestRequest, row: Repository): unknown {
  const defaults = request.world.repositoriesOf(row.ownerId).find((one) => one.name === '.github');
  const pathOf = (kind: DocumentKind): string | undefined => row.documents[kind] ?? defaults?.documents[kind];
  const url = `${request.base}/repos/${request.world.fullName(row)}`;
  const file = (kind: DocumentKind): unknown => {
    const path = pathOf(kind);
    return path === undefined
      ? null
      : { url: `${url}/contents/${path}`, html_url: `https://github.com/${path}` };
  };
  const present =
    HEALTH.filter((kind) => pathOf(kind) !== undefined).length + (row.description === null ? 0 : 1);
  const conduct = pathOf('codeOfConduct');
  return {
    health_percentage: Math.round((100 * present) / (HEALTH.length + 1)),
    description: row.description,
    documentation: row.homepageUrl,
    files: {
      code_of_conduct:
        conduct === undefined
          ? null
          : {
              key: 'contributor_covenant',
              name: 'Contributor Covenant',
              url,
              html_url: `https://github.com/${conduct}`,
            },
      code_of_conduct_file: file('codeOfConduct'),
      contributing: file('contributing'),
      issue_template: file('issueTemplate'),
      pull_request_template: file('pullRequestTemplate'),
      license: row.license
        ? {
            key: row.license.key,
            name: row.license.name,
            spdx_id: row.license.spdxId,
            node_id: 'L_1',
            url,
            html_url: `https://github.com/${pathOf('license')}`,
          }
        : null,
      readme: file('readme'),
    },
    updated_at: row.updatedAt,
    content_reports_enabled: true,
  };
}

function viewSbom(request: RestRequest, row: Repository): unknown {
  const name = `com.github.${request.world.fullName(row)}`;
  const own = {
    SPDXID: 'SPDXRef-Repository',
    name,
    versionInfo: 'main',
    downloadLocation: 'git+https://github.com',
  };
  const packages = row.dependencies.map((one, index) => ({
    SPDXID: `SPDXRef-${one.packageManager}-${index}`,
    name: one.packageName,
    versionInfo: one.version,
    downloadLocation: 'NOASSERTION',
    filesAnalyzed: false,
    licenseConcluded: 'Apache-2.0',
    externalRefs: [
      {
        referenceCategory: 'PACKAGE-MANAGER',
        referenceType: 'purl',
        referenceLocator: `pkg:${one.packageManager}/${one.packageName}`,
      },
    ],
  }));
  return fillLinks(request.api, 'dependency-graph-spdx-sbom', request.base, {
    sbom: {
      SPDXID: 'SPDXRef-DOCUMENT',
      spdxVersion: 'SPDX-2.3',
      comment: '',
      creationInfo: { created: request.now, creators: ['Tool: GitHub.com-Dependency-Graph'] },
      name,
      dataLicense: 'CC0-1.0',
      documentNamespace: `https://spdx.org/spdxdocs/protobom/${row.databaseId}`,
      packages: [own, ...packages],
      relationships: packages.map((one) => ({
        relationshipType: 'DEPENDS_ON',
        spdxElementId: own.SPDXID,
        relatedSpdxElement: one.SPDXID,
      })),
    },
  });
}

interface AuthorCount {
  readonly account: Parameters<typeof viewUser>[1];
  readonly name: string;
  readonly email: string;
  count: number;
}

/** Commits of the default branch by account, by address where there is none; most first. */
async function countAuthors(request: RestRequest, row: Repository): Promise<AuthorCount[]> {
  const fullName = request.world.fullName(row);
  const counts = new Map<string, AuthorCount>();
  for (const oid of await request.git.history(fullName, 'HEAD')) {
    const commit = await request.git.object(fullName, row.id, oid);
    if (commit?.__typename !== 'Commit') continue;
    const account = request.world.accountByEmail(commit.author.email);
    const key = account?.id ?? commit.author.email;
    const known = counts.get(key);
    if (known) known.count += 1;
    else counts.set(key, { account, name: commit.author.name, email: commit.author.email, count: 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}
