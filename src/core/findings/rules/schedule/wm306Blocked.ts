import type { WorkItem } from '../../../model/roadmap';
import { isFinished } from '../../../model/status';
import { dependantsOf } from '../../../planning/dependencies';
import { categoryOf } from '../../../planning/progress';
import type { Plan } from '../../../trace/plan';
import { fieldPlace, relatedItem } from '../../places';
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
  *check(plan) {
    const stated = plan.workItems.filter((item) => item.status?.category === 'blocked');
    const chains = chainsTo(stated, plan);
    const waitingFor = new Map<WorkItem, WorkItem[]>(stated.map((item) => [item, []]));
    for (const [waiter, chain] of chains) {
      const block = chain.at(-1);
      waitingFor.get(block ?? waiter)?.push(waiter);
    }
    for (const item of stated) {
      const waiting = waitingFor.get(item) ?? [];
      const wait = waiting.length === 1 ? '1 item waits' : `${count(waiting.length, 'item')} wait`;
      const reach = waiting.length > 0 ? `, and ${wait} for it: ${listing(waiting.map(nameOf))}` : '';
      yield {
        message: `${nameOf(item)} is blocked${reach}.`,
        place: fieldPlace(item, 'status'),
        item: item.id,
        related: waiting.map((waiter) => relatedItem(waiter)),
      };
    }
    for (const [item, chain] of chains) {
      const block = chain.at(-1);
      if (block) {
        yield {
          message: `${nameOf(item)} waits for ${nameOf(block)}, which is blocked: ${[item, ...chain].map(nameOf).join(' → ')}.`,
          place: fieldPlace(item, 'depends'),
          item: item.id,
          related: [relatedItem(block)],
        };
      }
    }
  },
};

/** For each open item that is not blocked itself, a shortest way to the nearest blocked one. */
function chainsTo(blockedItems: readonly WorkItem[], plan: Plan): ReadonlyMap<WorkItem, readonly WorkItem[]> {
  const chains = new Map<WorkItem, readonly WorkItem[]>();
  const queue = [...blockedItems];
  for (const needed of queue) {
    for (const item of dependantsOf(needed, plan)) {
      if (!chains.has(item) && item.status?.category !== 'blocked' && !isFinished(categoryOf(item, plan))) {
        chains.set(item, [needed, ...(chains.get(needed) ?? [])]);
        queue.push(item);
      }
    }
  }
  return chains;
}
