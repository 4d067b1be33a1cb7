import { t } from '../../../words/t';
import type { WorkItem } from '../../../model/roadmap';
import { type Blocks, blocksOf } from '../../../planning/blocks';
import { NONE } from '../../../planning/statedColumns';
import { itemsAt, type Plan } from '../../../trace/plan';
import { lazily } from '../../lazily';
import { fieldPlace, relatedItems, relatedOther } from '../../places';
import type { Rule } from '../../rule';
import { count, listingOf, nameOf } from '../../wording';
import { translatable } from '../../../words/translatable';

export const blocked: Rule = {
  code: 'WM306',
  name: 'blocked',
  title: translatable('Blocked, or behind a blocked item'),
  severity: 'information',
  scope: 'item',
  concerns: { categories: ['planned', 'active', 'blocked'] },
  reachedBy: 'blocks',
  documentation: {
    what: 'An item is *blocked*, or depends, directly or through others, on one that is. The chain is shown.',
    why: translatable('A block costs most where nobody sees how far it reaches.'),
    example: 'PAY-14 depends on PAY-13, which depends on PAY-12, which is *blocked*.',
    answer: 'Remove the block first: the finding at the blocked item counts what waits for it.',
  },
  check(item, _evidence, { plan }) {
    const blocks = blocksOf(plan);
    const place = plan.placeOf(item) ?? NONE;
    const behind = item.status?.category === 'blocked' ? blocks.behind.get(place) : undefined;
    if (behind) {
      const waiters = itemsAt(behind, plan);
      return {
        message: lazily(blockedSentence, { item, waiters }),
        place: fieldPlace(item, 'status'),
        item: item.id,
        related: relatedItems(waiters, item),
      };
    }
    const chain = blocks.next[place] === NONE ? [] : chainFrom(place, blocks, plan);
    const block = chain.at(-1);
    return (
      block && {
        message: lazily(waitingSentence, { item, block, chain }),
        place: fieldPlace(item, 'depends'),
        item: item.id,
        related: relatedOther(block, item),
      }
    );
  },
};

interface Blocked {
  readonly item: WorkItem;
  readonly waiters: readonly WorkItem[];
}

function blockedSentence({ item, waiters }: Blocked): string {
  const names = listingOf(waiters, nameOf);
  switch (waiters.length) {
    case 0:
      return t('{0} is blocked.', nameOf(item));
    case 1:
      return t('{0} is blocked, and 1 item waits for it: {1}.', nameOf(item), names);
    default:
      return t('{0} is blocked, and {1} wait for it: {2}.', nameOf(item), count(waiters.length, 'item'), names);
  }
}

interface Waiting {
  readonly item: WorkItem;
  readonly block: WorkItem;
  readonly chain: readonly WorkItem[];
}

function waitingSentence({ item, block, chain }: Waiting): string {
  return t('{0} waits for {1}, which is blocked: {2}.', nameOf(item), nameOf(block), chainWords(chain));
}

/** Nobody reads a longer chain, and each item behind a block has one. */
const LONGEST_CHAIN = 8;

/** From the item to its block; of a long one the first few, and the block. */
function chainFrom(waiting: number, { next, block }: Blocks, plan: Plan): WorkItem[] {
  const chain: number[] = [];
  const end = block[waiting] ?? NONE;
  // One more than is shown says that the chain is longer.
  for (let at = waiting; at !== end && chain.length <= LONGEST_CHAIN; at = next[at] ?? end) {
    chain.push(at);
  }
  return itemsAt([...chain, end], plan);
}

/** `PAY-14 → PAY-13 → PAY-12`; a long chain without its middle. */
function chainWords(chain: readonly WorkItem[]): string {
  const names = chain.map(nameOf);
  return (names.length > LONGEST_CHAIN + 1 ? [...names.slice(0, -2), '…', ...names.slice(-1)] : names).join(' → ');
}
