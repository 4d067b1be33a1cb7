import assert from 'node:assert/strict';
import { type Completion, completionsAt } from '../../../src/core/authoring/completion';
import { innermostItem } from '../../../src/core/authoring/outline';
import { placeAt } from '../../../src/core/authoring/placeAt';
import { formatOf, readRoadmap } from '../../../src/core/roadmap/readRoadmap';
import { asWork, createPlan } from '../../../src/core/trace/plan';
import { type CompletionCase, COMPLETIONS } from './cases/completions';
import { atCursor, sharedRoadmap } from './plan';

function offered({ file, text: marked, hasSchema, isItem }: CompletionCase): {
  text: string;
  list: readonly Completion[];
} {
  const { text, offset } = atCursor(marked);
  const place = placeAt(formatOf(file), text, offset, isItem ? 'story' : 'roadmap');
  const own = readRoadmap(file, text);
  const plan = createPlan([sharedRoadmap(), ...(own ? [own] : [])]);
  const item = own && asWork(innermostItem(own, offset));
  const list = place ? completionsAt(text, place, { plan, item, hasSchema: hasSchema === true }).list : [];
  for (const { word } of list) {
    assert.ok(word.start <= offset && offset <= word.end, 'the cursor stands in what is replaced');
    assert.doesNotMatch(text.slice(word.start, word.end), /[\r\n]/, 'what is replaced lies in one line');
  }
  return { text, list };
}

describe('What is offered in a roadmap', () => {
  for (const example of COMPLETIONS) {
    it(`${example.file}: ${example.why}`, () => {
      const { text, list } = offered(example);
      const labels = list.map(({ label }) => label);
      if (example.offers) {
        assert.deepEqual(labels, example.offers);
      }
      if (example.first) {
        assert.deepEqual(labels.slice(0, example.first.length), example.first);
      }
      for (const label of example.has ?? []) {
        assert.ok(labels.includes(label), `${label} is not among ${labels.join(', ')}`);
      }
      for (const label of example.lacks ?? []) {
        assert.ok(!labels.includes(label), `${label} is among them`);
      }
      if (example.takes) {
        const [label, expected] = example.takes;
        const taken = list.find((each) => each.label === label);
        assert.ok(taken, `${label} is not among ${labels.join(', ')}`);
        const { word } = taken;
        assert.equal(text.slice(0, word.start) + (taken.snippet ?? taken.text) + text.slice(word.end), expected);
      }
    });
  }
});
