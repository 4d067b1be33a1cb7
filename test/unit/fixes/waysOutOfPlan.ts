import type { WaysOutCase } from './waysOutCase';

const plan = (...lines: readonly string[]) => ({ 'roadmap.yaml': `${lines.join('\n')}\n` });

const NO_FILES = () => ({ workTree: { countOf: () => 0, nearest: () => [] } });

/** Rules of the roadmap itself, of planning, and of declared risks. */
export const WAYS_OUT_OF_PLAN: readonly WaysOutCase[] = [
  {
    code: 'WM101',
    when: 'a quote is not closed',
    files: plan('stories:', '  - id: PAY-12', '    title: "Refunds'),
    offers: ['Replace with "Refunds"'],
  },
  {
    code: 'WM102',
    when: 'a story has the ID of another one',
    files: plan(
      'stories:',
      '  - { id: PAY-12, title: Refunds }',
      '  - { id: PAY-12, title: Payouts, depends: [PAY-13] }',
      '  - { id: PAY-13 }',
    ),
    offers: ['Give this PAY-12, Payouts, the free ID PAY-14', 'Give this PAY-12, Payouts, another ID…'],
  },
  {
    code: 'WM102',
    when: 'a former ID is the ID of another story',
    files: plan('stories:', '  - { id: PAY-12 }', '  - { id: PAY-13, aliases: [PAY-12, OLD-1] }'),
    offers: ['Take PAY-12 out of the former IDs of PAY-13'],
  },
  {
    code: 'WM103',
    when: 'a dependency is declared nowhere',
    files: plan(
      'stories:',
      '  - { id: PAY-12, depends: [PAY-30, PAY-999] }',
      '  - { id: PAY-30 }',
      '  - { id: PAY-31 }',
    ),
    answers: { story: 'PAY-31' },
    offers: ['Name another story than PAY-999…', 'Remove the dependency of PAY-12 on PAY-999'],
  },
  {
    code: 'WM103',
    when: 'a release is a slip',
    files: plan('releases: [{ id: v2.0 }, { id: v9.0 }]', 'stories: [{ id: PAY-12, release: v2 }]'),
    offers: ['Replace with v2.0', 'Pick the release of PAY-12…', 'Take the release of PAY-12 out'],
  },
  {
    code: 'WM103',
    when: 'an owner is not in the team',
    files: plan(
      'team: [{ id: ana, name: Ana Lima }, { id: ben, name: Ben Sand }]',
      'stories: [{ id: PAY-12, owner: zoe }]',
    ),
    offers: ['Assign PAY-12 to me, Ana Lima', 'Assign PAY-12 to…'],
  },
  {
    code: 'WM103',
    when: 'an epic is declared nowhere',
    files: plan('epics: [{ id: PAY-1, stories: [{ id: PAY-2 }] }]', 'stories: [{ id: PAY-12, epic: PAY-400 }]'),
    offers: ['Pick the epic of PAY-12…', 'Take the epic of PAY-12 out'],
  },
  {
    code: 'WM104',
    when: 'two stories wait for each other',
    files: plan('stories:', '  - { id: PAY-12, depends: [PAY-13] }', '  - { id: PAY-13, depends: [PAY-12] }'),
    offers: ['Remove the dependency of PAY-12 on PAY-13', 'Remove the dependency of PAY-13 on PAY-12'],
  },
  {
    code: 'WM105',
    when: 'nobody knows a status',
    files: plan('stories: [{ id: PAY-12, status: simmering }]'),
    offers: [
      'Add simmering to the workflow of roadmap.yaml…',
      'Write the status of PAY-12 anew…',
      'Take the status of PAY-12 out',
    ],
  },
  {
    code: 'WM105',
    when: 'nobody knows a status in Markdown',
    files: { 'ROADMAP.md': '# Acme\n\n- PAY-12 Refund API (status: simmering)\n' },
    offers: [
      'Add simmering to the workflow of ROADMAP.md…',
      'Write the status of PAY-12 anew…',
      'Take the status of PAY-12 out',
    ],
  },
  {
    code: 'WM105',
    when: 'nobody knows the status of a release in JSON',
    files: { 'roadmap.json': '{ "releases": [{ "id": "v2.0", "status": "simmering" }] }\n' },
    offers: [
      'Add simmering to the workflow of roadmap.json…',
      'Write the status of v2.0 anew…',
      'Take the status of v2.0 out',
    ],
  },
  {
    code: 'WM105',
    when: 'a day is in no calendar',
    files: plan('stories: [{ id: PAY-12, due: 2026-02-30 }]'),
    offers: ['Write the due date of PAY-12 anew…', 'Take the due date of PAY-12 out'],
  },
  {
    code: 'WM106',
    when: 'the name of a field has a slip',
    files: plan('stories: [{ id: PAY-12, titel: Refunds }]'),
    offers: ['Replace with title'],
  },
  {
    code: 'WM107',
    when: 'an ID has another prefix',
    files: plan('keys: [PAY]', 'stories: [{ id: PYA-12 }, { id: PAY-13 }]'),
    offers: ['Rename PYA-12 to PAY-12', 'Add PYA to the keys of roadmap.yaml'],
  },
  {
    code: 'WM108',
    when: 'items of a list have no ID',
    files: { 'ROADMAP.md': '# Acme\n\n## Refunds\n\n- [ ] PAY-12 Refund API\n- [ ] Payouts\n- [ ] Reports\n' },
    offers: ['Give this item an ID: PAY-13', 'Give all 2 items of this file an ID: PAY-13 to PAY-14'],
  },
  {
    code: 'WM109',
    when: 'a decision was moved',
    files: plan('stories: [{ id: PAY-12, decisions: [docs/0007-refunds.md] }]'),
    facts: () => ({ workTree: { countOf: (path) => Number(path.startsWith('docs/adr')), nearest: () => [] } }),
    offers: ['Name docs/adr/0007-refunds.md instead', 'Take docs/0007-refunds.md out of the decisions of PAY-12'],
  },
  {
    code: 'WM109',
    when: 'no file matches a pattern',
    files: plan('stories: [{ id: PAY-12, status: done, code: [src/refunds/**, src/a.ts] }]'),
    facts: NO_FILES,
    offers: ['Take src/refunds/** out of the code of PAY-12'],
  },
  {
    code: 'WM110',
    when: 'an item ignores a rule without a reason',
    files: plan('stories:', '  - id: PAY-12', '    ignore: [WM203]'),
    offers: ['Say why PAY-12 ignores WM203…', 'Ignore WM203 for PAY-12 no longer'],
  },
  {
    code: 'WM110',
    when: 'the time of a suppression is over',
    files: plan(
      'stories:',
      '  - id: PAY-12',
      '    ignore:',
      '      - { rule: WM204, reason: No code }',
      '      - { rule: WM203, reason: Waits, until: 2026-08-01 }',
    ),
    offers: ['Ignore WM203 for PAY-12 no longer', 'Ignore WM203 for PAY-12 for longer…'],
  },
  {
    code: 'WM110',
    when: 'a comment ignores a rule without a reason',
    files: {
      ...plan('stories: [{ id: PAY-12, status: done }]'),
      'src/a.ts': '// waymark-ignore WM203\n// TODO(PAY-12): x\n',
    },
    offers: ['Say why WM203 is ignored here…', 'Remove this comment'],
  },
  {
    code: 'WM110',
    when: 'the time of a comment is over',
    files: {
      ...plan('stories: [{ id: PAY-12, status: done }]'),
      'src/a.ts': '// waymark-ignore WM203: waits, until: 2026-08-01\n// TODO(PAY-12): x\n',
    },
    offers: ['Remove this comment', 'Ignore WM203 here for longer…'],
  },
  {
    code: 'WM401',
    when: 'an active story has no owner',
    files: plan(
      'team: [{ id: ana, name: Ana Lima }]',
      'stories: [{ id: PAY-12, status: active }, { id: PAY-13, owner: ana }]',
    ),
    offers: ['Assign PAY-12 to me, Ana Lima', 'Assign PAY-12 to…'],
  },
  {
    code: 'WM402',
    when: 'an active story has no estimate',
    files: plan('stories: [{ id: PAY-12, status: active }, { id: PAY-13, estimate: 3 }]'),
    offers: ['Estimate PAY-12…'],
  },
  {
    code: 'WM403',
    when: 'a story has many points',
    files: plan('stories:', '  - { id: PAY-12, estimate: 21 }'),
    offers: ['Split a story off from PAY-12…', 'Estimate PAY-12…'],
    staysAfter: ['Split a story off from PAY-12…'],
  },
  {
    code: 'WM404',
    when: 'somebody has much under way',
    files: plan(
      'stories:',
      ...[12, 13, 14, 15].map((number) => `  - { id: PAY-${number}, status: active, owner: ana }`),
    ),
    offers: [
      'Mark PAY-15 as planned',
      'Assign PAY-15 to…',
      'Mark PAY-14 as planned',
      'Assign PAY-14 to…',
      'Mark PAY-13 as planned',
      'Assign PAY-13 to…',
    ],
  },
  {
    code: 'WM405',
    when: 'an epic is empty',
    files: plan(
      'epics:',
      '  - { id: PAY-1, title: Refunds }',
      '  - { id: PAY-2, title: Reports, stories: [{ id: PAY-12 }] }',
    ),
    offers: ['Add the first story of PAY-1…'],
  },
  {
    code: 'WM405',
    when: 'no item serves a goal',
    files: plan(
      'goals: [{ id: G1, title: Fast }, { id: G2, title: Safe }]',
      'stories: [{ id: PAY-12, goal: G2 }, { id: PAY-30 }]',
    ),
    offers: ['Pick a story that serves G1…'],
  },
  {
    code: 'WM406',
    when: 'an active story has no acceptance criteria',
    files: plan('stories:', '  - { id: PAY-12, status: active }', '  - { id: PAY-13, acceptance: [It works] }'),
    offers: ['Add an acceptance criterion to PAY-12…'],
  },
  {
    code: 'WM407',
    when: 'a story states part of what its score needs',
    files: plan('scoring: rice', 'stories:', '  - { id: PAY-12, reach: 400, impact: 2 }'),
    offers: ['State the confidence of PAY-12…', 'State the effort of PAY-12…'],
  },
  {
    code: 'WM408',
    when: 'an epic serves no goal',
    files: plan(
      'goals: [{ id: G1, title: Fast }]',
      'epics: [{ id: PAY-1 }, { id: PAY-2, goal: G1 }, { id: PAY-3, goal: G1 }]',
    ),
    offers: ['Tie PAY-1 to a goal…'],
  },
  {
    code: 'WM409',
    when: 'a metric was measured long ago',
    files: plan(
      'goals:',
      '  - id: G1',
      '    metrics: [{ name: refund time, unit: h, target: 2, current: 41, asOf: 2026-01-01 }]',
    ),
    offers: ['Write what “refund time” of G1 is today…'],
  },
  {
    code: 'WM409',
    when: 'a metric moves away',
    files: plan(
      'goals:',
      '  - id: G1',
      '    metrics:',
      '      - name: refund time',
      '        baseline: 72',
      '        target: 2',
      '        current: 80',
    ),
    offers: ['Write what “refund time” of G1 is today…'],
  },
  {
    code: 'WM601',
    when: 'a large risk has no mitigation',
    files: plan('stories: [{ id: PAY-30 }]', 'risks: [{ id: R1, title: Slow, probability: 4, impact: 5 }]'),
    offers: ['Pick the story that mitigates R1…', 'Say how R1 is mitigated…', 'Accept R1 as it is', 'Close R1'],
  },
  {
    code: 'WM602',
    when: 'the mitigation was dropped',
    files: plan(
      'stories: [{ id: PAY-30 }, { id: PAY-31, status: dropped }]',
      'risks: [{ id: R1, title: Slow, mitigation: PAY-31 }]',
    ),
    offers: ['Pick the story that mitigates R1…', 'Say how R1 is mitigated…', 'Close R1'],
  },
  {
    code: 'WM603',
    when: 'the day of a review has passed',
    files: plan('stories: [{ id: PAY-30 }]', 'risks: [{ id: R1, title: Slow, review: 2026-08-01 }]'),
    offers: ['Move the next review of R1 to 29 Sep, in four weeks', 'Move the next review of R1…', 'Close R1'],
  },
  {
    code: 'WM604',
    when: 'a risk has no owner',
    files: plan('stories: [{ id: PAY-30 }]', 'risks: [{ id: R1, title: Slow }, { id: R2, title: Late, owner: ben }]'),
    offers: ['Assign R1 to me, Ana Lima', 'Assign R1 to…'],
  },
  {
    code: 'WM605',
    when: 'a risk names a story that there is not',
    files: plan('stories: [{ id: PAY-30 }]', 'risks: [{ id: R1, title: Slow, items: [PAY-999] }]'),
    offers: [
      'Name another story than PAY-999…',
      'Name docs/adr/0007-refunds.md instead',
      'Take PAY-999 out of the items of R1',
    ],
  },
  {
    code: 'WM605',
    when: 'a risk names code that there is not',
    files: plan('stories: [{ id: PAY-30 }]', 'risks: [{ id: R1, title: Slow, code: [src/refunds/api.ts] }]'),
    facts: () => ({ workTree: { countOf: (path) => Number(path.startsWith('docs/adr')), nearest: () => [] } }),
    offers: ['Name docs/adr/0007-refunds.md instead', 'Take src/refunds/api.ts out of the code of R1'],
  },
  {
    code: 'WM606',
    when: 'a mitigated risk is open',
    files: plan(
      'stories: [{ id: PAY-30, status: done }]',
      'risks: [{ id: R1, title: Slow, status: open, mitigation: PAY-30 }]',
    ),
    offers: ['Close R1'],
  },
];
