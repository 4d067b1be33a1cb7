import assert from 'node:assert/strict';
import { translateBy } from '../../../src/core/words/t';
import { scanFile } from '../../../src/core/annotations/scanFile';
import { createTagSet } from '../../../src/core/annotations/tags';
import { draftRoadmap } from '../../../src/core/drafting/draftRoadmap';
import { KeyTally } from '../../../src/core/drafting/keyTally';
import { mayHoldPlan } from '../../../src/core/drafting/planDocuments';
import { DRAFT_SOURCES, type DraftSource, foundWords, suggestionsOf } from '../../../src/core/drafting/suggestions';
import type { Survey } from '../../../src/core/drafting/survey';
import { createIdFinder } from '../../../src/core/ids/idFinder';
import { vocabularyOf } from '../../../src/core/ids/vocabulary';
import { readRoadmap } from '../../../src/core/roadmap/readRoadmap';

const TODAY = 20_000;

interface World {
  readonly documents?: Readonly<Record<string, string>>;
  readonly code?: Readonly<Record<string, string>>;
  /** Days ago, and the subject. */
  readonly commits?: readonly (readonly [daysAgo: number, subject: string])[];
}

function surveyOf({ documents = {}, code = {}, commits = [] }: World): Survey {
  const tally = new KeyTally();
  commits.forEach(([daysAgo, subject]) => tally.take(subject, (TODAY - daysAgo) * 86_400));
  const scan = { finder: createIdFinder(vocabularyOf(['PAY'], [])), tags: createTagSet(undefined) };
  return {
    documents: Object.entries(documents).map(([path, text]) => ({ path, text })),
    todos: Object.entries(code).flatMap(([path, text]) =>
      scanFile(path, text, scan).annotations.map((annotation) => ({ path, annotation })),
    ),
    keys: tally.keys(),
    commitsRead: commits.length,
    filesSearched: 1,
    notes: [],
  };
}

function draftOf(world: World, sources: readonly DraftSource[] = DRAFT_SOURCES, groups?: readonly string[]): string {
  const text = draftRoadmap(surveyOf(world), { groups, sources, product: 'Acme Pay', today: TODAY });
  assert.ok(text, 'nothing was made');
  assert.deepEqual(readRoadmap('roadmap.yaml', text)?.problems, [], text);
  return text;
}

