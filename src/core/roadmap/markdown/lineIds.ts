import { isIssueKey, issueNumberOf } from '../../ids/canonicalId';
import { splitId } from '../../ids/itemId';
import type { ScalarNode } from '../valueNode';
import type { LinkedId } from './issueLinks';
import type { IssueLink } from './lineMarks';
import type { ShownText } from './shownText';

/** Which words count as an ID where nothing but their form tells. */
export interface IdForm {
  /** The prefixes that the file lists; undefined: any in capitals. */
  readonly keys: ReadonlySet<string> | undefined;
  /** Prefixes that were seen in plain places: only these are looked for at a line's end without brackets. */
  readonly seen: Set<string>;
  /** Set where what a line says depends on other lines: on the prefixes seen before, or on where other links lead. */
  readonly ties: { found: boolean };
}

/**
 * The ID of the issue that a line is a link to, or that a link at its end names, of several there the first: what follows are
 * mostly the changes that it took. Words in between name other issues. What shows for the number alone is no part of the title.
 */
export function takeLinkedId(line: ShownText, issues: readonly IssueLink[], form: IdForm): LinkedId | undefined {
  const start = /^[\s\uE000]*/.exec(line.shown)?.[0].length ?? 0;
  const leading = issues.find(({ from }) => from <= start);
  const found = leading ?? firstOfEnding(line, issues);
  if (!found || !isId(found.id.text, { ...form, seen: new Set() }, true)) {
    return undefined;
  }
  form.ties.found = true;
  const words = line.shown.slice(found.from, found.to).replace(/[\s\uE000()[\]]/g, '');
  if (words === '' || /^(?:[\w.-]+\/[\w.-]+)?#\d+$/.test(words) || words === found.id.text) {
    const before = /[\s\uE000(]*$/.exec(line.shown.slice(Math.max(0, found.from - 10), found.from))?.[0].length ?? 0;
    const after = /^[\s\uE000)]*/.exec(line.shown.slice(found.to))?.[0].length ?? 0;
    line.take(found.from - before, leading ? found.to + after : line.shown.length);
  }
  return found.id;
}

function firstOfEnding(line: ShownText, issues: readonly IssueLink[]): IssueLink | undefined {
  let first: IssueLink | undefined;
  let end = line.shown.length;
  for (const link of [...issues].reverse()) {
    if (/[\p{L}\p{N}]/u.test(line.shown.slice(link.to, end))) {
      break;
    }
    first = link;
    end = link.from;
  }
  return first;
}

const ID = '[\\p{L}][\\p{L}\\p{N}_]*(?:-[\\p{L}][\\p{L}\\p{N}_]*)*-\\d+(?:\\.\\d+)*|#[1-9]\\d{0,4}';
const ID_AT_START = new RegExp(`^[\\s\\uE000(\\[]*(${ID})[)\\]]?(?=$|[\\s\\uE000:,])`, 'u');
const ID_AT_END = new RegExp(`(?<![\\p{L}\\p{N}_#-])(${ID})[\\s\\uE000)\\].]*$`, 'u');
/** A line that is all one word would make the pattern above walk it again for each letter. */
const LONGEST_ID = 80;

/** The ID at the start of a line, or in brackets or of a known prefix at its end; undefined: there is none. */
export function takeId(line: ShownText, form: IdForm): ScalarNode | undefined {
  const first = ID_AT_START.exec(line.shown.slice(0, 2 * LONGEST_ID));
  if (first?.[1] && isId(first[1], form, true)) {
    const from = first[0].indexOf(first[1]);
    line.take(0, first[0].length);
    return line.scalar(from, from + first[1].length);
  }
  const offset = Math.max(0, line.shown.length - LONGEST_ID);
  const last = ID_AT_END.exec(line.shown.slice(offset));
  if (last?.[1]) {
    const from = offset + last.index;
    const isBracketed = /[([][`*_]*$/.test(line.raw.slice(0, from));
    if (isId(last[1], form, isBracketed) && !endsList(line.shown.slice(0, from), last[1], isBracketed)) {
      const brackets = /[\s\uE000([]*$/.exec(line.shown.slice(Math.max(0, from - 10), from))?.[0].length ?? 0;
      line.take(from - brackets, line.shown.length);
      return line.scalar(from, from + last[1].length);
    }
  }
  return undefined;
}

/**
 * Whether the ID at a line's end is the last of several that the line speaks of: of `PAY-1, PAY-2 and PAY-3` none is its own. One
 * in brackets may follow another: `Retries, a follow-up of #12 (#34)`.
 */
function endsList(before: string, id: string, isBracketed: boolean): boolean {
  const key = keyOf(id);
  const others = [...before.matchAll(MENTION)].filter(([other]) => keyOf(other) === key);
  return others.length > (isBracketed ? 1 : 0);
}

const MENTION = /(?<![\p{L}\p{N}_-])(?:#[1-9]\d{0,4}|\p{L}[\p{L}\p{N}_-]{0,30}-\d{1,9})(?![\p{L}\p{N}_])/gu;

function keyOf(id: string): string | undefined {
  return issueNumberOf(id) === undefined ? splitId(id)?.key : '#';
}

function isId(id: string, form: IdForm, isPlainPlace: boolean): boolean {
  if (issueNumberOf(id) !== undefined) {
    return isPlainPlace && (form.keys === undefined || [...form.keys].some(isIssueKey));
  }
  const key = splitId(id)?.key;
  if (key === undefined) {
    return false;
  }
  if (form.keys) {
    return form.keys.has(key);
  }
  const fits = key === key.toUpperCase();
  form.ties.found ||= fits && !isPlainPlace;
  if (fits && isPlainPlace) {
    form.seen.add(key);
  }
  return fits && (isPlainPlace || form.seen.has(key));
}
