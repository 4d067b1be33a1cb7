/** One way out of one finding, as a client takes it. */
export interface FixCase {
  readonly code: string;
  /** The file of the finding; the first of its code there is answered. */
  readonly at: string;
  readonly title: string;
  /** What is typed, or the label or answer of a row; missing: the fix asks nothing. */
  readonly answer?: string;
  readonly files: Readonly<Record<string, string>>;
  /** Messages, oldest first, all of 2 March 2026; the day is 1 September 2026. */
  readonly commits?: readonly string[];
  /** The files that are other ones then. The finding must be gone. */
  readonly after: Readonly<Record<string, string>>;
}

const PLAN = `team:
  - { id: ana, name: Ana Lima, emails: [ana@acme.example] }
  - { id: ben, name: Ben Sand }
goals: [{ id: G1, title: Paid back in a day }]
releases:
  - { id: v1.0, date: 2026-08-15 }
  - { id: v2.0, date: 2026-09-20 }
epics:
  - id: PAY-1
    title: Refunds # the first
    stories:
      - id: PAY-12
        title: Refund API
        status: planned
`;

/** The plan with some of its words replaced. */
function plan(...replacements: readonly (readonly [string, string])[]): Record<string, string> {
  return { 'roadmap.yaml': replacements.reduce((text, [from, to]) => text.replace(from, to), PLAN) };
}

const STATUS = 'status: planned\n';
const status = (word: string, ...lines: readonly string[]): readonly [string, string] => [
  STATUS,
  [`status: ${word}`, ...lines, ''].join('\n').replace(/\n(?=.)/g, '\n        '),
];

/** Something that says of itself what other items lack. */
const COMPLETE: readonly [string, string] = [
  'epics:\n',
  'stories:\n  - { id: PAY-50, title: Book, status: planned, goal: G1, owner: ben, estimate: 2, acceptance: [It works] }\nepics:\n',
];

const NEW_TODO = '// TODO(PAY-12): retry\n// see PAY-12\n\n// FIXME(PAY-99): round the sum.\n';
const ADDED = `${PLAN}      - id: PAY-99
        title: Round the sum
`;
const MARKDOWN = '# Acme\n\n## Refunds\n\n- [ ] PAY-12 Refund API\n';

