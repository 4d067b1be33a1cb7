import { nearTermWithoutOwner } from '../../../src/core/findings/rules/planning/wm401NearTermWithoutOwner';
import { nearTermWithoutEstimate } from '../../../src/core/findings/rules/planning/wm402NearTermWithoutEstimate';
import { tooLarge } from '../../../src/core/findings/rules/planning/wm403TooLarge';
import { tooMuchInProgress } from '../../../src/core/findings/rules/planning/wm404TooMuchInProgress';
import { nothingUnderIt } from '../../../src/core/findings/rules/planning/wm405NothingUnderIt';
import { activeWithoutAcceptance } from '../../../src/core/findings/rules/planning/wm406ActiveWithoutAcceptance';
import { withoutGoal } from '../../../src/core/findings/rules/planning/wm408WithoutGoal';
import { epic, goal, person, release, story, task, world } from '../../support/planBuilder';
import { checkRule } from './checkRule';

checkRule(nearTermWithoutOwner, [
  {
    title: 'shows what is active, or due soon itself or with its release, and belongs to nobody',
    in: world(
      release('v2', { date: '2026-09-20' }),
      story('PAY-1', { status: 'active' }),
      story('PAY-2', { due: '2026-10-01' }),
      story('PAY-3', { release: 'v2' }),
      story('PAY-4', { owner: 'ana' }),
      story('PAY-5', { due: '2020-10-01' }),
    ),
    finds: [
      'roadmap.yaml: PAY-1 | PAY-1 is active, but belongs to nobody.',
      'roadmap.yaml: PAY-2 | PAY-2 is due soon, but belongs to nobody.',
      'roadmap.yaml: PAY-3 | PAY-3 is due soon, but belongs to nobody.',
      'roadmap.yaml: PAY-5 | PAY-5 is overdue, but belongs to nobody.',
    ],
  },
  {
    title: 'calls an item without an ID of its own by its title',
    in: world(
      story('refund-api', { title: 'Refund API', derivedId: true, status: 'active' }),
      story('PAY-4', { owner: 'ana' }),
    ),
    finds: ['roadmap.yaml: refund-api | "Refund API" is active, but belongs to nobody.'],
  },
  {
    title: 'lets inherited owners, later, finished items and tasks pass',
    in: world(
      epic('PAY-1', { owner: 'ana' }, story('PAY-2', { status: 'active' })),
      story('PAY-3', { due: '2026-10-02' }),
      story('PAY-4', { due: '2026-09-10', status: 'done' }, task('PAY-5', { status: 'active' })),
    ),
    finds: [],
  },
  { title: 'is silent where nobody owns anything', in: world(story('PAY-1', { status: 'active' })), finds: [] },
]);

checkRule(nearTermWithoutEstimate, [
  {
    title: 'shows an active story without estimate where others have one',
    in: world(story('PAY-1', { status: 'active' }), story('PAY-2', { estimate: '3' })),
    finds: ['roadmap.yaml: PAY-1 | PAY-1 is active, but has no estimate.'],
  },
  {
    title: 'lets estimated tasks, later and finished stories, and epics pass',
    in: world(
      epic('PAY-1', { status: 'active' }, story('PAY-2', { status: 'active' }, task('PAY-3', { estimate: '2d' }))),
      story('PAY-4', { status: 'planned' }),
      story('PAY-5', { status: 'done', due: '2026-09-02' }),
    ),
    finds: [],
  },
  { title: 'is silent where nothing is estimated', in: world(story('PAY-1', { status: 'active' })), finds: [] },
]);

const tasks = (number: number) => Array.from({ length: number }, (_, at) => task(`PAY-9.${at}`));

