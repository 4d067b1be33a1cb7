import { t } from '../../words/t';
import { nextIdFor } from '../../edit/nextId';
import { isWork } from '../../edit/items';
import { twinsIn } from '../../edit/renameItem';
import { short } from '../subjects';
import { ANSWER, type Fix, type FixKind } from '../fix';

/** Gives one of several things with one ID an ID of its own: the next free one, or one that the person says. */
export const giveOtherId: FixKind = ({ item: id, place }, { trace: { plan } }) => {
  const roadmap = plan.roadmaps.find(({ path }) => path === place.path);
  const twins = roadmap && id !== undefined ? twinsIn(roadmap, id) : [];
  const nth = twins.findIndex(({ headline }) => headline.start === place.span.start);
  const twin = twins[nth];
  if (!twin) {
    return [];
  }
  const title = short(twin.title);
  const rename = (newId: string): Fix['edit'] => ({
    roadmap: [{ kind: 'separate', item: { path: twin.path, id: twin.id }, nth, newId }],
  });
  const { path } = twin;
  const free = isWork(twin) ? nextIdFor(plan, { kind: twin.kind, path, parent: plan.parentOf(twin) }) : undefined;
  return [
    ...(free === undefined
      ? []
      : [{ title: t('Give this {0}, {1}, the free ID {2}', twin.id, title, free), edit: rename(free) }]),
    {
      title: t('Give this {0}, {1}, another ID…', twin.id, title),
      question: {
        needs: 'newId',
        prompt: t('The new ID of “{0}”', twin.title),
        ...(free !== undefined && { likely: [{ label: t('{0}, the next free one', free), answer: free }] }),
      },
      edit: rename(ANSWER),
    },
  ];
};
