import { scanFile } from '../../../src/core/annotations/scanFile';
import { createTagSet } from '../../../src/core/annotations/tags';
import { unknownItemInCode } from '../../../src/core/findings/rules/drift/wm201UnknownItemInCode';
import { unknownItemInCommit } from '../../../src/core/findings/rules/drift/wm202UnknownItemInCommit';
import { openAnnotationsInFinishedItem } from '../../../src/core/findings/rules/drift/wm203OpenAnnotationsInFinishedItem';
import { doneWithoutEvidence } from '../../../src/core/findings/rules/drift/wm204DoneWithoutEvidence';
import { plannedButCommitted } from '../../../src/core/findings/rules/drift/wm205PlannedButCommitted';
import { staleActiveItem } from '../../../src/core/findings/rules/drift/wm206StaleActiveItem';
import { closedByCommit } from '../../../src/core/findings/rules/drift/wm207ClosedByCommit';
import { commitsAfterDone } from '../../../src/core/findings/rules/drift/wm208CommitsAfterDone';
import { revertedWork } from '../../../src/core/findings/rules/drift/wm209RevertedWork';
import { unplannedAnnotation } from '../../../src/core/findings/rules/drift/wm210UnplannedAnnotation';
import { probableLink } from '../../../src/core/findings/rules/drift/wm211ProbableLink';
import { parentDisagrees } from '../../../src/core/findings/rules/drift/wm216ParentDisagrees';
import { createIdFinder } from '../../../src/core/ids/idFinder';
import { vocabularyOf } from '../../../src/core/ids/vocabulary';
import { on, past } from '../../support/historyBuilder';
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
import { codeHistory, statusHistory } from './codeFacts';

/** Any history: without a commit nothing is known of it. */
const ELSEWHERE = commit('Set up the build', { on: '2026-06-01' });

checkRule(unknownItemInCode, [
  {
    title: 'leaves alone what a note merely mentions',
    in: world(
      story('PAY-12'),
      file('src/a.ts', todo('PAY-122', { tag: 'NOTE' }), todo('PAY-123', { tag: 'DEPRECATED' })),
    ),
    finds: [],
  },
  {
    title: 'takes an ID in the words of a test for invented, and one right behind the tag for meant',
    in: world(
      story('PAY-12'),
      ...['test/refund.test.ts', 'src/refund.ts'].map((path) =>
        scanFile(path, '// BUG: currently gives PAY-950\n// TODO(PAY-951): retry\n', {
          finder: createIdFinder(vocabularyOf(['PAY'], [])),
          tags: createTagSet(),
        }),
      ),
    ),
    finds: [
      'src/refund.ts: 24-31 | This BUG names PAY-950, which no roadmap declares.',
      'src/refund.ts: 40-47 | This TODO names PAY-951, which no roadmap declares.',
      'test/refund.test.ts: 40-47 | This TODO names PAY-951, which no roadmap declares.',
    ],
  },
  {
    title: 'shows an annotation that names nothing, and suggests the ID that is one slip away',
    in: world(story('PAY-12', { title: 'Refund API' }), file('src/a.ts', todo('PAY-122', { tag: 'FIXME' }))),
    finds: [
      'src/a.ts: PAY-122 | This FIXME names PAY-122, which no roadmap declares. Did you mean PAY-12?',
      'suggest: PAY-12',
      '- roadmap.yaml: PAY-12 | PAY-12 Refund API',
    ],
  },
  {
    title: 'suggests no ID that differs in another digit, since that is mostly another item',
    in: world(story('PAY-12345'), file('src/a.ts', todo('PAY-19345'))),
    finds: ['src/a.ts: PAY-19345 | This TODO names PAY-19345, which no roadmap declares.'],
  },
  {
    title: 'shows only the unknown one of several IDs, and a trace tag that names nothing',
    in: world(story('PAY-12'), file('src/a.ts', todo('PAY-12 PAY-950'), reference('PAY-951', { via: 'implements' }))),
    finds: [
      'src/a.ts: PAY-950 | This TODO names PAY-950, which no roadmap declares.',
      'src/a.ts: PAY-951 | This comment names PAY-951, which no roadmap declares.',
    ],
  },
  {
    title: 'leaves issue numbers, missing or other zeros, and what only lies in a range alone',
    in: world(
      story('PAY-7'),
      story('#12'),
      file('src/a.ts', todo('PAY-007'), todo('#99'), todo('PAY-8', { implied: true })),
    ),
    finds: [],
  },
  {
    title: 'leaves former IDs, other declared things, mere mentions and probable forms alone',
    in: world(
      story('PAY-12', { aliases: ['PAY-3'] }),
      risk('PAY-80'),
      file('src/a.ts', todo('PAY-3'), todo('PAY-80'), reference('PAY-99'), todo('PAY-98', { written: 'pay-98' })),
      file('src/b.unknown', todo('PAY-97', { certainty: 'probable' })),
    ),
    finds: [],
  },
]);

