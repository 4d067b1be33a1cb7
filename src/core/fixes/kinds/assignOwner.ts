import { nameOf } from '../../findings/wording';
import type { Item } from '../../model/roadmap';
import type { Plan } from '../../trace/plan';
import { ANSWER, type Fix, type FixContext, type FixKind } from '../fix';
import { addressOf, itemOf } from '../subjects';

/** Gives an item an owner: the person at work, or one that the person picks. */
export const assignOwner: FixKind = (finding, context) => {
  const item = itemOf(finding, context);
  if (!item || item.kind === 'release' || item.kind === 'goal') {
    return [];
  }
  const mine = myself(context);
  return [
    ...(mine ? [assign(item, `Assign ${nameOf(item)} to me, ${mine.name}`, mine.id)] : []),
    {
      ...assign(item, `Assign ${nameOf(item)} to…`, ANSWER),
      question: {
        needs: 'owner',
        prompt: `The owner of ${nameOf(item)}`,
        ...(mine && { likely: [{ label: `${mine.name} (me)`, answer: mine.id }] }),
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

/** The person at work as the plan calls them; undefined: nobody knows who that is. */
function myself({ me, trace }: FixContext): { readonly id: string; readonly name: string } | undefined {
  return me && (memberWith(me, trace.plan) ?? (me.name ? { id: me.name, name: me.name } : undefined));
}

function memberWith({ name, email }: { name: string; email: string }, { team }: Plan) {
  const same = (a: string, b: string) => a !== '' && a.toLowerCase() === b.toLowerCase();
  return (
    team.find(({ emails }) => emails.some((each) => same(each, email))) ??
    team.find((person) => same(person.name, name) || same(person.id, name))
  );
}
