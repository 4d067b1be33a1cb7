import assert from 'node:assert/strict';
import { createFindings } from '../../../src/core/findings/evaluation';
import { readRoadmap } from '../../../src/core/roadmap/readRoadmap';
import { Trace } from '../../../src/core/trace/trace';
import { dependencyCycle } from '../../../src/core/findings/rules/roadmap/wm104DependencyCycle';
import { duplicateId } from '../../../src/core/findings/rules/roadmap/wm102DuplicateId';
import { idOutsideKeys } from '../../../src/core/findings/rules/roadmap/wm107IdOutsideKeys';
import { invalidValue } from '../../../src/core/findings/rules/roadmap/wm105InvalidValue';
import { itemWithoutId } from '../../../src/core/findings/rules/roadmap/wm108ItemWithoutId';
import { syntaxError } from '../../../src/core/findings/rules/roadmap/wm101SyntaxError';
import { unknownField } from '../../../src/core/findings/rules/roadmap/wm106UnknownField';
import { unknownReference } from '../../../src/core/findings/rules/roadmap/wm103UnknownReference';
import { unsoundSuppression } from '../../../src/core/findings/rules/roadmap/wm110UnsoundSuppression';
import type { ProblemCode } from '../../../src/core/model/problem';
import { on, past } from '../../support/historyBuilder';
import { epic, goal, person, release, risk, roadmap, story, task, world } from '../../support/planBuilder';
import { checkRule } from './checkRule';

for (const rule of [syntaxError, invalidValue, unknownField, itemWithoutId]) {
  const others: readonly ProblemCode[] = ['WM101', 'WM105', 'WM106', 'WM108'];
  checkRule(rule, [
    {
      title: 'shows what the reader of the roadmap could not read, with its way out',
      in: world(
        roadmap({
          problems: [{ code: rule.code as ProblemCode, at: 'the place', message: 'It is so.', suggestion: 'better' }],
        }),
      ),
      finds: ['roadmap.yaml: the place | It is so.', 'suggest: better'],
    },
    {
      title: 'leaves problems of other kinds to their own rules',
      in: world(
        roadmap({
          problems: others.filter((code) => code !== rule.code).map((code) => ({ code, at: 'x', message: 'Other.' })),
        }),
      ),
      finds: [],
    },
  ]);
}

