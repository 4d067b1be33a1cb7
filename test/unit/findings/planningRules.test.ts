import { nearTermWithoutOwner } from '../../../src/core/findings/rules/planning/wm401NearTermWithoutOwner';
import { nearTermWithoutEstimate } from '../../../src/core/findings/rules/planning/wm402NearTermWithoutEstimate';
import { tooLarge } from '../../../src/core/findings/rules/planning/wm403TooLarge';
import { tooMuchInProgress } from '../../../src/core/findings/rules/planning/wm404TooMuchInProgress';
import { nothingUnderIt } from '../../../src/core/findings/rules/planning/wm405NothingUnderIt';
import { activeWithoutAcceptance } from '../../../src/core/findings/rules/planning/wm406ActiveWithoutAcceptance';
import { scoreInputsMissing } from '../../../src/core/findings/rules/planning/wm407ScoreInputsMissing';
import { goalMetric } from '../../../src/core/findings/rules/planning/wm409GoalMetric';
import { withoutGoal } from '../../../src/core/findings/rules/planning/wm408WithoutGoal';
import { epic, goal, metric, person, release, roadmap, story, task, world } from '../../support/planBuilder';
import { checkRule } from './checkRule';

const FOUR_STORIES = ['PAY-91', 'PAY-92', 'PAY-93', 'PAY-94'].map((id) => story(id));

