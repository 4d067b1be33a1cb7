import assert from 'node:assert/strict';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { withTempRepo } from '../support/tempRepo';
import { ROADMAP } from './engineFixtures';
import { linksOf, withEngine } from './openFolder';

interface Case {
  readonly text: string | Buffer;
  readonly says: RegExp;
}

const CASES: Readonly<Record<string, Case>> = {
  'is empty': { text: '', says: /is empty/ },
  'holds nothing but white space': { text: ' \n\t\n', says: /is empty/ },
  'is binary': { text: Buffer.from([0, 1, 2, 3, 0, 255, 254]), says: /binary/ },
  'is a list of numbers': { text: '- 5\n- 6\n', says: /nothing that can be planned/ },
  'is one sentence': { text: 'Refunds come first.\n', says: /no fields/ },
  'is half-typed': { text: 'stories:\n  - id: PAY-5\n    title: "Half\n', says: /./ },
  'has no end of a list': { text: 'stories: [{ id: PAY-5, title: One }\n', says: /./ },
  'holds only comments': { text: '# later\n', says: /nothing but comments/ },
  'is half of a JSON file': {
    text: '{ "stories": [{ "id": "PAY-5", ',
    says: /the 2 around it are never closed\. Add `}\]}` at the end\.$/,
  },
};

describe('A bad roadmap', () => {
  for (const [title, { text, says }] of Object.entries(CASES)) {
    it(`that ${title} is one plain sentence at its place, and everything else works`, () =>
      withTempRepo(async (repo) => {
        const bad = title.includes('JSON') ? 'docs/roadmap.json' : 'docs/roadmap.yml';
        repo.write({ 'roadmap.yaml': ROADMAP, [bad]: text, 'a.ts': '// TODO(PAY-12): retry\n' });
        repo.commit('PAY-13: receipts');
        await withEngine(repo.path, (engine) => {
          const problems = engine.findings.ofPath(bad).filter(({ code }) => code === 'WM101');
          assert.equal(problems.length, 1, JSON.stringify(engine.findings.all(), undefined, 2));
          assert.match(problems[0]?.message ?? '', says);
          assert.match(problems[0]?.message ?? '', /^[A-Z“`].*[.?]$/s);
          assert.deepEqual(linksOf(engine), ['PAY-12: a.ts:1 TODO retry', 'PAY-13: PAY-13: receipts']);
        });
      }));
  }

  it('that may not be read is one plain sentence', () =>
    withTempRepo(async (repo) => {
      repo.write({ 'roadmap.yaml': ROADMAP });
      chmodSync(join(repo.path, 'roadmap.yaml'), 0);
      // Root may read everything.
      if (process.getuid?.() !== 0) {
        await withEngine(repo.path, ({ findings }) => {
          assert.match(findings.ofPath('roadmap.yaml')[0]?.message ?? '', /could not be read: no permission/);
        });
      }
    }));

  it('of ten megabytes is read, and a source file beside it is followed as ever', () =>
    withTempRepo(async (repo) => {
      const text = `stories:\n${Array.from({ length: 11_000 }, (_, index) => longStory(index + 1)).join('')}`;
      assert.ok(text.length > 10_000_000);
      repo.write({ 'roadmap.yaml': text });
      await withEngine(repo.path, async (engine) => {
        assert.equal(engine.trace.plan.workItems.length, 11_000);
        repo.write({ 'a.ts': '// TODO(PAY-11000): the last\n' });
        engine.filesChanged(['a.ts']);
        await engine.idle();
        assert.deepEqual(linksOf(engine), ['PAY-11000: a.ts:1 TODO the last']);
      });
    }));
});

function longStory(number: number): string {
  return `  - id: PAY-${number}\n    title: Story ${number} ${'x'.repeat(900)}\n`;
}
