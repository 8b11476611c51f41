import { textOf, textOrNull } from '../store/cell.ts';
import { readQuery } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { folderName } from './escape.ts';

/** Folder of a scope's reports; where others have its name too, `name@` with its kind or id, which no name of a folder holds. */
export async function readScopeFolder(store: Store, scopeId: bigint): Promise<string> {
  const { rows } = await store.query(readQuery('reports/scope_folder'), { scope_id: scopeId });
  const [row = {}] = rows;
  const mark = textOrNull(row, 'mark');
  const name = folderName(textOf(row, 'name'));
  return mark === null ? name : `${name}@${mark}`;
}
