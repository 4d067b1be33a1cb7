import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { addWorkingDays, lastDayOf, momentIn } from '../../src/engine/sample/calendar';
import { allFiles } from '../../src/engine/sample/files/allFiles';
import { placed, tipOf } from '../../src/engine/sample/graph';
import { ACTIVE_BRANCH, history } from '../../src/engine/sample/history';
import { commitsNamedIn, textAt } from '../../src/engine/sample/sections';
import { treesUntil } from '../../src/engine/sample/tree';

const LAST_DAY = '2025-06-13';
const treeAt = treesUntil(LAST_DAY);
const commits = placed(history);
const files = new Map(treeAt(tipOf(commits, ACTIVE_BRANCH).past).map((file) => [file.path, file.text]));
const roadmaps = roadmapVersions();
const roadmap = roadmaps.at(-1) ?? {};
const stories = storiesOf(roadmap);

describe('the history of the sample', () => {
  it('has a change of files for every commit, and a commit for every change', () => {
    const ids = new Set(commits.map((commit) => commit.id));
    const named = new Set(allFiles.flatMap((file) => [...commitsNamedIn(file.text(() => ''))]));
    assert.deepEqual(
      [...named].filter((id) => !ids.has(id)),
      [],
    );
    const changeless = commits.filter((commit) => !named.has(commit.id) && !commit.merges);
    assert.deepEqual(
      changeless.map((commit) => commit.id),
      [],
    );
  });

  it('has a roadmap that is valid in every version, with IDs that are unique and references that exist', () => {
    assert.ok(roadmaps.length >= 10);
    for (const version of roadmaps) {
      const ids = idsOf(version);
      assert.equal(new Set(ids).size, ids.length);
      const lists = ['releases', 'goals', 'team'].map((list) => new Set(version[list].map((entry: Entry) => entry.id)));
      for (const story of storiesOf(version)) {
        assert.ok(lists[0]?.has(story.release) && lists[2]?.has(story.owner), story.id);
        for (const id of story.depends ?? []) assert.ok(ids.includes(id), `${story.id} depends on ${id}`);
      }
      for (const epic of version.epics) assert.ok(lists[1]?.has(epic.goal), epic.id);
    }
  });

  it('moves the date of a story three times, of a release once, and adds stories late', () => {
    const dues = roadmaps.map((version) => storiesOf(version).find((story) => story.id === 'HUT-12')?.due);
    assert.equal(new Set(dues).size, 4);
    assert.equal(new Set(roadmaps.map((version) => version.releases[0].date)).size, 2);
    assert.equal(stories.length - storiesOf(roadmaps[0] ?? {}).length, 3);
  });

  it('names in decisions only files that exist', () => {
    for (const path of stories.flatMap((story) => story.decisions ?? [])) assert.ok(files.has(path), path);
  });
});

describe('the troubles of the sample', () => {
  it('has an annotation and two commits with IDs that the roadmap does not know', () => {
    const unknown = [...files].flatMap(([path, text]) => (path === 'CONTRIBUTING.md' ? [] : unknownIn(text)));
    assert.deepEqual(unknown, ['HUT-144']);
    assert.deepEqual(
      commits.flatMap((commit) => unknownIn(commit.message ?? '')),
      ['HUT-205', 'HUT-205'],
    );
  });

  it('has one done story with open marks, and one with nothing to show for it', () => {
    const done = stories.filter((story) => story.status === 'done').map((story) => story.id);
    assert.deepEqual(done, ['HUT-10', 'HUT-11', 'PAY-10', 'PAY-11', 'PAY-13']);
    const marked = done.filter((id) => [...files.values()].some((text) => markOf(id).test(text)));
    assert.deepEqual(marked, ['HUT-11']);
    assert.deepEqual(
      done.filter((id) => commitsOf(id).length === 0 && !codeHas(id)),
      ['PAY-13'],
    );
  });

  it('has one planned story that was begun, and one active story that was left', () => {
    const planned = stories.filter((story) => ['planned', 'ready'].includes(story.status));
    assert.deepEqual(
      planned.filter((story) => commitsOf(story.id).length > 0).map((story) => story.id),
      ['HUT-13'],
    );
    const active = stories.filter((story) => ['in-progress', 'in-review'].includes(story.status));
    const left = active.filter((story) => Math.min(...commitsOf(story.id).map((commit) => commit.daysAgo)) > 4);
    assert.deepEqual(
      left.map((story) => story.id),
      ['HUT-17'],
    );
  });

  it('has two overdue stories, both open in the release whose date has passed', () => {
    const open = stories.filter((story) => !['done', 'dropped'].includes(story.status));
    const overdue = open.filter((story) => story.due < LAST_DAY).map((story) => story.id);
    const late = open.filter((story) => dateOf(story.release) < LAST_DAY).map((story) => story.id);
    assert.deepEqual(overdue, ['HUT-12', 'HUT-17']);
    assert.deepEqual(late, ['HUT-12', 'HUT-17']);
  });
});

