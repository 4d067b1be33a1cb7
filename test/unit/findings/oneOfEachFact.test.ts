import assert from 'node:assert/strict';
import { oneOfEachFact } from '../../../src/core/findings/oneOfEachFact';
import type { Finding } from '../../../src/core/model/finding';

const found = (code: string, path: string, start = 0): Finding => ({
  code,
  severity: 'warning',
  message: 'It is so.',
  place: { path, span: { start, end: start } },
  item: 'PAY-12',
  related: [],
});

const cases: readonly {
  readonly title: string;
  readonly in: readonly Finding[];
  readonly counts: readonly number[];
}[] = [
  {
    title: 'the end in the roadmap for what is told in code too, however often',
    in: [found('WM203', 'plan.yaml'), found('WM203', 'src/a.ts'), found('WM203', 'src/b.ts')],
    counts: [0],
  },
  {
    title: 'each place of what is told in code alone',
    in: [found('WM213', 'src/a.ts'), found('WM213', 'src/b.ts'), found('WM203', 'plan.yaml')],
    counts: [0, 1, 2],
  },
  {
    title: 'each place in the roadmap, where one rule finds two things',
    in: [found('WM103', 'plan.yaml'), found('WM103', 'plan.yaml', 9)],
    counts: [0, 1],
  },
  { title: 'nothing where nothing is found', in: [], counts: [] },
];

describe('What is found about an item', () => {
  for (const { title, in: findings, counts } of cases) {
    it(`counts ${title}`, () => {
      assert.deepEqual(
        oneOfEachFact(findings, 'plan.yaml').map((finding) => findings.indexOf(finding)),
        counts,
      );
    });
  }
});
