import type { WorkItem } from '../../../model/roadmap';
import { dependantsOf } from '../../../planning/dependencies';
import { isOpen } from '../../../planning/progress';
import { BLOCKED, workTable } from '../../../planning/workTable';
import type { Plan } from '../../../trace/plan';
import { fieldPlace, MOST_RELATED, relatedItem } from '../../places';
import type { Rule } from '../../rule';
import { count, listing, nameOf } from '../../wording';

export const blocked: Rule = {
  code: 'WM306',
  name: 'blocked',
  title: 'Blocked, or behind a blocked item',
  severity: 'information',
  scope: 'plan',
  documentation: {
    what: 'An item is *blocked*, or depends, directly or through others, on one that is. The chain is shown.',
    why: 'A block costs most where nobody sees how far it reaches.',
    example: 'PAY-14 depends on PAY-13, which depends on PAY-12, which is *blocked*.',
    answer: 'Remove the block first: the finding at the blocked item counts what waits for it.',
  },
  *check(plan, { sameAsBefore }) {
    const { categories } = workTable(plan);
    const stated = plan.workItems.filter(
      (item, place) => categories[place] === BLOCKED && item.status?.category === 'blocked',
    );
    const waits = waitsFor(stated, plan);
    const waitingBy = new Map(stated.map((item) => [item, new Array<WorkItem>()]));
    for (const [item, { block }] of waits) {
      waitingBy.get(block)?.push(item);
    }
    for (const [item, waiting] of waitingBy) {
      yield sameAsBefore(item, [item, ...waiting], () => ({
        message: `${nameOf(item)} is blocked${reachWords(waiting)}.`,
        place: fieldPlace(item, 'status'),
        item: item.id,
        related: waiting.slice(0, MOST_RELATED).map((waiter) => relatedItem(waiter)),
      }));
    }
    for (const [item, { block }] of waits) {
      const chain = chainFrom(item, waits);
      yield sameAsBefore(item, chain, () => ({
        message: `${nameOf(item)} waits for ${nameOf(block)}, which is blocked: ${chainWords(chain)}.`,
        place: fieldPlace(item, 'depends'),
        item: item.id,
        related: [relatedItem(block)],
      }));
    }
  },
};

function reachWords(waiting: readonly WorkItem[]): string {
  const wait = waiting.length === 1 ? '1 item waits' : `${count(waiting.length, 'item')} wait`;
  return waiting.length > 0 ? `, and ${wait} for it: ${listing(waiting.map(nameOf))}` : '';
}

interface Wait {
  /** What it depends on itself, on the way to the block. */
  readonly next: WorkItem;
  readonly block: WorkItem;
}

/** For each open item that is not blocked itself, a shortest way to the nearest blocked one. */
function waitsFor(blockedItems: readonly WorkItem[], plan: Plan): ReadonlyMap<WorkItem, Wait> {
  const waits = new Map<WorkItem, Wait>();
  const queue = [...blockedItems];
  for (const next of queue) {
    for (const item of dependantsOf(next, plan)) {
      if (!waits.has(item) && item.status?.category !== 'blocked' && isOpen(item, plan)) {
        waits.set(item, { next, block: waits.get(next)?.block ?? next });
        queue.push(item);
      }
    }
  }
  return waits;
}

/** Nobody reads a longer chain, and each item behind a block has one. */
const LONGEST_CHAIN = 8;

/** From the item to its block; of a long one the first few, and the block. */
function chainFrom(item: WorkItem, waits: ReadonlyMap<WorkItem, Wait>): WorkItem[] {
  const chain = [item];
  let at = waits.get(item);
  while (at && at.next !== at.block && chain.length < LONGEST_CHAIN) {
    chain.push(at.next);
    at = waits.get(at.next);
  }
  // The last but one may wait for others before the block.
  const isWhole = !at || at.next === at.block;
  return [...chain, ...(at ? [...(isWhole ? [] : [at.next]), at.block] : [])];
}

/** `PAY-14 → PAY-13 → PAY-12`; a long chain without its middle. */
function chainWords(chain: readonly WorkItem[]): string {
  const names = chain.map(nameOf);
  return (names.length > LONGEST_CHAIN + 1 ? [...names.slice(0, -2), '…', ...names.slice(-1)] : names).join(' → ');
}
