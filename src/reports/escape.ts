import { createHash } from 'node:crypto';

export { escapeMarkdown, visibleText } from '../core/escape.ts';

/** Cuts a text after `limit` characters, with an ellipsis in the last place. */
export function cutText(text: string, limit: number): string {
  const characters = Array.from(text);
  return characters.length <= limit ? text : `${characters.slice(0, limit - 1).join('')}…`;
}

/** Escapes text for HTML and SVG, for content and for attributes in double quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

const PLAIN = /^(?!.*--)[A-Za-z0-9_](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9_-])?$/;
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const HASH_DIGITS = 8;
const NAME_LENGTH = 40;

/**
 * Makes a folder's name of a scope's name: `owner/repo` becomes `owner--repo`, a plain name stays, and of any other
 * the plain characters stay with a hash behind them, so that two scopes never share a folder.
 */
export function folderName(scope: string): string {
  const parts = scope.split('/');
  if (parts.length <= 2 && parts.every((part) => PLAIN.test(part) && !DEVICE.test(part)))
    return parts.join('--');
  const hash = createHash('sha256').update(scope).digest('hex').slice(0, HASH_DIGITS);
  const plain = scope
    .replace(/[^A-Za-z0-9_]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, NAME_LENGTH)
    .replace(/-+$/, '');
  return plain === '' ? `scope-${hash}` : `${plain}-${hash}`;
}
