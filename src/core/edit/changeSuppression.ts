import { t } from '../words/t';
import type { Item, Suppression } from '../model/roadmap';
import { aimOfSuppressions, suppressionOf } from './aims/parts';
import { stepOf, unsafe } from './edits';
import { findItem } from './items';
import { performEdit } from './performEdit';
import { Refusal } from './refusal';
import type { RoadmapEdit } from './roadmapEdit';
import type { Scene } from './scene';
import type { TextChange } from './textChange';
import type { NewSuppression } from './writer';
import { writerOf } from './writerOf';

type Change = Extract<RoadmapEdit, { kind: 'changeSuppression' }>;

/** Changes one entry of what an item ignores, or takes it away. */
export function changeSuppression(scene: Scene, item: Item, { entry, to }: Change): readonly TextChange[] | Refusal {
  const { rule } = entry;
  if (!entryOf(item, entry)) {
    return new Refusal(t('{0} does not ignore {1} so any more, so nothing was changed.', item.id, rule));
  }
  const next: NewSuppression | undefined = to && { rule, reason: to.reason, until: to.until };
  const byHand = next
    ? t('Change its `ignore: {0}` there yourself.', rule)
    : t('Take its `ignore: {0}` out there yourself.', rule);
  return performEdit(
    scene,
    [
      (now) => {
        const own = findItem(now.roadmap, item.id);
        const former = own && entryOf(own, entry);
        if (!own || !former) {
          return undefined;
        }
        const ignore = own.ignore.flatMap((each) => (each === former ? (next ? suppressionOf(own, next) : []) : each));
        const aim = aimOfSuppressions(now.roadmap, own, ignore);
        return stepOf(now, aim, writerOf(now).changeSuppression(now, own, former, next));
      },
    ],
    unsafe(scene, item, byHand),
  );
}

function entryOf({ ignore }: Item, { rule, reason, until }: Change['entry']): Suppression | undefined {
  return ignore.find((each) => each.rule === rule && each.reason === reason && each.until?.text === until);
}
