import { annotationAges } from '../../../src/core/codeHistory/annotationAges';
import { hotspot } from '../../../src/core/findings/rules/code/wm502Hotspot';
import { knowledgeRisk } from '../../../src/core/findings/rules/code/wm503KnowledgeRisk';
import { largeCommit } from '../../../src/core/findings/rules/code/wm507LargeCommit';
import { leftOutFile } from '../../../src/core/findings/rules/code/wm506LeftOutFile';
import { oldAnnotation } from '../../../src/core/findings/rules/code/wm504OldAnnotation';
import { scatteredChange } from '../../../src/core/findings/rules/code/wm505ScatteredChange';
import { warningsInReleaseCode } from '../../../src/core/findings/rules/code/wm501WarningsInReleaseCode';
import { workAfterFreeze } from '../../../src/core/findings/rules/code/wm508WorkAfterFreeze';
import type { Facts } from '../../../src/core/findings/facts';
import type { FileMarks } from '../../../src/core/model/marks';
import type { Item, Person } from '../../../src/core/model/roadmap';
import { type Change, changed, codeHistory, type HistoryFields } from '../../support/codeHistoryBuilder';
import { commit, days, epic, file, type Mark, person, release, story, todo, world } from '../../support/planBuilder';
import { checkRule, type RuleCase } from './checkRule';
import { nesting } from './codeFacts';

/** A situation in which the changes are both history and fact. */
function situation(
  content: readonly (Item | Person | FileMarks)[],
  changes: readonly Change[],
  fields: HistoryFields = {},
  depths: Readonly<Record<string, number>> = {},
): Pick<RuleCase, 'in' | 'facts'> {
  return {
    in: world(...content, ...changes.map((each) => each.commit)),
    facts: { codeHistory: codeHistory(changes, fields), nesting: nesting(depths) },
  };
}

/** So many commits of the same files, newest first, one a day backwards from a day. */
function times(count: number, subject: string, from: string, by: string, ...files: readonly string[]): Change[] {
  const last = days(from).first;
  return Array.from({ length: count }, (_, index) =>
    changed(commit(subject, { on: new Date((last - index) * 86_400_000).toISOString().slice(0, 10), by }), ...files),
  );
}

const V2 = release('v2.0', { date: '2026-09-20' });
const SECURITY: Mark = todo('', { tag: 'SECURITY', message: 'constant time' });
const change = (subject: string, ...files: readonly string[]) => changed(commit(subject), ...files);

checkRule(warningsInReleaseCode, [
  {
    title: 'shows once a file what warns of code that a near release changes',
    ...situation(
      [
        V2,
        story('PAY-12', { title: 'Refund API', status: 'active', release: 'v2.0' }),
        file('src/token.ts', SECURITY, todo('', { tag: 'HACK', message: '' }), todo('', { tag: 'HACK' })),
      ],
      [change('PAY-12: x', 'src/token.ts')],
    ),
    finds: [
      'src/token.ts: SECURITY | src/token.ts holds 1 SECURITY and 2 HACKs, and PAY-12 changes it for v2.0, which is due on 20 Sep.',
      '- roadmap.yaml: PAY-12 | PAY-12 Refund API',
      '- src/token.ts: HACK | HACK: without a message',
      '- src/token.ts: HACK | HACK: retry',
    ],
  },
  {
    title: 'leaves tasks, notes, tests, what is planned for others, and what is a finished item’s alone',
    ...situation(
      [
        V2,
        story('PAY-12', { status: 'active', release: 'v2.0' }),
        story('PAY-13'),
        story('PAY-14', { status: 'done' }),
        file(
          'src/a.ts',
          todo(''),
          todo('', { tag: 'NOTE' }),
          todo('PAY-13', { tag: 'FIXME' }),
          todo('PAY-14', { tag: 'HACK' }),
        ),
        file('test/a.test.ts', SECURITY),
        file('src/untouched.ts', SECURITY),
      ],
      [change('PAY-12: x', 'src/a.ts', 'test/a.test.ts')],
    ),
    finds: [],
  },
  {
    title: 'leaves a far release, a finished item, a done release and reverted work alone',
    ...(() => {
      const reverted = commit('PAY-15: x');
      return situation(
        [
          V2,
          release('v3.0', { date: '2026-10-02' }),
          release('v1.0', { date: '2026-08-01', status: 'done' }),
          story('PAY-12', { status: 'active', release: 'v3.0' }),
          story('PAY-13', { status: 'done', release: 'v2.0' }),
          story('PAY-14', { status: 'active', release: 'v1.0' }),
          story('PAY-15', { status: 'active', release: 'v2.0' }),
          file('src/a.ts', SECURITY),
        ],
        [
          changed(commit('Take it back', { reverts: reverted }), 'README.md'),
          change('PAY-12 PAY-13 PAY-14: x', 'src/a.ts'),
          changed(reverted, 'src/a.ts'),
        ],
      );
    })(),
    finds: [],
  },
]);