const example = commit('PAY-12: read numbers', { names: ['PAY-950'], via: 'body' });

checkRule(unknownItemInCommit, [
  {
    title: 'shows each unknown ID where the roadmap lists its prefix',
    in: world(
      roadmap({ keys: ['PAY'] }, story('PAY-12')),
      commit('PAY-950: retry again', { on: '2026-08-24', by: 'Ben Ode' }),
      commit('PAY-950: retry', { on: '2026-08-20' }),
      commit('PAY-122: round', { on: '2026-08-03' }),
    ),
    finds: [
      'roadmap.yaml: keys PAY | 2 commits, the last on 24 Aug by Ben Ode, name PAY-950, which no roadmap declares.',
      '- commit | 24 Aug, Ben Ode: PAY-950: retry again',
      '- commit | 20 Aug, Ana Lima: PAY-950: retry',
      'roadmap.yaml: keys PAY | A commit on 3 Aug by Ana Lima names PAY-122, which no roadmap declares. Did you mean PAY-12?',
      '- commit | 3 Aug, Ana Lima: PAY-122: round',
    ],
  },
  {
    title: 'shows them at the beginning of the roadmap that uses the prefix where none is listed',
    in: world(
      roadmap({ path: 'a.yaml' }, story('OPS-1')),
      roadmap({ path: 'b.yaml' }, story('PAY-12')),
      commit('PAY-950: retry'),
    ),
    finds: [
      'b.yaml: 0-0 | A commit on 20 Aug by Ana Lima names PAY-950, which no roadmap declares.',
      '- commit | 20 Aug, Ana Lima: PAY-950: retry',
    ],
  },
  {
    title: 'leaves an ID alone that a commit on another item gives as an example',
    in: world(story('PAY-12'), { ...example, mentions: [...example.mentions, ...commit('PAY-12: x').mentions] }),
    finds: [],
  },
  {
    title: 'sums up what is too much to be read one by one',
    in: world(
      roadmap({ keys: ['PAY'] }, story('PAY-12')),
      commit('PAY-903: c', { on: '2026-08-24' }),
      commit('PAY-902: b', { on: '2026-08-20' }),
      commit('PAY-901: a', { on: '2026-08-20' }),
      commit('PAY-903: first', { on: '2026-08-01' }),
    ),
    thresholds: { 'WM202.singleIds': 2 },
    finds: [
      'roadmap.yaml: keys PAY | Commits name 3 IDs with the prefix PAY that no roadmap declares, most lately PAY-903, PAY-902 and PAY-901.',
      '- commit | 24 Aug, Ana Lima: PAY-903: c',
      '- commit | 20 Aug, Ana Lima: PAY-902: b',
      '- commit | 20 Aug, Ana Lima: PAY-901: a',
    ],
  },
  {
    title: 'sums up IDs of one prefix together, however its letters are written',
    in: world(
      roadmap({ keys: ['PAY'] }, story('PAY-12', { aliases: ['pay-12'] })),
      commit('PAY-902: b', { on: '2026-08-24' }),
      commit('pay-901: a', { on: '2026-08-20', names: ['pay-901'] }),
    ),
    thresholds: { 'WM202.singleIds': 1 },
    finds: [
      'roadmap.yaml: keys PAY | Commits name 2 IDs with the prefix PAY that no roadmap declares, most lately PAY-902 and pay-901.',
      '- commit | 24 Aug, Ana Lima: PAY-902: b',
      '- commit | 20 Aug, Ana Lima: pay-901: a',
    ],
  },
  {
    title: 'leaves known IDs, probable forms and IDs that only code names alone',
    in: world(
      story('PAY-12', { aliases: ['PAY-3'] }),
      commit('PAY-12: x'),
      commit('PAY-3: x'),
      commit('PAY-98: x', { certainty: 'probable' }),
      file('src/a.ts', todo('PAY-99')),
    ),
    finds: [],
  },
]);

