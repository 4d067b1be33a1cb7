import { t } from '../../words/t';
import type { Span } from '../../model/span';
import { type ReadContext, report } from '../readContext';
import { emptyAt, type ValueNode } from '../valueNode';

/** Nodes that aliases may add to a file; hostile files ask for billions. */
const MOST_ALIASED_NODES = 100_000;

interface Anchored {
  readonly node: ValueNode;
  readonly size: number;
}

/** What `&name` marks in a file, for `*name` to repeat. */
export class Aliases {
  private readonly anchors = new Map<string, Anchored>();
  private aliased = 0;

  /** Forgets all names: they count in one document only. */
  clear(): void {
    this.anchors.clear();
  }

  /** @param size how many nodes it is, what aliases in it repeat included */
  add(name: string, node: ValueNode, size: number): void {
    this.anchors.set(name, { node, size });
  }

  /** What the alias repeats, standing where the alias stands. */
  resolve(context: ReadContext, name: string, span: Span): Anchored {
    const anchored = this.anchors.get(name);
    if (anchored === undefined) {
      const message = t(
        'A word that starts with `*` repeats what is marked `&{0}`, and nothing is. Put the value in quotes if it is meant as words.',
        name,
      );
      report(context, 'WM101', span, message, JSON.stringify(`*${name}`));
      return { node: { kind: 'scalar', text: `*${name}`, span, inner: span }, size: 1 };
    }
    this.aliased += anchored.size;
    if (this.aliased > MOST_ALIASED_NODES) {
      if (this.aliased - anchored.size <= MOST_ALIASED_NODES) {
        report(context, 'WM101', span, t('Aliases repeat too much of this file from here on. They are not read.'));
      }
      return { node: emptyAt(span.start), size: anchored.size };
    }
    const node = anchored.node.kind === 'scalar' ? { ...anchored.node, span, inner: span } : { ...anchored.node, span };
    return { node, size: anchored.size };
  }
}