checkRule(tooLarge, [
  {
    title: 'shows open stories of too many points, days or tasks',
    in: world(
      story('PAY-1', { estimate: '21' }),
      story('PAY-2', { estimate: '21d' }),
      story('PAY-9', {}, ...tasks(13)),
    ),
    finds: [
      'roadmap.yaml: PAY-1 estimate | PAY-1 is estimated at 21 points; more than 13 are hard to finish in one release.',
      'roadmap.yaml: PAY-2 estimate | PAY-2 is estimated at 21 days; more than 20 are hard to finish in one release.',
      'roadmap.yaml: PAY-9 | PAY-9 has 13 tasks; more than 12 are hard to finish in one release.',
    ],
  },
  {
    title: 'lets the limit itself, epics and finished stories pass',
    in: world(
      story('PAY-1', { estimate: '13' }, ...tasks(12)),
      story('PAY-2', { estimate: '20d' }),
      epic('PAY-3', { estimate: '100' }),
      story('PAY-4', { estimate: '40', status: 'done' }),
    ),
    finds: [],
  },
]);

const activeOf = (owner: string, ...ids: readonly string[]) => ids.map((id) => story(id, { status: 'active', owner }));

checkRule(tooMuchInProgress, [
  {
    title: 'shows an owner of too many active stories where the first names the owner',
    in: world(person('ana', 'Ana Lima'), ...activeOf('ana', 'PAY-1', 'PAY-2'), ...activeOf('@Ana', 'PAY-3', 'PAY-4')),
    finds: [
      'roadmap.yaml: PAY-1 owner ana | Ana Lima has 4 active stories, more than 3: PAY-1, PAY-2, PAY-3 and PAY-4.',
      '- roadmap.yaml: PAY-2 | PAY-2 Title of PAY-2',
      '- roadmap.yaml: PAY-3 | PAY-3 Title of PAY-3',
      '- roadmap.yaml: PAY-4 | PAY-4 Title of PAY-4',
    ],
  },
  {
    title: 'lets as many as the limit pass, epics and tasks not counted',
    in: world(
      ...activeOf('ana', 'PAY-1', 'PAY-2', 'PAY-3'),
      epic(
        'PAY-4',
        { status: 'active', owner: 'ana' },
        story('PAY-5', { status: 'done' }, task('PAY-6', { status: 'active' })),
      ),
      ...activeOf('ben', 'PAY-7'),
    ),
    finds: [],
  },
]);

checkRule(nothingUnderIt, [
  {
    title: 'shows an open epic without stories and a goal without work',
    in: world(goal('G1'), epic('PAY-1')),
    finds: ['roadmap.yaml: G1 | No item serves the goal G1.', 'roadmap.yaml: PAY-1 | PAY-1 has no stories yet.'],
  },
  {
    title: 'lets finished epics, stories that name the epic, and goals by title pass',
    in: world(
      goal('G1', 'Fast refunds'),
      epic('PAY-1', { status: 'dropped' }),
      epic('PAY-2', { goal: 'fast refunds' }),
      story('PAY-3', { epic: 'PAY-2' }),
    ),
    finds: [],
  },
]);

checkRule(activeWithoutAcceptance, [
  {
    title: 'shows an active story without criteria where others have some',
    in: world(story('PAY-1', { status: 'active' }), story('PAY-2', { acceptance: ['Works'] })),
    finds: ['roadmap.yaml: PAY-1 | PAY-1 is active, but has no acceptance criteria.'],
  },
  {
    title: 'lets stories that have not begun pass',
    in: world(story('PAY-1', { status: 'planned' }), story('PAY-2', { status: 'active', acceptance: ['Works'] })),
    finds: [],
  },
  { title: 'is silent where nothing has criteria', in: world(story('PAY-1', { status: 'active' })), finds: [] },
]);

checkRule(withoutGoal, [
  {
    title: 'shows open work at the top that serves no goal',
    in: world(goal('G1'), epic('PAY-1', { goal: 'G1' }), epic('PAY-2', {}, story('PAY-3')), story('PAY-4')),
    finds: ['roadmap.yaml: PAY-2 | PAY-2 serves no goal.', 'roadmap.yaml: PAY-4 | PAY-4 serves no goal.'],
  },
  {
    title: 'lets finished work, and an epic whose story serves a goal, pass',
    in: world(
      goal('G1'),
      epic('PAY-1', {}, story('PAY-2', { goal: 'G1' }), story('PAY-3')),
      story('PAY-4', { status: 'done' }),
    ),
    finds: [],
  },
  { title: 'is silent where no item names a goal', in: world(goal('G1'), epic('PAY-1')), finds: [] },
]);
