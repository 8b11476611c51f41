import { UnderstoryError } from './errors.ts';

/** One column of a table or of a metric's result, as its header states it. */
export interface HeaderColumn {
  readonly name: string;
  /** DuckDB's type in its short form, such as `TIMESTAMPTZ` or `VARCHAR[]`. */
  readonly type: string;
  /** What a value counts or is, such as `people`, `hours` or `key`. */
  readonly unit: string;
  readonly description: string;
}

/** A line of a header's list, with the number of its line in the file. */
export interface HeaderItem {
  readonly line: number;
  readonly text: string;
}

/** One field of a header: the text behind its name and the lines indented below it. */
export interface HeaderField {
  readonly line: number;
  readonly text: string;
  readonly items: readonly HeaderItem[];
}

/** The comment block at the top of a `.sql` file, before anything in it is judged. */
export interface HeaderFields {
  /** Path as shown in messages, below the package. */
  readonly path: string;
  readonly fields: ReadonlyMap<string, HeaderField>;
}

const FIELD = /^-- ([a-z_]+):(?: (.*))?$/;
const INDENTED = /^-- {2,}(\S.*)$/;
/** An item stands three spaces behind the dashes; text further in continues the line above. */
const ITEM_INDENT = 3;
const NAME = /^[a-z][a-z0-9_]*$/;
const TYPE =
  /^(BIGINT|INTEGER|SMALLINT|DOUBLE|BOOLEAN|VARCHAR|TIMESTAMPTZ|DATE|HUGEINT|BLOB|DECIMAL\(\d+, ?\d+\)|STRUCT\(.+\)|MAP\(.+\))(\[\])*$/;

/**
 * Splits the comment block at the top of a `.sql` file into its fields.
 *
 * Errors: `E_QUERY_CONTRACT` for a line that is neither a field nor indented below one, and for a field that stands twice.
 */
export function readHeaderFields(sql: string, path: string): HeaderFields {
  const fields = new Map<string, HeaderField & { items: HeaderItem[] }>();
  let current: (HeaderField & { items: HeaderItem[] }) | undefined;
  for (const [index, line] of sql.split('\n').entries()) {
    if (!line.startsWith('--')) break;
    const number = index + 1;
    const field = FIELD.exec(line);
    if (field) {
      const name = field[1] ?? '';
      if (fields.has(name)) throw headerError(path, number, `\`${name}:\` stands twice`);
      current = { line: number, text: (field[2] ?? '').trim(), items: [] };
      fields.set(name, current);
      continue;
    }
    const text = INDENTED.exec(line)?.[1]?.trimEnd();
    if (!text || !current) throw headerError(path, number, 'expected `-- name: text` or an indented line');
    addIndented(current.items, { line: number, text }, line.length - 2 - line.slice(2).trimStart().length);
  }
  return { path, fields };
}

function addIndented(items: HeaderItem[], item: HeaderItem, indent: number): void {
  const last = items.at(-1);
  if (last && indent > ITEM_INDENT) items[items.length - 1] = { ...last, text: `${last.text} ${item.text}` };
  else items.push(item);
}

/** The text of a field with its continuation lines joined; null where the field is missing or empty. */
export function optionalText(header: HeaderFields, name: string): string | null {
  const field = header.fields.get(name);
  if (!field) return null;
  const text = [field.text, ...field.items.map((item) => item.text)].join(' ').trim();
  return text === '' ? null : text;
}

/**
 * As `optionalText`, for a field that must be there.
 *
 * Errors: `E_QUERY_CONTRACT`.
 */
export function requiredText(header: HeaderFields, name: string): string {
  const text = optionalText(header, name);
  if (text === null) {
    throw headerError(header.path, header.fields.get(name)?.line ?? 1, `\`${name}:\` is missing`);
  }
  return text;
}

/**
 * Refuses fields that nobody reads, since a misspelt one would be dropped in silence.
 *
 * Errors: `E_QUERY_CONTRACT`.
 */
export function checkFieldNames(header: HeaderFields, known: ReadonlySet<string>): void {
  for (const [name, field] of header.fields) {
    if (!known.has(name)) {
      throw headerError(
        header.path,
        field.line,
        `\`${name}:\` is not a field; known are ${[...known].join(', ')}`,
      );
    }
  }
}

/**
 * Splits the items of a list field at runs of two or more spaces into exactly four parts.
 *
 * Errors: `E_QUERY_CONTRACT` for an item with too few parts, a bad name or a type that no column can have.
 */
export function readItems(
  header: HeaderFields,
  field: string,
  form: string,
): readonly { line: number; parts: readonly [string, string, string, string] }[] {
  const names = new Set<string>();
  return (header.fields.get(field)?.items ?? []).map(({ line, text }) => {
    const [name = '', type = '', third = '', ...rest] = text.split(/ {2,}/);
    const description = rest.join(' ');
    if (description === '') {
      throw headerError(header.path, line, `expected \`${form}\`, parted by two or more spaces`);
    }
    if (!NAME.test(name)) throw headerError(header.path, line, `\`${name}\` is not a name in snake_case`);
    if (names.has(name)) throw headerError(header.path, line, `\`${name}\` stands twice in \`${field}:\``);
    names.add(name);
    return { line, parts: [name, type, third, description] };
  });
}

/**
 * Reads the `columns:` list of a header.
 *
 * Errors: `E_QUERY_CONTRACT` when there is none or one of its lines is wrong.
 */
export function readColumns(header: HeaderFields): readonly HeaderColumn[] {
  const items = readItems(header, 'columns', 'name  TYPE  unit  description');
  if (items.length === 0) {
    throw headerError(header.path, header.fields.get('columns')?.line ?? 1, '`columns:` lists no column');
  }
  return items.map(({ line, parts: [name, type, unit, description] }) => {
    if (!TYPE.test(type)) throw headerError(header.path, line, `\`${type}\` is not a type in upper case`);
    return { name, type, unit, description };
  });
}

/**
 * Reads the `grain:` line, a comma list of columns of the same header.
 *
 * Errors: `E_QUERY_CONTRACT` when it is missing or names another column.
 */
export function readGrain(header: HeaderFields, columns: readonly HeaderColumn[]): readonly string[] {
  const grain = requiredText(header, 'grain')
    .split(',')
    .map((name) => name.trim());
  const missing = grain.find((name) => !columns.some((column) => column.name === name));
  if (missing !== undefined) {
    throw headerError(
      header.path,
      header.fields.get('grain')?.line ?? 1,
      `no column \`${missing}\` to be grain`,
    );
  }
  return grain;
}

/** The error of a header that breaks the contract, with its place. */
export function headerError(path: string, line: number, problem: string): UnderstoryError {
  return new UnderstoryError({
    code: 'E_QUERY_CONTRACT',
    message: `\`${path}\` line ${line}: ${problem}`,
    hint: 'Compare its header with another file in the same folder',
    details: { path, line },
  });
}