/** 20 files that 2 commits changed each. */
const CALM = Array.from({ length: 20 }, (_, index) =>
  times(2, 'PAY-90: x', '2026-05-01', 'Ben Ode', `src/f${index}.ts`),
).flat();
const HOT = [
  story('PAY-12', { title: 'Refund API', status: 'active' }),
  file('src/hot.ts', todo('', { tag: 'FIXME' })),
];

function nestedHot(content: readonly (Item | FileMarks)[], depth: number): Pick<RuleCase, 'in' | 'facts'> {
  const changes = [...times(12, 'PAY-12: x', '2026-08-20', 'Ana Lima', 'src/hot.ts'), ...CALM];
  return situation(content, changes, {}, { 'src/hot.ts': depth });
}

checkRule(hotspot, [
  {
    title: 'shows a file that changed most, is known to be broken, and is worked on',
    ...situation(HOT, [...times(12, 'PAY-12: x', '2026-08-20', 'Ana Lima', 'src/hot.ts'), ...CALM]),
    finds: [
      'src/hot.ts: FIXME | src/hot.ts is a hotspot in which PAY-12 is at work: 12 of 52 linked commits since 30 Apr changed it, and it holds 1 FIXME.',
      '- roadmap.yaml: PAY-12 | PAY-12 Refund API',
    ],
  },
  {
    title: 'says that older commits are not looked at',
    ...situation(HOT, [...times(12, 'PAY-12: x', '2026-08-20', 'Ana Lima', 'src/hot.ts'), ...CALM], { linked: 1204 }),
    finds: [
      'src/hot.ts: FIXME | src/hot.ts is a hotspot in which PAY-12 is at work: 12 of the newest 52 linked commits since 30 Apr changed it, and it holds 1 FIXME.',
      '- roadmap.yaml: PAY-12 | PAY-12 Refund API',
    ],
  },
  {
    title: 'shows a file without any annotation that is much nested, at its beginning',
    ...nestedHot([story('PAY-12', { title: 'Refund API', status: 'active' })], 7),
    finds: [
      'src/hot.ts: 0-0 | src/hot.ts is a hotspot in which PAY-12 is at work: 12 of 52 linked commits since 30 Apr changed it, and it is nested up to 7 deep.',
      '- roadmap.yaml: PAY-12 | PAY-12 Refund API',
    ],
  },
  {
    title: 'names both what warns of it and how deep it is nested',
    ...nestedHot(HOT, 9),
    finds: [
      'src/hot.ts: FIXME | src/hot.ts is a hotspot in which PAY-12 is at work: 12 of 52 linked commits since 30 Apr changed it, it holds 1 FIXME, and it is nested up to 9 deep.',
      '- roadmap.yaml: PAY-12 | PAY-12 Refund API',
    ],
  },
  {
    title: 'leaves a file alone that is nested one level less',
    ...nestedHot([story('PAY-12', { status: 'active' })], 6),
    finds: [],
  },
  {
    title: 'leaves a much nested file alone that few commits changed',
    ...situation(
      [story('PAY-12', { status: 'active' })],
      [...times(9, 'PAY-12: x', '2026-08-20', 'Ana Lima', 'src/hot.ts'), ...CALM],
      {},
      { 'src/hot.ts': 9 },
    ),
    finds: [],
  },
  {
    title: 'leaves it alone with one commit less, and while history is still read',
    ...situation(HOT, [...times(9, 'PAY-12: x', '2026-08-20', 'Ana Lima', 'src/hot.ts'), ...CALM]),
    finds: [],
  },
  {
    title: 'waits until history is read',
    ...situation(HOT, [...times(12, 'PAY-12: x', '2026-08-20', 'Ana Lima', 'src/hot.ts'), ...CALM], {
      isUnderWay: true,
    }),
    finds: [],
  },
  {
    title: 'leaves it alone where as many files change as often',
    ...situation(HOT, [
      ...times(12, 'PAY-12: x', '2026-08-20', 'Ana Lima', 'src/hot.ts', 'src/warm.ts', 'src/too.ts'),
      ...CALM,
    ]),
    finds: [],
  },
  {
    title: 'leaves it alone where only finished work changed it',
    ...situation(
      [story('PAY-12', { status: 'done' }), file('src/hot.ts', todo('', { tag: 'FIXME' }))],
      [...times(12, 'PAY-12: x', '2026-08-20', 'Ana Lima', 'src/hot.ts'), ...CALM],
    ),
    finds: [],
  },
]);