describe('the calendar of the sample', () => {
  it('counts working days, over weekends and holidays', () => {
    assert.equal(addWorkingDays('2025-06-13', 1), '2025-06-16');
    assert.equal(addWorkingDays('2025-06-16', -1), '2025-06-13');
    assert.equal(addWorkingDays('2025-06-13', 0), '2025-06-13');
    assert.equal(addWorkingDays('2025-12-23', 1), '2025-12-29');
  });

  const endings: readonly (readonly [now: string, lastDay: string, reason: string])[] = [
    ['2025-06-12T12:00:00Z', '2025-06-12', 'in the afternoon the morning of the same day is over'],
    ['2025-06-12T00:03:00Z', '2025-06-11', 'just after midnight today has no commits yet'],
    ['2025-06-12T08:59:00Z', '2025-06-11', 'nor while its first might still be written'],
    ['2025-06-16T05:00:00Z', '2025-06-13', 'before a Monday begins it is still Friday'],
    ['2025-06-15T20:00:00Z', '2025-06-13', 'nobody works on a Sunday'],
    ['2026-01-01T20:00:00Z', '2025-12-30', 'nor on New Year'],
  ];
  for (const [now, lastDay, reason] of endings) {
    it(`ends on ${lastDay} when it is ${now}: ${reason}`, () => {
      assert.equal(lastDayOf(undefined, Date.parse(now)), lastDay);
      for (const commit of history) {
        const person = commit.by === 'priya' ? 'Asia/Kolkata' : 'Europe/Lisbon';
        const { seconds } = momentIn(person, addWorkingDays(lastDay, -commit.daysAgo), commit.time);
        assert.ok(seconds * 1000 <= Date.parse(now), commit.id);
      }
    });
  }

  it('knows the offset of a zone in summer, in winter, and by half hours', () => {
    assert.deepEqual(momentIn('Europe/Vienna', '2025-07-01', '09:00'), {
      seconds: Date.UTC(2025, 6, 1, 7) / 1000,
      offset: '+0200',
    });
    assert.equal(momentIn('Europe/Vienna', '2025-01-07', '09:00').offset, '+0100');
    assert.equal(momentIn('Asia/Kolkata', '2025-01-07', '09:00').offset, '+0530');
    assert.equal(momentIn('America/St_Johns', '2025-01-07', '09:00').offset, '-0330');
    assert.equal(momentIn('Europe/Lisbon', '2025-01-07', '09:00').offset, '+0000');
  });
});

describe('a woven text', () => {
  const woven = '@@ one\na\n@..two|b\n@two..|B\n@@ two..three\nc\n@@ one\nd\n';
  const cases: readonly (readonly [past: readonly string[], text: string | undefined])[] = [
    [[], undefined],
    [['one'], 'a\nb\nd\n'],
    [['one', 'two'], 'a\nB\nc\nd\n'],
    [['one', 'two', 'three'], 'a\nB\nd\n'],
  ];
  for (const [past, text] of cases) {
    it(`after ${past.join(', ') || 'nothing'} reads ${JSON.stringify(text)}`, () => {
      assert.equal(
        textAt(woven, (commit) => past.includes(commit)),
        text,
      );
    });
  }
});

/** The roadmap is read here as plain data, without the product's own reader, to be a second opinion. */
type Entry = Record<string, ReturnType<typeof JSON.parse>>;

function roadmapVersions(): Entry[] {
  const texts = commits.map((commit) => treeAt(commit.past).find((file) => file.path === 'roadmap.yaml')?.text);
  return [...new Set(texts.filter((text) => text !== undefined))].map((text) => parse(text));
}

function dateOf(release: string): string {
  return roadmap['releases'].find((entry: Entry) => entry['id'] === release)['date'];
}

/** Commits that name the story themselves or through their branch. */
function commitsOf(id: string) {
  return commits.filter((commit) => new RegExp(`\\b${id}\\b`).test(`${commit.message} ${commit.branch ?? ''}`));
}

function codeHas(text: string): boolean {
  return [...files].some(([path, content]) => path !== 'roadmap.yaml' && content.includes(text));
}

function markOf(id: string): RegExp {
  return new RegExp(`\\b(TODO|FIXME|HACK|BUG|SECURITY|OPTIMIZE)\\b.*\\b${id}\\b`);
}

function storiesOf(version: Entry): Entry[] {
  return (version['epics'] ?? []).flatMap((epic: Entry) => epic['stories']);
}

function idsOf(version: Entry): string[] {
  const items = [...version['epics'], ...storiesOf(version)] as Entry[];
  return items.flatMap((item) => [item['id'], ...(item['aliases'] ?? [])]);
}

function unknownIn(text: string): string[] {
  const known = idsOf(roadmap);
  return (text.match(/\b(HUT|PAY)-\d+/g) ?? []).filter((id) => !known.includes(id));
}
