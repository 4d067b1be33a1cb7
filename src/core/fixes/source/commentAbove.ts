import { t } from '../../words/t';
import type { RawComment } from '../../annotations/languages/grammar';
import { Refusal } from '../../edit/refusal';
import { insertion, type TextChange } from '../../edit/textChange';
import { lineBreakAfter } from '../../edit/lineBreak';
import { endOfLine, startOfLine } from '../../model/lineEnds';
import { writtenComments } from './comments';

/** Comment signs in the order in which they are tried; the second closes the comment where the first does not do so alone. */
const SIGNS: readonly (readonly [open: string, close: string])[] = [
  ['//', ''],
  ['#', ''],
  ['--', ''],
  [';', ''],
  ['%', ''],
  ['/*', ' */'],
  ['<!--', ' -->'],
  ['{-', ' -}'],
  ['(*', ' *)'],
  ["'", ''],
  ['!', ''],
  ['"', ''],
  ['rem', ''],
  ['{#', ' #}'],
];

/**
 * The change that writes words as a comment above the line of an offset, as deep as that line and with the sign that its language,
 * or the file itself, uses. Within a comment of several lines they become a line of that.
 */
export function commentAbove(path: string, text: string, at: number, words: string): readonly TextChange[] | Refusal {
  const lineStart = startOfLine(text, at);
  const written = writtenComments(path, text);
  const around = written?.comments.find(({ start, end }) => start < lineStart && end > lineStart);
  if (!written) {
    return cannot(path, words);
  }
  if (around) {
    const lead = /^[ \t]*(?:\*(?!\/)[ \t]*)?/.exec(text.slice(lineStart, endOfLine(text, at)))?.[0] ?? '';
    return [insertion(lineStart, `${lead}${words}${lineBreakAfter(text, lineStart)}`)];
  }
  const indent = /^[ \t]*/.exec(text.slice(lineStart, at))?.[0] ?? '';
  for (const [open, close] of [...ownSigns(text, at, written.comments), ...SIGNS]) {
    const line = `${indent}${open} ${words}${close}${lineBreakAfter(text, lineStart)}`;
    if (!words.includes(close.trim() || '\n') && isComment(path, text, lineStart, line, written.comments)) {
      return [insertion(lineStart, line)];
    }
  }
  return cannot(path, words);
}

/** The sign of the line comment that the offset stands in, as often as it is repeated there: `;;`. */
function ownSigns(text: string, at: number, comments: readonly RawComment[]): (readonly [string, string])[] {
  const own = comments.find(({ start, end }) => start <= at && at < end);
  const sign = own?.style === 'line' ? text.slice(own.start, own.innerStart).trim() : '';
  const repeated = sign === '' ? undefined : /^([^\p{L}\p{N}\s])\1+/u.exec(text.slice(own?.start, at))?.[0];
  return sign === '' ? [] : [[repeated?.startsWith(sign) ? repeated : sign, '']];
}

/** Whether the line reads as a comment where it is put in, and leaves all others what they are. */
function isComment(path: string, text: string, offset: number, line: string, before: readonly RawComment[]): boolean {
  const now = writtenComments(path, text.slice(0, offset) + line + text.slice(offset))?.comments ?? [];
  const start = offset + line.search(/\S/);
  const end = offset + line.trimEnd().length;
  const endWithSpace = offset + line.replace(/[\r\n]+$/, '').length;
  const [own, ...others] = [...now].sort((a, b) => Number(b.start === start) - Number(a.start === start));
  return (
    own?.start === start &&
    own.end >= end &&
    own.end <= endWithSpace &&
    others.length === before.length &&
    others.every((each, index) => {
      const former = before[index];
      const moved = each.start > start ? line.length : 0;
      return former?.start === each.start - moved && former.end === each.end - moved;
    })
  );
}

function cannot(path: string, words: string): Refusal {
  return new Refusal(
    t(
      'No comment can be written safely there in {0}. Write `{1}` in a comment above the line yourself.',
      path,
      words.trim(),
    ),
  );
}
