import { t } from '../../words/t';
import type { Span } from '../../model/span';
import { type FieldOwner, type FieldSpec, fieldNamed } from '../fields';
import { quoted, type ReadContext, report } from '../readContext';
import { plainScalar, type ValueNode } from '../valueNode';
import { InlineReader } from './inline';

const OWNERS: readonly FieldOwner[] = ['story', 'roadmap', 'epic', 'release', 'risk', 'goal'];
const WORK_LISTS: ReadonlySet<string> = new Set(['epics', 'stories', 'tasks', 'items', 'releases', 'goals', 'risks']);

/** Whether a line is the name of a list that lacks its colon only: `stories`. */
export function namesList(line: string): boolean {
  return WORK_LISTS.has(known(line.split(' #')[0]?.trim() ?? '')?.type ?? '');
}

/** A field whose colon is missing, or the space behind it. */
export interface ColonlessField {
  readonly key: string;
  readonly keySpan: Span;
  /** undefined: nothing stands behind the name. */
  readonly value: ValueNode | undefined;
}

/**
 * What a line says that is no `key: value`; what is missing is reported. undefined, and nothing reported: it can be no field.
 * Offsets in `source` plus `base` are offsets in the file.
 */
export function wordsWithoutColon(
  context: ReadContext,
  source: string,
  base: number,
  offset: number,
  lineEnd: number,
): ColonlessField | undefined {
  const comment = source.slice(offset, lineEnd).indexOf(' #');
  const line = source.slice(offset, comment < 0 ? lineEnd : offset + comment).trimEnd();
  const span = { start: base + offset, end: base + offset + line.length };
  const glued = /^([\p{L}\p{N}_][\p{L}\p{N}_ -]{0,40}):(?=\S)/u.exec(line);
  const parted = /^([\p{L}\p{N}_-]+) +(?=\S)/u.exec(line);
  const [whole = '', name = ''] = [glued, parted].find((match) => match && known(match[1] ?? '')) ?? [];
  if (name !== '') {
    const valueStart = offset + whole.length;
    const message = whole.includes(':')
      ? t('A space is missing behind the colon.')
      : t('A colon is missing behind {0}.', quoted(name));
    report(context, 'WM101', span, message, `${name}: ${line.slice(whole.length)}`);
    const value =
      new InlineReader(source, base).read(valueStart, offset + line.length) ??
      plainScalar(line.slice(whole.length), base + valueStart);
    return { key: name, keySpan: { start: span.start, end: span.start + name.length }, value };
  }
  if (!/^[\p{L}\p{N}]/u.test(line)) {
    return undefined;
  }
  const message = t('A colon is missing behind {0}: write `name: value`.', quoted(line));
  report(context, 'WM101', span, message, known(line) ? `${line}:` : undefined);
  return { key: line, keySpan: span, value: undefined };
}

function known(name: string): FieldSpec | undefined {
  for (const owner of OWNERS) {
    const field = fieldNamed(owner, name);
    if (field) {
      return field;
    }
  }
  return undefined;
}