checkRule(openAnnotationsInFinishedItem, [
  {
    title: 'shows a done story with open annotations at the story and at each annotation',
    in: world(
      story('PAY-12', { title: 'Refund API', status: 'done' }),
      file('src/refund.ts', todo('PAY-12'), todo('PAY-12', { tag: 'FIXME', message: 'rounding' })),
      file('src/zero.ts', todo('PAY-12', { tag: 'SECURITY', message: '' })),
    ),
    finds: [
      'roadmap.yaml: PAY-12 | PAY-12 is done, but 3 annotations are still open in 2 files, the first in src/refund.ts.',
      '- src/refund.ts: TODO PAY-12 | TODO: retry',
      '- src/refund.ts: FIXME PAY-12 | FIXME: rounding',
      '- src/zero.ts: SECURITY PAY-12 | SECURITY: without a message',
      'src/refund.ts: TODO PAY-12 | This TODO is still open, but PAY-12 is done.',
      '- roadmap.yaml: PAY-12 | PAY-12 Refund API',
      'src/refund.ts: FIXME PAY-12 | This FIXME is still open, but PAY-12 is done.',
      '- roadmap.yaml: PAY-12 | PAY-12 Refund API',
      'src/zero.ts: SECURITY PAY-12 | This SECURITY is still open, but PAY-12 is done.',
      '- roadmap.yaml: PAY-12 | PAY-12 Refund API',
    ],
  },
  {
    title: 'shows a dropped task whose former ID an annotation names',
    in: world(
      story('PAY-12', {}, task('PAY-13', { title: 'Ledger', status: 'dropped', aliases: ['OLD-1'] })),
      file('src/a.ts', todo('OLD-1')),
    ),
    finds: [
      'roadmap.yaml: PAY-13 | PAY-13 was dropped, but 1 annotation is still open in src/a.ts.',
      '- src/a.ts: TODO OLD-1 | TODO: retry',
      'src/a.ts: TODO OLD-1 | This TODO is still open, but PAY-13 was dropped.',
      '- roadmap.yaml: PAY-13 | PAY-13 Ledger',
    ],
  },
  {
    title: 'leaves an open story alone, and notes, uncertain ones and plain references in a done one',
    in: world(
      story('PAY-12', { status: 'active' }),
      story('PAY-13', { status: 'done' }),
      file('src/a.ts', todo('PAY-12'), todo('PAY-13', { tag: 'NOTE' }), todo('PAY-13', { tag: 'DEPRECATED' })),
      file('src/b.ts', reference('PAY-13'), todo('PAY-13', { written: 'pay-13' })),
      file('src/c.unknown', todo('PAY-13', { certainty: 'probable' })),
    ),
    finds: [],
  },
  {
    title: 'leaves an annotation to the unfinished one of the items that it names',
    in: world(
      story('PAY-12', { status: 'done' }),
      story('PAY-13', { status: 'planned' }),
      file('src/a.ts', todo('PAY-12 PAY-13')),
    ),
    finds: [],
  },
]);

const MANY_DONE = Array.from({ length: 10 }, (_, at) => story(`PAY-${at + 50}`, { status: 'done' }));

const NAMING = commit('PAY-9: x', { on: '2026-06-01' });

checkRule(doneWithoutEvidence, [
  {
    title: 'is silent where many stories are done and nobody names items',
    in: world(...MANY_DONE, ELSEWHERE, file('docs/a.md', reference('PAY-50', { role: 'doc' }))),
    finds: [],
  },
  {
    title: 'shows them where some are named',
    in: world(...MANY_DONE, ELSEWHERE, ...MANY_DONE.slice(2).map(({ id }) => commit(`${id}: x`))),
    finds: ['PAY-50', 'PAY-51'].map(
      (id) => `roadmap.yaml: ${id} status | ${id} is done, but no commit, code or test names it.`,
    ),
  },
  {
    title: 'shows a done story that nothing names',
    in: world(story('PAY-12', { status: 'done' }), ELSEWHERE),
    finds: ['roadmap.yaml: PAY-12 status | PAY-12 is done, but no commit, code or test names it.'],
  },
  {
    title: 'leaves alone a part that has a word for an ID, and not a story that has one',
    in: world(
      epic('PAY-12', {}, story('if_statements', { status: 'done' })),
      epic('language', {}, story('loops', { status: 'done' })),
      ELSEWHERE,
    ),
    finds: ['roadmap.yaml: loops status | loops is done, but no commit, code or test names it.'],
  },
  {
    title: 'leaves alone what was done before the plan named it, or before any commit named an item',
    in: world(
      ...['PAY-12', 'PAY-13', 'PAY-14', 'PAY-15'].map((id) => story(id, { status: 'done' })),
      story('PAY-9'),
      NAMING,
    ),
    facts: {
      planHistory: past(
        on('2026-05-01', { 'PAY-12': { status: 'planned' }, 'PAY-14': { status: 'planned' } }),
        on('2026-05-20', { 'PAY-12': { status: 'done' } }),
        on('2026-07-01', { 'PAY-13': { status: 'done' }, 'PAY-14': { status: 'done' }, 'PAY-15': { status: 'done' } }),
        on('2026-07-02', { 'PAY-15': { status: 'active' } }),
        on('2026-07-03', { 'PAY-15': { status: 'done' } }),
      ),
      codeHistory: codeHistory([NAMING, ['src/a.ts']]),
    },
    finds: ['PAY-14', 'PAY-15'].map(
      (id) => `roadmap.yaml: ${id} status | ${id} is done, but no commit, code or test names it.`,
    ),
  },
  {
    title: 'leaves alone what says nothing itself in a release that is done',
    in: world(release('v1', { status: 'done' }), story('PAY-12', { release: 'v1' }), ELSEWHERE),
    finds: [],
  },
  {
    title: 'takes neither a document nor an open annotation for evidence',
    in: world(
      story('PAY-12', { status: 'done' }),
      file('docs/a.md', reference('PAY-12', { role: 'doc' })),
      file('src/a.ts', todo('PAY-12')),
      ELSEWHERE,
    ),
    finds: [
      'roadmap.yaml: PAY-12 status | PAY-12 is done, but no commit names it, and in code only an open annotation does.',
      '- src/a.ts: TODO PAY-12 | TODO: retry',
    ],
  },
  {
    title: 'shows an epic with nothing under it, and a story that is done because its tasks are, at its ID',
    in: world(epic('PAY-1', { status: 'done' }), story('PAY-2', {}, task('PAY-2.1', { status: 'done' })), ELSEWHERE),
    finds: [
      'roadmap.yaml: PAY-1 status | PAY-1 is done, but no commit, code or test names it.',
      'roadmap.yaml: PAY-2 | PAY-2 is done, but no commit, code or test names it.',
    ],
  },
  {
    title: 'is content with a commit, code, a test, a note, or any of these for a task',
    in: world(
      story('PAY-1', { status: 'done' }),
      story('PAY-2', { status: 'done' }),
      story('PAY-3', { status: 'done' }),
      story('PAY-4', { status: 'done' }),
      story('PAY-5', { status: 'done' }, task('PAY-6', { status: 'done' })),
      commit('Refunds', { names: ['PAY-1'], via: 'body', certainty: 'probable' }),
      file('src/a.ts', reference('PAY-2'), reference('PAY-3', { role: 'test' }), todo('PAY-4', { tag: 'NOTE' })),
      file('src/b.ts', reference('PAY-6')),
    ),
    finds: [],
  },
  {
    title: 'leaves tasks, epics with stories, dropped and open items, and items without an ID alone',
    in: world(
      epic('PAY-1', { status: 'done' }, story('PAY-2', { status: 'dropped' }, task('PAY-2.1', { status: 'done' }))),
      story('PAY-3', { status: 'active' }),
      story('refunds', { status: 'done', derivedId: true }),
      ELSEWHERE,
    ),
    finds: [],
  },
  {
    title: 'is silent where the history is not known',
    in: world(story('PAY-12', { status: 'done' }), ELSEWHERE),
    historyKnown: false,
    finds: [],
  },
  {
    title: 'is silent before the first commit',
    in: world(story('PAY-12', { status: 'done' })),
    finds: [],
  },
]);

