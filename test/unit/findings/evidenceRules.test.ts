import { fileNotFound } from '../../../src/core/findings/rules/roadmap/wm109FileNotFound';
import { doneWithoutTest } from '../../../src/core/findings/rules/drift/wm212DoneWithoutTest';
import { annotationPastUntil } from '../../../src/core/findings/rules/drift/wm213AnnotationPastUntil';
import { workOutsideCode } from '../../../src/core/findings/rules/drift/wm214WorkOutsideCode';
import { branchOfInactiveItem } from '../../../src/core/findings/rules/drift/wm215BranchOfInactiveItem';
import {
  commit,
  epic,
  file,
  reference,
  release,
  risk,
  roadmap,
  story,
  task,
  todo,
  world,
} from '../../support/planBuilder';
import { checkRule } from './checkRule';
import { codeHistory, statusHistory, workTree } from './codeFacts';

const TREE = { workTree: workTree('docs/adr/0007-refunds.md', 'src/refunds/api.ts', 'packages/pay/src/a.ts') };

checkRule(fileNotFound, [
  {
    title: 'shows a decision that does not exist, whatever the status',
    in: world(story('PAY-12', { status: 'planned', decisions: ['docs/adr/0007-refunds.md', 'docs/adr/0008.md'] })),
    facts: TREE,
    finds: [
      'roadmap.yaml: PAY-12 decisions docs/adr/0008.md | PAY-12 names docs/adr/0008.md as a decision, but there is no such file or folder.',
    ],
  },
  {
    title: 'shows code that matches nothing once the work is done or has begun',
    in: world(
      story('PAY-12', { status: 'done', code: ['src/refund/**', 'src/refunds/'] }),
      story('PAY-13', { status: 'active', code: ['src/billing/api.ts'] }),
      commit('PAY-13: billing'),
    ),
    facts: TREE,
    finds: [
      'roadmap.yaml: PAY-12 code src/refund/** | PAY-12 is done and its code is expected in src/refund/**, but no file matches that.',
      'roadmap.yaml: PAY-13 code src/billing/api.ts | PAY-13 has 1 commit and its code is expected in src/billing/api.ts, but there is no such file or folder.',
    ],
  },
  {
    title: 'says of paths that leave the folder that they do',
    in: world(story('PAY-12', { decisions: ['../other/adr.md', '/etc/adr.md', 'docs/../../adr.md'] })),
    facts: TREE,
    finds: ['../other/adr.md', '/etc/adr.md', 'docs/../../adr.md'].map(
      (path) =>
        `roadmap.yaml: PAY-12 decisions ${path} | PAY-12 names ${path} as a decision, but that lies outside of the folder that is open, so nothing is ever found there.`,
    ),
  },
  {
    title: 'suggests the path as seen from the roadmap, and one without a slash before it',
    in: world(
      roadmap({ path: 'packages/pay/roadmap.yaml' }, story('PAY-12', { status: 'done', code: ['src/**'] })),
      roadmap({ path: 'docs/roadmap.yaml' }, story('PAY-13', { decisions: ['./adr/0007-refunds.md', '/docs/adr/'] })),
    ),
    facts: TREE,
    finds: [
      'docs/roadmap.yaml: PAY-13 decisions ./adr/0007-refunds.md | PAY-13 names ./adr/0007-refunds.md as a decision, but there is no such file or folder. Did you mean docs/adr/0007-refunds.md?',
      'suggest: docs/adr/0007-refunds.md',
      'docs/roadmap.yaml: PAY-13 decisions /docs/adr/ | PAY-13 names /docs/adr/ as a decision, but that lies outside of the folder that is open, so nothing is ever found there. Did you mean docs/adr/?',
      'suggest: docs/adr/',
    ],
  },
  {
    title: 'lets code of work that has not begun, all of dropped items, and what is no plain path pass',
    in: world(
      story('PAY-12', { status: 'planned', code: ['src/new/**'] }),
      story('PAY-13', { status: 'dropped', decisions: ['docs/none.md'] }),
      story('PAY-14', {
        status: 'done',
        decisions: ['https://example.org/adr/7', 'ADR-7', 'Decided in docs/adr.md', 'docs/a.md and docs/b.md'],
        code: [
          'Gateway.refund',
          'api.ts',
          '!src/legacy/**',
          'refunds',
          'src/refunds/api.ts:12',
          'src/refunds/api.ts (new)',
        ],
      }),
    ),
    facts: TREE,
    finds: [],
  },
  {
    title: 'is silent while it is not known which files there are',
    in: world(story('PAY-12', { decisions: ['a/b.md'] })),
    finds: [],
  },
]);