const ACTIVE = story('PAY-12', { status: 'active' });
const ANA = times(22, 'PAY-12: x', '2026-08-20', 'Ana Lima', 'src/pay/a.ts');
const BEN_ELSEWHERE = times(1, 'PAY-90: x', '2026-08-01', 'Ben Ode', 'src/web/a.ts');
const OTHER = story('PAY-90');

checkRule(knowledgeRisk, [
  {
    title: 'shows a component that only one person has changed',
    ...situation([ACTIVE, OTHER], [...ANA, ...BEN_ELSEWHERE]),
    finds: [
      'roadmap.yaml: PAY-12 | Ana Lima wrote all 22 commits on src/pay (of 23 linked commits since 30 Jul), and nobody else ever changed it. PAY-12 is to be done there soon.',
    ],
  },
  {
    title: 'says since when nobody else has changed it',
    ...situation(
      [ACTIVE, OTHER],
      [...ANA, ...BEN_ELSEWHERE, ...times(2, 'PAY-90: x', '2026-01-05', 'Ben Ode', 'src/pay/b.ts')],
    ),
    finds: [
      'roadmap.yaml: PAY-12 | Ana Lima wrote 22 of the 24 commits on src/pay (of 25 linked commits since 4 Jan), and nobody else has changed it since 5 Jan. PAY-12 is to be done there soon.',
    ],
  },
  {
    title: 'leaves a project of one person alone',
    ...situation([ACTIVE, OTHER], [...ANA, ...times(1, 'PAY-90: x', '2026-01-01', 'Ben Ode', 'src/web/a.ts')]),
    finds: [],
  },
  {
    title: 'leaves it alone where somebody else was there lately, or wrote a good part',
    ...situation([ACTIVE, OTHER], [...ANA, ...times(1, 'PAY-90: x', '2026-08-01', 'Ben Ode', 'src/pay/b.ts')]),
    finds: [],
  },
  {
    title: 'leaves alone what belongs to another member of the team, but not what belongs to the one who knows it',
    ...situation(
      [
        person('ana', 'Ana Lima'),
        person('ben', 'Ben Ode'),
        story('PAY-12', { status: 'active', owner: 'ben' }),
        story('PAY-13', { status: 'active', owner: 'ana' }),
        OTHER,
      ],
      [...ANA, ...times(1, 'PAY-13: x', '2026-08-20', 'Ana Lima', 'src/pay/a.ts'), ...BEN_ELSEWHERE],
    ),
    finds: [
      'roadmap.yaml: PAY-13 | Ana Lima wrote all 23 commits on src/pay (of 24 linked commits since 30 Jul), and nobody else ever changed it. PAY-13 is to be done there soon.',
    ],
  },
  {
    title: 'leaves it alone after few commits, and where nothing is planned soon',
    ...situation([ACTIVE, OTHER], [...ANA.slice(0, 19), ...BEN_ELSEWHERE]),
    finds: [],
  },
  {
    title: 'leaves finished work alone',
    ...situation([story('PAY-12', { status: 'done' }), OTHER], [...ANA, ...BEN_ELSEWHERE]),
    finds: [],
  },
  {
    title: 'shows an item whose only author is gone',
    ...situation(
      [ACTIVE, OTHER],
      [...BEN_ELSEWHERE, ...times(3, 'PAY-12: x', '2026-02-03', 'Ana Lima', 'src/pay/a.ts')],
    ),
    finds: [
      'roadmap.yaml: PAY-12 | PAY-12 is active, but Ana Lima, who wrote all 3 commits on it, has committed to nothing that is planned since 3 Feb.',
    ],
  },
  {
    title: 'leaves an item alone whose author is at work elsewhere',
    ...situation(
      [ACTIVE, OTHER],
      [
        ...times(1, 'PAY-90: x', '2026-08-02', 'Ana Lima', 'src/web/b.ts'),
        ...BEN_ELSEWHERE,
        ...times(3, 'PAY-12: x', '2026-02-03', 'Ana Lima', 'src/pay/a.ts'),
      ],
    ),
    finds: [],
  },
]);

