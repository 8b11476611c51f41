import { createHash } from 'node:crypto';
import type { Context } from '../../core/context.ts';
import { parseDate } from './date.ts';
import type { Mirror } from './mirror.ts';
import { runGit } from './process.ts';
import { decodeText } from './text.ts';

export type RefKind = 'tag' | 'release_branch' | 'default_branch';

/** A tag, a release branch or the default branch, with the object that it stands for in the end. */
export interface Ref {
  readonly name: string;
  readonly kind: RefKind;
  readonly sha: string;
  readonly targetType: string;
  readonly isAnnotated: boolean;
  readonly taggedAt: Date | null;
  readonly taggerName: string | null;
  readonly taggerEmail: string | null;
  readonly subject: string;
}

const FIELDS = [
  'refname',
  'objectname',
  'objecttype',
  '*objectname',
  '*objecttype',
  'taggername',
  'taggeremail:trim',
  'creatordate:raw',
  'contents:subject',
] as const;

/** Branches from which releases are made, by their names. */
const RELEASE_BRANCH = /^(REL.*|.*_STABLE|release\/.*|release-.*|v?\d+(\.\d+)*\.x)$/;

/**
 * Reads the refs that matter: all tags, the branches named like a release, and the default branch; sorted by kind and
 * name. The remote's form of a branch wins over the local one, which may be old.
 */
export async function readRefs(mirror: Mirror, context: Context): Promise<readonly Ref[]> {
  const format = FIELDS.map((field) => `%(${field})%00`).join('');
  const args = ['for-each-ref', `--format=${format}`, 'refs/tags', 'refs/heads', 'refs/remotes/origin'];
  const fields = (await runGit(mirror.place, args, context)).toString('latin1').split('\0');
  const refs = new Map<string, Ref>();
  for (let start = 0; start + FIELDS.length < fields.length + 1; start += FIELDS.length) {
    const record = fields
      .slice(start, start + FIELDS.length)
      .map((text) => decodeText(Buffer.from(text, 'latin1')));
    const ref = record.length === FIELDS.length ? toRef(record, mirror.branch) : null;
    if (ref !== null) refs.set(`${ref.kind} ${ref.name}`, ref);
  }
  const head = headRef(mirror);
  if (head !== null) refs.set(`${head.kind} ${head.name}`, head);
  const sorted = [...refs.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, ref]) => ref);
  return await peelNested(sorted, mirror, context);
}

/** A hash of everything that decides what there is to read. */
export function refFingerprint(mirror: Mirror, refs: readonly Ref[]): string {
  const lines = refs.map((ref) => `${ref.kind} ${ref.name} ${ref.sha} ${ref.taggedAt?.getTime() ?? ''}`);
  const state = [mirror.branch ?? '', mirror.headSha ?? '', String(mirror.isShallow), ...lines];
  return createHash('sha256').update(state.join('\n')).digest('hex');
}

function headRef(mirror: Mirror): Ref | null {
  if (mirror.headSha === null) return null;
  return {
    name: mirror.branch ?? 'HEAD',
    kind: 'default_branch',
    sha: mirror.headSha,
    targetType: 'commit',
    isAnnotated: false,
    taggedAt: null,
    taggerName: null,
    taggerEmail: null,
    subject: '',
  };
}

function toRef(record: readonly string[], defaultBranch: string | null): Ref | null {
  const [refname = '', objectSha = '', objectType = '', peeledSha = '', peeledType = '', ...rest] = record;
  const [taggerName = '', taggerEmail = '', created = '', subject = ''] = rest;
  const place = placeOf(refname.replace(/^\n/, ''), defaultBranch);
  if (place === null) return null;
  const isAnnotated = objectType === 'tag';
  return {
    ...place,
    sha: isAnnotated ? peeledSha : objectSha,
    targetType: isAnnotated ? peeledType : objectType,
    isAnnotated,
    taggedAt: parseDate(created).at,
    taggerName: taggerName || null,
    taggerEmail: taggerEmail || null,
    subject,
  };
}

function placeOf(refname: string, defaultBranch: string | null): { name: string; kind: RefKind } | null {
  if (refname.startsWith('refs/tags/')) return { name: refname.slice('refs/tags/'.length), kind: 'tag' };
  const name = refname.replace(/^refs\/(heads|remotes\/origin)\//, '');
  if (name === defaultBranch || !RELEASE_BRANCH.test(name)) return null;
  return { name, kind: 'release_branch' };
}

/** Older git peels one level only; a tag of a tag is rare enough to ask for by name. */
async function peelNested(refs: readonly Ref[], mirror: Mirror, context: Context): Promise<readonly Ref[]> {
  const peeled: Ref[] = [];
  for (const ref of refs) {
    if (ref.targetType !== 'tag') {
      peeled.push(ref);
      continue;
    }
    const sha = (
      await runGit(mirror.place, ['rev-parse', '--verify', '--end-of-options', `${ref.sha}^{}`], context)
    ).toString();
    const targetType = (await runGit(mirror.place, ['cat-file', '-t', sha.trim()], context)).toString();
    peeled.push({ ...ref, sha: sha.trim(), targetType: targetType.trim() });
  }
  return peeled;
}
