import assert from 'node:assert/strict';
import { explain } from '../../../src/core/authoring/hover';
import { readRoadmap } from '../../../src/core/roadmap/readRoadmap';
import { Trace } from '../../../src/core/trace/trace';
import { HOVERS } from './cases/hovers';
import { atCursor, sharedRoadmap } from './plan';

/** 1 July 2026. */
const TODAY = 20_635;

describe('What is explained in a roadmap', () => {
  for (const { why, file, text: marked, over, says, hasSchema } of HOVERS) {
    it(`${file}: ${why}`, () => {
      const { text, offset } = atCursor(marked);
      const roadmap = readRoadmap(file, text);
      assert.ok(roadmap);
      const trace = new Trace();
      trace.setRoadmaps([sharedRoadmap(), roadmap]);
      const outlook = { today: TODAY, holidays: new Set<number>(), planHistory: undefined };
      const question = { text, roadmap, offset, trace, ...outlook, hasSchema: hasSchema === true };

      const found = explain(question);

      assert.equal(found && text.slice(found.span.start, found.span.end), over);
      for (const piece of says) {
        assert.ok(found?.markdown.includes(piece), `${piece} is not in ${found?.markdown}`);
      }
    });
  }
});