const REFUNDS = commit('PAY-12: refunds');
const WORK = ['PAY-12: refunds', 'PAY-20: ledger', 'PAY-21: property tests', 'PAY-22: mark as done'].map((subject) =>
  commit(subject),
);
const TESTED = file('test/b.ts', reference('PAY-13', { role: 'test' }));

checkRule(doneWithoutTest, [
  {
    title: 'shows a done story whose commits changed code and that no test names, where tests name others',
    in: world(story('PAY-12', { status: 'done' }), story('PAY-13', { status: 'done' }), REFUNDS, TESTED),
    facts: { codeHistory: codeHistory([REFUNDS, ['src/a.ts', 'roadmap.yaml']]) },
    finds: [
      'roadmap.yaml: PAY-12 status | PAY-12 is done with 1 commit, but no test names it.',
      '- commit | 20 Aug, Ana Lima: PAY-12: refunds',
    ],
  },
  {
    title: 'shows one that only code names',
    in: world(story('PAY-12', { status: 'done' }), story('PAY-13'), file('src/a.ts', reference('PAY-12')), TESTED),
    finds: ['roadmap.yaml: PAY-12 status | PAY-12 is done with 1 reference in code, but no test names it.'],
  },
  {
    title: 'is silent where tests name too few stories for a habit, unless it is asked for',
    in: world(
      ...['PAY-12', 'PAY-13', 'PAY-14'].map((id) => story(id, { status: 'done' })),
      file('src/a.ts', reference('PAY-12')),
      TESTED,
    ),
    finds: [],
  },
  {
    title: 'asks for a test of every done story with a share of 0',
    in: world(story('PAY-12', { status: 'done' }), file('src/a.ts', reference('PAY-12'))),
    thresholds: { 'WM212.percent': 0 },
    finds: ['roadmap.yaml: PAY-12 status | PAY-12 is done with 1 reference in code, but no test names it.'],
  },
  {
    title: 'lets stories pass whose tasks are tested, whose commits changed or name a test, or changed no code',
    in: world(
      story('PAY-12', { status: 'done' }, task('PAY-13')),
      ...['PAY-20', 'PAY-21', 'PAY-22'].map((id) => story(id, { status: 'done' })),
      ...WORK,
      TESTED,
    ),
    thresholds: { 'WM212.percent': 0 },
    facts: {
      codeHistory: codeHistory(
        ...WORK.map(
          (each, at) =>
            [
              each,
              [['src/a.ts'], ['src/a.ts', 'test/a.test.ts'], ['src/a.ts'], ['docs/a.md', 'roadmap.yaml']][at] ?? [],
            ] as const,
        ),
      ),
    },
    finds: [],
  },
  {
    title: 'is silent while it is not known what one of the commits changed',
    in: world(story('PAY-12', { status: 'done' }), REFUNDS, commit('PAY-12: ledger')),
    thresholds: { 'WM212.percent': 0 },
    facts: { codeHistory: codeHistory([REFUNDS, ['src/a.ts']]) },
    finds: [],
  },
  {
    title: 'lets open stories, epics and stories that only documents name pass',
    in: world(
      epic('PAY-1', { status: 'done' }),
      story('PAY-12', { status: 'active' }),
      story('PAY-14', { status: 'done' }),
      file('src/a.ts', reference('PAY-12'), reference('PAY-1')),
      file('docs/a.md', reference('PAY-14', { role: 'doc' })),
    ),
    thresholds: { 'WM212.percent': 0 },
    finds: [],
  },
]);

