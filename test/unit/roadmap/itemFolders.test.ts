import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { ItemFolder } from '../../../src/core/model/roadmap';
import { readFolderConfig } from '../../../src/core/roadmap/itemFiles/readFolderConfig';
import { readItemFile } from '../../../src/core/roadmap/itemFiles/readItemFile';
import { outline } from './outline';

const FOLDERS = join(__dirname, 'itemFolders');

/**
 * Each folder of `itemFolders` with the outline of all its files beside it (`name.outline.txt`); every file says in its text why
 * it is there. `UPDATE_GOLDEN=1` writes the outlines anew: read the difference before you keep it.
 */
describe('reading the folders of test/unit/roadmap/itemFolders', () => {
  for (const name of readdirSync(FOLDERS).filter((each) => statSync(join(FOLDERS, each)).isDirectory())) {
    it(`reads ${name} as its outline says`, () => {
      const golden = join(FOLDERS, `${name}.outline.txt`);
      const actual = outlineOfFolder(name);
      if (process.env['UPDATE_GOLDEN'] === '1') {
        writeFileSync(golden, actual);
      }
      const known = existsSync(golden) ? readFileSync(golden, 'utf8') : '(no outline: run with UPDATE_GOLDEN=1)';
      assert.equal(actual, known);
    });
  }
});

function outlineOfFolder(name: string): string {
  const paths = readdirSync(join(FOLDERS, name), { recursive: true, encoding: 'utf8' })
    .map((path) => `${name}/${path.split(sep).join('/')}`)
    .filter((path) => path.endsWith('.md'))
    .sort();
  const configPath = `${name}/config.yml`;
  const configText = existsSync(join(FOLDERS, configPath)) ? textOf(configPath) : '';
  const config = readFolderConfig(configPath, configText);
  const folder: ItemFolder = {
    path: name,
    isNamed: false,
    backlogPrefix: config?.backlogPrefix,
    statuses: config?.statuses ?? new Map(),
  };
  const settings = config ? `${configPath}\n${outline(configText, config.roadmap)}\n` : '';
  const files = paths.map((path) => `${path}\n${outline(textOf(path), readItemFile(path, textOf(path), folder))}`);
  return `${settings}${files.join('\n')}`;
}

function textOf(path: string): string {
  return readFileSync(join(FOLDERS, path), 'utf8');
}
