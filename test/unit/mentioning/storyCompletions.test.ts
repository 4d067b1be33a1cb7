import assert from 'node:assert/strict';
import { storyCompletions } from '../../../src/core/mentioning/storyCompletions';
import type { StoryPlace } from '../../../src/core/mentioning/storyPlace';
import type { Trace } from '../../../src/core/trace/trace';
import { changed, codeHistory } from '../../support/codeHistoryBuilder';
import { commit, epic, file, reference, story, todo, world } from '../../support/planBuilder';

const PLACE: StoryPlace = { word: { start: 8, end: 10 }, typed: 'PA', takesTitles: false, isAskedFor: true };

const NOTHING_ELSE = { branchItem: undefined, codeHistory: undefined, path: undefined };

function idsOffered(trace: Trace, more: Partial<Parameters<typeof storyCompletions>[1]> = {}, place = PLACE): string[] {
  return storyCompletions(place, { trace, ...NOTHING_ELSE, ...more }).list.map(({ text }) => text);
}

const WORK = [
  story('PAY-1', { title: 'Sign in', status: 'done' }),
  story('PAY-2', { title: 'Waits', depends: ['PAY-5'] }),
  epic('PAY-3', { title: 'All of it', status: 'active' }),
  story('PAY-4', { title: 'Is ready', depends: ['PAY-1'] }),
  story('PAY-5', { title: 'Is under way', status: 'In review=active' }),
  story('PAY-6', { title: 'Was given up', status: 'dropped' }),
  story('PAY-7', { title: 'Is stuck', status: 'blocked' }),
  story('PAY-8', { title: 'Sign in: refunds' }),
];

describe('The items that are offered where somebody names one', () => {
  it('come active first, then ready, then waiting, and finished last, epics behind stories of their kind', () => {
    assert.deepEqual(idsOffered(world(...WORK)), [
      'PAY-5',
      'PAY-3',
      'PAY-4',
      'PAY-8',
      'PAY-2',
      'PAY-7',
      'PAY-1',
      'PAY-6',
    ]);
  });

  it('begin with that of the branch, even where it is finished', () => {
    const trace = world(...WORK);
    assert.deepEqual(idsOffered(trace, { branchItem: trace.plan.findWork('PAY-6') }).slice(0, 3), [
      'PAY-6',
      'PAY-5',
      'PAY-3',
    ]);
  });

  it('have those before the active ones whose commits changed the file or that it names, but no finished ones', () => {
    const refund = commit('PAY-8: refunds');
    const signIn = commit('PAY-1: sign in');
    const trace = world(...WORK, refund, signIn, file('src/a.ts', todo('PAY-7')), file('src/b.ts', reference('PAY-2')));
    const history = codeHistory([changed(refund, 'src/a.ts'), changed(signIn, 'src/a.ts')]);
    const inFile = (path: string) => idsOffered(trace, { path, codeHistory: history });
    assert.deepEqual(inFile('src/a.ts').slice(0, 3), ['PAY-8', 'PAY-7', 'PAY-5']);
    assert.deepEqual(inFile('src/a.ts').slice(-2), ['PAY-1', 'PAY-6']);
    assert.deepEqual(inFile('src/b.ts').slice(0, 2), ['PAY-2', 'PAY-5']);
  });

  it('have an ID of their own', () => {
    assert.deepEqual(idsOffered(world(story('PAY-1'), story('sign-in', { derivedId: true }))), ['PAY-1']);
  });

  it('say their title and status, and are found by words of a title only where no other words are meant', () => {
    const trace = world(...WORK);
    const filters = (takesTitles: boolean) =>
      storyCompletions({ ...PLACE, takesTitles }, { trace, ...NOTHING_ELSE }).list.map(({ filter }) => filter);
    const [first] = storyCompletions(PLACE, { trace, ...NOTHING_ELSE }).list;
    assert.equal(first?.label, 'PAY-5 Is under way');
    assert.equal(first.detail, 'In review');
    assert.equal(filters(false)[0], 'PAY-5');
    assert.equal(filters(true)[0], 'PAY-5 Is under way');
  });

  it('are only those that fit what is typed, where there are too many', () => {
    const many = Array.from({ length: 300 }, (_, index) => story(`PAY-${index + 1}`, { title: `Part ${index + 1}` }));
    const trace = world(...many);
    const all = storyCompletions({ ...PLACE, typed: '' }, { trace, ...NOTHING_ELSE });
    const some = storyCompletions({ ...PLACE, typed: 'pay-29' }, { trace, ...NOTHING_ELSE });
    assert.equal(all.list.length, 250);
    assert.ok(all.isPart);
    assert.deepEqual(
      some.list.map(({ text }) => text),
      ['PAY-29', ...Array.from({ length: 10 }, (_, index) => `PAY-${290 + index}`)],
    );
    assert.ok(!some.isPart);
    const byTitle = { ...PLACE, typed: 'part 30', takesTitles: true };
    assert.ok(idsOffered(trace, {}, byTitle).includes('PAY-300'));
    assert.deepEqual(idsOffered(trace, {}, { ...byTitle, takesTitles: false }), []);
  });
});
