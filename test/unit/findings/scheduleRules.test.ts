import { overdue } from '../../../src/core/findings/rules/schedule/wm301Overdue';
import { releaseLate } from '../../../src/core/findings/rules/schedule/wm302ReleaseLate';
import { endsTooLate } from '../../../src/core/findings/rules/schedule/wm303EndsTooLate';
import { startsBeforeDependency } from '../../../src/core/findings/rules/schedule/wm304StartsBeforeDependency';
import { doneBeforeDependency } from '../../../src/core/findings/rules/schedule/wm305DoneBeforeDependency';
import { blocked } from '../../../src/core/findings/rules/schedule/wm306Blocked';
import { epic, release, story, task, world } from '../../support/planBuilder';
import { checkRule } from './checkRule';

checkRule(overdue, [
  {
    title: 'shows what is due and not finished, at its date',
    in: world(
      epic('PAY-1', { due: '2025-12-31', status: 'blocked' }),
      story('PAY-12', { status: 'active', due: '2026-08-31' }),
      story('PAY-13', { due: '2026-07' }),
    ),
    finds: [
      'roadmap.yaml: PAY-1 due | PAY-1 was due on 31 Dec 2025, 244 days ago, and is still blocked.',
      'roadmap.yaml: PAY-12 due | PAY-12 was due on 31 Aug, 1 day ago, and is still active.',
      'roadmap.yaml: PAY-13 due | PAY-13 was due on 31 Jul, 32 days ago, and is still planned.',
    ],
  },
  {
    title: 'lets the due day, the last day of a quarter and finished items pass',
    in: world(
      story('PAY-12', { status: 'active', due: '2026-09-01' }),
      story('PAY-13', { status: 'active', due: '2026-Q3' }),
      story('PAY-14', { status: 'done', due: '2026-08-01' }),
      story('PAY-15', { status: 'dropped', due: '2026-08-01' }),
      epic('PAY-16', { due: '2026-08-01' }, story('PAY-17', { status: 'done' })),
    ),
    finds: [],
  },
]);

checkRule(releaseLate, [
  {
    title: 'shows a release with open items, own and inherited, at its date',
    in: world(
      release('v2.0', { date: '2026-08-29' }),
      epic(
        'PAY-1',
        { release: 'v2.0' },
        story('PAY-2', { title: 'Payouts', status: 'active' }, task('PAY-2.1')),
        story('PAY-3', { status: 'done' }),
      ),
      story('PAY-4', { title: 'Refunds', release: 'V2.0', status: 'planned' }),
    ),
    finds: [
      'roadmap.yaml: v2.0 date | v2.0 was due on 29 Aug, 3 days ago, and 2 of 3 items are still open: PAY-2 and PAY-4.',
      '- roadmap.yaml: PAY-2 | PAY-2 Payouts is still active',
      '- roadmap.yaml: PAY-4 | PAY-4 Refunds is still planned',
    ],
  },
  {
    title: 'shows it also when the release is said to be done',
    in: world(
      release('v2.0', { date: '2026-08-29', status: 'done' }),
      story('PAY-2', { release: 'v2.0', status: 'planned' }),
    ),
    finds: [
      'roadmap.yaml: v2.0 date | v2.0 was due on 29 Aug, 3 days ago, and 1 of 1 item is still open: PAY-2.',
      '- roadmap.yaml: PAY-2 | PAY-2 Title of PAY-2 is still planned',
    ],
  },
  {
    title: 'takes what states nothing in a release that is done for shipped with it',
    in: world(release('v2.0', { date: '2026-08-29', status: 'done' }), story('PAY-2', { release: 'v2.0' })),
    finds: [],
  },
  {
    title: 'lets finished, dropped, later and undated releases pass, and its own day',
    in: world(
      release('v1', { date: '2026-08-29' }),
      release('v2', { date: '2026-08-29', status: 'dropped' }),
      release('v3', { date: '2026-09-01' }),
      release('v4'),
      story('PAY-1', { release: 'v1', status: 'done' }),
      story('PAY-2', { release: 'v2' }),
      story('PAY-3', { release: 'v3' }),
      story('PAY-4', { release: 'v4' }),
      epic('PAY-5', { release: 'v1' }, story('PAY-6', { release: 'v3' })),
    ),
    finds: [],
  },
]);

checkRule(endsTooLate, [
  {
    title: 'shows what ends after its release, its freeze, or what it is part of',
    in: world(
      release('v2.0', { date: '2026-10-15', freeze: '2026-10-08' }),
      story('PAY-2', { release: 'v2.0', due: '2026-10-12' }),
      release('v1.0', { date: '2026-10-15' }),
      story('PAY-3', { release: 'v1.0', due: '2026-10-20' }),
      epic('PAY-4', { title: 'Refunds', due: '2026-10-01' }, story('PAY-5', { due: '2026-10-02' })),
    ),
    finds: [
      'roadmap.yaml: PAY-2 due | PAY-2 is due on 12 Oct, after the freeze of v2.0 on 8 Oct.',
      '- roadmap.yaml: v2.0 | v2.0 v2.0',
      'roadmap.yaml: PAY-3 due | PAY-3 is due on 20 Oct, after its release v1.0 on 15 Oct.',
      '- roadmap.yaml: v1.0 | v1.0 v1.0',
      'roadmap.yaml: PAY-5 due | PAY-5 is due on 2 Oct, after the end of PAY-4, which it is part of, on 1 Oct.',
      '- roadmap.yaml: PAY-4 | PAY-4 Refunds',
    ],
  },
  {
    title: 'lets the same day, a quarter that has begun, and finished items pass',
    in: world(
      release('v2.0', { date: '2026-10-15' }),
      story('PAY-2', { release: 'v2.0', due: '2026-10-15' }),
      story('PAY-3', { release: 'v2.0', due: '2026-Q4' }),
      story('PAY-4', { release: 'v2.0', due: '2026-11-01', status: 'done' }),
    ),
    finds: [],
  },
]);