const slip = commit('PAY-14: first cut', { on: '2026-08-10' });

const PLANNING = commit('PAY-14: describe payouts');
const PAYOUTS = commit('PAY-14: first payouts');

checkRule(plannedButCommitted, [
  {
    title: 'lets commits pass that are known to have changed only the plan and documents',
    in: world(story('PAY-14', { status: 'planned' }), PLANNING),
    facts: { codeHistory: codeHistory([PLANNING, ['roadmap.yaml', 'docs/payouts.md']]) },
    finds: [],
  },
  {
    title: 'counts those that changed code, and those of which it is not known',
    in: world(story('PAY-14', { status: 'planned' }), PAYOUTS, PLANNING),
    facts: { codeHistory: codeHistory([PAYOUTS, ['src/payouts.ts', 'roadmap.yaml']]) },
    finds: [
      'roadmap.yaml: PAY-14 status | PAY-14 is planned, but 2 commits name it, the last on 20 Aug by Ana Lima.',
      '- commit | 20 Aug, Ana Lima: PAY-14: first payouts',
      '- commit | 20 Aug, Ana Lima: PAY-14: describe payouts',
    ],
  },
  {
    title: 'shows a planned story that commits name, at its status',
    in: world(
      story('PAY-14', { status: 'Backlog=planned' }),
      commit('PAY-14: rounding', { on: '2026-08-24', by: 'Ben Ode' }),
      commit('PAY-14: first cut', { on: '2026-08-10' }),
    ),
    finds: [
      'roadmap.yaml: PAY-14 status | PAY-14 is planned, but 2 commits name it, the last on 24 Aug by Ben Ode.',
      '- commit | 24 Aug, Ben Ode: PAY-14: rounding',
      '- commit | 10 Aug, Ana Lima: PAY-14: first cut',
    ],
  },
  {
    title: 'shows a story without a status where others have one',
    in: world(story('PAY-1', { status: 'active' }), story('PAY-14'), commit('PAY-14: x', { via: 'trailer' })),
    finds: [
      'roadmap.yaml: PAY-14 | PAY-14 has no status and so counts as planned, but 1 commit names it, on 20 Aug by Ana Lima.',
      '- commit | 20 Aug, Ana Lima: PAY-14: x',
    ],
  },
  {
    title: 'leaves a story without a status alone where none has one',
    in: world(story('PAY-14'), commit('PAY-14: x')),
    finds: [],
  },
  {
    title: 'does not count mentions in the body, probable ones and reverted commits',
    in: world(
      story('PAY-14', { status: 'planned' }),
      commit('Refunds', { names: ['PAY-14'], via: 'body' }),
      commit('Refunds', { names: ['PAY-14'], certainty: 'probable' }),
      commit('Revert "PAY-14: first cut"', { reverts: slip }),
      slip,
    ),
    finds: [],
  },
  {
    title: 'leaves work that has begun, or is over, alone',
    in: world(
      story('PAY-14', { status: 'active' }),
      story('PAY-15', { status: 'dropped' }),
      commit('PAY-14 PAY-15: x'),
    ),
    finds: [],
  },
]);

