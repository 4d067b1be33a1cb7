import assert from 'node:assert/strict';
import type { Item } from '../../../src/core/model/roadmap';
import { explain } from '../../../src/core/authoring/hover';
import { readRoadmap } from '../../../src/core/roadmap/readRoadmap';
import { Trace } from '../../../src/core/trace/trace';
import { HOVERS } from './cases/hovers';
import { atCursor, sharedRoadmap } from './plan';

/** 1 July 2026. */
const TODAY = 20_635;

const OUTLOOK = {
  today: TODAY,
  holidays: new Set<number>(),
  planHistory: undefined,
  locate: () => ({ line: 0, column: 0 }),
  addressOf: () => undefined,
};

describe('What is explained in a roadmap', () => {
  for (const { why, file, text: marked, over, says, hasSchema } of HOVERS) {
    it(`${file}: ${why}`, () => {
      const { text, offset } = atCursor(marked);
      const roadmap = readRoadmap(file, text);
      assert.ok(roadmap);
      const trace = new Trace();
      trace.setRoadmaps([sharedRoadmap(), roadmap]);
      const question = {
        text,
        roadmap,
        offset,
        trace,
        ...OUTLOOK,
        findingsOf: () => [],
        hasSchema: hasSchema === true,
      };

      const found = explain(question);

      assert.equal(found && text.slice(found.span.start, found.span.end), over);
      for (const piece of says) {
        assert.ok(found?.markdown.includes(piece), `${piece} is not in ${found?.markdown}`);
      }
    });
  }

  it('ends with the findings of the item, one at both of its ends once, and counts those that are too many', () => {
    const { text, offset } = atCursor('stories:\n  - { id: PAY|-12, title: Refunds }\n');
    const roadmap = readRoadmap('roadmap.yaml', text);
    assert.ok(roadmap);
    const trace = new Trace();
    trace.setRoadmaps([roadmap]);
    const messages = ['1', '1', '2', '3', '4', '5', '6', '7'];
    const findingsOf = ({ id }: Item) =>
      messages.map((message) => ({
        code: 'WM301',
        severity: 'warning' as const,
        message: `Late *${message}*.`,
        place: { path: 'roadmap.yaml', span: { start: 0, end: 0 } },
        item: id,
        related: [],
      }));
    const found = explain({ text, roadmap, offset, trace, ...OUTLOOK, findingsOf, hasSchema: false });
    const lines = found?.markdown.split('\n').filter((line) => line.startsWith('- '));
    assert.equal(lines?.length, 6);
    assert.match(lines[0] ?? '', /^- WM301: Late \\\*1\\\*\. \p{Lu}/u);
    assert.equal(lines[5], '- 2 more findings');
  });
});
