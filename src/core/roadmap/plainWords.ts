import { looksLikeId } from '../ids/itemId';
import type { FieldOwner } from './fields';
import { attributesIn } from './markdown/attributes';
import { takeBox, takeSign } from './markdown/lineStatus';
import { wordsOf } from './markdown/lineTitle';
import { ShownText } from './markdown/shownText';
import type { ReadContext } from './readContext';
import { type MapEntry, plainScalar, type ScalarNode } from './valueNode';

/** What plain words say beside the title, in the shape of fields. */
interface PlainWords {
  readonly title: ScalarNode | undefined;
  readonly entries: readonly MapEntry[];
}

/** Longer words are no title. */
const LONGEST = 1_000;

/** A sign at the start or the end; a parenthesis at the end. All else is words, and words are most there is. */
const HAS_SIGNS = /^\s*(?:\[|~~|[^\p{L}\p{N}\p{P}\s$+<=>^`|]|:\w+:)|(?:\)|\]|[^\p{L}\p{N}\p{P}\s$+<=>^`|]|:\w+:)\s*$/u;

/**
 * `[x] Dark mode`, `✅ Dark mode`, `~~Dark mode~~`, `Dark mode (done)`, `Dark mode (owner: ana, due: 2026-08-28)`, as in Markdown. Names
 * with `@` are left in the words: packages are called so. undefined: there are only words.
 */
export function plainWords(context: ReadContext, words: ScalarNode, owner: FieldOwner): PlainWords | undefined {
  const { inner, text } = words;
  // Where escapes stand in the text, places cannot be told from the words.
  if (text.length > LONGEST || !HAS_SIGNS.test(text) || context.text.slice(inner.start, inner.end) !== text) {
    return undefined;
  }
  const line = new ShownText(context.text, inner.start, inner.end);
  const box = takeBox(line);
  const sign = takeSign(line) ?? takeStrikes(line);
  const status = box?.text === 'todo' ? sign : (box ?? sign);
  if (owner === 'criterion') {
    const done: ScalarNode | undefined = status && { ...status, text: status.text === 'done' ? 'true' : 'false' };
    return { title: wordsOf(line, 0, line.shown.length), entries: done ? [entryOf('done', done)] : [] };
  }
  const tail = tailOf(context.text, line);
  const entries = [...(status ? [entryOf('status', status)] : []), ...tail];
  return { title: wordsOf(line, 0, line.shown.length), entries };
}

function entryOf(key: string, value: ScalarNode): MapEntry {
  return { key, keySpan: undefined, value };
}

function takeStrikes(line: ShownText): ScalarNode | undefined {
  const from = line.shown.search(/[^\s\uE000]/);
  const to = line.shown.replace(/[\s\uE000]+$/, '').length;
  if (to - from < 5 || !line.shown.startsWith('~~', from) || !line.shown.endsWith('~~', to)) {
    return undefined;
  }
  line.take(from, from + 2);
  line.take(to - 2, to);
  return line.sign('dropped', from, to);
}

const LONGEST_TAIL = 300;

/** The parenthesis at the end, if all in it is understood: attributes, a status, or the ID. */
function tailOf(text: string, line: ShownText): readonly MapEntry[] {
  const to = line.shown.replace(/[\s\uE000]+$/, '').length;
  const closing = line.shown[to - 1];
  const from = line.shown.lastIndexOf(closing === ']' ? '[' : '(', to);
  if ((closing !== ')' && closing !== ']') || from < 1 || to - from > LONGEST_TAIL) {
    return [];
  }
  const inside = line.shown.slice(from + 1, to - 1).trim();
  if (looksLikeId(inside)) {
    line.take(from, to);
    return [entryOf('id', plainScalar(inside, line.start + line.raw.indexOf(inside, from)))];
  }
  // Read alone, so that a name with `@` elsewhere in the line stays a part of the words.
  const tail = new ShownText(text, line.start + from, line.start + to);
  const entries = attributesIn(tail);
  if (entries.length === 0 || !/^[\s\uE000]*$/.test(tail.shown)) {
    return [];
  }
  line.take(from, to);
  return entries;
}
