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
  const name = `this ${twin.id}, ${short(twin.title)},`;
  const rename = (newId: string): Fix['edit'] => ({
    roadmap: [{ kind: 'separate', item: { path: twin.path, id: twin.id }, nth, newId }],
  });
  const { path } = twin;
  const free = isWork(twin) ? nextIdFor(plan, { kind: twin.kind, path, parent: plan.parentOf(twin) }) : undefined;
  return [
    ...(free === undefined ? [] : [{ title: `Give ${name} the free ID ${free}`, edit: rename(free) }]),
    {
      title: `Give ${name} another ID…`,
      question: {
        needs: 'newId',
        prompt: `The new ID of “${twin.title}”`,
        ...(free !== undefined && { likely: [{ label: `${free}, the next free one`, answer: free }] }),
      },
      edit: rename(ANSWER),
    },
  ];
};
