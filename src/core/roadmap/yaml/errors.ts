import { t } from '../../words/t';
import type { YAMLParseError } from 'yaml';
import type { Span } from '../../model/span';
import { type ReadContext, report } from '../readContext';

/** Reports what the YAML library found, in words for people. Offsets in `source` plus `base` are offsets in the file. */
export function reportYamlError(context: ReadContext, base: number, source: string, error: YAMLParseError): void {
  const span = placeOf(error, source);
  const { message, suggestion } = explain(error, source, span);
  report(context, 'WM101', { start: base + span.start, end: base + span.end }, message, suggestion);
}

/** What is never closed is marked where it opens; the library marks where it noticed. */
function placeOf({ code, message, pos }: YAMLParseError, source: string): Span {
  if (code === 'BAD_SCALAR_START' || code === 'BLOCK_AS_IMPLICIT_KEY') {
    return { start: pos[0], end: endOfValue(source, pos[0]) };
  }
  const quote = /Missing closing (["'])/.exec(message)?.[1];
  const opening = quote ? source.lastIndexOf(quote, pos[0] - 1) : openBracket(message, source, pos[0]);
  return opening === undefined || opening < 0
    ? visibleSpan(source, pos[0], pos[1])
    : { start: opening, end: restOfLine(source, opening) };
}

function openBracket(message: string, source: string, before: number): number | undefined {
  const closing = /end with a ([\]}])/.exec(message)?.[1];
  if (closing === undefined) {
    return undefined;
  }
  const opening = closing === ']' ? '[' : '{';
  let depth = 1;
  for (let at = before - 1; at >= Math.max(0, before - 10_000); at -= 1) {
    depth += source[at] === closing ? 1 : source[at] === opening ? -1 : 0;
    if (depth === 0) {
      return at;
    }
  }
  return undefined;
}

/** Where a value without quotes ends that stands on one line: at a comment, or between brackets at the next comma. */
function endOfValue(source: string, start: number): number {
  const before = source.slice(source.lastIndexOf('\n', start - 1) + 1, start);
  const end = restOfLine(source, start);
  const [value = ''] = (/[[{]/.test(before) ? /^[^,\]}]*/ : /^.*?(?= #|$)/).exec(source.slice(start, end)) ?? [];
  return start + value.trimEnd().length;
}

function quotes(source: string, start: number, end: number): { suggestion?: string } {
  return end > start ? { suggestion: JSON.stringify(source.slice(start, end)) } : {};
}

function restOfLine(source: string, start: number): number {
  const lineEnd = source.indexOf('\n', start);
  return start + source.slice(start, lineEnd < 0 ? source.length : lineEnd).trimEnd().length;
}

/** Errors often stand at a line's end or at nothing; a place that people can see is the rest of that line or the word before. */
function visibleSpan(source: string, from: number, to: number): Span {
  const start = Math.min(Math.max(0, from), source.length);
  const end = Math.min(Math.max(start, to), source.length);
  const lineEnd = source.indexOf('\n', start);
  const [word = ''] = /^[^\r\n]*/.exec(source.slice(start, lineEnd < 0 ? end : Math.min(end, lineEnd))) ?? [];
  if (word.trim() !== '') {
    return { start, end: start + word.trimEnd().length };
  }
  const before = source.slice(Math.max(0, start - 200), start).trimEnd();
  const [last = ''] = /\S+$/.exec(before) ?? [];
  const lastEnd = Math.max(0, start - 200) + before.length;
  return last === '' ? { start, end: start } : { start: lastEnd - last.length, end: lastEnd };
}

interface Explanation {
  readonly message: string;
  readonly suggestion?: string;
}

function explain({ code, message }: YAMLParseError, source: string, { start, end }: Span): Explanation {
  switch (code) {
    case 'BAD_SCALAR_START':
      return {
        message: t('A value cannot start with `{0}`. Put it in quotes.', source[start] ?? ''),
        ...quotes(source, start, end),
      };
    case 'TAB_AS_INDENT':
      return { message: t('A tab stands where spaces must. Indent with spaces only.') };
    case 'BAD_INDENT':
      return badIndent(message);
    case 'BLOCK_AS_IMPLICIT_KEY':
      return {
        message: t('A value with a colon and a space in it must stand in quotes.'),
        ...quotes(source, start, end),
      };
    case 'MULTILINE_IMPLICIT_KEY':
      return {
        message: t('This line is read together with the one above. A colon is missing, or it is indented wrongly.'),
      };
    case 'BAD_ALIAS':
      return { message: t('A value cannot start with `*` or `&`. Put it in quotes.') };
    case 'BAD_DQ_ESCAPE':
      return {
        message: t(
          'A backslash between double quotes starts a code, and this is none. Write `\\\\`, or use single quotes.',
        ),
      };
    case 'BLOCK_IN_FLOW':
      return { message: t('Between brackets everything is parted by commas, not by lines and dashes.') };
    case 'KEY_OVER_1024_CHARS':
      return { message: t('This is too long for the name of a field. Put it in quotes if it is a value.') };
    case 'RESOURCE_EXHAUSTION':
      return { message: t('This is nested too deeply to be read. Take it out of some levels.') };
    case 'TAG_RESOLVE_FAILED':
    case 'BAD_COLLECTION_TYPE':
      return {
        message: t('A word that starts with `!` says what type the value is, and this type is unknown. Remove it.'),
      };
    case 'MISSING_CHAR':
      return missing(message);
    case 'UNEXPECTED_TOKEN':
      return unexpected(message);
    default:
      return { message: t('This is not YAML. Compare it with the lines around it.') };
  }
}

function badIndent(message: string): Explanation {
  if (message.includes('end with a')) {
    return neverClosed(message);
  }
  return {
    message: t('This line is not indented like the others of its list. Start it in the same column as they do.'),
  };
}

function missing(message: string): Explanation {
  if (message.includes('quote')) {
    return { message: t('The quote that opens here is never closed. Add the closing one.') };
  }
  if (message.includes('end with a')) {
    return neverClosed(message);
  }
  if (message.includes('Missing ,')) {
    return { message: t('A comma is missing before this.') };
  }
  if (message.includes('Implicit map keys')) {
    return { message: t('A colon is missing: write `name: value`.') };
  }
  if (message.includes('Comments')) {
    return { message: t('A space is missing before `#`. Without it, put the value in quotes.') };
  }
  if (message.includes('Sequence item')) {
    return { message: t('A dash is missing: each line of this list starts with `- `.') };
  }
  return { message: t('Something is missing here. Compare it with the lines around it.') };
}

function neverClosed(message: string): Explanation {
  const bracket = message.includes(']') ? ']' : '}';
  return { message: t('The bracket that opens here is never closed. Add `{0}`.', bracket) };
}

function unexpected(message: string): Explanation {
  if (message.includes(',')) {
    return { message: t('There is a comma too many here.') };
  }
  if (message.includes('empty item')) {
    return { message: t('Something is missing between two commas.') };
  }
  if (/flow-(?:map|seq)-end/.test(message)) {
    return { message: t('There is a closing bracket too many here.') };
  }
  return { message: t('This does not fit here: a colon, a dash or a quote may be missing before it.') };
}
