import type { FieldSpec } from '../../roadmap/fields';
import type { ValueNode } from '../../roadmap/valueNode';
import type { FieldText } from '../roadmapEdit';
import type { Written } from './written';

/** The quotes of a word, `''` for none; undefined: it is no word on one line. */
export function quoteOf(text: string, node: ValueNode | undefined): string | undefined {
  if (node?.kind !== 'scalar') {
    return undefined;
  }
  const first = text.charAt(node.span.start);
  if (first === '|' || first === '>') {
    return undefined;
  }
  return first === '"' || first === "'" ? first : '';
}

const LONGEST_LINE = 100;

/** A field's value as it is to be written: in the way of a value that stands there or at a neighbour. */
export function writtenLike(
  text: string,
  spec: FieldSpec | undefined,
  value: FieldText,
  like: ValueNode | undefined,
): Written {
  const type = spec?.type;
  if (typeof value === 'string') {
    return { kind: 'scalar', text: value, type, quote: quoteOf(text, like) };
  }
  const first = like?.kind === 'list' ? like.items[0] : undefined;
  const items = value.map((each): Written => ({ kind: 'scalar', text: each, type, quote: quoteOf(text, first) }));
  const isLong = value.join(', ').length > LONGEST_LINE || (type === 'criteria' && value.length > 1);
  const inLines = like?.kind === 'list' && like.items.length > 0 ? text.charAt(like.span.start) !== '[' : isLong;
  return { kind: 'list', items, inLines };
}