checkRule(duplicateId, [
  {
    title: 'shows an ID that two roadmap files declare at the later one',
    in: world(
      roadmap({ path: 'a.yaml' }, story('PAY-12', { title: 'Refund API' })),
      roadmap({ path: 'b.yaml' }, story('PAY-12', { title: 'Payouts' })),
    ),
    finds: [
      'b.yaml: PAY-12 | PAY-12 is declared twice. "Refund API" comes first, so all evidence belongs to that one.',
      '- a.yaml: PAY-12 | PAY-12 Refund API',
    ],
  },
  {
    title: 'shows every declaration but the first, also nested and of another kind',
    in: world(
      goal('R-1'),
      epic('PAY-1', { title: 'Pay' }, story('R-1', { title: 'Story' }), task('R-1', { title: 'Task' })),
    ),
    finds: [
      'roadmap.yaml: R-1 | R-1 is declared 3 times. "Goal R-1" comes first, so all evidence belongs to that one.',
      '- roadmap.yaml: R-1 | R-1 Goal R-1',
      '- roadmap.yaml: R-1 | R-1 Task',
      'roadmap.yaml: R-1 | R-1 is declared 3 times. "Goal R-1" comes first, so all evidence belongs to that one.',
      '- roadmap.yaml: R-1 | R-1 Goal R-1',
      '- roadmap.yaml: R-1 | R-1 Story',
    ],
  },
  {
    title: 'accepts a release that shares the ID of an item, and shows one that shares that of a release',
    in: world(release('P1'), release('P2'), release('P2'), story('P1', { title: 'Process twin' })),
    finds: [
      'roadmap.yaml: P2 | P2 is declared twice. "P2" comes first, so all evidence belongs to that one.',
      '- roadmap.yaml: P2 | P2',
    ],
  },
  {
    title: 'accepts a shorter title for an item in another file and in a heading, but not beside it',
    in: world(roadmap({ path: 'roadmap.yaml' }, story('PAY-1', { title: 'Refunds and payouts' })), {
      ...roadmap(
        { path: 'ROADMAP.md' },
        story('PAY-1', { title: 'Payouts' }),
        epic('PAY-2', { title: 'Live invoices' }),
        story('PAY-2', { title: 'Invoices' }),
        story('PAY-3', { title: 'Receipts' }),
        story('PAY-3', { title: 'Printed receipts' }),
      ),
      format: 'markdown',
    }),
    finds: [
      'ROADMAP.md: PAY-3 | PAY-3 is declared twice. "Receipts" comes first, so all evidence belongs to that one.',
      '- ROADMAP.md: PAY-3 | PAY-3 Receipts',
    ],
  },
  {
    title: 'accepts the parts of an item in a list of Markdown, of which no two are one',
    in: world({
      ...roadmap(
        { path: 'ROADMAP.md' },
        story('PAY-1', { title: 'Refunds', status: 'done' }),
        story('PAY-1', { title: 'P4 — Refunds by card', status: 'active' }),
        story('PAY-2', { title: 'Phase 1: Payouts' }),
        story('PAY-2', { title: 'Phase 1: Invoices' }),
      ),
      format: 'markdown',
    }),
    finds: [
      'ROADMAP.md: PAY-2 | PAY-2 is declared twice. "Phase 1: Payouts" comes first, so all evidence belongs to that one.',
      '- ROADMAP.md: PAY-2 | PAY-2 Phase 1: Payouts',
    ],
  },
  {
    title: 'leaves a view of the plan in a Markdown file alone, unless it says something else of the item',
    in: world(
      roadmap(
        { path: 'roadmap.yaml' },
        story('PAY-1', { title: 'Refund API', status: 'done' }),
        story('PAY-2', { title: 'Payouts', status: 'active' }),
        story('PAY-3', { title: 'Invoices' }),
      ),
      {
        ...roadmap(
          { path: 'ROADMAP.md' },
          story('PAY-1', { title: 'Refund API (high priority)', status: 'Shipped=done' }),
          story('PAY-2', { title: 'Payouts', status: 'planned' }),
          story('PAY-3', { title: 'Receipts' }),
        ),
        format: 'markdown',
      },
    ),
    finds: [
      'ROADMAP.md: PAY-2 | PAY-2 is declared twice. "Payouts" comes first, so all evidence belongs to that one.',
      '- roadmap.yaml: PAY-2 | PAY-2 Payouts',
      'ROADMAP.md: PAY-3 | PAY-3 is declared twice. "Invoices" comes first, so all evidence belongs to that one.',
      '- roadmap.yaml: PAY-3 | PAY-3 Invoices',
    ],
  },
  {
    title: 'shows an item twice in one YAML file, also under the same title',
    in: world(story('PAY-1', { title: 'Refund API' }), story('PAY-1', { title: 'Refund API' })),
    finds: [
      'roadmap.yaml: PAY-1 | PAY-1 is declared twice. "Refund API" comes first, so all evidence belongs to that one.',
      '- roadmap.yaml: PAY-1 | PAY-1 Refund API',
    ],
  },
  {
    title: 'takes two ways to write one ID for the same',
    in: world(
      story('#12', { title: 'Refund API' }),
      story('GH-12', { title: 'Payouts', aliases: ['#7'] }),
      story('gh-7'),
    ),
    finds: [
      'roadmap.yaml: GH-12 | GH-12 is declared twice. "Refund API" comes first, so all evidence belongs to that one.',
      '- roadmap.yaml: #12 | #12 Refund API',
      'roadmap.yaml: GH-12 aliases #7 | #7 is listed as a former ID of GH-12, but it is the ID of "Title of gh-7". Evidence that names it goes to gh-7.',
      '- roadmap.yaml: gh-7 | gh-7 Title of gh-7',
    ],
  },
  {
    title: 'shows an alias that is the ID of another item',
    in: world(story('PAY-12', { title: 'Refund API' }), story('PAY-20', { aliases: ['PAY-12'] })),
    finds: [
      'roadmap.yaml: PAY-20 aliases PAY-12 | PAY-12 is listed as a former ID of PAY-20, but it is the ID of "Refund API". Evidence that names it goes to PAY-12.',
      '- roadmap.yaml: PAY-12 | PAY-12 Refund API',
    ],
  },
  {
    title: 'shows an alias that two items list at the second one',
    in: world(story('PAY-20', { aliases: ['PAY-7'] }), story('PAY-21', { aliases: ['PAY-7'] })),
    finds: [
      'roadmap.yaml: PAY-21 aliases PAY-7 | PAY-7 is listed as a former ID of PAY-21, but it is listed as a former ID of PAY-20 too. Evidence that names it goes to PAY-20.',
      '- roadmap.yaml: PAY-20 aliases PAY-7 | PAY-20 Title of PAY-20',
    ],
  },
  {
    title: 'accepts an alias that is the own ID, and IDs made from equal titles',
    in: world(
      story('PAY-12', { aliases: ['PAY-12'] }),
      story('refund-api', { derivedId: true }),
      story('refund-api', { derivedId: true }),
    ),
    finds: [],
  },
]);