/** Each annotation of the file comes from a line of this day. */
function aged(marks: FileMarks, on: string): Facts {
  const origin = { sha: 'a'.repeat(40), day: days(on).first, author: 'Ana Lima' };
  return {
    annotationAges: annotationAges(marks.annotations.map((annotation) => [marks.path, annotation, origin] as const)),
  };
}

const OLD = file('src/a.ts', todo('PAY-12'), todo('PAY-12', { tag: 'FIXME', message: 'round' }));
const QUIET = file('src/a.ts', todo('PAY-12', { tag: 'NOTE' }));

checkRule(oldAnnotation, [
  {
    title: 'shows once an item the oldest of the annotations that have waited for long',
    in: world(story('PAY-12', { title: 'Refund API' }), OLD),
    facts: aged(OLD, '2026-02-01'),
    finds: [
      'src/a.ts: TODO PAY-12 | This TODO waits for PAY-12, which is still open: Ana Lima wrote it on 1 Feb, 212 days ago; 1 other annotation of it is older than 180 days too.',
      '- roadmap.yaml: PAY-12 | PAY-12 Refund API',
      '- src/a.ts: FIXME PAY-12 | FIXME: round',
    ],
  },
  {
    title: 'leaves it alone on the last day of its time',
    in: world(story('PAY-12'), OLD),
    facts: aged(OLD, '2026-03-05'),
    finds: [],
  },
  {
    title: 'leaves notes alone',
    in: world(story('PAY-12'), QUIET),
    facts: aged(QUIET, '2020-01-01'),
    finds: [],
  },
  {
    title: 'leaves what names a finished item to others, and says nothing of lines without a commit',
    in: world(story('PAY-12', { status: 'done' }), OLD),
    facts: aged(OLD, '2026-02-01'),
    finds: [],
  },
  {
    title: 'knows no age of a line that is not committed',
    in: world(story('PAY-12'), OLD),
    facts: aged(file('src/a.ts'), '2026-02-01'),
    finds: [],
  },
]);

const PARTS = ['src/a/x.ts', 'src/b/x.ts', 'src/c/x.ts', 'src/d/x.ts', 'src/e/x.ts'];

