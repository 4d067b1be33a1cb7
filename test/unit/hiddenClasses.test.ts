import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInThisContext } from 'node:vm';
import { scanFile } from '../../src/core/annotations/scanFile';
import { createTagSet } from '../../src/core/annotations/tags';
import { createIdFinder } from '../../src/core/ids/idFinder';
import { vocabularyOf } from '../../src/core/ids/vocabulary';
import { readRoadmap } from '../../src/core/roadmap/readRoadmap';

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
});