checkRule(unknownReference, [
  {
    title: 'shows a dependency on nothing and suggests the ID that is one slip away',
    in: world(story('PAY-12', { title: 'Refund API' }), story('PAY-20', { depends: ['PAY-122'] })),
    finds: [
      'roadmap.yaml: PAY-20 depends PAY-122 | PAY-20 depends on PAY-122, which no roadmap declares. Did you mean PAY-12?',
      'suggest: PAY-12',
      '- roadmap.yaml: PAY-12 | PAY-12 Refund API',
    ],
  },
  {
    title: 'shows a dependency under the ID that it has now, where the past of the roadmap knows the named one',
    in: world(
      story('PAY-8', { title: 'Refund API' }),
      story('PAY-9', { depends: ['TASK-8', 'TASK-7'] }),
      story('PAY-10', { status: 'done', depends: ['TASK-8'] }),
    ),
    facts: {
      planHistory: past(
        on('2026-06-01', { 'TASK-8': { title: 'Refund API' }, 'TASK-7': { title: 'Payouts' } }),
        on('2026-06-08', { 'TASK-8': null, 'PAY-8': { title: 'Refund API' } }),
        on('2026-06-09', { 'TASK-7': null, 'PAY-7': { title: 'Payouts' } }),
        on('2026-06-10', { 'PAY-7': null }),
      ),
    },
    finds: [
      'roadmap.yaml: PAY-9 depends TASK-8 | PAY-9 depends on TASK-8, which is called PAY-8 since 8 Jun.',
      'suggest: PAY-8',
      '- roadmap.yaml: PAY-8 | PAY-8 Refund API',
      'roadmap.yaml: PAY-9 depends TASK-7 | PAY-9 depends on TASK-7, which no roadmap declares.',
    ],
  },
  {
    title: 'suggests an ID that differs in its case alone, also where both cases are prefixes',
    in: world(story('PAY-001', { title: 'Refund API' }), story('pay-79', { depends: ['pay-001'] })),
    finds: [
      'roadmap.yaml: pay-79 depends pay-001 | pay-79 depends on pay-001, which no roadmap declares. Did you mean PAY-001?',
      'suggest: PAY-001',
      '- roadmap.yaml: PAY-001 | PAY-001 Refund API',
    ],
  },
  {
    title: 'takes four words and more for a sentence, and calls an item without an ID by its title',
    in: world(
      story('refund-api', { title: 'Refund API', derivedId: true, depends: ['the driver to honour names', 'PAY-9'] }),
    ),
    finds: ['roadmap.yaml: refund-api depends PAY-9 | "Refund API" depends on PAY-9, which no roadmap declares.'],
  },
  {
    title: 'shows of finished items only what looks like a slip',
    in: world(
      story('PAY-12', { title: 'Refund API' }),
      story('PAY-20', { status: 'done', depends: ['PAY-122', 'PAY-900'] }),
    ),
    finds: [
      'roadmap.yaml: PAY-20 depends PAY-122 | PAY-20 depends on PAY-122, which no roadmap declares. Did you mean PAY-12?',
      'suggest: PAY-12',
      '- roadmap.yaml: PAY-12 | PAY-12 Refund API',
    ],
  },
  {
    title: 'leaves releases alone where most of those that are named mean something else',
    in: world(
      release('v2.0'),
      story('PAY-1', { release: 'RED' }),
      story('PAY-2', { release: 'GREEN' }),
      story('PAY-3', { release: 'DONE' }),
      story('PAY-4', { release: 'v2.0' }),
    ),
    finds: [],
  },
  {
    title: 'shows an unknown release where most are known',
    in: world(
      release('v2.0'),
      story('PAY-1', { release: 'v3.0' }),
      story('PAY-2', { release: 'v4.0' }),
      story('PAY-3', { release: 'v5.0' }),
      ...['PAY-4', 'PAY-5', 'PAY-6'].map((id) => story(id, { release: 'v2.0' })),
    ),
    finds: ['v3.0', 'v4.0', 'v5.0'].map(
      (name, at) =>
        `roadmap.yaml: PAY-${at + 1} release ${name} | PAY-${at + 1} is planned for ${name}, but no such release is declared.`,
    ),
  },
  {
    title: 'suggests nothing where several IDs are as near',
    in: world(story('PAY-12'), story('PAY-22'), story('PAY-30', { depends: ['PAY-122'] })),
    finds: ['roadmap.yaml: PAY-30 depends PAY-122 | PAY-30 depends on PAY-122, which no roadmap declares.'],
  },
  {
    title: 'sees swapped letters of a prefix',
    in: world(story('PAY-12', { title: 'Refund API' }), story('PAY-30', { depends: ['PYA-12'] })),
    finds: [
      'roadmap.yaml: PAY-30 depends PYA-12 | PAY-30 depends on PYA-12, which no roadmap declares. Did you mean PAY-12?',
      'suggest: PAY-12',
      '- roadmap.yaml: PAY-12 | PAY-12 Refund API',
    ],
  },
  {
    title: 'suggests the item whose title stands in place of its ID',
    in: world(story('PAY-12', { title: 'Refund API' }), story('PAY-30', { depends: ['refund api'] })),
    finds: [
      'roadmap.yaml: PAY-30 depends refund api | PAY-30 depends on refund api, which no roadmap declares. Did you mean PAY-12?',
      'suggest: PAY-12',
      '- roadmap.yaml: PAY-12 | PAY-12 Refund API',
    ],
  },
  {
    title: 'shows release, goal, epic and owner that nobody declares',
    in: world(
      release('v2.0'),
      goal('G1', 'Fast refunds'),
      person('ana', 'Ana Lima'),
      epic('PAY-1', { title: 'Refunds' }),
      story('PAY-12', { release: 'v2', goal: 'G7', epic: 'Payouts', owner: 'anna' }),
    ),
    finds: [
      'roadmap.yaml: PAY-12 goal G7 | PAY-12 serves G7, but no such goal is declared.',
      'roadmap.yaml: PAY-12 release v2 | PAY-12 is planned for v2, but no such release is declared. Did you mean v2.0?',
      'suggest: v2.0',
      '- roadmap.yaml: v2.0 | v2.0',
      'roadmap.yaml: PAY-12 epic Payouts | PAY-12 is part of Payouts, which no roadmap declares.',
      'roadmap.yaml: PAY-12 owner anna | PAY-12 belongs to anna, who is not in the team. Did you mean ana?',
      'suggest: ana',
    ],
  },
  {
    title: 'takes a name with another number for another thing',
    in: world(
      release('v2.0'),
      goal('G1'),
      person('dev1'),
      story('PAY-12', { release: 'v2.1', goal: 'G7', owner: 'dev2' }),
    ),
    finds: [
      'roadmap.yaml: PAY-12 goal G7 | PAY-12 serves G7, but no such goal is declared.',
      'roadmap.yaml: PAY-12 release v2.1 | PAY-12 is planned for v2.1, but no such release is declared.',
      'roadmap.yaml: PAY-12 owner dev2 | PAY-12 belongs to dev2, who is not in the team.',
    ],
  },
  {
    title: 'leaves free words alone where the roadmaps declare none of the kind',
    in: world(story('PAY-12', { release: 'v2.1', goal: 'grow', epic: 'Payouts', owner: 'anna' })),
    finds: [],
  },
  {
    title: 'knows IDs, aliases, people by name or handle, and releases in any letter case',
    in: world(
      release('v2.0'),
      goal('G1', 'Fast refunds'),
      person('ana', 'Ana Lima'),
      epic('PAY-1', { aliases: ['OLD-1'] }),
      story('PAY-12', { depends: ['OLD-1'], epic: 'OLD-1', owner: '@Ana', release: 'V2.0', goal: 'fast refunds' }),
      story('PAY-13', { depends: ['PAY-12'], owner: 'Ana Lima', goal: 'g1' }),
    ),
    finds: [],
  },
  {
    title: 'leaves to the rules of risks what a risk names, but for its owner',
    in: world(person('ana'), story('PAY-12'), risk('R1', { items: ['PAY-77'], mitigation: 'PAY-78', owner: 'anna' })),
    finds: [
      'roadmap.yaml: R1 owner anna | R1 belongs to anna, who is not in the team. Did you mean ana?',
      'suggest: ana',
    ],
  },
  {
    title: 'suggests a person or a goal by its name too',
    in: world(
      person('u7', 'Ana Lima'),
      goal('G1', 'Fast refunds'),
      story('PAY-12', { owner: 'Ana Lmia', goal: 'Fast refund' }),
    ),
    finds: [
      'roadmap.yaml: PAY-12 goal Fast refund | PAY-12 serves Fast refund, but no such goal is declared. Did you mean Fast refunds?',
      'suggest: Fast refunds',
      '- roadmap.yaml: G1 | G1 Fast refunds',
      'roadmap.yaml: PAY-12 owner Ana Lmia | PAY-12 belongs to Ana Lmia, who is not in the team. Did you mean Ana Lima?',
      'suggest: Ana Lima',
    ],
  },
]);

