import type { SyntaxNode } from '@lezer/common';
import { t } from '../../words/t';
import { fieldNamed } from '../fields';
import { report } from '../readContext';
import type { MapEntry } from '../valueNode';
import { readYamlValues } from '../yaml/readYaml';
import type { MarkdownContext } from './readMarkdown';

/**
 * The fields in a fenced block that is marked `yaml waymark`, under an item or heading: what has no form of its own in
 * Markdown. undefined: the block is something else, an example say.
 */
export function notedFields(context: MarkdownContext, fence: SyntaxNode): readonly MapEntry[] | undefined {
  const info = fence.getChild('CodeInfo');
  const mark = info && context.text.slice(context.base + info.from, context.base + info.to);
  if (!info || !/^ya?ml\s+waymark$/i.test(mark ?? '')) {
    return undefined;
  }
  const from = context.text.indexOf('\n', context.base + info.to) + 1;
  const to = context.base + (fence.lastChild?.name === 'CodeMark' ? fence.lastChild.from : fence.to);
  const value = from > 0 && from < to ? readYamlValues(context, from, to) : undefined;
  if (value && value.kind !== 'map') {
    report(
      context,
      'WM101',
      value.span,
      t('This block holds no fields. Write `story:` or the like, or remove `waymark`.'),
    );
  }
  return value?.kind === 'map' ? value.entries : [];
}

/** An item's fields with those that are noted below it, which go before what its own line says; what it holds stays. */
export function withNoted(entries: readonly MapEntry[], noted: readonly MapEntry[]): readonly MapEntry[] {
  const names = new Set(noted.map(fieldOf));
  const kept = entries.filter((entry) => HOLDS.has(entry.key) || !names.has(fieldOf(entry)));
  return noted.length === 0 ? entries : [...kept, ...noted];
}

const HOLDS: ReadonlySet<string> = new Set(['items', 'tasks']);

function fieldOf({ key }: MapEntry): string {
  return fieldNamed('story', key)?.name ?? key;
}
