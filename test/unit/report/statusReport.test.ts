import assert from 'node:assert/strict';
import type { ReadingStatus, RoadmapStatus } from '../../../src/core/report/readingStatus';
import { statusMarkdown, statusText } from '../../../src/core/report/statusReport';

function statusOf(understood: RoadmapStatus['understood'], withoutId = 0): ReadingStatus {
  return {
    folder: '/work',
    roadmaps: [{ path: 'roadmap.yaml', format: 'yaml', items: 31, problems: 0, withoutId, understood }],
    notRoadmaps: [],
    scoring: undefined,
    searcher: undefined,
    filesSearched: 0,
    filesRead: 0,
    filesWithMarks: 0,
    skipped: [],
    git: { available: false, reason: 'This folder is not in a git repository.' },
    planHistory: undefined,
    codeHistory: undefined,
    timings: {},
    notes: [],
  };
}

function roadmapPart(status: ReadingStatus): readonly string[] {
  return statusText(status).split('\n\n')[0]?.split('\n').slice(1) ?? [];
}

describe('The status report', () => {
  it('says how a file’s own names were understood, and which were kept as they are', () => {
    const status = statusOf([
      { written: 'phases', as: 'releases', count: 4 },
      { written: 'tickets', as: 'stories', count: 31 },
      { written: 'colour', as: null, count: 3 },
    ]);
    assert.deepEqual(roadmapPart(status), [
      '  roadmap.yaml: 31 items read as YAML, 0 problems',
      '  roadmap.yaml was understood as: phases as releases (4), tickets as stories (31)',
      '  roadmap.yaml has fields of its own, which are kept as they are: colour (3)',
    ]);
  });

  it('says nothing of names in a file of the format’s own', () => {
    assert.deepEqual(roadmapPart(statusOf([])), ['  roadmap.yaml: 31 items read as YAML, 0 problems']);
  });

  it('names some of very many', () => {
    const many = Array.from({ length: 50 }, (_, index) => ({ written: `own${index}`, as: null, count: 1 }));
    assert.match(roadmapPart(statusOf(many))[1] ?? '', /own29 \(1\), and 20 more$/);
  });

  it('shows names of the workspace as they are, also in Markdown', () => {
    assert.match(statusMarkdown([statusOf([{ written: '<b>', as: 'title', count: 1 }])]), /`<b>` as title \\\(1/);
  });

  it('says how many items code and commits cannot name, which is no problem of the file', () => {
    const line = (withoutId: number) => roadmapPart(statusOf([], withoutId))[0]?.trim();
    assert.equal(line(0), 'roadmap.yaml: 31 items read as YAML, 0 problems');
    assert.equal(line(12), 'roadmap.yaml: 31 items read as YAML, 12 of them without an ID, 0 problems');
    assert.equal(line(31), 'roadmap.yaml: 31 items read as YAML, none of them with an ID, 0 problems');
  });

  it('says on how many linked commits the findings about code rest', () => {
    const range = { known: 315, linked: 1204, from: 20000, to: 20500, isUnderWay: false };
    const lineOf = (codeHistory: ReadingStatus['codeHistory']) =>
      statusText({ ...statusOf([]), codeHistory }).match(/file statistics.*/)?.[0];
    assert.equal(
      lineOf(range),
      'file statistics of 315 of 1204 linked commits, from 2024-10-04 to 2026-02-16; the rest is too old, or cannot be read',
    );
    assert.match(lineOf({ ...range, isUnderWay: true }) ?? '', /; the rest is being read$/);
    assert.match(lineOf({ ...range, known: 1204 }) ?? '', /^file statistics of all 1204 linked commits, .*16$/);
    assert.equal(lineOf({ ...range, linked: 0 }), undefined);
    assert.equal(lineOf(undefined), undefined);
  });
});
