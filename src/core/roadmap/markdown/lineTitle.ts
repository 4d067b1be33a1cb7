import { fieldNamed } from '../fields';
import type { ScalarNode } from '../valueNode';
import type { ItemText } from './itemText';
import type { Marks } from './lineMarks';
import { RELEASE_NAME } from './releaseNames';
import { HIDDEN, type ShownText } from './shownText';

/** Separators that are left where something was taken out. */
const EDGES = /^[\s\uE000:–—,-]+|[\s\uE000:–—,-]+$/g;

/**
 * What is left of a line when all else is taken out of it. undefined: nothing is, or it does not tell a description apart.
 *
 * @param lead where words end that stand out at the line's beginning, see {@link Marks}
 */
export function titleAndDescription(line: ShownText, lead: Marks['lead']): Pick<ItemText, 'title' | 'description'> {
  const start = /^[\s\uE000:–—,-]*/.exec(line.shown)?.[0].length ?? 0;
  const split = splitAt(line, start, lead);
  return {
    title: wordsOf(line, 0, split?.titleEnd ?? line.shown.length),
    description: split && wordsOf(line, split.textStart, line.shown.length),
  };
}

/** Words without the marks between them, and without the separators around them. */
export function wordsOf(line: ShownText, from: number, to: number): ScalarNode | undefined {
  const shown = from === 0 && to === line.shown.length ? line.shown : line.shown.slice(from, to);
  const start = /^[\s\uE000:–—,-]*/.exec(shown)?.[0].length ?? 0;
  const kept = shown.replace(EDGES, '');
  if (kept === '') {
    return undefined;
  }
  const text = kept
    .replaceAll(HIDDEN, '')
    .replace(/\s+/g, ' ')
    .replace(ENTITY, (whole, name: string) => ENTITIES[name] ?? whole)
    .trim();
  return text === '' ? undefined : line.sign(text, from + start, from + start + kept.length);
}

const ENTITY = /&(amp|lt|gt|quot|#39);/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

interface Split {
  readonly titleEnd: number;
  readonly textStart: number;
}

/** So many words behind a plain title are a description of it; fewer belong to it: `API: pages of results`. */
const FEWEST_WORDS = 6;
const LONGEST_TITLE = 80;

/**
 * Where a title ends and its description begins. Words in bold, in code or of a link are a title when a sign or an end of
 * sentence follows; plain ones when they are short and what follows is long.
 */
function splitAt(line: ShownText, start: number, lead: Marks['lead']): Split | undefined {
  if (lead && lead.from <= start && lead.to > start) {
    const rest = line.shown.slice(lead.to);
    const sign = /^[\s\uE000]*(?:[:–—]|-\s|\.(?=\s|$))[\s\uE000]*/.exec(rest);
    const inside = sign ? undefined : /[:.][\s\uE000]*$/.exec(line.shown.slice(start, lead.to));
    const textStart = lead.to + (sign?.[0].length ?? 0);
    const hasBoth = (sign ?? inside) && /[\p{L}\p{N}]/u.test(line.shown.slice(textStart));
    return hasBoth ? { titleEnd: lead.to, textStart } : undefined;
  }
  const match = /^([^:–—\n]{2,80}?)[\s\uE000]*(?::|\s[–—]|\s-)\s/.exec(
    line.shown.slice(start, start + LONGEST_TITLE + 5),
  );
  const title = match?.[1]?.replaceAll(HIDDEN, '').trim() ?? '';
  const isOpen = title.lastIndexOf('(') > title.lastIndexOf(')');
  if (!match || isOpen || !/^[^\p{Ll}\s]/u.test(title) || title.split(/\s+/).length > FEWEST_WORDS) {
    return undefined;
  }
  const textStart = start + match[0].length;
  const words = line.shown.slice(textStart).match(/[^\s\uE000]+/g)?.length ?? 0;
  const isTitle = words >= FEWEST_WORDS && !fieldNamed('story', title) && !RELEASE_NAME.test(title);
  return isTitle ? { titleEnd: start + (match[1]?.length ?? 0), textStart } : undefined;
}
