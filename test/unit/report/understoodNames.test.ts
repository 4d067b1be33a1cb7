import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { understoodNames } from '../../../src/core/report/understoodNames';
import { readRoadmap } from '../../../src/core/roadmap/readRoadmap';

function understood(path: string, text: string): string[] {
  const roadmap = readRoadmap(path, text);
  assert.ok(roadmap);
  return understoodNames(text, roadmap).map(({ written, as, count }) => `${written} ${as ?? '(kept)'} ${count}`);
}

describe('What the names in a roadmap were understood as', () => {
  it('is each name that is none of the format’s own, with how often it stands there', () => {
    const text = `title: Harbour
colour: blue
phases:
  - name: One
    tickets:
      - { key: HB-1, summary: First, assignee: kim, effort_left: 3 }
      - { key: HB-2, summary: Second, assignee: lee, priority: P1 }
  - { id: P2, title: Two }
stories:
  - { id: HB-3, title: Third, owner: kim, priority: P2 }
`;
    assert.deepEqual(understood('roadmap.yaml', text), [
      'title product 1',
      'name title 1',
      'summary title 2',
      'key id 2',
      'assignee owner 2',
      'phases releases 2',
      'tickets stories 2',
      'effort_left (kept) 1',
      'priority (kept) 2',
      'colour (kept) 1',
    ]);
  });

  it('is the status of what stands in a group', () => {
    const text = 'in_progress: [Faster search, { title: Dark mode, status: blocked }]\nlater: [Offline maps]\n';
    assert.deepEqual(understood('roadmap.yaml', text), ['in_progress status 1', 'later status 1']);
  });

  it('counts each thing for the list that it stands in, whatever list is around that', () => {
    const text = '{"milestones":[{"title":"A","issues":[{"title":"x","subtasks":["y","z"]},{"title":"w"}]}]}';
    assert.deepEqual(understood('roadmap.json', text), [
      'milestones releases 1',
      'issues stories 2',
      'subtasks tasks 2',
    ]);
  });

  it('is nothing for a file in the format’s own names, and for Markdown', () => {
    for (const file of ['full.yaml', 'full.json']) {
      const text = readFileSync(join(__dirname, '../roadmap/cases', file), 'utf8');
      assert.deepEqual(
        understood(file, text).filter((line) => !line.includes('(kept)')),
        [],
      );
    }
    assert.deepEqual(understood('ROADMAP.md', '# Harbour\n\n## Done\n\n- Sign in (assignee: kim)\n'), []);
  });
});
