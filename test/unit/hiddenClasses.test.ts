import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInThisContext } from 'node:vm';
import { scanFile } from '../../src/core/annotations/scanFile';
import { createTagSet } from '../../src/core/annotations/tags';
import { createIdFinder } from '../../src/core/ids/idFinder';
import { vocabularyOf } from '../../src/core/ids/vocabulary';
import { createFindings } from '../../src/core/findings/evaluation';
import { RULES } from '../../src/core/findings/registry';
import { parseDayRange } from '../../src/core/model/calendar';
import { eventTimes } from '../../src/core/planning/eventTimes';
import { statedColumns } from '../../src/core/planning/statedColumns';
import { workTable } from '../../src/core/planning/workTable';
import { readRoadmap } from '../../src/core/roadmap/readRoadmap';
import { createPlan } from '../../src/core/trace/plan';
import { Trace } from '../../src/core/trace/trace';

setFlagsFromString('--allow-natives-syntax');
const haveSameMap = runInThisContext('(a, b) => %HaveSameMap(a, b)') as (a: object, b: object) => boolean;

/** In how many ways the engine stores objects that say the same of different things. */
function shapesOf(objects: readonly (object | undefined)[]): number {
  const shapes: object[] = [];
  for (const object of objects) {
    assert.ok(object);
    if (!shapes.some((shape) => haveSameMap(shape, object))) {
      shapes.push(object);
    }
  }
  return shapes.length;
}

/**
 * What is made by a spread with a field more has a hidden class of its own for each object on Node 20, and the fields of thousands of
 * such objects are read several times as slowly.
 */
describe('What there are thousands of has one shape', () => {
  const NUMBERS = Array.from({ length: 20 }, (_, number) => number + 1);

  it('the dates and estimates of stories', () => {
    const stories = NUMBERS.map(
      (number) => `  - {id: PAY-${number}, title: x, due: 2026-10-${number + 10}, estimate: 5}\n`,
    );
    const { work } = readRoadmap('roadmap.yaml', `stories:\n${stories.join('')}`) ?? assert.fail();
    assert.equal(work.length, NUMBERS.length);
    assert.equal(shapesOf(work.map(({ due }) => due)), 1);
    assert.equal(shapesOf(work.map(({ estimate }) => estimate)), 1);
    assert.equal(shapesOf(work), 1);
  });

  it('the annotations and references of code', () => {
    const functions = NUMBERS.map(
      (number) => `// see PAY-${number}\nfunction f${number}() {\n  // TODO(PAY-${number}): more\n}\n`,
    );
    const options = { finder: createIdFinder(vocabularyOf(['PAY'], [])), tags: createTagSet() };
    const { annotations, references } = scanFile('a.ts', functions.join(''), options);
    assert.deepEqual([annotations.length, references.length], [NUMBERS.length, NUMBERS.length]);
    assert.equal(shapesOf(annotations), 1);
    assert.equal(shapesOf(references), 1);
    assert.equal(shapesOf(annotations.flatMap(({ mentions }) => mentions)), 1);
  });

  it('what planning says of all places, of plans that are read anew and of such as are edited', () => {
    const planned = (id: number, due: number) =>
      readRoadmap(
        'roadmap.yaml',
        `releases: [{name: v1, date: 2026-12-24}]\nstories: [{id: PAY-${id}, title: x, due: 2026-10-${due}}]\n`,
      ) ?? assert.fail();
    const plans = NUMBERS.flatMap((number) => {
      const roadmap = planned(number, 10);
      const anew = createPlan([roadmap]);
      return [anew, createPlan([{ ...roadmap, work: planned(number, number + 10).work }], anew)];
    });
    assert.equal(new Set(plans.map(({ frame }) => frame)).size, NUMBERS.length);
    assert.equal(new Set(plans.map(workTable)).size, 2 * NUMBERS.length);
    const times = plans.map((plan) => eventTimes(plan, 0, new Set()));
    assert.equal(new Set(plans.map(workTable)).size, 2 * NUMBERS.length);
    assert.equal(new Set(plans.map(({ frame }) => frame)).size, NUMBERS.length);
    assert.equal(shapesOf(plans.map(workTable)), 1);
    assert.equal(shapesOf(plans.map(statedColumns)), 1);
    assert.equal(shapesOf(times), 1);
    assert.equal(shapesOf(times.map(({ network }) => network)), 1);
  });

  it('what is found', () => {
    const stories = NUMBERS.map((number) => `  - {id: PAY-${number}, title: x, status: active, due: 2026-10-10}\n`);
    const trace = new Trace();
    trace.setRoadmaps([readRoadmap('roadmap.yaml', `stories:\n${stories.join('')}`) ?? assert.fail()]);
    const findings = createFindings(trace, RULES);
    findings.update(trace.takeChange(), { today: parseDayRange('2026-12-01')?.first ?? 0, historyKnown: false });
    const overdue = findings.all().filter(({ code }) => code === 'WM301');
    assert.equal(overdue.length, NUMBERS.length);
    assert.equal(shapesOf(findings.all()), 1);
  });
});