/** Without the lines that say what it is. */
const bodyOf = (text: string) => text.replace(/^#.*\n/gm, '');

describe('A drafted roadmap', () => {
  it('has the headings of a document as epics, and what stands below them as stories', () => {
    const text = `# Acme\n\nWords.\n\n## Refunds\n\n- [x] Capture\n- [ ] Retry (PAY-7)\n\n## Ledger\n\n### Vouchers\n\nWords.\n`;
    assert.equal(
      bodyOf(draftOf({ documents: { 'TODO.md': text } })),
      `waymark: 1
product: Acme Pay
keys: [AP, PAY]

epics:
  - id: AP-1
    title: Refunds
    stories:
      - id: AP-2
        title: Capture
        status: done
      - id: PAY-7
        title: Retry
  - id: AP-3
    title: Ledger
    stories:
      - id: AP-4
        title: Vouchers
        story: Words.
`,
    );
  });

  it('takes from a README only what stands below a heading that speaks of the future', () => {
    const readme =
      '# Acme\n\n## Usage\n\n- Run it\n\n```sh\n# Roadmap\n```\n\n## Roadmap\n\n- Vouchers\n\n## License\n\n- MIT\n';
    const text = draftOf({ documents: { 'README.md': readme } });
    assert.match(text, /title: Vouchers/);
    assert.doesNotMatch(text, /Run it|MIT/);
  });

  it('has an epic for each part of the product with TODOs, and keeps the IDs that they name', () => {
    const code = {
      'src/billing/refund.ts': '// TODO(PAY-7): retry. Soon.\n// FIXME: round up\n// NOTE: nothing\n// TODO\n',
      'src/billing/other.ts': '// TODO: round up\n',
      'test/refund.test.ts': '// TODO: more cases\n',
      'vendor/lib/a.go': '// TODO: theirs\n',
    };
    assert.equal(
      bodyOf(draftOf({ code })),
      `waymark: 1
product: Acme Pay
keys: [AP, PAY]

epics:
  - id: AP-1
    title: What is left to do in src/billing
    stories:
      - id: PAY-7
        title: Retry
        story: In src/billing/refund.ts
      - id: AP-2
        title: Round up
        story: In src/billing/refund.ts and 1 more file
  - id: AP-3
    title: What is left to do in test
    stories:
      - id: AP-4
        title: More cases
        story: In test/refund.test.ts
`,
    );
  });

  it('has the stories that commits name, the newest first, and says that their statuses are guesses', () => {
    const commits = [
      [1, 'PAY-3: refund API'],
      [21, 'PAY-2: vouchers'],
      [22, 'PAY-1: ledger'],
    ] as const;
    const text = draftOf({ commits });
    assert.equal(
      bodyOf(text),
      `waymark: 1
product: Acme Pay
keys: [PAY]

stories:
  - id: PAY-3
    title: Refund API
    status: active
  - id: PAY-2
    title: Vouchers
    status: active
  - id: PAY-1
    title: Ledger
    status: done
`,
    );
    assert.match(text, /^# The statuses are guesses/m);
  });

  it('is bounded, and says what it leaves out', () => {
    const commits = Array.from({ length: 60 }, (_, index) => [index, `PAY-${100 - index}: story ${index}`] as const);
    const text = draftOf({ commits });
    assert.match(text, /^# Left out: 10 older stories of PAY\.$/m);
    assert.equal(text.match(/- id: PAY-/g)?.length, 50);
    assert.match(text, /id: PAY-100\n/);
  });

  it('says in the language of the editor all that it does not take from the repository', () => {
    const code = { 'src/refund.ts': '// TODO: round up\n', 'src/ledger.ts': '// TODO: round up\n' };
    const documents = { 'PLAN.md': Array.from({ length: 160 }, (_, index) => `- [ ] Step ${index}\n`).join('') };
    const commits = [1, 2, 3].map((day) => [day, `PAY-${day}: refund API`] as const);
    translateBy(new Proxy({}, { get: (_, text) => `⟦${String(text)}⟧` }));
    try {
      const text = draftOf({ code, documents, commits });
      const own = text.split('\n').filter((line) => /^#|What is|story: /.test(line));
      assert.equal(own.length, 5, text);
      assert.deepEqual(
        own.filter((line) => !line.includes('⟦')),
        [],
      );
    } finally {
      translateBy({});
    }
  });

  it('has an own prefix that no commit uses', () => {
    const commits = [1, 2, 3].map((number) => [1, `AP-${number}: story`] as const);
    const text = draftOf({ commits, code: { 'a.ts': '// TODO: round up\n' } });
    assert.match(text, /^keys: \[AP, APP\]$/m);
  });

  it('holds what the person picks and nothing else, and is none without anything', () => {
    const world: World = { code: { 'a/x.ts': '// TODO: one\n', 'b/x.ts': '// TODO: two\n' } };
    assert.doesNotMatch(draftOf(world, ['todos'], ['todos b']), /One/);
    const nothing = { groups: [], sources: DRAFT_SOURCES, product: 'x', today: TODAY };
    assert.equal(draftRoadmap(surveyOf(world), nothing), undefined);
  });

  it('reads back without a problem whatever the words are', () => {
    const words = [
      '- "a": b # c',
      "it's {x} [y]",
      '`code`: *bold* | table',
      '@ana: until: 2026-01-01',
      '\u202E!',
      'a: b',
    ];
    draftOf({
      documents: { 'docs/plan.md': words.map((each) => `## ${each}\n\n- ${each}\n- due: tomorrow\n`).join('\n') },
      code: { 'a.ts': words.map((each) => `// TODO: ${each}\n`).join('') },
      commits: words.map((each, index) => [1, `PAY-${index + 1}: ${each}`] as const),
    });
  });

  it('is announced by what was found', () => {
    const survey = surveyOf({
      documents: { 'TODO.md': '- one\n- two\n' },
      code: { 'a/x.ts': '// TODO: one\n', 'b/x.ts': '// TODO: two\n' },
      commits: [1, 2, 3].map((number) => [1, `PAY-${number}: story`] as const),
    });
    assert.deepEqual(
      DRAFT_SOURCES.map((source) => foundWords(survey, source)),
      ['TODO.md: 2 headings and entries', '2 TODOs in 2 folders', 'PAY: 3 commits name 3 stories'],
    );
    assert.deepEqual(
      suggestionsOf(survey, ['todos']).map(({ label, detail }) => `${label} ${detail}`),
      ['a/ 1 TODO in 1 file', 'b/ 1 TODO in 1 file'],
    );
  });

  it('looks for a plan in documents that are called so', () => {
    const paths =
      'README.md TODO.md docs/roadmap-2026.md docs/BACKLOG.md docs/roadmap-format.md docs/plan.md a/README.md a/TODO.md plan.txt';
    assert.deepEqual(paths.split(' ').filter(mayHoldPlan), [
      'README.md',
      'TODO.md',
      'docs/roadmap-2026.md',
      'docs/BACKLOG.md',
      'docs/plan.md',
    ]);
  });
});