checkRule(scatteredChange, [
  {
    title: 'shows a story whose commits changed many components',
    ...situation([ACTIVE], [change('PAY-12: x', ...PARTS), change('PAY-12: y', 'web/x.ts')]),
    finds: [
      'roadmap.yaml: PAY-12 | 2 commits on PAY-12 changed code in 6 components: src/a, src/b, src/c and 3 more.',
      '- commit | 20 Aug, Ana Lima: PAY-12: x',
      '- commit | 20 Aug, Ana Lima: PAY-12: y',
    ],
  },
  {
    title: 'counts neither tests, documents, settings nor files at the top',
    ...situation(
      [ACTIVE],
      [change('PAY-12: x', ...PARTS, 'test/x.test.ts', 'docs/x.md', '.ci/x.yml', 'main.ts', 'web/package.json')],
    ),
    finds: [],
  },
  {
    title: 'leaves epics and finished items alone',
    ...situation(
      [epic('PAY-1', { status: 'active' }), story('PAY-12', { status: 'done' })],
      [change('PAY-1 PAY-12: x', ...PARTS, 'web/x.ts')],
    ),
    finds: [],
  },
]);

const COUPLED = times(6, 'PAY-90: x', '2026-06-01', 'Ben Ode', 'src/api.ts', 'src/client.ts');

checkRule(leftOutFile, [
  {
    title: 'shows what nearly always changes along and was left out',
    ...situation([ACTIVE, OTHER], [change('PAY-12: x', 'src/api.ts'), ...COUPLED]),
    finds: [
      'roadmap.yaml: PAY-12 | PAY-12 left out 1 file that usually changes together with its own: src/client.ts (in 6 of 6 other commits on src/api.ts).',
      '- commit | 20 Aug, Ana Lima: PAY-12: x',
    ],
  },
  {
    title: 'is content when another commit of the story changed it',
    ...situation(
      [ACTIVE, OTHER],
      [change('PAY-12: y', 'src/client.ts'), change('PAY-12: x', 'src/api.ts'), ...COUPLED],
    ),
    finds: [],
  },
  {
    title: 'leaves old work alone, and what is seldom together',
    ...situation(
      [ACTIVE, story('PAY-13', { status: 'active' }), OTHER],
      [
        changed(commit('PAY-12: x', { on: '2026-07-20' }), 'src/api.ts'),
        ...COUPLED,
        change('PAY-13: x', 'src/web.ts'),
        ...times(4, 'PAY-90: x', '2026-06-01', 'Ben Ode', 'src/web.ts', 'src/css.ts'),
      ],
    ),
    finds: [],
  },
]);

const SOON = story('PAY-12', { status: 'active', release: 'v2.0' });

checkRule(largeCommit, [
  {
    title: 'shows a large commit shortly before a release',
    ...situation(
      [V2, SOON],
      [change('PAY-12: x', 'src/a.ts +1200 -100', 'src/b.ts +4 -0'), change('PAY-12: y', 'src/a.ts +1001 -0')],
    ),
    finds: [
      'roadmap.yaml: PAY-12 | A commit of Ana Lima on 20 Aug added 1,204 lines and deleted 100 lines of code in 2 files for PAY-12, and v2.0 is due on 20 Sep. 1 other commit on it is large too.',
      '- commit | 20 Aug, Ana Lima: PAY-12: x',
      '- commit | 20 Aug, Ana Lima: PAY-12: y',
    ],
  },
  {
    title: 'counts neither tests, documents, lock files, moves nor mere deletions',
    ...situation(
      [V2, SOON],
      [
        change(
          'PAY-12: x',
          'src/a.ts +1000 -0',
          'test/a.test.ts +900 -0',
          'docs/a.md +900 -0',
          'package-lock.json +9000 -1',
        ),
        change('PAY-12: y', 'src/old.ts => src/new.ts +0 -0', 'src/c.ts +0 -5000'),
      ],
    ),
    finds: [],
  },
  {
    title: 'says nothing of commits whose lines were not counted, and does not count them in',
    ...situation(
      [V2, SOON],
      [change('PAY-12: x', 'src/a.ts +?'), change('PAY-12: y', 'src/a.ts +999 -0', 'src/b.ts +?')],
    ),
    finds: [],
  },
  {
    title: 'leaves far releases, finished items and old commits alone',
    ...situation(
      [
        V2,
        release('v3.0', { date: '2026-12-01' }),
        story('PAY-13', { status: 'done', release: 'v2.0' }),
        story('PAY-14', { release: 'v3.0' }),
        SOON,
      ],
      [
        change('PAY-13 PAY-14: x', 'src/a.ts +5000 -0'),
        changed(commit('PAY-12: x', { on: '2026-07-01' }), 'src/a.ts +5000 -0'),
      ],
    ),
    finds: [],
  },
]);

