import type { FixCase } from './fixCases';

const BACKLOG = {
  'backlog/config.yml': 'project_name: Acme\nstatuses: [To Do, Doing, Done]\n',
  'backlog/tasks/task-1 - Refunds.md': '---\nid: TASK-1\ntitle: Refunds\nstatus: Doing\n---\n',
};

const plan = (...lines: readonly string[]) => ({ 'roadmap.yaml': `${lines.join('\n')}\n` });

/** Ways out that make a file, look at files, or follow the schedule. */
export const PLAN_FIX_CASES: readonly FixCase[] = [
  {
    code: 'WM201',
    at: 'src/a.ts',
    title: 'Add TASK-9 to the roadmap',
    files: { ...BACKLOG, 'src/a.ts': '// TODO(TASK-9): round the sum.\n' },
    after: {
      'backlog/tasks/task-9 - Round-the-sum.md': '---\nid: TASK-9\ntitle: Round the sum\nstatus: To Do\n---\n',
    },
  },
  {
    code: 'WM201',
    at: 'src/a.ts',
    title: 'Add TASK-1.2 to the roadmap as a task of TASK-1',
    files: { ...BACKLOG, 'src/a.ts': '// TODO(TASK-1.2): round the sum.\n' },
    after: {
      'backlog/tasks/task-1.2 - Round-the-sum.md':
        '---\nid: TASK-1.2\ntitle: Round the sum\nstatus: To Do\nparent_task_id: TASK-1\n---\n',
    },
  },
  {
    code: 'WM105',
    at: 'roadmap.yaml',
    title: 'Add simmering to the workflow of roadmap.yaml…',
    answer: 'active',
    files: plan('stories:', '  - { id: PAY-12, status: simmering }'),
    after: plan('workflow:', '  simmering: active', 'stories:', '  - { id: PAY-12, status: simmering }'),
  },
  {
    code: 'WM102',
    at: 'roadmap.yaml',
    title: 'Give this PAY-12, Payouts, the free ID PAY-13',
    files: plan('stories:', '  - { id: PAY-12, title: Refunds }', '  - { id: PAY-12, title: Payouts }'),
    after: plan('stories:', '  - { id: PAY-12, title: Refunds }', '  - { id: PAY-13, title: Payouts }'),
  },
  {
    code: 'WM102',
    at: 'roadmap.yaml',
    title: 'Give this PAY-12, Payouts, another ID…',
    answer: 'PAY-20',
    files: plan('stories:', '  - { id: PAY-12, title: Refunds }', '  - { id: PAY-12, title: Payouts }'),
    after: plan('stories:', '  - { id: PAY-12, title: Refunds }', '  - { id: PAY-20, title: Payouts }'),
  },
  {
    code: 'WM109',
    at: 'roadmap.yaml',
    title: 'Name docs/adr/0007-refunds.md instead',
    files: {
      ...plan('stories: [{ id: PAY-12, decisions: [docs/adr/0007-refnds.md] }]'),
      'docs/adr/0007-refunds.md': '',
    },
    after: plan('stories: [{ id: PAY-12, decisions: [docs/adr/0007-refunds.md] }]'),
  },
  {
    code: 'WM110',
    at: 'src/a.ts',
    title: 'Say why WM203 is ignored here…',
    answer: 'Waits for the bank',
    files: {
      ...plan('stories: [{ id: PAY-12, status: done }]'),
      'src/a.ts': '// waymark-ignore WM203\n// TODO(PAY-12): x\n',
    },
    after: { 'src/a.ts': '// waymark-ignore WM203: Waits for the bank\n// TODO(PAY-12): x\n' },
  },
  {
    code: 'WM311',
    at: 'roadmap.yaml',
    title: 'Move the date of v2.0 to 18 Sep (earliest by the schedule that leaves some slack)',
    files: plan(
      'releases: [{ id: v2.0, date: 2026-09-11 }]',
      'stories:',
      '  - { id: PAY-12, estimate: 10d }',
      '  - { id: PAY-13, estimate: 3d, depends: [PAY-12], release: v2.0 }',
    ),
    after: plan(
      'releases: [{ id: v2.0, date: 2026-09-18 }]',
      'stories:',
      '  - { id: PAY-12, estimate: 10d }',
      '  - { id: PAY-13, estimate: 3d, depends: [PAY-12], release: v2.0 }',
    ),
  },
  {
    code: 'WM409',
    at: 'roadmap.yaml',
    title: 'Write what “refund time” of G1 is today…',
    answer: '20',
    files: plan(
      'goals:',
      '  - id: G1',
      '    metrics: [{ name: refund time, target: 2, current: 41, asOf: 2026-01-01 }]',
    ),
    after: plan(
      'goals:',
      '  - id: G1',
      '    metrics: [{ name: refund time, target: 2, current: 20, asOf: 2026-09-01 }]',
    ),
  },
];