checkRule(dependencyCycle, [
  {
    title: 'shows a circle once, with the way round it',
    in: world(
      story('PAY-1', { depends: ['PAY-2'] }),
      story('PAY-2', { depends: ['PAY-3'] }),
      story('PAY-3', { depends: ['PAY-1'] }),
    ),
    finds: [
      'roadmap.yaml: PAY-1 depends PAY-2 | These wait for each other, so none can start: PAY-1 → PAY-2 → PAY-3 → PAY-1.',
      '- roadmap.yaml: PAY-2 depends PAY-3 | PAY-2 depends on PAY-3',
      '- roadmap.yaml: PAY-3 depends PAY-1 | PAY-3 depends on PAY-1',
    ],
  },
  {
    title: 'leaves a circle of finished items alone',
    in: world(
      story('PAY-1', { status: 'done', depends: ['PAY-2'] }),
      story('PAY-2', { status: 'dropped', depends: ['PAY-1'] }),
    ),
    finds: [],
  },
  {
    title: 'shows two circles apart and an item that depends on itself',
    in: world(
      story('PAY-1', { depends: ['PAY-2'] }),
      story('PAY-2', { depends: ['PAY-1'] }),
      story('PAY-3', { depends: ['PAY-1', 'PAY-3'] }),
    ),
    finds: [
      'roadmap.yaml: PAY-1 depends PAY-2 | These wait for each other, so none can start: PAY-1 → PAY-2 → PAY-1.',
      '- roadmap.yaml: PAY-2 depends PAY-1 | PAY-2 depends on PAY-1',
      'roadmap.yaml: PAY-3 depends PAY-3 | PAY-3 depends on itself.',
    ],
  },
  {
    title: 'follows former IDs',
    in: world(story('PAY-1', { depends: ['OLD-2'] }), story('PAY-2', { aliases: ['OLD-2'], depends: ['PAY-1'] })),
    finds: [
      'roadmap.yaml: PAY-1 depends OLD-2 | These wait for each other, so none can start: PAY-1 → PAY-2 → PAY-1.',
      '- roadmap.yaml: PAY-2 depends PAY-1 | PAY-2 depends on PAY-1',
    ],
  },
  {
    title: 'accepts that two ways lead to the same item',
    in: world(
      story('PAY-1', { depends: ['PAY-2', 'PAY-3'] }),
      story('PAY-2', { depends: ['PAY-4'] }),
      story('PAY-3', { depends: ['PAY-4'] }),
      story('PAY-4'),
    ),
    finds: [],
  },
]);

