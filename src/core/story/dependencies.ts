import { t } from '../words/t';
import type { WorkItem } from '../model/roadmap';
import { dependenciesOf } from '../planning/dependencies';
import { categoryOf } from '../planning/progress';
import { itemName, itemSummary } from '../report/itemWords';
import { dependantsOf, dependencyGraph } from './graph';
import type { DependencySection, PageRow, PageRows } from './page';
import { type PageQuestion, rowsOf } from './question';

/** What an item waits for and what waits for it: as a graph, and as lists that say the same in words. */
export function dependenciesSection<T>(item: WorkItem, question: PageQuestion<T>): DependencySection<T> {
  const { plan } = question.trace;
  const needed = dependenciesOf(item, plan);
  const unknown = item.depends.filter(({ name }) => plan.findWork(name) === undefined);
  return {
    graph: dependencyGraph(item, question),
    needs: [
      ...itemRows(needed, question).rows,
      ...unknown.map(
        ({ name, span }): PageRow<T> => ({
          key: name,
          sign: 'warning',
          label: name,
          facts: [t('declared in no roadmap')],
          target: question.targetOf({ kind: 'place', place: { path: item.path, span } }),
        }),
      ),
    ],
    neededBy: itemRows(dependantsOf(item, plan), question).rows,
  };
}

/** What stands under the item. */
export function partsOf<T>(item: WorkItem, question: PageQuestion<T>): PageRows<T> {
  return itemRows(question.trace.plan.childrenOf(item), question);
}

function itemRows<T>(items: readonly WorkItem[], { trace, today, targetOf }: PageQuestion<T>): PageRows<T> {
  return rowsOf(items, (each) => ({
    key: each.id,
    sign: categoryOf(each, trace.plan),
    label: itemName(each),
    facts: [itemSummary(each, trace, today)],
    target: targetOf({ kind: 'story', item: each }),
  }));
}
