import { t } from '../words/t';
import type { Item, Roadmap } from '../model/roadmap';
import { STATUS_CATEGORIES, type Status } from '../model/status';
import { statusKey } from '../roadmap/statusNames';
import { performEdit } from './performEdit';
import { Refusal } from './refusal';
import type { RoadmapEdit } from './roadmapEdit';
import type { Scene } from './scene';
import type { TextChange } from './textChange';
import { writerOf } from './writerOf';

/** Says under the file's `workflow` what a status counts as; all that have it count as that from then on. */
export function addStatus(
  scene: Scene,
  { name, category: said }: Extract<RoadmapEdit, { kind: 'addStatus' }>,
): readonly TextChange[] | Refusal {
  const category = STATUS_CATEGORIES.find((each) => each === said);
  const key = name.trim().toLowerCase();
  if (!category) {
    return new Refusal(t('`{0}` is no category. Write planned, active, blocked, done or dropped.', said));
  }
  if (scene.roadmap.workflow.get(key) === category) {
    return [];
  }
  const isMeant = ({ status }: WithStatus) => status !== undefined && statusKey(status.name) === statusKey(name);
  const meant = withStatus(scene.roadmap).filter(isMeant);
  return performEdit(
    scene,
    [
      (now) => ({
        aim: {
          wanted: { ...now.roadmap, workflow: new Map([...now.roadmap.workflow, [key, category]]) },
          open: new Map(meant.map(({ id }) => [id, new Set(['status'])])),
          holds: (found) => withStatus(found).every((each) => !isMeant(each) || each.status?.category === category),
        },
        ways: writerOf(now).addStatus(now, name.trim(), category),
      }),
    ],
    t('The `workflow` of {0} cannot be changed safely. Write `{1}: {2}` there yourself.', scene.path, name, category),
  );
}

type WithStatus = Pick<Item, 'id'> & { readonly status?: Pick<Status, 'name' | 'category'> | undefined };

/** What may have a status of the team's own. */
function withStatus({ work, releases }: Roadmap): readonly WithStatus[] {
  return [...work, ...releases];
}
