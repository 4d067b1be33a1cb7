import { t } from '../../words/t';
import { nameOf } from '../../findings/wording';
import type { Item } from '../../model/roadmap';
import { myself } from '../../planning/myself';
import { ANSWER, type Fix, type FixKind } from '../fix';
import { addressOf, itemOf } from '../subjects';

/** Gives an item an owner: the person at work, or one that the person picks. */
export const assignOwner: FixKind = (finding, context) => {
  const item = itemOf(finding, context);
  if (!item || item.kind === 'release' || item.kind === 'goal') {
    return [];
  }
  const mine = myself(context.me, context.trace.plan);
  return [
    ...(mine ? [assign(item, t('Assign {0} to me, {1}', nameOf(item), mine.name), mine.id)] : []),
    {
      ...assign(item, t('Assign {0} to…', nameOf(item)), ANSWER),
      question: {
        needs: 'owner',
        prompt: t('The owner of {0}', nameOf(item)),
        ...(mine && { likely: [{ label: t('{0} (me)', mine.name), answer: mine.id }] }),
      },
    },
  ];
};

/** Gives an item to somebody that the person picks, who may know best that it should not be themselves. */
export const assignToAnother: FixKind = (finding, context) =>
  assignOwner(finding, context)
    .filter(({ question }) => question)
    .map(({ question, ...fix }) => ({ ...fix, ...(question && { question: { ...question, likely: [] } }) }));

function assign(item: Item, title: string, owner: string): Fix {
  return { title, edit: { roadmap: [{ kind: 'setField', item: addressOf(item), field: 'owner', value: owner }] } };
}