checkRule(staleActiveItem, [
  {
    title: 'counts from the day on which the history of the roadmap says that it became active',
    in: world(story('PAY-12', { status: 'active' }), ELSEWHERE),
    facts: { planHistory: statusHistory('PAY-12', ['2026-06-01', 'planned'], ['2026-08-17', 'active']) },
    finds: [
      'roadmap.yaml: PAY-12 status | PAY-12 is active, but no commit has named it since it became active on 17 Aug.',
    ],
  },
  {
    title: 'lets an item pass that became active lately, however old its last commit is',
    in: world(story('PAY-12', { status: 'active' }), commit('PAY-12: begin', { on: '2026-06-01' })),
    facts: { planHistory: statusHistory('PAY-12', ['2026-05-01', 'planned'], ['2026-08-18', 'active']) },
    finds: [],
  },
  {
    title: 'shows an active story whose last commit is too old',
    in: world(
      story('PAY-12', { status: 'active', start: '2026-07-01' }),
      commit('PAY-12: more', { on: '2026-08-17' }),
      commit('PAY-12: some', { on: '2026-08-03' }),
    ),
    finds: [
      'roadmap.yaml: PAY-12 status | PAY-12 is active, but its last commit is of 17 Aug, 15 days ago.',
      '- commit | 17 Aug, Ana Lima: PAY-12: more',
    ],
  },
  {
    title: 'shows an active story that no commit has ever named',
    in: world(
      story('PAY-12', { status: 'active' }),
      story('PAY-13', { status: 'active', start: '2026-08-03' }),
      ELSEWHERE,
    ),
    finds: ['roadmap.yaml: PAY-13 status | PAY-13 is active, but no commit has named it since it started on 3 Aug.'],
  },
  {
    title: 'believes a stated start rather than the day on which the past of the roadmap begins',
    in: world(story('PAY-12', { status: 'active', start: '2026-07-01' }), ELSEWHERE),
    facts: { planHistory: past(on('2026-08-31', { 'PAY-12': { status: 'active' } })) },
    finds: ['roadmap.yaml: PAY-12 status | PAY-12 is active, but no commit has named it since it started on 1 Jul.'],
  },
  {
    title: 'knows from the past of the roadmap since when a story is active that no commit has named',
    in: world(story('PAY-12', { status: 'active' }), story('PAY-13', { status: 'active' }), ELSEWHERE),
    facts: {
      planHistory: past(
        on('2026-08-01', { 'PAY-12': { status: 'planned' }, 'PAY-13': { status: 'active' } }),
        on('2026-08-10', { 'PAY-12': { status: 'active' } }),
      ),
    },
    finds: [
      'roadmap.yaml: PAY-12 status | PAY-12 is active, but no commit has named it since it became active on 10 Aug.',
      'roadmap.yaml: PAY-13 status | PAY-13 is active, but no commit has named it since 1 Aug or before.',
    ],
  },
  {
    title: 'takes what became active again a short time ago for begun, and what the history has as planned for unknown',
    in: world(
      story('PAY-12', { status: 'active' }),
      story('PAY-13', { status: 'active' }),
      commit('PAY-12: x', { on: '2026-08-03' }),
    ),
    facts: {
      planHistory: past(
        on('2026-08-01', { 'PAY-12': { status: 'done' }, 'PAY-13': { status: 'planned' } }),
        on('2026-08-25', { 'PAY-12': { status: 'active' } }),
      ),
    },
    finds: [],
  },
  {
    title: 'counts the start like a commit, any mention, and commits of what is under it',
    in: world(
      story('PAY-12', { status: 'active' }),
      story('PAY-13', { status: 'active', start: '2026-08-20' }),
      story('PAY-14', { status: 'active' }, task('PAY-14.1')),
      story('PAY-15', { status: 'active', start: '2026-09-20' }),
      commit('PAY-12: x', { on: '2026-08-18' }),
      commit('Ledger', { on: '2026-08-18', names: ['PAY-14.1'], via: 'body', certainty: 'probable' }),
    ),
    finds: [],
  },
  {
    title: 'leaves an epic to its active stories, and tasks to their story',
    in: world(
      epic('PAY-1', { status: 'active' }, story('PAY-2', { status: 'active' }, task('PAY-3', { status: 'active' }))),
      commit('PAY-2: x', { on: '2026-08-30' }),
    ),
    finds: [],
  },
  {
    title: 'has as much patience as it is told',
    in: world(story('PAY-12', { status: 'active' }), commit('PAY-12: x', { on: '2026-08-03' })),
    thresholds: { 'WM206.days': 30 },
    finds: [],
  },
  {
    title: 'is silent where the history is not known, and about what is not active or has no ID',
    in: world(story('PAY-12', { status: 'active' }), ELSEWHERE),
    historyKnown: false,
    finds: [],
  },
  {
    title: 'leaves blocked items, and those without an ID, alone',
    in: world(story('PAY-12', { status: 'blocked' }), story('x', { status: 'active', derivedId: true }), ELSEWHERE),
    finds: [],
  },
]);