checkRule(idOutsideKeys, [
  {
    title: 'shows IDs with another prefix than those listed, or none',
    in: world(roadmap({ keys: ['PAY', 'AUTH'] }, epic('PAY-1', {}, story('PYA-12')), story('login-page'))),
    finds: [
      'roadmap.yaml: PYA-12 | PYA-12 has none of the prefixes that this roadmap lists under keys: PAY and AUTH.',
      'roadmap.yaml: login-page | login-page has none of the prefixes that this roadmap lists under keys: PAY and AUTH.',
    ],
  },
  {
    title: 'accepts issue numbers where they are listed in either writing, and levels',
    in: world(
      roadmap({ keys: ['#'] }, story('#12'), story('GH-13')),
      roadmap({ path: 'b.yaml', keys: ['gh'] }, story('#14')),
      roadmap({ path: 'c.yaml', keys: ['E1-F'] }, story('E1-F2')),
      roadmap({ path: 'd.yaml', keys: ['PAY'] }, story('#15')),
    ),
    finds: ['d.yaml: #15 | #15 has none of the prefixes that this roadmap lists under keys: PAY.'],
  },
  {
    title: 'accepts sub-numbers, items without an ID of their own, and everything where no keys are listed',
    in: world(
      roadmap({ keys: ['PAY'] }, story('PAY-12', {}, task('PAY-12.1')), story('refunds', { derivedId: true })),
      roadmap({ path: 'b.yaml' }, story('OPS-1')),
    ),
    finds: [],
  },
]);

