import type { Value } from '../../src/store/value.ts';
import type { SparseRow } from './sparse-rows.ts';

/** What GitHub says of whoever did something; null is an account that is gone. */
export type Actor = Readonly<Record<string, Value>> | null;

/** An account by its number, as GraphQL gives it wherever it acts. */
export function actor(id: number, login: string, type = 'User'): Actor {
  return { __typename: type, id: `U_${id}`, databaseId: id, login };
}

/** A row of a table of nodes: its keys, and the node as the body. */
export function node(node_id: string, body: object, keys: SparseRow = {}): SparseRow {
  return { repo_id: 1n, node_id, body: JSON.stringify(body), fetched_at: '2100-01-01', ...keys };
}

/** A row of nodes that hang on another one. */
export function child(parent_node_id: string, node_id: string, body: object): SparseRow {
  return node(node_id, body, { parent_node_id });
}

/** A profile. */
export function account(id: number, login: string, profile: object = {}): SparseRow {
  return {
    node_id: `U_${id}`,
    body: JSON.stringify({ __typename: 'User', id: `U_${id}`, databaseId: id, login, ...profile }),
    fetched_at: '2100-01-01',
  };
}