checkRule(closedByCommit, [
  {
    title: 'shows an open story that the last commit says to finish',
    in: world(
      story('PAY-12', { status: 'active' }),
      commit('Fixes PAY-12', { on: '2026-08-24', closes: true }),
      commit('PAY-12: some'),
    ),
    finds: [
      'roadmap.yaml: PAY-12 status | A commit of Ana Lima on 24 Aug says that it finishes PAY-12, which is still active.',
      '- commit | 24 Aug, Ana Lima: Fixes PAY-12',
    ],
  },
  {
    title: 'leaves a done story alone, and one that work went on with',
    in: world(
      story('PAY-12', { status: 'done' }),
      story('PAY-13', { status: 'active' }),
      commit('PAY-13: more'),
      commit('Fixes PAY-12 PAY-13', { closes: true }),
    ),
    finds: [],
  },
]);

const work = commit('PAY-12: refunds', { on: '2026-08-10' });
const undo = commit('Revert "PAY-12: refunds"', { on: '2026-08-12', by: 'Ben Ode', reverts: work });

const mending = commit('PAY-13, PAY-14: mend what PAY-12 broke', { on: '2026-08-10' });

checkRule(revertedWork, [
  {
    title: 'shows a done story whose work was reverted',
    in: world(story('PAY-12', { status: 'done' }), undo, work),
    finds: [
      'roadmap.yaml: PAY-12 status | PAY-12 is done, but its work was reverted on 12 Aug by Ben Ode and not done again.',
      '- commit | 12 Aug, Ben Ode: Revert "PAY-12: refunds"',
      '- commit | 10 Aug, Ana Lima: PAY-12: refunds',
    ],
  },
  {
    title: 'leaves an item alone that the reverted commit only mentions, but not one that it lists',
    in: world(
      story('PAY-12', { status: 'done' }),
      story('PAY-13', { status: 'done' }),
      story('PAY-14', { status: 'done' }),
      commit('Revert "PAY-13, PAY-14: mend what PAY-12 broke"', { reverts: mending, on: '2026-08-12' }),
      mending,
    ),
    finds: ['PAY-13', 'PAY-14'].flatMap((id) => [
      `roadmap.yaml: ${id} status | ${id} is done, but its work was reverted on 12 Aug by Ana Lima and not done again.`,
      '- commit | 12 Aug, Ana Lima: Revert "PAY-13, PAY-14: mend what PAY-12 broke"',
      '- commit | 10 Aug, Ana Lima: PAY-13, PAY-14: mend what PAY-12 broke',
    ]),
  },
  {
    title: 'leaves work alone that was done again',
    in: world(story('PAY-12', { status: 'done' }), commit('PAY-12: refunds, again'), undo, work),
    finds: [],
  },
  {
    title: 'leaves work alone whose revert was reverted',
    in: world(story('PAY-12', { status: 'done' }), commit('Reapply "PAY-12: refunds"', { reverts: undo }), undo, work),
    finds: [],
  },
  {
    title: 'leaves a story alone that is planned again',
    in: world(story('PAY-12', { status: 'planned' }), undo, work),
    finds: [],
  },
]);

checkRule(unplannedAnnotation, [
  {
    title: 'shows work that belongs to no item',
    in: world(story('PAY-12'), file('src/a.ts', todo(''), todo('PAY-12'))),
    finds: ['src/a.ts: TODO tag | This TODO belongs to no item of the roadmap.'],
  },
  {
    title: 'leaves notes and guessed comments alone',
    in: world(file('src/a.ts', todo('', { tag: 'NOTE' }), todo('', { certainty: 'probable' }))),
    finds: [],
  },
]);

