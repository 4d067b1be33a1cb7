import assert from 'node:assert/strict';
import { nextIdFor } from '../../../src/core/edit/nextId';
import { readRoadmap } from '../../../src/core/roadmap/readRoadmap';
import { createPlan } from '../../../src/core/trace/plan';

interface NextIdCase {
  readonly name: string;
  /** The item without an ID is called `New`. */
  readonly files: Readonly<Record<string, string>>;
  readonly next: string | undefined;
}

/** Add yours. */
const CASES: readonly NextIdCase[] = [
  { name: 'one more than the highest', files: { 'ROADMAP.md': '- PAY-2 x\n- PAY-12 y\n- New\n' }, next: 'PAY-13' },
  { name: 'with as many digits', files: { 'ROADMAP.md': '- PAY-0099 x\n- New\n' }, next: 'PAY-0100' },
  {
    name: 'none that another file, an alias or a risk has',
    files: {
      'ROADMAP.md': '- PAY-1 x\n- New\n',
      'roadmap.yaml': 'stories: [{ id: PAY-5, title: y, aliases: [PAY-7] }]\nrisks: [{ id: PAY-8, title: z }]\n',
    },
    next: 'PAY-9',
  },
  {
    name: 'of the key that the file uses most for its kind',
    files: { 'ROADMAP.md': '## EPIC-4 a\n\n- PAY-1 x\n- AUTH-9 y\n- PAY-2 z\n- New\n' },
    next: 'PAY-3',
  },
  {
    name: 'of another kind’s key where its own has none',
    files: { 'ROADMAP.md': '## PAY-4 a\n\n- New\n' },
    next: 'PAY-5',
  },
  {
    name: 'of the key that the file lists',
    files: { 'ROADMAP.md': '---\nkeys: [CARD]\n---\n- New\n', 'roadmap.yaml': 'stories: [{ id: PAY-5, title: y }]\n' },
    next: 'CARD-1',
  },
  {
    name: 'of the plan’s key where the file has none',
    files: { 'ROADMAP.md': '- New\n', 'roadmap.yaml': 'stories: [{ id: PAY-5, title: y }]\n' },
    next: 'PAY-6',
  },
  {
    name: 'below its story where tasks have such IDs',
    files: { 'ROADMAP.md': '- PAY-1 x\n  - PAY-1.2 a\n- PAY-3 y\n  - PAY-3.9 b\n  - New\n' },
    next: 'PAY-3.10',
  },
  {
    name: 'the first of the product’s own letters where nothing has an ID yet',
    files: { 'ROADMAP.md': '# 🐦 Birdhouse Roadmap\n\n- New\n' },
    next: 'BIRD-1',
  },
  {
    name: 'the first of the product’s initials where its name has several words',
    files: { 'roadmap.yaml': 'product: The Acme Pay\nstories: [{ title: New }]\n' },
    next: 'AP-1',
  },
  {
    name: 'the first of a plain word where the product has no name in plain letters',
    files: { 'ROADMAP.md': '# 鳥小屋\n\n- New\n' },
    next: 'ITEM-1',
  },
  {
    name: 'no number that only a tracker can give',
    files: { 'ROADMAP.md': '- #12 x\n- New\n' },
    next: undefined,
  },
];

describe('The next free ID', () => {
  for (const { name, files, next } of CASES) {
    it(`is ${name}`, () => {
      const roadmaps = Object.entries(files).flatMap(([path, text]) => readRoadmap(path, text) ?? []);
      const plan = createPlan(roadmaps);
      const item = plan.workItems.find(({ title }) => title === 'New');
      assert.equal(item && nextIdFor(plan, { ...item, parent: plan.parentOf(item) }), next);
    });
  }
});
