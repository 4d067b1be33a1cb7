import type { Span } from '../../model/span';

/** One cell of a notebook: a text of its own. */
export interface Cell extends Span {
  readonly kind: 'code' | 'document';
  /** As the notebook or the cell's first line writes it, in lower case: `python`, `r`, `bash`. */
  readonly language: string;
}

/** A notebook that can be read like any text. */
export interface Notebook {
  /**
   * As long as the file, letter for letter in the same place, but within cells with spaces for the signs of JSON: what is
   * found in it lies at the same offset in the file.
   */
  readonly text: string;
  /** Where each cell's source lies, in order. Results of code are in none. */
  readonly cells: readonly Cell[];
}

/** A string in the file, without its quotes. */
type Text = Span;

interface Source {
  kind: string;
  readonly lines: Text[];
}

/** Reads a notebook of Jupyter (`.ipynb`, versions 3 and 4), half-written ones too; never throws and takes linear time. */
export function readNotebook(file: string): Notebook {
  const { sources, language } = findSources(file);
  const pieces: string[] = [];
  const cells: Cell[] = [];
  let from = 0;
  for (const { kind, lines } of sources) {
    const [first, second] = lines;
    const end = lines.at(-1)?.end ?? 0;
    if ((kind === 'code' || kind === 'markdown') && first && first.start < end) {
      // As many spaces as stand before the other lines, so that the columns are right.
      const margin = second ? second.start - first.end + 1 : 1;
      const start = Math.max(from, first.start - margin);
      const text = ' '.repeat(first.start - start) + plainText(file, lines);
      const magic = /^\s*%%(bash|sh|html|javascript|js|latex|perl|r|ruby|sql|svg)\b/i.exec(text.slice(0, 100))?.[1];
      pieces.push(file.slice(from, start), text);
      cells.push({
        start,
        end,
        kind: kind === 'code' ? 'code' : 'document',
        language: magic?.toLowerCase() ?? language,
      });
      from = end;
    }
  }
  return { text: pieces.join('') + file.slice(from), cells };
}

/** An object or list that is open, with the name under which it stands. */
interface Open {
  readonly isList: boolean;
  readonly name: string;
  /** The name of the value that comes next. */
  key: string;
  /** Set where the object is a cell. */
  readonly source?: Source;
}

/** Deeper values are no notebook's. */
const DEEPEST = 200;

function findSources(file: string): { readonly sources: readonly Source[]; readonly language: string } {
  const sources: Source[] = [];
  const open: Open[] = [];
  const sign = /["{}[\]]/g;
  let language = 'python';
  for (let match = sign.exec(file); match; match = sign.exec(file)) {
    const inside = open.at(-1);
    if (match[0] === '{' || match[0] === '[') {
      const source = match[0] === '{' && inside?.isList && inside.name === 'cells' ? newSource(sources) : undefined;
      open.push({ isList: match[0] === '[', name: inside?.key ?? '', key: '', ...(source ? { source } : {}) });
      if (open.length > DEEPEST) {
        break;
      }
    } else if (match[0] !== '"') {
      open.pop();
    } else {
      const text = { start: sign.lastIndex, end: endOfString(file, sign.lastIndex) };
      sign.lastIndex = text.end + 1;
      if (inside && !inside.isList && isName(file, text.end + 1)) {
        inside.key = file.slice(text.start, Math.min(text.end, text.start + 40));
      } else if (inside) {
        language = languageIn(file, open, text) ?? language;
        keep(file, open, text);
      }
    }
  }
  return { sources, language };
}

function newSource(sources: Source[]): Source {
  const source: Source = { kind: '', lines: [] };
  sources.push(source);
  return source;
}

function endOfString(file: string, from: number): number {
  for (let at = from; at < file.length; at++) {
    const code = file.charCodeAt(at);
    if (code === QUOTE) {
      return at;
    }
    if (code === BACKSLASH) {
      at++;
    }
  }
  return file.length;
}

const QUOTE = 34;
const BACKSLASH = 92;

function isName(file: string, from: number): boolean {
  let at = from;
  while (/\s/.test(file.charAt(at))) {
    at++;
  }
  return file.charAt(at) === ':';
}

/** `metadata.kernelspec.language` or `metadata.language_info.name`. */
function languageIn(file: string, open: readonly Open[], { start, end }: Text): string | undefined {
  const [, metadata, about] = open;
  const isLanguage =
    open.length === 3 &&
    metadata?.name === 'metadata' &&
    ((about?.name === 'kernelspec' && about.key === 'language') ||
      (about?.name === 'language_info' && about.key === 'name'));
  return isLanguage && end - start < 40 ? file.slice(start, end).toLowerCase() : undefined;
}

function keep(file: string, open: readonly Open[], text: Text): void {
  const inside = open.at(-1);
  const cell = inside?.source ?? (inside?.isList ? open.at(-2)?.source : undefined);
  const key = inside?.source ? inside.key : inside?.name;
  if (cell && key === 'cell_type' && inside?.source) {
    cell.kind = file.slice(text.start, Math.min(text.end, text.start + 40));
  } else if (cell && (key === 'source' || key === 'input')) {
    cell.lines.push(text);
  }
}

/** The letters of a cell's lines with the signs of JSON as spaces: a line ends where the file has `\\n`, and nowhere else. */
function plainText(file: string, lines: readonly Text[]): string {
  return lines
    .map(
      ({ start, end }, index) => unescaped(file.slice(start, end)) + ' '.repeat((lines[index + 1]?.start ?? end) - end),
    )
    .join('');
}

const ESCAPES = /(?:\\["\\/])+|\\u[0-9a-fA-F]{4}|\\[^]/g;

/**
 * As long as before. The spaces stand in front of what is meant, so that `\"\"\"` keeps its quotes side by side; but a line
 * ends where its text does.
 */
function unescaped(text: string): string {
  return text.includes('\\')
    ? text.replace(ESCAPES, (escape) => {
        const letter = escape.charAt(1);
        if (letter === 'n') {
          return '\n ';
        }
        const meant =
          letter === 'u' && escape.length === 6
            ? String.fromCharCode(Number.parseInt(escape.slice(2), 16))
            : '"\\/'.includes(letter)
              ? escape.replace(/\\([^])/g, '$1')
              : letter === 't'
                ? '\t'
                : '';
        return meant.padStart(escape.length);
      })
    : text;
}
