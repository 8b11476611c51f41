import type { App, Installation } from '../collect/github/app.ts';
import type { AppSettings } from '../collect/github/settings.ts';
import type { Context } from '../core/context.ts';
import { UnderstoryError } from '../core/errors.ts';
import { formatDuration } from '../core/progress.ts';
import { type Check, type Finding, failed, ok, warning } from './check.ts';
import { githubSettings } from './github.ts';
import { readAppSettings } from './github-app.ts';

/** Permissions by which an installation reads private repositories; public ones need none. */
const WANTED = ['contents', 'discussions', 'issues', 'metadata', 'pull_requests'];
const SHOWN = 5;

/**
 * Asks GitHub what it thinks of the app of the environment: whether it is accepted, where it is installed and what it may
 * read there. Empty where no app is set. Its key stands in no finding.
 */
export async function checkApp(context: Context): Promise<readonly Check[]> {
  try {
    const app = await readAppSettings(context);
    if (app === null) return [];
    const { openApp } = await import('../collect/github/app.ts');
    const settings = { ...(await githubSettings(context, [])), retryMilliseconds: 0, maxWaitMilliseconds: 0 };
    const opened = await openApp(app, { settings, log: () => undefined, context });
    const finding = await installed(app, await opened.installations(), opened);
    return [{ name: 'GitHub App', ...finding }];
  } catch (error) {
    if (!(error instanceof UnderstoryError)) throw error;
    if (error.code === 'E_RATE_LIMIT') {
      const finding = warning(error.message, 'Ask again after that; collecting waits by itself');
      return [{ name: 'GitHub App', ...finding }];
    }
    return [{ name: 'GitHub App', ...failed(error.message, error.hint ?? 'Check GITHUB_APP_ID') }];
  }
}

async function installed(app: AppSettings, all: readonly Installation[], opened: App): Promise<Finding> {
  const used = all.filter(({ id }) => app.installationId === null || id === app.installationId);
  const [first] = used;
  if (first === undefined) {
    const where = app.installationId === null ? 'anywhere' : `under the number ${app.installationId}`;
    return failed(`app ${app.id}, accepted, not installed ${where}`, 'Install it at the owner to collect');
  }
  // That tokens are made for it is known only by making one.
  const reading = await opened.tokensOf(first.id).read(0);
  const more = used.length > SHOWN ? ` and ${used.length - SHOWN} more` : '';
  const detail = `app ${app.id}, accepted, installed at ${used.slice(0, SHOWN).map(shown).join('; ')}${more}`;
  if ('wait' in reading)
    return warning(
      detail,
      `No token is made for ${formatDuration(reading.wait)}; collecting waits by itself`,
    );
  const missing = WANTED.filter((name) => !used.every(({ permissions }) => permissions.includes(name)));
  if (missing.length === 0) return ok(detail);
  return warning(detail, `Private repositories need the permission to read ${missing.join(', ')} too`);
}

function shown({ owner, id, permissions }: Installation): string {
  return `${owner} (${id}), may read ${permissions.join(', ') || 'nothing'}`;
}