checkRule(nearTermWithoutOwner, [
  {
    title: 'shows what is active, or due soon itself or with its release, and belongs to nobody',
    in: world(
      release('v2', { date: '2026-09-20' }),
      story('PAY-1', { status: 'active' }),
      story('PAY-2', { due: '2026-10-01' }),
      story('PAY-3', { release: 'v2' }),
      epic('PAY-6', { owner: 'ana' }, story('PAY-4'), story('PAY-7')),
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
  {
    title: 'is silent where an owner is an exception',
    in: world(story('PAY-1', { status: 'active' }), story('PAY-2', { owner: 'ana' }), ...FOUR_STORIES),
    finds: [],
  },
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
  {
    title: 'lets a line of words pass, which has no place for an estimate',
    in: world(story('refund-api', { derivedId: true, status: 'active' }), story('PAY-2', { estimate: '3' })),
    finds: [],
  },
  { title: 'is silent where nothing is estimated', in: world(story('PAY-1', { status: 'active' })), finds: [] },
  {
    title: 'is silent where an estimate is an exception',
    in: world(story('PAY-1', { status: 'active' }), story('PAY-2', { estimate: '3' }), ...FOUR_STORIES),
    finds: [],
  },
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

checkRule(tooMuchInProgress, [
  {
    title: 'shows a team with more active stories than it can have in hand, whoever owns them',
    in: world(
      person('ana'),
      person('ben'),
      ...activeOf('ana', 'PAY-1', 'PAY-2'),
      ...activeOf('cleo', 'PAY-3'),
      story('PAY-4', { status: 'active' }),
      story('PAY-5', { status: 'active', title: 'Limits' }),
    ),
    finds: [
      'roadmap.yaml: ana | The team of 2 has 5 active stories, more than 2 for each: PAY-1, PAY-2, PAY-3 and 2 more.',
      ...['PAY-1', 'PAY-2', 'PAY-3', 'PAY-4'].map((id) => `- roadmap.yaml: ${id} | ${id} Title of ${id}`),
      '- roadmap.yaml: PAY-5 | PAY-5 Limits',
    ],
  },
  {
    title: 'lets a team at its limit pass',
    in: world(person('ana'), person('ben'), ...activeOf('ana', 'PAY-1', 'PAY-2'), ...activeOf('ben', 'PAY-3', 'PAY-4')),
    finds: [],
  },
  {
    title: 'counts no team of one',
    in: world(person('ana'), ...activeOf('ana', 'PAY-1', 'PAY-2', 'PAY-3')),
    finds: [],
  },
]);

const RICE = { reach: 4000, impact: 2, confidence: 0.8, effort: 3 };

checkRule(scoreInputsMissing, [
  {
    title: 'shows what has some of the inputs, and what has none where most have all',
    in: world(
      roadmap(
        { scoring: 'RICE' },
        story('PAY-1', { scores: RICE }),
        story('PAY-2', { scores: RICE }),
        story('PAY-3', { scores: { reach: 100, impact: 1 } }),
        story('PAY-4'),
      ),
    ),
    finds: [
      'roadmap.yaml: PAY-3 | PAY-3 cannot be scored: RICE needs confidence and effort, which it does not state.',
      'roadmap.yaml: PAY-4 | PAY-4 cannot be scored: RICE needs reach, impact, confidence and effort, which it does not state.',
    ],
  },
  {
    title: 'knows what each way of scoring needs',
    in: world(
      roadmap({ path: 'a.yaml', scoring: 'wsjf' }, story('PAY-1', { scores: { value: 3, effort: 2 } })),
      roadmap(
        { path: 'b.yaml', scoring: 'weighted', weights: { impact: 3, customer_feedback: 2 } },
        story('PAY-2', { scores: { impact: 3 } }),
      ),
      roadmap(
        { path: 'c.yaml', scoring: 'max(impact, feedback) * strategy / estimate' },
        story('PAY-3', { scores: { impact: 3 }, extras: { strategy: 'high' } }),
      ),
    ),
    finds: [
      'a.yaml: PAY-1 | PAY-1 cannot be scored: wsjf needs urgency, which it does not state.',
      'b.yaml: PAY-2 | PAY-2 cannot be scored: weighted needs feedback, which it does not state.',
      'c.yaml: PAY-3 | PAY-3 cannot be scored: max(impact, feedback) * strategy / estimate needs feedback, strategy and estimate, which it does not state.',
    ],
  },
  {
    title: 'takes an estimate for effort, and a field of a name of its own for what it is',
    in: world(
      roadmap(
        { path: 'a.yaml', scoring: 'rice' },
        story('PAY-1', { scores: { ...RICE, effort: 1 } }),
        story('PAY-2', { scores: { reach: 1, impact: 1, confidence: 1 }, estimate: '3d' }),
      ),
      roadmap(
        { path: 'b.yaml', scoring: 'impact * strategy' },
        story('PAY-3', { scores: { impact: 3 }, extras: { Strategy: '4' } }),
      ),
    ),
    finds: [],
  },
  {
    title: 'is silent where few have all inputs, unless it is asked for',
    in: world(
      roadmap({ scoring: 'rice' }, story('PAY-1', { scores: RICE }), story('PAY-2'), story('PAY-3', { estimate: '3' })),
    ),
    finds: [],
  },
  {
    title: 'shows everything without inputs with a share of 0',
    in: world(roadmap({ scoring: 'wsjf' }, story('PAY-2'))),
    thresholds: { 'WM407.percent': 0 },
    finds: [
      'roadmap.yaml: PAY-2 | PAY-2 cannot be scored: wsjf needs value, urgency and effort, which it does not state.',
    ],
  },
  {
    title: 'lets finished items, tasks, epics where stories are scored, and roadmaps without a formula pass',
    in: world(
      roadmap(
        { path: 'a.yaml', scoring: 'rice' },
        epic('PAY-1', {}, story('PAY-2', { scores: RICE }, task('PAY-3')), story('PAY-4', { status: 'done' })),
      ),
      roadmap({ path: 'b.yaml', scoring: 'by gut feeling' }, story('PAY-5', { scores: { impact: 1 } })),
      roadmap({ path: 'd.yaml', scoring: 'constructor' }, story('PAY-7', { scores: { impact: 1 } })),
    ),
    finds: [],
  },
  {
    title:
      'asks of a file without scoring what the first file with one does, as for a folder with a file for each item',
    in: world(
      roadmap({ path: 'roadmap.yaml', scoring: 'wsjf' }),
      ...[1, 2].map((number) =>
        roadmap(
          { path: `backlog/PAY-${number}.md` },
          story(`PAY-${number}`, { scores: { value: 3, urgency: 1, effort: 1 } }),
        ),
      ),
      roadmap({ path: 'backlog/PAY-3.md' }, story('PAY-3', { scores: { value: 3 } })),
      roadmap({ path: 'backlog/PAY-4.md' }, story('PAY-4')),
    ),
    finds: [
      'backlog/PAY-3.md: PAY-3 | PAY-3 cannot be scored: wsjf needs urgency and effort, which it does not state.',
      'backlog/PAY-4.md: PAY-4 | PAY-4 cannot be scored: wsjf needs value, urgency and effort, which it does not state.',
    ],
  },
  { title: 'is silent where no file scores', in: world(story('PAY-6', { scores: { impact: 1 } })), finds: [] },
]);

const TIME = { unit: 'h', baseline: 72, target: 24 };

checkRule(goalMetric, [
  {
    title: 'shows a metric that moves away, and one that was measured long ago',
    in: world(
      goal('G1', 'Fast refunds', metric('time', { ...TIME, current: 80, asOf: '2026-08-20' })),
      goal('G2', 'More', metric('share', { unit: '%', baseline: 10, target: 30, current: 20, asOf: '2026-07-02' })),
    ),
    finds: [
      'roadmap.yaml: metric time | "time" of G1 is at 80 h, farther from its target of 24 h than at its baseline of 72 h.',
      'roadmap.yaml: metric share | "share" of G2 was last measured on 2 Jul, 61 days ago.',
    ],
  },
  {
    title: 'lets what comes nearer, what is beyond its target, and what is young enough pass',
    in: world(
      goal(
        'G1',
        'Fast refunds',
        metric('time', { ...TIME, current: 41, asOf: '2026-07-03' }),
        metric('users', { baseline: 100, target: 200, current: 350, asOf: '2026-01-01' }),
        metric('unmoved', { ...TIME, current: 72 }),
        metric('kept', { baseline: 99, target: 99, current: 98 }),
        metric('unmeasured', { ...TIME, asOf: '2026-01-01' }),
      ),
    ),
    finds: [],
  },
  {
    title: 'leaves goals alone whose work is all finished',
    in: world(
      goal('G1', 'Fast refunds', metric('time', { ...TIME, current: 80 })),
      epic('PAY-1', { goal: 'G1', status: 'done' }),
    ),
    finds: [],
  },
]);

checkRule(nothingUnderIt, [
  {
    title: 'shows an open epic without stories and a goal without work',
    in: world(goal('G1'), goal('G2'), epic('PAY-1'), epic('PAY-2', { goal: 'G2' }, story('PAY-3'))),
    finds: ['roadmap.yaml: G1 | No item serves the goal G1.', 'roadmap.yaml: PAY-1 | PAY-1 has no stories yet.'],
  },
  {
    title: 'lets headings pass, which have no ID or one of words, but none that has a status or a release',
    in: world(
      release('v2'),
      epic('notes', { derivedId: true }),
      epic('security_cadence'),
      epic('apps', { status: 'active' }),
      epic('web', { release: 'v2' }),
      epic('PAY-2', {}, story('PAY-3')),
    ),
    finds: ['roadmap.yaml: apps | apps has no stories yet.', 'roadmap.yaml: web | web has no stories yet.'],
  },
  {
    title: 'is silent on goals that no item of the plan names any of',
    in: world(goal('G1'), goal('G2'), story('PAY-3')),
    finds: [],
  },
  {
    title: 'is silent where epics are the smallest pieces of the plan',
    in: world(epic('PAY-1'), epic('PAY-2'), story('PAY-3')),
    finds: [],
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
  {
    title: 'is silent where criteria are an exception',
    in: world(story('PAY-1', { status: 'active' }), story('PAY-2', { acceptance: ['Works'] }), ...FOUR_STORIES),
    finds: [],
  },
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