checkRule(startsBeforeDependency, [
  {
    title: 'shows what starts before its dependency is due, and what is released before it',
    in: world(
      release('v1', { date: '2026-10-01' }),
      release('v2', { date: '2026-12-01' }),
      story('PAY-11', { title: 'Ledger', due: '2026-09-20', release: 'v2' }),
      story('PAY-14', { start: '2026-09-03', depends: ['PAY-11'], release: 'v1' }),
    ),
    finds: [
      'roadmap.yaml: PAY-14 depends PAY-11 | PAY-14 is planned for v1 and depends on PAY-11, which is planned for the later v2.',
      '- roadmap.yaml: PAY-11 | PAY-11 Ledger',
      'roadmap.yaml: PAY-14 depends PAY-11 | PAY-14 starts on 3 Sep, before PAY-11, which it depends on, is due on 20 Sep.',
      '- roadmap.yaml: PAY-11 | PAY-11 Ledger',
    ],
  },
  {
    title: 'lets the same day, the same quarter and finished items pass',
    in: world(
      story('PAY-11', { due: '2026-09-20' }),
      story('PAY-12', { due: '2026-Q4' }),
      story('PAY-13', { due: '2026-12-01', status: 'done' }),
      story('PAY-14', { start: '2026-09-20', depends: ['PAY-11', 'PAY-13', 'PAY-14'] }),
      story('PAY-15', { start: '2026-Q4', depends: ['PAY-12'] }),
      story('PAY-16', { start: '2026-09-01', depends: ['PAY-11'], status: 'done' }),
    ),
    finds: [],
  },
]);

checkRule(doneBeforeDependency, [
  {
    title: 'shows a done item that depends on an open one, at the dependency',
    in: world(story('PAY-11', { title: 'Ledger' }), story('PAY-14', { status: 'done', depends: ['PAY-11'] })),
    finds: [
      'roadmap.yaml: PAY-14 depends PAY-11 | PAY-14 is done, but PAY-11, which it depends on, is still planned.',
      '- roadmap.yaml: PAY-11 | PAY-11 Ledger',
    ],
  },
  {
    title: 'lets dropped dependencies and dropped items pass',
    in: world(
      story('PAY-11', { status: 'dropped' }),
      story('PAY-12'),
      story('PAY-14', { status: 'done', depends: ['PAY-11'] }),
      story('PAY-15', { status: 'dropped', depends: ['PAY-12'] }),
    ),
    finds: [],
  },
]);

checkRule(blocked, [
  {
    title: 'shows a blocked item with what waits for it, and each waiting item with the chain',
    in: world(
      story('PAY-12', { title: 'Bank', status: 'blocked' }),
      story('PAY-13', { title: 'Ledger', depends: ['PAY-12'] }),
      story('PAY-14', { title: 'Payouts', status: 'active', depends: ['PAY-13'] }),
    ),
    finds: [
      'roadmap.yaml: PAY-12 status | PAY-12 is blocked, and 2 items wait for it: PAY-13 and PAY-14.',
      '- roadmap.yaml: PAY-13 | PAY-13 Ledger',
      '- roadmap.yaml: PAY-14 | PAY-14 Payouts',
      'roadmap.yaml: PAY-13 depends | PAY-13 waits for PAY-12, which is blocked: PAY-13 → PAY-12.',
      '- roadmap.yaml: PAY-12 | PAY-12 Bank',
      'roadmap.yaml: PAY-14 depends | PAY-14 waits for PAY-12, which is blocked: PAY-14 → PAY-13 → PAY-12.',
      '- roadmap.yaml: PAY-12 | PAY-12 Bank',
    ],
  },
  {
    title: 'lets finished items, and what depends on open ones, pass',
    in: world(
      story('PAY-11'),
      story('PAY-12', { status: 'dropped', depends: ['PAY-11'] }),
      story('PAY-13', { status: 'active', depends: ['PAY-11', 'PAY-12'] }),
    ),
    finds: [],
  },
  {
    title: 'does not lose itself in a circle',
    in: world(story('PAY-1', { status: 'blocked', depends: ['PAY-2'] }), story('PAY-2', { depends: ['PAY-1'] })),
    finds: [
      'roadmap.yaml: PAY-1 status | PAY-1 is blocked, and 1 item waits for it: PAY-2.',
      '- roadmap.yaml: PAY-2 | PAY-2 Title of PAY-2',
      'roadmap.yaml: PAY-2 depends | PAY-2 waits for PAY-1, which is blocked: PAY-2 → PAY-1.',
      '- roadmap.yaml: PAY-1 | PAY-1 Title of PAY-1',
    ],
  },
]);