export const FIX_CASES: readonly FixCase[] = [
  {
    code: 'WM201',
    at: 'src/a.ts',
    title: 'Add PAY-99 to the roadmap under PAY-1 Refunds',
    files: { ...plan(), 'src/a.ts': NEW_TODO },
    after: { 'roadmap.yaml': ADDED },
  },
  {
    code: 'WM201',
    at: 'src/a.ts',
    title: 'Add PAY-99 to the roadmap…',
    answer: 'PAY-1',
    files: { ...plan(), 'src/a.ts': '// FIXME(PAY-99): round the sum.\n' },
    after: { 'roadmap.yaml': ADDED },
  },
  {
    code: 'WM201',
    at: 'src/a.ts',
    title: 'Add PAY-99 to the roadmap…',
    answer: 'Refunds',
    files: { 'ROADMAP.md': MARKDOWN, 'src/a.ts': '// FIXME(PAY-99): round the sum.\n' },
    after: { 'ROADMAP.md': `${MARKDOWN}- [ ] PAY-99 Round the sum\n` },
  },
  {
    code: 'WM201',
    at: 'src/a.ts',
    title: 'Add PAY-12.1 to the roadmap as a task of PAY-12',
    files: { ...plan(), 'src/a.ts': '// TODO(PAY-12.1): write it\n' },
    after: { 'roadmap.yaml': `${PLAN}        tasks:\n          - id: PAY-12.1\n            title: Write it\n` },
  },
  {
    code: 'WM201',
    at: 'src/a.ts',
    title: 'Make PAY-122 an alias of PAY-12 Refund API',
    files: { ...plan(), 'src/a.ts': '// TODO(PAY-122): x\n' },
    after: { 'roadmap.yaml': `${PLAN}        aliases: [PAY-122]\n` },
  },
  {
    code: 'WM201',
    at: 'src/a.ts',
    title: 'Link this TODO to a story in place of PAY-99…',
    answer: 'PAY-12',
    files: { ...plan(), 'src/a.ts': '// TODO(PAY-99): x\n' },
    after: { 'src/a.ts': '// TODO(PAY-12): x\n' },
  },
  {
    code: 'WM202',
    at: 'roadmap.yaml',
    title: 'Add PAY-99 to the roadmap…',
    answer: 'PAY-1',
    files: plan(),
    commits: ['feat: round the sum (PAY-99)'],
    after: { 'roadmap.yaml': ADDED },
  },
  {
    code: 'WM202',
    at: 'roadmap.yaml',
    title: 'Make PAY-99 an alias of PAY-12 Refund API',
    files: plan(['        status: planned\n', '        status: planned\n        aliases: [OLD-1]\n']),
    commits: ['PAY-99, PAY-12: round the sum'],
    after: plan(['        status: planned\n', '        status: planned\n        aliases: [OLD-1, PAY-99]\n']),
  },
  {
    code: 'WM203',
    at: 'src/a.py',
    title: 'Remove this TODO',
    files: { ...plan(status('done')), 'src/a.py': 'a = 1  # TODO(PAY-12): x\n' },
    after: { 'src/a.py': 'a = 1\n' },
  },
  {
    code: 'WM203',
    at: 'src/a.py',
    title: 'Convert this TODO to a NOTE',
    files: { ...plan(status('done')), 'src/a.py': 'a = 1  # TODO(PAY-12): x\n' },
    after: { 'src/a.py': 'a = 1  # NOTE(PAY-12): x\n' },
  },
  {
    code: 'WM203',
    at: 'src/a.py',
    title: 'Open PAY-12 again',
    files: { ...plan(status('done')), 'src/a.py': '# TODO(PAY-12): x\n' },
    after: plan(status('active')),
  },
  {
    code: 'WM203',
    at: 'src/a.py',
    title: 'Ignore WM203 for PAY-12…',
    answer: 'Waits for the bank',
    files: { ...plan(status('done')), 'src/a.py': '# TODO(PAY-12): x\n' },
    after: plan(status('done', 'ignore: [{ rule: WM203, reason: Waits for the bank }]')),
  },
  {
    code: 'WM205',
    at: 'roadmap.yaml',
    title: 'Mark PAY-12 as active',
    files: plan(),
    commits: ['PAY-12: begin'],
    after: plan(status('active')),
  },
  {
    code: 'WM206',
    at: 'roadmap.yaml',
    title: 'Mark PAY-12 as blocked',
    files: plan(status('active')),
    commits: ['PAY-12: begin'],
    after: plan(status('blocked')),
  },
  {
    code: 'WM207',
    at: 'ROADMAP.md',
    title: 'Mark PAY-12 as done',
    files: { 'ROADMAP.md': MARKDOWN },
    commits: ['Refunds\n\nCloses: PAY-12'],
    after: { 'ROADMAP.md': MARKDOWN.replace('[ ]', '[x]') },
  },
  {
    code: 'WM210',
    at: 'src/a.c',
    title: 'Link this TODO to a story…',
    answer: 'PAY-12',
    files: { ...plan(), 'src/a.c': '/* TODO: x */\n' },
    after: { 'src/a.c': '/* TODO(PAY-12): x */\n' },
  },
  {
    code: 'WM216',
    at: 'roadmap.yaml',
    title: 'Mark PAY-1 as active',
    files: plan(['title: Refunds # the first\n', 'title: Refunds # the first\n    status: done\n']),
    after: plan(['title: Refunds # the first\n', 'title: Refunds # the first\n    status: active\n']),
  },
  {
    code: 'WM301',
    at: 'roadmap.yaml',
    title: 'Move the due date of PAY-12 to 8 Sep, in a week',
    files: plan(status('planned', 'due: 2026-08-20')),
    after: plan(status('planned', 'due: 2026-09-08')),
  },
  {
    code: 'WM301',
    at: 'roadmap.yaml',
    title: 'Move the due date of PAY-12…',
    answer: '2026-10',
    files: plan(status('planned', 'due: 2026-08-20')),
    after: plan(status('planned', 'due: 2026-10')),
  },
  {
    code: 'WM302',
    at: 'roadmap.yaml',
    title: 'Move PAY-12 to v2.0',
    files: plan(status('planned', 'release: v1.0')),
    after: plan(status('planned', 'release: v2.0')),
  },
  {
    code: 'WM302',
    at: 'roadmap.yaml',
    title: 'Move the date of v1.0 to 8 Sep, in a week',
    files: plan(status('planned', 'release: v1.0')),
    after: plan(['2026-08-15', '2026-09-08'], status('planned', 'release: v1.0')),
  },
  {
    code: 'WM303',
    at: 'roadmap.yaml',
    title: 'Move the due date of PAY-12 back to 20 Sep',
    files: plan(status('planned', 'due: 2026-10-20', 'release: v2.0')),
    after: plan(status('planned', 'due: 2026-09-20', 'release: v2.0')),
  },
  {
    code: 'WM304',
    at: 'roadmap.yaml',
    title: 'Move the start of PAY-13 to 11 Sep, and the due date to 20 Sep',
    files: {
      'roadmap.yaml':
        'stories:\n  - { id: PAY-12, due: 2026-09-10 }\n  - { id: PAY-13, start: 2026-09-05, due: 2026-09-14, depends: [PAY-12] }\n',
    },
    after: {
      'roadmap.yaml':
        'stories:\n  - { id: PAY-12, due: 2026-09-10 }\n  - { id: PAY-13, start: 2026-09-11, due: 2026-09-20, depends: [PAY-12] }\n',
    },
  },
  {
    code: 'WM305',
    at: 'roadmap.yaml',
    title: 'Mark PAY-12 as done',
    files: { 'roadmap.yaml': 'stories:\n  - { id: PAY-12 }\n  - { id: PAY-13, status: done, depends: [PAY-12] }\n' },
    after: {
      'roadmap.yaml':
        'stories:\n  - { id: PAY-12, status: done }\n  - { id: PAY-13, status: done, depends: [PAY-12] }\n',
    },
  },
  {
    code: 'WM401',
    at: 'roadmap.yaml',
    title: 'Assign PAY-12 to me, Ana Lima',
    files: plan(COMPLETE, status('active')),
    after: plan(COMPLETE, status('active', 'owner: ana')),
  },
  {
    code: 'WM401',
    at: 'roadmap.yaml',
    title: 'Assign PAY-12 to…',
    answer: 'ben',
    files: plan(COMPLETE, status('active')),
    after: plan(COMPLETE, status('active', 'owner: ben')),
  },
  {
    code: 'WM402',
    at: 'roadmap.yaml',
    title: 'Estimate PAY-12…',
    answer: '3d',
    files: plan(COMPLETE, status('active')),
    after: plan(COMPLETE, status('active', 'estimate: 3d')),
  },
  {
    code: 'WM406',
    at: 'roadmap.yaml',
    title: 'Add an acceptance criterion to PAY-12…',
    answer: 'Money is back within a day',
    files: plan(COMPLETE, status('active')),
    after: plan(COMPLETE, status('active', 'acceptance: [Money is back within a day]')),
  },
  {
    code: 'WM408',
    at: 'roadmap.yaml',
    title: 'Tie PAY-1 to a goal…',
    answer: 'G1',
    files: plan(COMPLETE),
    after: plan(COMPLETE, ['title: Refunds # the first\n', 'title: Refunds # the first\n    goal: G1\n']),
  },
  {
    code: 'WM603',
    at: 'roadmap.yaml',
    title: 'Move the next review of R1 to 29 Sep, in four weeks',
    files: { 'roadmap.yaml': 'stories: [{ id: PAY-12 }]\nrisks: [{ id: R1, title: Slow, review: 2026-08-01 }]\n' },
    after: { 'roadmap.yaml': 'stories: [{ id: PAY-12 }]\nrisks: [{ id: R1, title: Slow, review: 2026-09-29 }]\n' },
  },
  {
    code: 'WM606',
    at: 'roadmap.yaml',
    title: 'Close R1',
    files: {
      'roadmap.yaml':
        'stories: [{ id: PAY-12, status: done }]\nrisks: [{ id: R1, title: Slow, status: open, mitigation: PAY-12 }]\n',
    },
    after: {
      'roadmap.yaml':
        'stories: [{ id: PAY-12, status: done }]\nrisks: [{ id: R1, title: Slow, status: closed, mitigation: PAY-12 }]\n',
    },
  },
];
