import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { matchesGlob } from '../../../src/core/trace/glob';
import { FileTree } from '../../../src/engine/files/fileTree';

const name = fc.constantFrom('a', 'b', 'ab', 'a.ts', 'b.md');
const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join('/'));
const part = fc.constantFrom('a', 'b', '**', '*', 'a*', '*.ts', '?', '?b', 'a**', '*b*');
const glob = fc
  .tuple(fc.array(part, { minLength: 1, maxLength: 4 }), fc.boolean())
  .map(([parts, isFolder]) => parts.join('/') + (isFolder ? '/' : ''));

describe('A tree of files', () => {
  it('counts for any glob the files that match it, also after some were removed', () => {
    fc.assert(
      fc.property(fc.uniqueArray(path, { maxLength: 20 }), fc.uniqueArray(path), glob, (paths, gone, pattern) => {
        const tree = new FileTree();
        paths.forEach((each) => tree.add(each));
        for (const each of gone.filter((one) => tree.has(one))) {
          tree.remove(each);
        }
        const left = paths.filter((each) => !gone.includes(each));
        assert.deepEqual([...tree.paths()].sort(), [...left].sort());
        assert.equal(tree.size, left.length);
        assert.equal(tree.countOf(pattern), left.filter((each) => matchesGlob(pattern, each)).length, pattern);
      }),
      { numRuns: 500 },
    );
  });

  it('counts the files of a folder, and none of one that is not there', () => {
    const tree = new FileTree();
    ['src/a.ts', 'src/x/b.ts', 'srcs/c.ts'].forEach((each) => tree.add(each));
    assert.deepEqual(
      ['src', 'src/x', 'src/a.ts', 'none'].map((each) => tree.sizeOf(each)),
      [2, 1, 0, 0],
    );
  });
});
