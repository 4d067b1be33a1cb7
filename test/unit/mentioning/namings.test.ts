import assert from 'node:assert/strict';
import { meaningInMarks, highlightsOf, meaningInRoadmap, referencesOf } from '../../../src/core/authoring/navigation';
import { namingsOf } from '../../../src/core/mentioning/namings';
import { readRoadmap } from '../../../src/core/roadmap/readRoadmap';
import { readTrace } from '../../support/readTrace';

const PLAN = `keys: [PAY]
releases: [{ id: v2.0, title: Second }]
risks: [{ id: PAY-90, title: The ledger is slow }]
stories:
  - id: PAY-12
    title: Refund API
    aliases: [PAY-3]
    rejects: [pay-12 in docs/no.md]
    accepts: [pay-12 in docs/yes.md]
  - { id: PAY-13, title: Receipts, depends: [PAY-12, PAY-3] }
`;

const FILES: Readonly<Record<string, string>> = {
  'src/a.ts': '// TODO(PAY-12): see PAY-12 and PAY-13\n// FIXME(PAY-13, until: PAY-12): x\n',
  'src/b.py': '# was PAY-3, see PAY-11..PAY-14\n',
  'test/a.test.ts': '// @verifies PAY-12\n',
  'docs/no.md': 'About pay-12.\n',
  'docs/yes.md': 'About pay-12, and PAY-012.\n',
  'src/c.ts': '// TODO(until: v2.0): drop\n// HACK(PAY-90): wait\n',
};

const trace = readTrace({ 'roadmap.yaml': PLAN }, FILES);
const { plan } = trace;

/** `src/a.ts: PAY-12`, with a `?` for what is only probable. */
function places(id: string): string[] {
  const item = plan.find(id) ?? plan.findRelease(id);
  assert.ok(item, `${id} is in the plan`);
  return namingsOf(item, trace).map(({ path, span, certainty }) => {
    const words = FILES[path]?.slice(span.start, span.end);
    return `${path}: ${words}${certainty === 'probable' ? '?' : ''}`;
  });
}

describe('What names a thing in code and documents', () => {
  it('is each mention of an annotation, an end that it states, a former ID, a range, and what is only probable', () => {
    assert.deepEqual(places('PAY-12'), [
      'docs/yes.md: pay-12',
      'docs/yes.md: PAY-012?',
      'src/a.ts: PAY-12',
      'src/a.ts: PAY-12',
      'src/a.ts: PAY-12',
      'src/b.py: PAY-3',
      'src/b.py: PAY-11..PAY-14',
      'test/a.test.ts: PAY-12',
    ]);
  });

  it('is of a release the end that names it, and of a risk its ID', () => {
    assert.deepEqual([places('v2.0'), places('PAY-90')], [['src/c.ts: v2.0'], ['src/c.ts: PAY-90']]);
  });

  it('is nothing where no roadmap knows the ID', () => {
    const text = '// TODO(PAY-99): x\n';
    const unknown = readTrace({ 'roadmap.yaml': PLAN }, { 'src/x.ts': text });
    const marks = unknown.files.get('src/x.ts');
    assert.equal(marks && meaningInMarks(marks, text.indexOf('PAY'), unknown), undefined);
  });
});

describe('Places of one text that name the same', () => {
  it('are those of the file that is asked about, in the order of its text', () => {
    const marks = trace.files.get('src/a.ts');
    const text = FILES['src/a.ts'] ?? '';
    const meaning = marks && meaningInMarks(marks, text.indexOf('PAY-12') + 1, trace);
    assert.ok(meaning);
    const starts = highlightsOf(meaning, { marks }, trace).map(({ span }) => span.start);
    assert.deepEqual(starts, [8, 21, text.lastIndexOf('PAY-12')]);
  });

  it('are in a roadmap the declaration, former IDs and what depends on it', () => {
    const roadmap = readRoadmap('roadmap.yaml', PLAN);
    const meaning = roadmap && meaningInRoadmap(roadmap, PLAN.lastIndexOf('PAY-12') + 1, plan);
    assert.ok(meaning);
    const found = highlightsOf(meaning, { roadmap }, trace);
    assert.deepEqual(
      found.map(({ span, declares }) => `${PLAN.slice(span.start, span.end)}${declares ? ' is declared' : ''}`),
      ['PAY-12 is declared', 'PAY-3', 'PAY-12', 'PAY-3'],
    );
    assert.equal(referencesOf(meaning, trace, false).length, 3 + places('PAY-12').length);
  });
});
