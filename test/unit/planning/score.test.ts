import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { WorkItem } from '../../../src/core/model/roadmap';
import { scoreBy, scoreOf, scoresOf } from '../../../src/core/planning/score';
import { evaluate, fieldsIn, parseScore } from '../../../src/core/planning/scoreExpression';
import { expressionWords } from '../../../src/core/report/expressionWords';
import { formulaOf } from '../../../src/core/planning/scoreFormula';
import { scoreSentences, scoreWorking } from '../../../src/core/report/scoreWords';
import { readRoadmap } from '../../../src/core/roadmap/readRoadmap';
import { createPlan } from '../../../src/core/trace/plan';
import { roadmap, type RoadmapFields, story, type WorkFields } from '../../support/planBuilder';

interface Case {
  readonly by: RoadmapFields;
  readonly of: WorkFields & { readonly extras?: Readonly<Record<string, string>> };
  readonly says: string;
}

const by = (scoring: string): RoadmapFields => ({ scoring });
const WEIGHTED: RoadmapFields = { scoring: 'weighted', weights: { impact: 3, customer_feedback: 2 } };

const CASES: readonly Case[] = [
  {
    by: by('rice'),
    of: { scores: { reach: 4000, impact: 2, confidence: 0.8, effort: 5 } },
    says: '1,280 = 4000 × 2 × 0.8 ÷ 5',
  },
  {
    by: by('RICE'),
    of: { scores: { reach: 3, impact: 4, confidence: 1 }, estimate: '1' },
    says: '12 = 3 × 4 × 1 ÷ 1',
  },
  { by: by('wsjf'), of: { scores: { value: 8, urgency: 5, effort: 2 } }, says: '6.5 = (8 + 5) ÷ 2' },
  { by: by('wsjf'), of: { scores: { value: 8, urgency: 5 }, estimate: '3d' }, says: '4.33 = (8 + 5) ÷ 3' },
  { by: by('wsjf'), of: { scores: { value: 8, effort: 2 }, estimate: '4' }, says: 'no score: urgency is missing' },
  { by: WEIGHTED, of: { scores: { impact: 5, feedback: 4 } }, says: '23 = 3 × 5 + 2 × 4' },
  { by: WEIGHTED, of: {}, says: 'no score: impact and feedback are missing' },
  { by: by('impact'), of: { scores: { impact: 4 } }, says: '4 = 4' },
  {
    by: by('impact * Strategy / effort'),
    of: { scores: { impact: 4, effort: 2 }, extras: { strategy: '1,000 users' } },
    says: '2,000 = 4 × 1000 ÷ 2',
  },
  {
    by: by('max(impact, 2) - (value - 1) / sqrt(effort)'),
    of: { scores: { impact: 1, value: 5, effort: 4 } },
    says: '0 = max(1, 2) − (5 − 1) ÷ sqrt(4)',
  },
  { by: by('-impact * -(value + 1)'), of: { scores: { impact: 2, value: 3 } }, says: '8 = (-2) × (-(3 + 1))' },
  {
    by: by('impact / effort'),
    of: { scores: { impact: 2, effort: 0 } },
    says: 'no score: effort is 0, and nothing can be divided by that',
  },
  {
    by: by('1 / (impact / effort)'),
    of: { scores: { impact: 2, effort: 0 } },
    says: 'no score: effort is 0, and nothing can be divided by that',
  },
  {
    by: by('sqrt(impact - 5)'),
    of: { scores: { impact: 2 } },
    says: 'no score: no number comes out of these values',
  },
];

function scoredOf({ by: fields, of }: Omit<Case, 'says'>) {
  const plan = createPlan([roadmap(fields, story('PAY-1', of))]);
  const [item] = plan.workItems;
  const score = item && scoreOf(item, plan);
  assert.ok(score);
  return score;
}