const FROZEN = release('v2.0', { date: '2026-09-20', freeze: '2026-08-18' });
const late = (subject: string, ...files: readonly string[]) => changed(commit(subject, { on: '2026-08-20' }), ...files);

const SUBJECTS_OF_FIXES = [
  'PAY-12: fix rounding',
  'fix(pay): rounding PAY-12',
  '[PAY-12] Hotfix of rounding',
  'PAY-12 Fixed rounding',
  'PAY-12: Upgrade the parser (fix CVE-2026-1)',
  '[PAY-12] Refund fails for amounts of 0',
  '[PAY-12] NPE when the card is gone',
  '[PAY-12] Total is rounded twice',
  '[PAY-12] Gateway may lose a refund',
  'PAY-12: refund doesn’t wait',
];
const SUBJECTS_OF_NEW_WORK = [
  'PAY-12: gateway',
  'feat(PAY-12): refunds that cannot be lost',
  'PAY-12 Add a check that is never skipped',
  '[PAY-12] Support wrong currencies',
  'PAY-12: Refunds in fixtures',
];

checkRule(workAfterFreeze, [
  ...SUBJECTS_OF_FIXES.map((subject) => ({
    title: `takes "${subject}" for a fix`,
    ...situation([FROZEN, SOON], [late(subject, 'src/a.ts')]),
    finds: [],
  })),
  ...SUBJECTS_OF_NEW_WORK.map((subject) => ({
    title: `takes "${subject}" for new work`,
    ...situation([FROZEN, SOON], [late(subject, 'src/a.ts')]),
    finds: [
      'roadmap.yaml: PAY-12 | v2.0 is frozen since 18 Aug, but a commit on PAY-12 changed code after that, on 20 Aug by Ana Lima.',
      '- roadmap.yaml: v2.0 freeze | v2.0: freeze',
      `- commit | 20 Aug, Ana Lima: ${subject}`,
    ],
  })),
  {
    title: 'shows new work after the freeze, on a done item too',
    ...situation(
      [FROZEN, story('PAY-12', { status: 'done', release: 'v2.0' })],
      [late('PAY-12: gateway', 'src/a.ts'), late('PAY-12: more', 'src/a.ts')],
    ),
    finds: [
      'roadmap.yaml: PAY-12 | v2.0 is frozen since 18 Aug, but 2 commits on PAY-12 changed code after that, the last on 20 Aug by Ana Lima.',
      '- roadmap.yaml: v2.0 freeze | v2.0: freeze',
      '- commit | 20 Aug, Ana Lima: PAY-12: gateway',
      '- commit | 20 Aug, Ana Lima: PAY-12: more',
    ],
  },
  {
    title: 'leaves tests, documents, settings and work on the day of the freeze alone',
    ...situation(
      [FROZEN, SOON],
      [
        late('PAY-12: test it', 'test/a.test.ts', 'docs/a.md'),
        late('PAY-12: build it', 'ci/Jenkinsfile', 'azure-pipelines.yml'),
        changed(commit('PAY-12: gateway', { on: '2026-08-18' }), 'src/a.ts'),
      ],
    ),
    finds: [],
  },
  {
    title: 'leaves a release alone that is done or long past, and one without a freeze',
    ...situation(
      [
        release('v1.0', { date: '2026-09-20', freeze: '2026-08-18', status: 'done' }),
        release('v0.9', { date: '2026-08-17', freeze: '2026-08-10' }),
        V2,
        story('PAY-11', { release: 'v1.0' }),
        story('PAY-10', { release: 'v0.9' }),
        SOON,
      ],
      [late('PAY-10 PAY-11 PAY-12: gateway', 'src/a.ts')],
    ),
    finds: [],
  },
]);