checkRule(unsoundSuppression, [
  {
    title: 'shows suppressions without a reason and expired ones',
    in: world(
      story('PAY-12', {
        ignore: [{ rule: 'WM203' }, { rule: 'WM204', reason: 'A contract', until: '2026-08-31' }],
      }),
    ),
    finds: [
      'roadmap.yaml: PAY-12 ignore WM203 | PAY-12 ignores WM203 without a reason.',
      'roadmap.yaml: PAY-12 ignore WM204 | PAY-12 ignores WM204 until 31 Aug, which has passed.',
    ],
  },
  {
    title: 'accepts one with a reason on its last day',
    in: world(story('PAY-12', { ignore: [{ rule: 'WM203', reason: 'Partner', until: '2026-09-01' }] })),
    finds: [],
  },
]);

describe('WM108 in a file', () => {
  it('says once for a whole Markdown file that none of its stories has an ID, and each time where others have one', () => {
    const found = (text: string) => {
      const read = readRoadmap('ROADMAP.md', text);
      const trace = new Trace();
      trace.setRoadmaps(read ? [read] : []);
      const findings = createFindings(trace, [itemWithoutId]);
      findings.update(trace.takeChange(), { today: 0, historyKnown: true });
      return findings
        .all()
        .map(({ message, place }) => `${text.slice(place.span.start, place.span.end)}: ${message.slice(0, 30).trim()}`);
    };
    assert.deepEqual(found('# Plan\n\n- One\n- Two\n- Three\n'), ['One: None of these 3 stories has an']);
    assert.deepEqual(found('# Plan\n\n- One\n- PAY-2 Two\n- Three\n'), [
      'One: This story has no ID, so code',
      'Three: This story has no ID, so code',
    ]);
    assert.deepEqual(found('# Plan\n\n- One\n'), ['One: This story has no ID, so code']);
    const many = '- One\n- Two\n- Three\n- Four\n- Five\n- Six\n';
    assert.deepEqual(found(`# Plan\n\n- PAY-2 Zero\n${many}`), ['One: 6 stories of this file, of whi']);
  });
});