describe('A score', () => {
  for (const { by: fields, of, says } of CASES) {
    it(`by ${fields.scoring} says ${says}`, () => {
      assert.equal(scoreWorking(scoredOf({ by: fields, of })), says);
    });
  }

  it('names its formula, and says where an estimate stands in for the effort', () => {
    const plan = createPlan([
      roadmap(
        by('wsjf'),
        story('PAY-1', { scores: { value: 8, urgency: 5 }, estimate: '3d' }),
        story('PAY-2', { scores: { value: 8 }, status: 'planned' }),
        story('PAY-3', { scores: { value: 8, urgency: 5, effort: 1 }, status: 'done' }),
      ),
    ]);
    const [first = [], second = [], done] = plan.workItems.map((item) => scoreSentences(item, plan));
    assert.equal(second[0], 'No score: urgency and effort are missing');
    assert.deepEqual(done, []);
    assert.deepEqual(first, [
      'Score 4.33 = (8 + 5) ÷ 3',
      'wsjf: (value + urgency) ÷ effort',
      'the effort is the estimate of 3 working days',
    ]);
  });

  it('goes by the roadmap of the item, else by what the plan says of all', () => {
    const plan = createPlan([
      roadmap({ path: 'a.yaml' }, story('PAY-1', { scores: { impact: 3 } })),
      roadmap({ path: 'b.yaml', scoring: 'impact' }, story('PAY-2', { scores: { impact: 2 } })),
      roadmap({ path: 'c.yaml', scoring: 'impact * 10' }, story('PAY-3', { scores: { impact: 1 } })),
      roadmap({ path: 'd.yaml', scoring: 'by gut feeling' }, story('PAY-4', { scores: { impact: 1 } })),
    ]);
    assert.deepEqual(
      scoresOf(plan).map((score) => score?.value),
      [3, 2, 10, undefined],
    );
  });

  it('is none where no roadmap says how items are scored, or only in words', () => {
    const plan = createPlan([roadmap({ scoring: 'by gut feeling' }, story('PAY-1', { scores: { impact: 3 } }))]);
    assert.deepEqual(scoresOf(plan), [undefined]);
  });

  it('is made anew only for items that are others, and for all when the formula is another', () => {
    const [first, second, third] = [1, 2, 3].map((impact) => story(`PAY-${impact}`, { scores: { impact } }));
    assert.ok(first && second && third);
    const before = roadmap(by('impact'), first, second);
    const plan = createPlan([before]);
    const [kept, gone] = scoresOf(plan);
    const changed = { ...second, scores: third.scores };
    const next = createPlan([{ ...before, work: [before.work[0] as WorkItem, changed] }], plan);
    assert.equal(scoresOf(next)[0], kept);
    assert.notEqual(scoresOf(next)[1], gone);
    assert.equal(scoresOf(next)[1]?.value, 3);
    const [twice] = scoresOf(createPlan([{ ...before, ...roadmap(by('impact * 2')), work: before.work }], next));
    assert.equal(twice?.value, 2);
  });
});

describe('A scoring that cannot be read', () => {
  const PROBLEMS: readonly (readonly [scoring: string, says: string, at: string])[] = [
    ['impact *', 'ends where a field, a number or `(` is expected', 'impact *'],
    ['impact * (value', 'ends where `)` is expected', 'impact * (value'],
    ['impact confidence / 2', 'has `confidence` where an operator is expected', 'confidence'],
    ['impact) / 2', 'has a `)` that closes nothing', ')'],
    ['impact / / 2', 'has `/` where a field, a number or `(` is expected', '/'],
    ['2 * score(impact)', 'calls `score`, which is none of min, max, sqrt, log, abs', 'score'],
    ['sqrt(impact, reach)', 'gives `sqrt` 2 values where it takes one', 'sqrt'],
    ['title * 2', 'reckons with `title`, which is no number', 'title * 2'],
    ['3 * 4', 'names no field, so every item would score the same', '3 * 4'],
    ['weighted', 'is weighted, but `weights` says of no field how much it counts', 'weighted'],
    [`impact${' + 1'.repeat(200)}`, 'is longer than 500 letters', `impact${' + 1'.repeat(200)}`],
  ];
  for (const [scoring, says, at] of PROBLEMS) {
    it(`is told at its place: \`${scoring.slice(0, 30)}\` ${says}`, () => {
      for (const [path, text] of [
        ['roadmap.yaml', `scoring: ${scoring}\nstories: [{ id: PAY-1, impact: 1 }]\n`],
        ['ROADMAP.md', `---\nscoring: ${scoring}\n---\n# Pay\n- PAY-1 Refunds\n`],
      ] as const) {
        const problems = readRoadmap(path, text)?.problems ?? [];
        assert.equal(problems.length, 1, path);
        assert.equal(problems[0]?.code, 'WM105');
        assert.ok(problems[0].message.startsWith(`\`scoring\` ${says}. `), problems[0].message);
        assert.equal(text.slice(problems[0].span.start, problems[0].span.end), at);
      }
    });
  }

  it('is left alone where words say how a team ranks', () => {
    for (const text of ['scoring: by gut feeling', 'prioritization: MoSCoW (must / should)', 'scoring: impact']) {
      assert.deepEqual(readRoadmap('roadmap.yaml', `${text}\nstories: [{ id: PAY-1, impact: 1 }]\n`)?.problems, []);
    }
  });
});

