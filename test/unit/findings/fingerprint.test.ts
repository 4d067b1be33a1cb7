import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { compareFindings, knownFinding } from '../../../src/core/findings/compareFindings';
import { type NamedFinding, numbered } from '../../../src/core/findings/fingerprint';
import { findingsOf, HOSTILE, type Workspace } from '../report/findingsFixture';

/** `WM203 PAY-12 fingerprint`, sorted: a report without places and messages. */
function identities(findings: readonly NamedFinding[]): string[] {
  return findings.map(({ finding, fingerprint }) => `${finding.code} ${finding.item ?? '-'} ${fingerprint}`).sort();
}

function changed(path: string, change: (text: string) => string, workspace: Workspace = HOSTILE): Workspace {
  return { ...workspace, files: { ...workspace.files, [path]: change(workspace.files[path] ?? '') } };
}

/** The codes of what is new in one workspace against another, and of what is gone. */
function difference(before: Workspace, after: Workspace) {
  const { fresh, gone } = compareFindings(findingsOf(after), findingsOf(before).map(knownFinding));
  return { fresh: fresh.map(({ finding }) => finding.code), gone: gone.map(({ code }) => code) };
}

const NOTHING = { fresh: [], gone: [] };

describe('Fingerprints of findings', () => {
  it('stay when lines are put in above, between and below, and when lines are indented otherwise', () => {
    const before = identities(findingsOf(HOSTILE));
    assert.ok(before.length > 8);
    const blank = fc.array(fc.nat({ max: 3 }), { minLength: 20, maxLength: 20 });
    fc.assert(
      fc.property(blank, blank, fc.nat({ max: 4 }), (inRoadmap, inCode, indent) => {
        let workspace = HOSTILE;
        for (const [path, counts] of Object.keys(HOSTILE.files).map(
          (each) => [each, each === 'roadmap.yaml' ? inRoadmap : inCode] as const,
        )) {
          const spaces = path === 'roadmap.yaml' ? '' : ' '.repeat(indent);
          const filler = path === 'roadmap.yaml' ? '# a comment\n' : '\nlet nothing;\n';
          workspace = changed(
            path,
            (text) =>
              text
                .split('\n')
                .map((line, index) => filler.repeat(counts[index] ?? 0) + spaces + line)
                .join('\n'),
            workspace,
          );
        }
        assert.deepEqual(identities(findingsOf(workspace)), before);
      }),
      { numRuns: 50 },
    );
  });

  it('stay when a title is reworded, a day passes, a date is moved, and one more commit names an item', () => {
    const reworded = changed('roadmap.yaml', (text) => text.replace('title: Receipts', 'title: All receipts'));
    assert.deepEqual(difference(HOSTILE, reworded), NOTHING);
    assert.deepEqual(difference(HOSTILE, { ...HOSTILE, today: '2026-09-03' }), NOTHING);
    const moved = changed('roadmap.yaml', (text) => text.replace('2026-08-20', '2026-08-25'));
    assert.deepEqual(difference(HOSTILE, moved), NOTHING);
    const commits = ['PAY-13: more', ...(HOSTILE.commits ?? []), 'PAY-98: unknown too'];
    assert.deepEqual(difference(HOSTILE, { ...HOSTILE, commits }), NOTHING);
  });

  it('stay when a file is renamed', () => {
    const { 'src/plain.ts': text = '', ...files } = HOSTILE.files;
    assert.deepEqual(difference(HOSTILE, { ...HOSTILE, files: { ...files, 'lib/other.ts': text } }), NOTHING);
  });

  it('are other ones for another item, another name, other words, and another unknown ID in commits', () => {
    const other = (path: string, from: string, to: string) =>
      difference(
        HOSTILE,
        changed(path, (text) => text.replace(from, to)),
      );
    assert.deepEqual(other('roadmap.yaml', 'depends: [PAY-77]', 'depends: [PAY-78]'), {
      fresh: ['WM103'],
      gone: ['WM103'],
    });
    assert.deepEqual(other('src/plain.ts', 'again', 'once more'), { fresh: ['WM203'], gone: ['WM203'] });
    const commits = ['PAY-13: receipts', 'PAY-97: unknown'];
    assert.deepEqual(difference(HOSTILE, { ...HOSTILE, commits }), { fresh: ['WM202'], gone: ['WM202'] });
  });

  it('are numbered where nothing tells findings apart', () => {
    const twice = changed('src/plain.ts', (text) => `${text}\nlet between;\n${text}`);
    const findings = findingsOf(twice);
    assert.ok(new Set(findings.map(({ fingerprint }) => fingerprint)).size < findings.length);
    assert.equal(new Set(numbered(findings)).size, findings.length);
  });
});

describe('Comparing findings with those known before', () => {
  it('holds back one finding for each known one, and shows the one that came', () => {
    const todo = '// TODO(PAY-12): again\n';
    const before: Workspace = { files: { 'roadmap.yaml': ROADMAP, 'src/b.ts': todo } };
    const after: Workspace = { files: { ...before.files, 'src/a.ts': todo } };
    const { fresh, held, gone } = compareFindings(findingsOf(after), findingsOf(before).map(knownFinding));
    assert.deepEqual(
      fresh.map(({ finding }) => finding.place.path),
      ['src/a.ts'],
    );
    assert.deepEqual([held.length, gone], [2, []]);
  });

  it('takes no longer than the number of findings asks for, however many are the same', () => {
    const [one] = findingsOf(HOSTILE);
    assert.ok(one);
    const many = Array.from({ length: 100_000 }, () => ({ ...one }));
    const { fresh, gone } = compareFindings(many, many.slice(1).map(knownFinding));
    assert.deepEqual([fresh.length, gone.length], [1, 0]);
  });

  it('parts any findings into fresh and held, and any known ones into held and gone', () => {
    const all = findingsOf(changed('src/plain.ts', (text) => text.repeat(3)));
    fc.assert(
      fc.property(fc.subarray(all), fc.subarray(all), (now, before) => {
        const { fresh, held, gone } = compareFindings(now, before.map(knownFinding));
        assert.equal(fresh.length + held.length, now.length);
        assert.equal(held.length + gone.length, before.length);
        const left = gone.map(({ fingerprint }) => fingerprint);
        assert.ok(!fresh.some(({ fingerprint }) => left.includes(fingerprint)));
      }),
    );
  });
});

const ROADMAP = 'stories:\n  - id: PAY-12\n    title: Refunds\n    status: done\n';
