import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { folderEntries, isFileOrFolder } from '../../../src/engine/files/folderEntries';
import { withTempRepo } from '../../support/tempRepo';

const names = async (root: string, folder: string) =>
  (await folderEntries(root, folder)).map(({ name, isFolder }) => (isFolder ? `${name}/` : name)).sort();

describe('The entries of a folder', () => {
  it('are its files and folders, without those of git', () =>
    withTempRepo(async ({ path, write }) => {
      write({ 'src/a.ts': '', 'README.md': '' });
      assert.deepEqual(await names(path, ''), ['README.md', 'src/']);
      assert.deepEqual(await names(path, 'src'), ['a.ts']);
      assert.equal(await isFileOrFolder(path, 'src/a.ts'), true);
    }));

  it('are none where there is no folder, and none outside of the root, not through a link either', () =>
    withTempRepo(async ({ path, write }) => {
      write({ 'inner/a.ts': '', 'secret/b.ts': '' });
      const root = join(path, 'inner');
      symlinkSync(join(path, 'secret'), join(root, 'link'));
      for (const folder of ['missing', 'a.ts', '..', '../secret', 'link']) {
        assert.deepEqual(await names(root, folder), [], folder);
      }
      assert.equal(await isFileOrFolder(root, 'link/b.ts'), false);
      assert.equal(await isFileOrFolder(root, 'missing'), false);
    }));
});