describe('Any score', () => {
  const numbers = fc.oneof(fc.integer({ min: -100, max: 100 }), fc.double({ noNaN: true, noDefaultInfinity: true }));
  const names = fc.constantFrom('impact', 'value', 'effort', 'reach');
  const expressions = fc.letrec<{ sum: string }>((tie) => ({
    sum: fc.oneof(
      { depthSize: 'small' },
      names,
      fc.nat(9).map(String),
      fc.tuple(tie('sum'), fc.constantFrom('+', '-', '*', '/', '×', '÷'), tie('sum')).map((parts) => parts.join(' ')),
      tie('sum').map((inner) => `(${inner})`),
      tie('sum').map((inner) => `-${inner}`),
      fc.tuple(tie('sum'), tie('sum')).map(([a, b]) => `max(${a}, ${b})`),
    ),
  })).sum;
  const item = (scores: WorkFields['scores'] = {}) => story('PAY-1', { scores });
  const positive = fc.double({ min: 0.01, max: 1000, noNaN: true });

  it('is a finite number, or says why there is none', () => {
    fc.assert(
      fc.property(expressions, numbers, numbers, numbers, (scoring, impact, value, effort) => {
        const formula = formulaOf(roadmap({ scoring: `(${scoring})` }));
        const score = formula && scoreBy(formula, item({ impact, value, effort }));
        if (score && score.value === undefined) {
          assert.notEqual(score.missing.length > 0, score.failure !== undefined);
          assert.match(scoreWorking(score), /^no score: /);
        } else if (score) {
          assert.ok(Number.isFinite(score.value));
        }
      }),
    );
  });

  it('is written in words that are the formula again', () => {
    fc.assert(
      fc.property(expressions, positive, positive, (text, impact, other) => {
        const read = parseScore(text, (name) => name);
        fc.pre('kind' in read);
        const words = expressionWords(read, (field) => field).replaceAll('−', '-');
        const again = parseScore(words, (name) => name);
        assert.ok('kind' in again, words);
        assert.deepEqual(fieldsIn(again), fieldsIn(read));
        const valueOf = (field: string) => (field === 'impact' ? impact : other);
        assert.equal(evaluate(again, valueOf), evaluate(read, valueOf), words);
      }),
    );
  });

  it('never fails on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), (text) => {
        const read = parseScore(text, (name) => name);
        assert.ok('kind' in read || (read.start >= 0 && read.end <= text.length && read.message !== ''));
      }),
    );
  });

  for (const scoring of ['rice', 'wsjf']) {
    it(`by ${scoring} ranks alike in every unit of effort, and grows with each of its inputs but the effort`, () => {
      const formula = formulaOf(roadmap({ scoring }));
      assert.ok(formula);
      const inputs = fc.record(Object.fromEntries(formula.fields.map((field) => [field, positive])));
      const valueOf = (scores: WorkFields['scores']) => scoreBy(formula, item(scores)).value ?? Number.NaN;
      const grown = fc.constantFrom(...formula.fields);
      fc.assert(
        fc.property(inputs, inputs, positive, grown, (a, b, unit, field) => {
          const inUnit = (scores: Record<string, number>) => ({ ...scores, effort: (scores['effort'] ?? 0) * unit });
          const apart = valueOf(a) / valueOf(b);
          fc.pre(Math.abs(apart - 1) > 1e-9);
          assert.equal(valueOf(inUnit(a)) > valueOf(inUnit(b)), valueOf(a) > valueOf(b));
          const more = { ...a, [field]: (a[field] ?? 0) * 2 };
          assert.equal(valueOf(more) > valueOf(a), field !== 'effort');
        }),
      );
    });
  }
});
