import assert from 'node:assert/strict';
import { FileTree } from '../../../src/engine/files/fileTree';
import { nearestPaths } from '../../../src/engine/files/nearestPaths';

const FILES = [
  'README.md',
  'docs/adr/0007-refunds.md',
  'docs/adr/0008-ledger.md',
  'src/refunds/api.ts',
  'src/refunds/index.ts',
  'src/ledger/index.ts',
  'web/ledger/index.ts',
];

const CASES: readonly (readonly [path: string, why: string, nearest: readonly string[]])[] = [
  ['docs/adr/0007-refnds.md', 'a slip in its name', ['docs/adr/0007-refunds.md']],
  ['docs/adrs/0007-refunds.md', 'a slip in a folder', ['docs/adr/0007-refunds.md']],
  ['./src/refnds/', 'a folder with a slip', ['src/refunds']],
  ['src/refunds/api.js', 'another extension', ['src/refunds/api.ts']],
  ['decisions/0008-ledger.md', 'a file that was moved', ['docs/adr/0008-ledger.md']],
  [
    'src/book/index.ts',
    'a name that several have, those in common folders first',
    ['src/ledger/index.ts', 'src/refunds/index.ts', 'web/ledger/index.ts'],
  ],
  ['readme.md', 'other letters', ['README.md']],
  ['src/payouts/batch.ts', 'nothing alike', []],
];

describe('Which paths may be meant by one that leads nowhere', () => {
  const tree = new FileTree();
  FILES.forEach((path) => tree.add(path));
  for (const [path, why, nearest] of CASES) {
    it(`tells it of ${why}: ${path}`, () => assert.deepEqual(nearestPaths(path, tree), nearest));
  }
});