checkRule(annotationPastUntil, [
  {
    title: 'shows annotations whose day, release, item or risk has passed',
    in: world(
      release('v1.0', { status: 'done' }),
      release('v2.0', { date: '2026-08-15' }),
      release('v3.0', { status: 'dropped' }),
      story('PAY-2', { status: 'done', release: 'v2.0' }),
      risk('R1', { status: 'closed' }),
      file(
        'src/a.ts',
        todo('PAY-2', { until: '2026-08-31' }),
        todo('', { tag: 'DEPRECATED', until: 'v1.0' }),
        todo('', { until: 'v2.0' }),
        todo('', { until: '3.0' }),
        todo('', { until: 'PAY-2' }),
        todo('', { until: 'R1' }),
      ),
    ),
    finds: [
      'src/a.ts: until 2026-08-31 | This TODO was to last until 2026-08-31; its last day, 31 Aug, was yesterday.',
      'src/a.ts: until v1.0 | This DEPRECATED was to last until v1.0, which has shipped.',
      '- roadmap.yaml: v1.0 | v1.0',
      'src/a.ts: until v2.0 | This TODO was to last until v2.0, which has shipped.',
      '- roadmap.yaml: v2.0 | v2.0',
      'src/a.ts: until 3.0 | This TODO was to last until 3.0, which was dropped.',
      '- roadmap.yaml: v3.0 | v3.0',
      'src/a.ts: until PAY-2 | This TODO was to last until PAY-2, and PAY-2 is done.',
      '- roadmap.yaml: PAY-2 | PAY-2 Title of PAY-2',
      'src/a.ts: until R1 | This TODO was to last until R1, and the risk R1 is closed.',
      '- roadmap.yaml: R1 | R1 Risk R1',
    ],
  },
  {
    title: 'lets the last day, later and late releases, open items, unknown words and guessed comments pass',
    in: world(
      release('v2.0', { date: '2026-08-15' }),
      release('v3.0', { date: '2026-10-15' }),
      release('v4.0', { date: '2026-08-15', status: 'active' }),
      story('PAY-2', { status: 'active', release: 'v2.0' }),
      story('PAY-3', { status: 'done', release: 'v3.0' }),
      story('PAY-4', { status: 'done', release: 'v4.0' }),
      file(
        'src/a.ts',
        ...['2026-09-01', '2026-09', 'v2.0', 'v3.0', 'v4.0', 'PAY-2', 'the partner answers'].map((until) =>
          todo('', { until }),
        ),
        todo('', { until: '2026-08-01', certainty: 'probable' }),
        todo('PAY-3'),
      ),
    ),
    finds: [],
  },
]);

const FIRST = commit('PAY-12: billing', { on: '2026-08-20' });
const SECOND = commit('PAY-12: more', { on: '2026-08-21' });

checkRule(workOutsideCode, [
  {
    title: 'shows annotations and trace tags elsewhere',
    in: world(
      story('PAY-12', { code: ['src/refunds'] }),
      file('src/refunds/a.ts', todo('PAY-12')),
      file('src/billing/a.ts', todo('PAY-12'), reference('PAY-12', { via: 'implements' })),
    ),
    finds: [
      'roadmap.yaml: PAY-12 code | The work of PAY-12 is expected in src/refunds, but 1 annotation and 1 trace tag name it in src/billing/a.ts.',
      '- src/billing/a.ts: TODO PAY-12 | TODO in src/billing/a.ts',
      '- src/billing/a.ts: PAY-12 | Trace tag in src/billing/a.ts',
    ],
  },
  {
    title: 'shows that most of what its commits changed lies elsewhere, where that is known',
    in: world(story('PAY-12', { code: ['src/refunds/**'] }), SECOND, FIRST),
    facts: {
      codeHistory: codeHistory(
        [FIRST, ['src/billing/a.ts', 'src/billing/b.ts', 'test/a.test.ts', 'docs/a.md', 'package.json']],
        [SECOND, ['src/refunds/a.ts']],
      ),
    },
    finds: [
      'roadmap.yaml: PAY-12 code | The work of PAY-12 is expected in src/refunds/**, but 2 of 3 code files that its commits changed lie elsewhere: src/billing/a.ts and src/billing/b.ts.',
      '- commit | 20 Aug, Ana Lima: PAY-12: billing',
    ],
  },
  {
    title: 'counts the annotations of tasks, but not those of tasks with code of their own',
    in: world(
      story('PAY-12', { code: ['src/refunds/**'] }, task('PAY-13'), task('PAY-14', { code: ['src/billing/**'] })),
      file('src/billing/a.ts', todo('PAY-14')),
      file('src/ledger/a.ts', todo('PAY-13')),
    ),
    finds: [
      'roadmap.yaml: PAY-12 code | The work of PAY-12 is expected in src/refunds/**, but 1 annotation names it in src/ledger/a.ts.',
      '- src/ledger/a.ts: TODO PAY-13 | TODO in src/ledger/a.ts',
    ],
  },
  {
    title: 'lets half of the files, tests, documents, the top of the folder, notes and mere mentions pass',
    in: world(
      story('PAY-12', { code: ['src/refunds/{api,ui}/**'] }),
      file('src/refunds/ui/a.ts', todo('PAY-12')),
      file(
        'src/billing/a.ts',
        reference('PAY-12'),
        todo('PAY-12', { tag: 'NOTE' }),
        todo('PAY-12', { written: 'pay-12' }),
      ),
      file('test/a.test.ts', todo('PAY-12'), reference('PAY-12', { via: 'story', role: 'test' })),
      file('docs/a.md', todo('PAY-12')),
      file('main.ts', todo('PAY-12')),
      FIRST,
    ),
    facts: { codeHistory: codeHistory([FIRST, ['src/refunds/api/a.ts', 'src/billing/b.ts', 'Cargo.lock']]) },
    finds: [],
  },
  {
    title: 'lets commits of unknown change, mentions in a body, and items without readable code pass',
    in: world(
      story('PAY-12', { code: ['src/refunds/**'] }),
      story('PAY-13'),
      story('PAY-14', { code: ['src/refunds/**', 'https://example.org'] }),
      SECOND,
      commit('See PAY-12', { via: 'body' }),
      file('src/billing/a.ts', todo('PAY-13'), todo('PAY-14')),
    ),
    facts: { codeHistory: codeHistory() },
    finds: [],
  },
]);

