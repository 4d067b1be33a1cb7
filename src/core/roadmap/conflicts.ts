import { t } from '../words/t';
import { type ReadContext, report } from './readContext';

/** The lines that git puts between the versions of a text that it could not merge. */
const MARK = /^(<<<<<<<|\|\|\|\|\|\|\||=======|>>>>>>>)(?:[ \t][^\n]*)?\r?$/gm;

/** A row of a table in Markdown. */
const ROW = /^\|(?!\|{6})/m;

/**
 * The text with the marks of merge conflicts and one of the two versions as spaces, so that all else keeps its place. The upper
 * version is read, which is that of the branch that one is on; the lower one where the upper one is empty. Each conflict is
 * one problem. Offsets in `source` plus `base` are offsets in the file.
 *
 * @param loose whether marks that make no whole conflict are mistakes too: in Markdown a line of `=======` makes a heading
 */
export function withoutConflicts(context: ReadContext, source: string, base: number, loose = true): string {
  if (!source.includes('<<<<<<<') && !source.includes('>>>>>>>')) {
    return source;
  }
  const parts: string[] = [];
  let done = 0;
  let isInTable = false;
  const blank = (start: number, end: number) => {
    const spaces = source.slice(start, end).replace(/[^\r\n]/g, ' ');
    // A line of spaces would end the table; this is a row without cells.
    parts.push(source.slice(done, start), isInTable ? spaces.replace(/^ /gm, '|') : spaces);
    done = end;
  };
  for (const { marks, isWhole } of conflictsIn(source)) {
    const [first] = marks;
    const words = {
      start: base + first.start,
      end: base + first.start + source.slice(first.start, first.end).trimEnd().length,
    };
    const other = marks.find(({ sign }) => sign === '=======');
    const last = marks.at(-1) ?? first;
    if (!isWhole || !other) {
      if (!loose) continue;
      report(context, 'WM101', words, t('This line is left over from a merge. Remove it.'));
      marks.forEach(({ start, end }) => blank(start, end));
      continue;
    }
    const upperEnd = marks.find(({ sign }) => sign.startsWith('|'))?.start ?? other.start;
    const takesUpper = source.slice(first.end, upperEnd).trim() !== '';
    const message = takesUpper
      ? t('A merge left two versions of these lines. Until you keep one and remove the marks, the upper one is read.')
      : t(
          'A merge left two versions of these lines. Until you keep one and remove the marks, the lower one is read, since the upper one is empty.',
        );
    report(context, 'WM101', words, message);
    isInTable = !loose && ROW.test(source.slice(first.start, last.end));
    if (takesUpper) {
      blank(first.start, first.end);
      blank(upperEnd, last.end);
    } else {
      blank(first.start, other.end);
      blank(last.start, last.end);
    }
  }
  return parts.join('') + source.slice(done);
}

interface Mark {
  readonly sign: string;
  readonly start: number;
  /** Behind the line. */
  readonly end: number;
}

interface Conflict {
  readonly marks: readonly [Mark, ...Mark[]];
  /** From `<<<<<<<` to `>>>>>>>`; else marks that are left over, or whose other half is missing. */
  readonly isWhole: boolean;
}

function conflictsIn(source: string): Conflict[] {
  const conflicts: Conflict[] = [];
  let open: [Mark, ...Mark[]] | undefined;
  for (const match of source.matchAll(MARK)) {
    const mark: Mark = { sign: match[1] ?? '', start: match.index, end: match.index + match[0].length };
    if (mark.sign === '<<<<<<<') {
      if (open) conflicts.push({ marks: open, isWhole: false });
      open = [mark];
    } else if (!open) {
      conflicts.push({ marks: [mark], isWhole: false });
    } else if (mark.sign === '>>>>>>>') {
      open.push(mark);
      conflicts.push({ marks: open, isWhole: open.some(({ sign }) => sign === '=======') });
      open = undefined;
    } else {
      open.push(mark);
    }
  }
  return open ? [...conflicts, { marks: open, isWhole: false }] : conflicts;
}
