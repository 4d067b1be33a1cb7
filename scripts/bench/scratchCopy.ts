import { copyFileSync, mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { runGit } from './commands';
import type { Tree } from './tree';

/** A clone that may be written to, of a repository that must not, with the roadmap in it. The caller deletes its folder. */
export function scratchCopy(tree: Tree): Tree {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'waymark-bench-copy-')));
  runGit(folder, ['clone', '-q', '--local', tree.folder, '.']);
  if (tree.roadmap !== undefined) {
    copyFileSync(tree.roadmap, join(folder, `roadmap${extname(tree.roadmap)}`));
  }
  return { ...tree, folder, roadmap: undefined };
}
