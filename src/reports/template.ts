import { specError } from './decode.ts';
import { type Message, parseMessage } from './message.ts';

export type BlockKind = 'text' | 'heading' | 'finding' | 'chart' | 'table' | 'method' | 'missing' | 'none';

/** A piece of a section: prose, and what `report.json` calls by its names. */
export interface TemplateBlock {
  readonly kind: BlockKind;
  readonly names: readonly string[];
  readonly prose: Message;
}

export interface TemplateSection {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly TemplateBlock[];
}

export interface Template {
  /** Prose of the first screen by its name: the sentence, then the line below it. */
  readonly changes: ReadonlyMap<string, { readonly sentence: Message; readonly note: Message }>;
  /** Sentences that stand at the top where they apply; those that come out empty don't. */
  readonly warnings: readonly Message[];
  /** What stands in place of a section whose time the collected history does not reach. */
  readonly unknown: Message;
  /** What the section `Method` begins with. */
  readonly method: readonly Message[];
  readonly sections: readonly TemplateSection[];
}

const KINDS: readonly BlockKind[] = ['finding', 'chart', 'table', 'method', 'missing', 'none'];
const DIRECTIVE = /^<!-- ([a-z]+): ([a-z0-9_, -]+) -->$/;
/** Sections of the template that are not the report's own. */
const CHANGES_TITLE = 'What changed';
const WARNINGS_TITLE = 'Warnings';
const METHOD_TITLE = 'Method';
const UNKNOWN_TITLE = 'Not known';
const OTHERS: readonly string[] = [CHANGES_TITLE, WARNINGS_TITLE, METHOD_TITLE, UNKNOWN_TITLE];

/**
 * Parses a `template.md`: `## ` begins a section, `<!-- kind: names -->` a block, whose prose goes on to the next one.
 *
 * Errors: `E_REPORT_SPEC` for an unknown kind and for prose with a syntax error.
 */
export function parseTemplate(text: string, path: string): Template {
  const parts = text.split(/^## /m).slice(1);
  const sections = parts.map((part) => {
    const [title = '', ...lines] = part.split('\n');
    return { title: title.trim(), pieces: splitPieces(lines) };
  });
  const piecesOf = (title: string) => sections.find((section) => section.title === title)?.pieces ?? [];
  return {
    changes: new Map(
      piecesOf(CHANGES_TITLE)
        .filter((piece) => piece.head !== '')
        .map((piece) => readChange(piece, path)),
    ),
    warnings: paragraphs(piecesOf(WARNINGS_TITLE), `\`${path}\`, ${WARNINGS_TITLE}`),
    unknown: parseMessage(piecesOf(UNKNOWN_TITLE)[0]?.prose ?? '', `\`${path}\`, ${UNKNOWN_TITLE}`),
    method: paragraphs(piecesOf(METHOD_TITLE), `\`${path}\`, ${METHOD_TITLE}`),
    sections: sections
      .filter(({ title }) => !OTHERS.includes(title))
      .map(({ title, pieces }) => ({
        id: title.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
        title,
        blocks: pieces.flatMap((piece) => readBlocks(piece, `${path}, ${title}`)),
      })),
  };
}

function paragraphs(pieces: readonly Piece[], place: string): readonly Message[] {
  return pieces
    .flatMap((piece) => piece.prose.split(/\n{2,}/))
    .filter((text) => text !== '')
    .map((text) => parseMessage(text, place));
}

interface Piece {
  readonly head: string;
  readonly prose: string;
}

function splitPieces(lines: readonly string[]): readonly Piece[] {
  const pieces: { head: string; lines: string[] }[] = [{ head: '', lines: [] }];
  for (const line of lines) {
    if (DIRECTIVE.test(line) || line.startsWith('### ')) pieces.push({ head: line, lines: [] });
    else pieces.at(-1)?.lines.push(line);
  }
  return pieces.map((piece) => ({ head: piece.head, prose: piece.lines.join('\n').trim() }));
}

function readChange(
  piece: Piece,
  path: string,
): readonly [string, { readonly sentence: Message; readonly note: Message }] {
  const [, kind, name = ''] = DIRECTIVE.exec(piece.head) ?? [];
  if (kind !== 'change') throw specError(path, `expected \`<!-- change: NAME -->\`, got \`${piece.head}\``);
  const [sentence = '', note = ''] = piece.prose.split(/\n{2,}/);
  const place = `\`${path}\`, change ${name}`;
  return [name, { sentence: parseMessage(sentence, place), note: parseMessage(note, place) }];
}

function readBlocks(piece: Piece, place: string): readonly TemplateBlock[] {
  if (piece.head === '') return readText(piece.prose, place);
  if (piece.head.startsWith('### ')) {
    const heading = parseMessage(piece.head.slice(4), `\`${place}\``);
    return [{ kind: 'heading', names: [], prose: heading }, ...readText(piece.prose, place)];
  }
  const [, word, names = ''] = DIRECTIVE.exec(piece.head) ?? [];
  const kind = KINDS.find((known) => known === word);
  if (!kind) throw specError(place, `\`${word}\` is not a kind of block; known are ${KINDS.join(', ')}`);
  const prose = parseMessage(piece.prose, `\`${place}\`, ${kind} ${names}`);
  return [{ kind, names: names.split(',').map((name) => name.trim()), prose }];
}

function readText(prose: string, place: string): readonly TemplateBlock[] {
  return prose === '' ? [] : [{ kind: 'text', names: [], prose: parseMessage(prose, `\`${place}\``) }];
}
