import { existsSync, realpathSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { type KnownFinding, knownFinding } from '../core/findings/compareFindings';
import { makeCommitFolder } from './commitFolder';
import { type EngineOptions, openEngine } from './engine';
import { nameFindingsOf } from './findingTexts';
import { mergeBaseWith } from './git/mergeBase';
import type { Repository } from './git/repository';

/** The findings where a branch left another one, or one sentence that says why they are not known. */
export type FindingsAt = { readonly commit: string; readonly findings: readonly KnownFinding[] } | string;

/**
 * What is found in a folder as it was at the commit at which HEAD left another branch. The same engine looks at the files of
 * that commit in a temporary folder, which is gone afterwards; the work tree is not touched. Without a roadmap at that
 * commit, or without the folder, there are none.
 *
 * @param ref a branch, tag or hash
 * @param options of the engine that looks at the folder as it is now
 */
export async function findingsAtMergeBase(
  repository: Repository,
  ref: string,
  options: EngineOptions,
): Promise<FindingsAt> {
  const base = await mergeBaseWith(repository, ref);
  if ('unknown' in base) {
    return base.unknown;
  }
  const roadmaps = options.onlyRoadmaps?.map((file) => ({ file, inside: pathInside(file, repository.root) }));
  const wanted = roadmaps?.flatMap(({ inside }) => inside ?? []);
  const made = await makeCommitFolder(repository, base.commit, wanted);
  if (typeof made === 'string') {
    return made;
  }
  try {
    const { commit } = base;
    // A roadmap outside of the repository has no past that is known, and is what it is now.
    const onlyRoadmaps = roadmaps?.map(({ file, inside }) => (inside === undefined ? file : join(made.root, inside)));
    const there = onlyRoadmaps?.filter((file) => existsSync(file));
    if (!existsSync(made.folder) || there?.length === 0) {
      return { commit, findings: [] };
    }
    const engine = openEngine(made.folder, { ...options, onlyRoadmaps: there, cacheFolder: undefined });
    try {
      await engine.idle();
      return { commit, findings: nameFindingsOf(engine, engine.findings.all()).map(knownFinding) };
    } finally {
      engine.dispose();
    }
  } finally {
    made.dispose();
  }
}

/** From the repository's top, with `/`; undefined: it lies outside. */
function pathInside(file: string, root: string): string | undefined {
  const path = relative(root, realPath(file));
  const isOutside = isAbsolute(path) || path.split(sep)[0] === '..';
  return isOutside ? undefined : path.split(sep).join('/');
}

/** The repository's top is one without symbolic links. */
function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}
