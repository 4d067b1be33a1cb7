import type { WorkItem } from '../../../model/roadmap';
import { dependantPlaces } from '../../../planning/dependencies';
import { NONE } from '../../../planning/statedColumns';
import { BLOCKED, isOpenCode, workTable } from '../../../planning/workTable';
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
    const { blocks, waiting, waits } = waitsIn(plan);
    const waitingBy = new Map(blocks.map((place) => [place, new Array<WorkItem>()]));
    for (const place of waiting) {
      const item = plan.workItems[place];
      if (item) {
        waitingBy.get(waits.block[place] ?? NONE)?.push(item);
      }
    }
    for (const [place, behind] of waitingBy) {
      const item = plan.workItems[place];
      if (item) {
        yield sameAsBefore(item, [item, ...behind], () => ({
          message: `${nameOf(item)} is blocked${reachWords(behind)}.`,
          place: fieldPlace(item, 'status'),
          item: item.id,
          related: behind.slice(0, MOST_RELATED).map((waiter) => relatedItem(waiter)),
        }));
      }
    }
    for (const place of waiting) {
      const chain = chainFrom(place, waits, plan);
      const [item] = chain;
      const block = chain.at(-1);
      if (item && block) {
        yield sameAsBefore(item, chain, () => ({
          message: `${nameOf(item)} waits for ${nameOf(block)}, which is blocked: ${chainWords(chain)}.`,
          place: fieldPlace(item, 'depends'),
          item: item.id,
          related: [relatedItem(block)],
        }));
      }
    }
  },
};

function reachWords(waiting: readonly WorkItem[]): string {
  const wait = waiting.length === 1 ? '1 item waits' : `${count(waiting.length, 'item')} wait`;
  return waiting.length > 0 ? `, and ${wait} for it: ${listing(waiting.map(nameOf))}` : '';
}

/** By the place of an item that waits, or {@link NONE}. */
interface Waits {
  /** What it depends on itself, on a shortest way to the nearest block. */
  readonly next: Int32Array;
  readonly block: Int32Array;
}

/** Open items that are blocked, those behind them in the order of their distance, and the ways; by place in `plan.workItems`. */
function waitsIn(plan: Plan): { blocks: readonly number[]; waiting: readonly number[]; waits: Waits } {
  const { categories, stated } = workTable(plan);
  const blocks: number[] = [];
  categories.forEach((category, place) => {
    if (category === BLOCKED && stated.categories[place] === BLOCKED) {
      blocks.push(place);
    }
  });
  const next = new Int32Array(categories.length).fill(NONE);
  const block = new Int32Array(categories.length).fill(NONE);
  const queue = [...blocks];
  for (const place of queue) {
    for (const waiter of dependantPlaces(plan).get(place) ?? []) {
      if (next[waiter] === NONE && stated.categories[waiter] !== BLOCKED && isOpenCode(categories[waiter])) {
        next[waiter] = place;
        block[waiter] = block[place] === NONE ? place : (block[place] ?? NONE);
        queue.push(waiter);
      }
    }
  }
  return { blocks, waiting: queue.slice(blocks.length), waits: { next, block } };
}

/** Nobody reads a longer chain, and each item behind a block has one. */
const LONGEST_CHAIN = 8;

/** From the item to its block; of a long one the first few, and the block. */
function chainFrom(waiting: number, { next, block }: Waits, { workItems }: Plan): WorkItem[] {
  const chain: WorkItem[] = [];
  const end = block[waiting] ?? NONE;
  // One more than is shown says that the chain is longer.
  for (let at = waiting; at !== end && chain.length <= LONGEST_CHAIN; at = next[at] ?? end) {
    const item = workItems[at];
    if (item) {
      chain.push(item);
    }
  }
  const last = workItems[end];
  return last ? [...chain, last] : chain;
}

/** `PAY-14 → PAY-13 → PAY-12`; a long chain without its middle. */
function chainWords(chain: readonly WorkItem[]): string {
  const names = chain.map(nameOf);
  return (names.length > LONGEST_CHAIN + 1 ? [...names.slice(0, -2), '…', ...names.slice(-1)] : names).join(' → ');
}
