import { type Fields, isFields, isList, type Value } from './draft';

/** Lists and mappings up to this width stand on one line, in brackets. */
const WIDEST_LINE = 110;

/** Fields as the lines of a YAML mapping, each indented by so many spaces. Short lists and mappings are bracketed. */
export function yamlLines(fields: Fields, indent: number): string[] {
  return [...fields].flatMap(([name, value]) => entryLines(yamlScalar(name, true), value, indent));
}

/** `key: value` in as many lines as it takes. */
function entryLines(key: string, value: Value, indent: number): string[] {
  const margin = ' '.repeat(indent);
  if (isList(value) || isFields(value)) {
    const flow = flowText(value);
    if (isShort(value) && indent + key.length + 2 + flow.length <= WIDEST_LINE) {
      return [`${margin}${key}: ${flow}`];
    }
    return [`${margin}${key}:`, ...(isList(value) ? listLines(key, value, indent + 2) : yamlLines(value, indent + 2))];
  }
  const block = typeof value === 'string' ? blockText(value, indent) : undefined;
  return block ? [`${margin}${key}: ${block[0] ?? ''}`, ...block.slice(1)] : [`${margin}${key}: ${yamlScalar(value)}`];
}

/** Lists whose entries people go on writing at: a line for each field of an entry, however short it is. */
const GROWING: ReadonlySet<string> = new Set(['epics', 'stories', 'items']);

/** Entries of a list: mappings in brackets when all of them fit on a line, as a table reads. */
export function listLines(name: string, values: readonly Value[], indent: number): string[] {
  const margin = ' '.repeat(indent);
  const inline =
    !GROWING.has(name) && values.every((value) => isFlat(value) && indent + 2 + flowText(value).length <= WIDEST_LINE);
  return values.flatMap((value) => {
    if (isFields(value) && !inline) {
      const [first = '', ...rest] = yamlLines(value, indent + 2);
      return [`${margin}- ${first.trimStart()}`, ...rest];
    }
    return [`${margin}- ${flowText(value)}`];
  });
}

/** A list of words, or a mapping of them: what a person writes in brackets. */
function isShort(value: readonly Value[] | Fields): boolean {
  return isList(value) ? value.every((each) => !isList(each) && !isFields(each)) : isFlat(value);
}

function isFlat(value: Value): boolean {
  return (
    !isFields(value) || [...value.values()].every((each) => !isFields(each) && !(isList(each) && each.some(isFields)))
  );
}

function flowText(value: Value): string {
  if (isList(value)) {
    return `[${value.map(flowText).join(', ')}]`;
  }
  if (isFields(value)) {
    return `{ ${Array.from(value, ([name, each]) => `${yamlScalar(name, true)}: ${flowText(each)}`).join(', ')} }`;
  }
  return yamlScalar(value, true);
}

/** Starts like a plain word, and holds nothing that YAML, in any of its versions, takes for a sign of its own. */
const PLAIN = /^[\p{L}\p{N}_./][^\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\uFEFF]*$/u;
const SIGNS = /:(?=\s|$)|\s#|^---|^\.\.\./;
const BRACKET_SIGNS = /[[\]{},:]/;
/** What a reader of YAML takes for something other than words: numbers, booleans, nothing, times and versions. */
const NO_WORDS =
  /^(?:~|null|true|false|yes|no|on|off|y|n|[-+]?(?:\.\d+|\d[\d_,:]*(?:\.\d*)?)(?:e[-+]?\d+)?|0[xob][\da-f_]+|[-+]?\.(?:inf|nan)|\d{4}-\d{1,2}-\d{1,2}.+)$/i;
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * One value on one line: plain where every reader takes it for the same words, else in double quotes. Of two ways to quote
 * the one that can hold anything is used.
 *
 * @param bracketed it stands in a list or mapping in brackets, or is a key
 */
function yamlScalar(value: string | number | boolean, bracketed = false): string {
  if (typeof value !== 'string') {
    return String(value);
  }
  const isPlain =
    PLAIN.test(value) &&
    value.trim() === value &&
    !SIGNS.test(value) &&
    !(bracketed && BRACKET_SIGNS.test(value)) &&
    (!NO_WORDS.test(value) || ISO_DAY.test(value));
  return isPlain ? value : quoted(value);
}

/** Single quotes where the text holds double ones; else JSON's quotes, with what YAML does not allow unescaped besides. */
function quoted(text: string): string {
  if (/^[^'\\]*"[^'\\]*$/.test(text) && !/[^\P{Cc}]|\p{Cs}|[\u2028\u2029\ufeff\ufffe\uffff]/u.test(text)) {
    return `'${text}'`;
  }
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** A text of several lines, or of one that is too long, as a block under its key. undefined: it fits on the key's line. */
function blockText(text: string, indent: number): string[] | undefined {
  if (text.includes('\n')) {
    return isLiteral(text) ? ['|-', ...text.split('\n').map((line) => pad(line, indent + 2))] : undefined;
  }
  if (text.length + indent <= WIDEST_LINE || !isLiteral(text) || / {2}|\t/.test(text)) {
    return undefined;
  }
  return ['>-', ...folded(text, WIDEST_LINE - indent - 2).map((line) => pad(line, indent + 2))];
}

/** A block keeps every character but these; a first line that is indented or empty would need a number to say so. */
function isLiteral(text: string): boolean {
  return text.trim() === text && !/[^\P{Cc}\n\t]|\p{Cs}|[\u2028\u2029\ufeff\ufffe\uffff]/u.test(text);
}

function folded(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

function pad(line: string, indent: number): string {
  return line === '' ? '' : ' '.repeat(indent) + line;
}
