import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { listRoadmapFiles } from '../../../src/engine/files/roadmapCandidates';
import { withTempFolder, writeFiles } from '../../support/tempRepo';

const isRoadmap = (path: string): boolean => /(?:^|\/)roadmap\.\w+$/i.test(path);

const FILES = {
  'roadmap.yaml': '',
  'other.yaml': '',
  'docs/ROADMAP.md': '',
  '.github/roadmap.json': '',
  'src/roadmap.yaml': '',
  'plans/a b.yaml': '',
  'plans/deep/c.yaml': '',
  'ignored/plan.yaml': '',
  '.gitignore': 'ignored/\n',
};

describe('Looking for roadmap files', () => {
  const cases: readonly (readonly [title: string, globs: string[], more: string[]])[] = [
    ['looks at the usual places alone', [], []],
    ['adds what a glob names', ['plans/**/*.yaml'], ['plans/a b.yaml', 'plans/deep/c.yaml']],
    ['adds a path though git ignores it', ['./ignored/plan.yaml'], ['ignored/plan.yaml']],
    ['leaves out what git ignores from a glob', ['ignored/*.yaml'], []],
    ['leaves out what is not there', ['missing.yaml', 'src'], []],
    ['gives nothing outside of the folder', ['../beside.yaml', 'link-out.yaml', 'link-out/x.yaml'], []],
    ['follows a link that stays inside', ['link-in.yaml'], ['link-in.yaml']],
    ['names a file once', ['roadmap.yaml', '*map.yaml'], []],
  ];
  for (const [title, globs, more] of cases) {
    it(title, () =>
      withTempFolder(async (around) => {
        const folder = join(around, 'folder');
        writeFiles(folder, FILES);
        writeFiles(around, { 'beside.yaml': '', 'x/x.yaml': '' });
        symlinkSync('../beside.yaml', join(folder, 'link-out.yaml'));
        symlinkSync('../x', join(folder, 'link-out'));
        symlinkSync('other.yaml', join(folder, 'link-in.yaml'));
        const found = await listRoadmapFiles(folder, isRoadmap, globs);
        assert.deepEqual(found, ['roadmap.yaml', 'docs/ROADMAP.md', '.github/roadmap.json', ...more]);
      }),
    );
  }

  it('finds nothing in a folder that is not there', async () => {
    assert.deepEqual(await listRoadmapFiles('/nowhere/at/all', isRoadmap, ['*.yaml', 'a.yaml']), []);
  });
});
