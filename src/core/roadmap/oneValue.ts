import { t } from '../words/t';
import type { Span } from '../model/span';
import { quoted, type ReadContext, report } from './readContext';
import { entryOf, type ListNode, type MapEntry, type MapNode, type ScalarNode, type ValueNode } from './valueNode';

/** The scalar of a field that takes one value; of a list the first, with a problem unless it is the only one. */
export function oneScalar(context: ReadContext, field: string, node: ValueNode): ScalarNode | undefined {
  if (node.kind !== 'list') {
    const scalar = scalarOrId(node);
    return scalar || node.kind === 'empty' ? scalar : wrongType(context, field, node.span, t('one value'));
  }
  const first = firstScalar(node);
  if (first !== undefined && node.items.length > 1) {
    const message = t('`{0}` takes one value, not a list. Only the first, {1}, is used.', field, quoted(first.text));
    report(context, 'WM105', node.span, message);
  } else if (first === undefined && node.items.length > 0) {
    wrongType(context, field, node.span, t('one value'));
  }
  return first;
}

/** The first entry's scalar; undefined: it has none, or the list is empty. */
function firstScalar(node: ListNode): ScalarNode | undefined {
  const first = node.items[0];
  return first && scalarOrId(first);
}

/** A scalar, or what a mapping that stands in a name's place says of itself: `owner: { id: ana }`. */
export function scalarOrId(node: ValueNode, keys: readonly string[] = NAMING_KEYS): ScalarNode | undefined {
  if (node.kind === 'scalar') {
    return node;
  }
  const value = node.kind === 'map' ? firstEntryOf(node, keys)?.value : undefined;
  return value?.kind === 'scalar' ? value : undefined;
}

const NAMING_KEYS = ['id', 'key', 'ref', 'login', 'username', 'name', 'title', 'email'];

export function firstEntryOf(node: MapNode, keys: readonly string[]): MapEntry | undefined {
  for (const key of keys) {
    const entry = entryOf(node, key);
    if (entry) {
      return entry;
    }
  }
  return undefined;
}

/** Says that a field's value is of another form than it takes. */
export function wrongType(context: ReadContext, field: string, span: Span, expected: string): undefined {
  return report(
    context,
    'WM105',
    span,
    t('`{0}` takes {1}. What stands here cannot be read as that.', field, expected),
  );
}

/** True unless the words only say that nothing is decided yet: those count as if the field were missing. */
export function isStated(text: string): boolean {
  return !/^\s*(?:|[-–—?]+|tb[ad]|n\/a|none|nothing|null|unassigned|nobody|undecided)\s*$/i.test(text);
}