checkRule(probableLink, [
  {
    title: 'shows what is an ID but for its spelling, with the right one',
    in: world(story('PAY-12', { title: 'Refund API' }), file('src/a.ts', todo('PAY-12', { written: 'pay-12' }))),
    finds: [
      'src/a.ts: PAY-12 | "pay-12" is probably PAY-12 Refund API.',
      'suggest: PAY-12',
      '- roadmap.yaml: PAY-12 | PAY-12 Refund API',
    ],
  },
  {
    title: 'shows what has other leading zeros, and suggests an alias where that was meant',
    in: world(
      story('PAY-007', { title: 'Refund API', aliases: ['OLD-1'] }),
      file('src/a.ts', todo('PAY-7'), reference('OLD-1', { written: 'old-1' })),
    ),
    finds: [
      'src/a.ts: PAY-7 | "PAY-7" is probably PAY-007 Refund API.',
      'suggest: PAY-007',
      '- roadmap.yaml: PAY-007 | PAY-007 Refund API',
      'src/a.ts: OLD-1 | "old-1" is probably PAY-007 Refund API.',
      'suggest: OLD-1',
      '- roadmap.yaml: PAY-007 | PAY-007 Refund API',
    ],
  },
  {
    title:
      'takes other zeros and doubtful numbers in the words of a text for examples and counts, but not in a trace tag',
    in: world(
      story('PAY-007', { title: 'Refund API' }),
      story('#12', { title: 'Payouts' }),
      file(
        'docs/a.md',
        reference('PAY-07'),
        reference('#12', { written: '#12' }),
        reference('PAY-7', { via: 'implements' }),
      ),
    ),
    finds: [
      'docs/a.md: PAY-7 | "PAY-7" is probably PAY-007 Refund API.',
      'suggest: PAY-007',
      '- roadmap.yaml: PAY-007 | PAY-007 Refund API',
    ],
  },
  {
    title: 'shows each spelling once in a file',
    in: world(
      story('PAY-12', { title: 'Refund API' }),
      file(
        'src/a.ts',
        todo('PAY-12', { written: 'pay-12' }),
        reference('PAY-12', { written: 'pay-12' }),
        reference('PAY-12', { written: 'Pay-12' }),
      ),
    ),
    finds: [
      'src/a.ts: PAY-12 | "pay-12" is probably PAY-12 Refund API. It stands in 1 other place of this file too.',
      'suggest: PAY-12',
      '- roadmap.yaml: PAY-12 | PAY-12 Refund API',
      'src/a.ts: PAY-12 | "Pay-12" is probably PAY-12 Refund API.',
      'suggest: PAY-12',
      '- roadmap.yaml: PAY-12 | PAY-12 Refund API',
    ],
  },
  {
    title: 'leaves right spellings, unknown items, guessed comments and what a person decided alone',
    in: world(
      story('PAY-12', { accepts: ['pay-12'], rejects: ['PAY 12 in src/*.ts'] }),
      story('GH-5'),
      file(
        'src/a.ts',
        todo('PAY-12'),
        todo('#5', { written: 'GH-5', sure: true }),
        reference('PAY-13', { written: 'PAY 13' }),
        reference('PAY-12', { written: 'pay-12' }),
        reference('PAY-12', { written: 'PAY 12' }),
      ),
      file('src/b.unknown', todo('PAY-12', { certainty: 'probable' })),
    ),
    finds: [],
  },
]);

checkRule(parentDisagrees, [
  {
    title: 'shows a done epic with an open story',
    in: world(
      epic('PAY-1', { status: 'done' }, story('PAY-2', { title: 'Payouts', status: 'active' })),
      story('PAY-3', { title: 'Refunds', epic: 'PAY-1' }),
    ),
    finds: [
      'roadmap.yaml: PAY-1 status | PAY-1 is done, but PAY-2 under it is still open.',
      '- roadmap.yaml: PAY-2 | PAY-2 Payouts',
    ],
  },
  {
    title: 'shows an open epic whose stories are all finished',
    in: world(
      epic('PAY-1', { status: 'active' }, story('PAY-2', { status: 'done' }), story('PAY-3', { status: 'dropped' })),
    ),
    finds: [
      'roadmap.yaml: PAY-1 status | PAY-1 is still active, but both items under it are finished.',
      '- roadmap.yaml: PAY-2 | PAY-2 Title of PAY-2',
      '- roadmap.yaml: PAY-3 | PAY-3 Title of PAY-3',
    ],
  },
  {
    title: 'accepts an epic that states nothing, tasks that state nothing, and a dropped epic',
    in: world(
      epic('PAY-1', {}, story('PAY-2', { status: 'done' }, task('PAY-2.1'))),
      epic('PAY-3', { status: 'dropped' }, story('PAY-4', { status: 'active' })),
      epic('PAY-5', { status: 'active' }, story('PAY-6', { status: 'done' }), story('PAY-7')),
    ),
    finds: [],
  },
]);

const DONE_IN_JULY = past(
  on('2026-06-01', { 'PAY-11': { status: 'done' }, 'PAY-12': {}, 'PAY-13': {} }),
  on('2026-07-20', { 'PAY-12': { status: 'done' }, 'PAY-13': { status: 'done' } }),
);

const ofOther = commit('TASK-50: print', { on: '2026-08-20' });
const ofItself = commit('TASK-51: retry', { on: '2026-08-20' });

const noting = commit('PAY-12: note what was learnt', { on: '2026-08-30' });

