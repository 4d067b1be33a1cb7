import { t } from '../../words/t';
import { nameOf } from '../../findings/wording';
import type { Finding } from '../../model/finding';
import type { WorkItem } from '../../model/roadmap';
import { isFinished } from '../../model/status';
import { categoryOf } from '../../planning/progress';
import type { FixContext, FixKind } from '../fix';
import { itemOf, relatedWork } from '../subjects';
import { assignToAnother } from './assignOwner';
import { markAs } from './markAs';

/** Of many items a few are offered, from the end: what stands first is most likely meant. */
const MOST_ITEMS = 3;

/** Gives the last of what a finding names to somebody else. */
export const assignSomeElsewhere: FixKind = (finding, context) =>
  lastOpen(relatedWork(finding, context), context).flatMap((item) => assignToAnother(about(finding, item), context));

/** Of too much that is under way, pauses the last or gives it to somebody else. */
export const pauseSome: FixKind = (finding, context) =>
  lastOpen(relatedWork(finding, context), context).flatMap((item) => [
    ...markAs('planned')(about(finding, item), context),
    ...assignToAnother(about(finding, item), context),
  ]);

/** Takes the block away: of the item itself, or of the one that it waits for. */
export const unblock: FixKind = (finding, context) => {
  const item = itemOf(finding, context);
  const blocked = [item, ...relatedWork(finding, context)].find(
    (each) => each && 'children' in each && categoryOf(each, context.trace.plan) === 'blocked',
  );
  return blocked ? markAs('active')(about(finding, blocked as WorkItem), context) : [];
};

/** Sets the date of what depends on this to that of the item it depends on, by moving it to the same release. */
export const followDependency: FixKind = (finding, context) => {
  const { plan } = context.trace;
  const item = itemOf(finding, context);
  const [needed] = relatedWork(finding, context);
  const release = needed && plan.releaseOf(needed)?.name;
  if (!item || !('children' in item) || !needed || release === undefined || plan.releaseOf(item)?.name === release) {
    return [];
  }
  return [
    {
      title: t('Move {0} to {1}, the release of {2}', nameOf(item), release, nameOf(needed)),
      edit: {
        roadmap: [{ kind: 'setField', item: { path: item.path, id: item.id }, field: 'release', value: release }],
      },
    },
  ];
};

function lastOpen(items: readonly WorkItem[], { trace: { plan } }: FixContext): readonly WorkItem[] {
  return items
    .filter((item) => !isFinished(categoryOf(item, plan)))
    .slice(-MOST_ITEMS)
    .reverse();
}

/** The finding as if it were about the item, for kinds that ask what it is about. */
function about(finding: Finding, { id }: WorkItem): Finding {
  const { message, related } = finding;
  return { ...finding, message, related, item: id };
}