const onBranch = (branch: string, status: string | undefined) => ({
  in: world(story('PAY-12', status === undefined ? {} : { status }), story('PAY-13', { status: 'active' })),
  facts: { branch },
});

checkRule(branchOfInactiveItem, [
  ...(
    [
      ['planned', 'which is still planned'],
      ['blocked', 'which is blocked'],
      ['done', 'which is done already'],
      ['dropped', 'which was dropped'],
    ] as const
  ).map(([status, said]) => ({
    title: `shows the branch of a ${status} item`,
    ...onBranch('feature/pay-12-refunds', status),
    finds: [
      `roadmap.yaml: PAY-12 status | The branch that is checked out, feature/pay-12-refunds, names PAY-12, ${said}.`,
    ],
  })),
  {
    title: 'says of an item without a status that it has none',
    ...onBranch('PAY-12', undefined),
    finds: [
      'roadmap.yaml: PAY-12 | The branch that is checked out, PAY-12, names PAY-12, which has no status and so counts as planned.',
    ],
  },
  {
    title: 'is silent where nothing has a status',
    in: world(story('PAY-12')),
    facts: { branch: 'PAY-12' },
    finds: [],
  },
  { title: 'lets the branch of an active item pass', ...onBranch('fix-pay-12-rounding', 'active'), finds: [] },
  { title: 'lets main, and branches that name nothing, pass', ...onBranch('main', 'done'), finds: [] },
  { title: 'lets the branch of a release pass', ...onBranch('release/PAY-12', 'done'), finds: [] },
  { title: 'lets an unknown item pass', ...onBranch('PAY-99', 'done'), finds: [] },
  {
    title: 'lets a branch pass whose item was finished lately',
    in: world(story('PAY-12', { status: 'done' })),
    facts: { branch: 'PAY-12', planHistory: statusHistory('PAY-12', ['2026-06-01', 'active'], ['2026-08-25', 'done']) },
    finds: [],
  },
  {
    title: 'lets a branch pass whose item is being marked as done',
    in: world(story('PAY-12', { status: 'done' })),
    facts: { branch: 'PAY-12', planHistory: statusHistory('PAY-12', ['2026-06-01', 'active']) },
    finds: [],
  },
  {
    title: 'shows one whose item was finished longer ago',
    in: world(story('PAY-12', { status: 'done' })),
    facts: { branch: 'PAY-12', planHistory: statusHistory('PAY-12', ['2026-06-01', 'active'], ['2026-08-24', 'done']) },
    finds: [
      'roadmap.yaml: PAY-12 status | The branch that is checked out, PAY-12, names PAY-12, which is done already.',
    ],
  },
]);
