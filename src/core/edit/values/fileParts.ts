import type { Metric } from '../../model/roadmap';
import type { Span } from '../../model/span';
import { fieldNamed } from '../../roadmap/fields';
import type { MapNode, ValueNode } from '../../roadmap/valueNode';
import type { Scene } from '../scene';
import type { Ways } from '../writer';
import { entryIn } from './addEntry';
import { changesOfList } from './changeList';
import type { Dialect } from './dialect';
import { quoteOf } from './hints';
import { contentEnd, isBracketed } from './layout';
import { lineStyleOf } from './lineStyle';

/** Ways to list one prefix more under the `keys` of the file. */
export function* waysToAddKey(dialect: Dialect, scene: Scene, key: string): Ways {
  const { text, values, roadmap } = scene;
  const spec = fieldNamed('roadmap', 'keys');
  const entries = values?.kind === 'map' ? values.entries : [];
  const node = entries.find((entry) => fieldNamed('roadmap', entry.key)?.name === 'keys')?.value;
  const names = [...(roadmap.keys ?? []).map(({ name }) => name), key];
  const changes =
    spec && node?.kind === 'list' ? changesOfList(dialect, lineStyleOf(scene), text, spec, node, names) : undefined;
  if (changes) {
    yield changes;
  }
  if (spec && node?.kind === 'scalar') {
    const span = { start: node.span.start, end: contentEnd(text, node.span) };
    const style = { inBrackets: false, quote: quoteOf(text, node), type: spec.type };
    yield [{ span, text: dialect.scalar(names.join(', '), style) }];
  }
}

/** Ways to write what a metric is, and the day of it: in the place of what it was, else behind its last field. */
export function* waysToMeasure(
  dialect: Dialect,
  scene: Scene,
  { span }: Metric,
  said: { readonly value: string; readonly asOf: string },
): Ways {
  const { text, values } = scene;
  const node = values && mapAt(values, span);
  if (!node) {
    return;
  }
  const style = lineStyleOf(scene);
  yield (
    [
      ['current', said.value, 'number'],
      ['asOf', said.asOf, 'date'],
    ] as const
  ).flatMap(([field, words, type]) => {
    const entry = node.entries.find(({ key }) => fieldNamed('metric', key)?.name === field);
    if (entry?.value.kind !== 'scalar') {
      const value = { kind: 'scalar' as const, text: words, type, quote: undefined };
      return entryIn(dialect, style, text, node, { key: field, value }, node.entries.at(-1));
    }
    const written = { inBrackets: isBracketed(text, node), quote: quoteOf(text, entry.value), type };
    return [
      {
        span: { start: entry.value.span.start, end: contentEnd(text, entry.value.span) },
        text: dialect.scalar(words, written),
      },
    ];
  });
}

/** The mapping that stands at a place. */
function mapAt(node: ValueNode, span: Span): MapNode | undefined {
  if (node.kind === 'map' && node.span.start === span.start && node.span.end === span.end) {
    return node;
  }
  const below = node.kind === 'list' ? node.items : node.kind === 'map' ? node.entries.map(({ value }) => value) : [];
  for (const each of below) {
    const found = each.span.start <= span.start && span.end <= each.span.end ? mapAt(each, span) : undefined;
    if (found) {
      return found;
    }
  }
  return undefined;
}