checkRule(commitsAfterDone, [
  {
    title: 'leaves merges and commits alone that changed nothing but documents',
    in: world(story('PAY-12', { status: 'done' }), noting, commit('Merge PAY-12', { on: '2026-08-29', via: 'merge' })),
    facts: {
      planHistory: statusHistory('PAY-12', ['2026-07-01', 'planned'], ['2026-08-01', 'done']),
      codeHistory: codeHistory([noting, ['docs/lessons.md']]),
    },
    finds: [],
  },
  {
    title: 'leaves a commit alone that changed the file of another item with the same ID at the time',
    in: world(
      roadmap({ path: 'backlog/completed/task-50 - Refunds.md' }, story('TASK-50', { status: 'done' })),
      roadmap({ path: 'backlog/completed/task-51 - Payouts.md' }, story('TASK-51', { status: 'done' })),
      ofOther,
      ofItself,
    ),
    facts: {
      planHistory: past(
        on('2026-06-01', { 'TASK-50': {}, 'TASK-51': {} }),
        on('2026-06-08', { 'TASK-50': { status: 'done' }, 'TASK-51': { status: 'done' } }),
      ),
      codeHistory: codeHistory(
        [ofOther, ['src/a.ts', 'backlog/tasks/task-50 - Receipts.md']],
        [ofItself, ['src/a.ts', 'backlog/tasks/task-51 - Payouts.md', 'backlog/tasks/task-51.1 - Cards.md']],
      ),
    },
    finds: [
      'backlog/completed/task-51 - Payouts.md: TASK-51 status | TASK-51 is done since 8 Jun, but more than 7 days later a commit of Ana Lima on 20 Aug names it.',
      '- commit | 8 Jun, Maren Hofer: done',
      '- commit | 20 Aug, Ana Lima: TASK-51: retry',
    ],
  },
  {
    title: 'shows commits that name an item long after it was done, in their subject, a trailer or a branch',
    in: world(
      story('PAY-12', { status: 'done' }),
      story('PAY-13', { status: 'done' }),
      commit('Retry', { on: '2026-08-20', by: 'Ben Ode', names: ['PAY-12'], via: 'trailer' }),
      commit('PAY-13: round', { on: '2026-08-10' }),
      commit('PAY-12: retry', { on: '2026-07-28' }),
    ),
    facts: { planHistory: DONE_IN_JULY },
    finds: [
      'roadmap.yaml: PAY-12 status | PAY-12 is done since 20 Jul, but more than 7 days later 2 commits name it, the last of Ben Ode on 20 Aug.',
      '- commit | 20 Jul, Maren Hofer: done',
      '- commit | 20 Aug, Ben Ode: Retry',
      '- commit | 28 Jul, Ana Lima: PAY-12: retry',
      'roadmap.yaml: PAY-13 status | PAY-13 is done since 20 Jul, but more than 7 days later a commit of Ana Lima on 10 Aug names it.',
      '- commit | 20 Jul, Maren Hofer: done',
      '- commit | 10 Aug, Ana Lima: PAY-13: round',
    ],
  },
  {
    title: 'leaves alone what follows within the grace, a mere or probable mention, a range, and a revert',
    in: world(
      story('PAY-12', { status: 'done' }),
      commit('PAY-12: last words', { on: '2026-07-27' }),
      commit('Ledger', { on: '2026-08-20', names: ['PAY-12'], via: 'body' }),
      commit('pay-12: x', { on: '2026-08-20', names: ['PAY-12'], certainty: 'probable' }),
      commit('Revert "PAY-12: last words"', {
        on: '2026-08-21',
        reverts: commit('PAY-12: last words', { on: '2026-07-27' }),
      }),
    ),
    facts: { planHistory: DONE_IN_JULY },
    finds: [],
  },
  {
    title: 'leaves alone what is open again, what was done when the history begins, and commits of the roadmap itself',
    in: world(
      story('PAY-11', { status: 'done' }),
      story('PAY-12', { status: 'done' }),
      story('PAY-13', { status: 'active' }),
      commit('PAY-11: x', { on: '2026-08-20' }),
      commit('Roadmap: PAY-12 gets another title', { on: '2026-08-20', by: 'Maren Hofer' }),
      commit('PAY-13: x', { on: '2026-08-20' }),
    ),
    facts: {
      planHistory: past(
        on('2026-06-01', { 'PAY-11': { status: 'done' }, 'PAY-12': {}, 'PAY-13': {} }),
        on('2026-07-20', { 'PAY-12': { status: 'done' }, 'PAY-13': { status: 'done' } }),
        on('2026-08-20', { 'PAY-12': { title: 'Refunds' } }),
      ),
    },
    finds: [],
  },
  {
    title: 'counts from the last time that it was done, and waits as long as it is told',
    in: world(story('PAY-12', { status: 'done' }), commit('PAY-12: x', { on: '2026-08-20' })),
    facts: {
      planHistory: past(
        on('2026-06-01', { 'PAY-12': {} }),
        on('2026-06-08', { 'PAY-12': { status: 'done' } }),
        on('2026-07-01', { 'PAY-12': { status: 'active' } }),
        on('2026-08-08', { 'PAY-12': { status: 'done' } }),
      ),
    },
    thresholds: { 'WM208.days': 12 },
    finds: [],
  },
  {
    title: 'is silent where the past of the roadmap is not known',
    in: world(story('PAY-12', { status: 'done' }), commit('PAY-12: x', { on: '2026-08-20' })),
    finds: [],
  },
]);
