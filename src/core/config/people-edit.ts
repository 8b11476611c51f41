import type { Document, Node, Pair, YAMLMap, YAMLSeq } from 'yaml';
import type { KindDecision } from '../people-decisions.ts';
import { PEOPLE_KEYS } from './people.ts';

/** One decision to write down. Identities stand as in the file: an address, a name, or `Name <address>`. */
export type PeopleEdit =
  | { readonly edit: 'merge'; readonly identities: readonly string[] }
  | { readonly edit: 'split'; readonly identities: readonly string[] }
  | { readonly edit: 'alias'; readonly person: string; readonly aliases: readonly string[] }
  | { readonly edit: 'kind'; readonly identity: string; readonly kind: KindDecision['kind'] }
  | {
      readonly edit: 'affiliate';
      readonly person: string;
      readonly organization: string;
      readonly from?: string | undefined;
      readonly until?: string | undefined;
    }
  | {
      readonly edit: 'forget';
      readonly salt: string;
      readonly pseudonym: string;
      readonly hashes: readonly string[];
      /** Whether a text of the file names the person; decisions that do are taken out. */
      readonly isNamedBy: (text: string) => boolean;
    };

type Yaml = typeof import('yaml');
type Key = (typeof PEOPLE_KEYS)[number];

const HEAD = ` Decisions about people. understory reads them at every build; delete a line and run it again to undo that one.
 Documented in docs/identity.md.`;

/**
 * Writes decisions into the text of a people file: one line each, sorted, so that two versions compare well. What the
 * user wrote stays, with its comments; a decision that is there already changes nothing.
 *
 * The text must be one that `readPeople` accepts.
 */
export async function editPeople(text: string, edits: readonly PeopleEdit[]): Promise<string> {
  const yaml = await import('yaml');
  const document: Document = yaml.parseDocument(text);
  if (!yaml.isMap(document.contents)) document.contents = new yaml.YAMLMap();
  if (text.trim() === '') document.commentBefore = HEAD;
  for (const edit of edits) apply(yaml, document, edit);
  sortKeys(yaml, document);
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function apply(yaml: Yaml, document: Document, edit: PeopleEdit): void {
  if (edit.edit === 'merge') {
    removeGroup(yaml, document, 'splits', edit.identities);
    mergeGroup(yaml, document, edit.identities);
  } else if (edit.edit === 'split') {
    removeGroup(yaml, document, 'merges', edit.identities);
    addItem(document, listOf(yaml, document, 'splits'), sorted(edit.identities));
  } else if (edit.edit === 'alias') {
    const aliases = mapOf(yaml, document, ['aliases']);
    const known = textsOf(aliases.get(edit.person));
    setPair(yaml, document, aliases, edit.person, sorted([...known, ...edit.aliases]));
  } else if (edit.edit === 'kind') {
    setPair(yaml, document, mapOf(yaml, document, ['kinds']), edit.identity, edit.kind);
  } else if (edit.edit === 'affiliate') {
    const { person, organization, from, until } = edit;
    const span = { person, organization, ...(from ? { from } : {}), ...(until ? { until } : {}) };
    addItem(document, listOf(yaml, document, 'affiliations'), span);
  } else {
    const { salt, pseudonym, hashes, isNamedBy } = edit;
    removeNamed(yaml, document, isNamedBy);
    mapOf(yaml, document, ['forgotten']).set('salt', salt);
    setPair(yaml, document, mapOf(yaml, document, ['forgotten', 'people']), pseudonym, sorted(hashes));
  }
}

/** Adds identities to the group that has one of them, and makes one group of all that have. */
function mergeGroup(yaml: Yaml, document: Document, identities: readonly string[]): void {
  const groups = listOf(yaml, document, 'merges');
  const touched = groups.items.filter((group) => textsOf(group).some((text) => identities.includes(text)));
  const all = sorted([...touched.flatMap(textsOf), ...identities]);
  const [kept, ...others] = touched;
  groups.items = groups.items.filter((group) => !others.includes(group));
  if (yaml.isSeq(kept)) {
    const known = new Set(textsOf(kept));
    for (const text of all) if (!known.has(text)) kept.add(document.createNode(text));
  } else addItem(document, groups, all);
}

/** Takes out the groups that say the contrary of what is decided now. */
function removeGroup(yaml: Yaml, document: Document, key: Key, identities: readonly string[]): void {
  if (!document.has(key)) return;
  const groups = listOf(yaml, document, key);
  groups.items = groups.items.filter((group) => !textsOf(group).every((text) => identities.includes(text)));
  if (groups.items.length === 0) document.delete(key);
}

/** Takes out the decisions about somebody, of groups only that member. */
function removeNamed(yaml: Yaml, document: Document, isNamedBy: (text: string) => boolean): void {
  for (const key of ['merges', 'splits'] as const) {
    const groups = document.get(key);
    if (!yaml.isSeq(groups)) continue;
    for (const group of groups.items) {
      if (yaml.isSeq(group)) group.items = group.items.filter((item) => !isNamedBy(textOf(item)));
    }
    groups.items = groups.items.filter((group) => textsOf(group).length > 1);
  }
  for (const key of ['aliases', 'kinds'] as const) {
    const map = document.get(key);
    if (!yaml.isMap(map)) continue;
    map.items = map.items.filter((pair) => !isNamedBy(keyText(pair)) && !textsOf(pair.value).some(isNamedBy));
  }
  const affiliations = document.get('affiliations');
  if (yaml.isSeq(affiliations)) {
    affiliations.items = affiliations.items.filter(
      (item) => !(yaml.isMap(item) && isNamedBy(String(item.get('person')))),
    );
  }
}

function textOf(node: unknown): string {
  return String(isNode(node) ? node.toJSON() : node);
}

function addItem(document: Document, list: YAMLSeq<unknown>, value: unknown): void {
  const text = JSON.stringify(value);
  const isThere = list.items.some((item) => JSON.stringify(item) === text);
  if (!isThere) list.add(document.createNode(value, { flow: true }));
  list.items.sort((a, b) => compare(JSON.stringify(a), JSON.stringify(b)));
}

function setPair(yaml: Yaml, document: Document, map: YAMLMap, key: string, value: unknown): void {
  const node = document.createNode(value, { flow: true });
  const pair = map.items.find((item) => keyText(item) === key);
  if (pair) pair.value = node;
  else map.add(new yaml.Pair(document.createNode(key), node));
  map.items.sort((a, b) => compare(keyText(a), keyText(b)));
}

function listOf(yaml: Yaml, document: Document, key: Key): YAMLSeq<unknown> {
  const list = document.get(key);
  if (yaml.isSeq(list)) return list;
  const made = new yaml.YAMLSeq();
  document.set(key, made);
  return made;
}

function mapOf(yaml: Yaml, document: Document, path: readonly string[]): YAMLMap {
  const map = document.getIn(path);
  if (yaml.isMap(map)) return map;
  const made = new yaml.YAMLMap();
  document.setIn(path, made);
  return made;
}

function sortKeys(yaml: Yaml, document: Document): void {
  if (!yaml.isMap(document.contents)) return;
  const order: readonly string[] = PEOPLE_KEYS;
  document.contents.items.sort((a, b) => order.indexOf(keyText(a)) - order.indexOf(keyText(b)));
}

function textsOf(node: unknown): readonly string[] {
  const value: unknown = isNode(node) ? node.toJSON() : node;
  return Array.isArray(value) ? value.map(String) : [];
}

function keyText({ key }: Pair<unknown, unknown>): string {
  return textOf(key);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'toJSON' in value;
}

function sorted(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort(compare);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
