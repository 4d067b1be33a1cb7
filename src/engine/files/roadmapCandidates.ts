import { readdirSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import picomatch from 'picomatch';
import { folderRules } from './folderRules';
import { listFiles } from './listFiles';

/** The folders besides the root in which roadmaps usually lie. */
const USUAL_FOLDERS = ['', 'docs', '.waymark', '.github'];

/**
 * Finds roadmap files: those at the usual places whose path is a roadmap's, and those that globs from a setting name.
 * A glob without wildcards is a path, which counts even where git ignores it; a glob with them is matched with the files
 * that git does not ignore. Nothing outside of the root is given, not through a symbolic link either.
 *
 * @returns paths relative to the root, separated by `/`; usual places first
 */
export async function listRoadmapFiles(
  root: string,
  isRoadmapPath: (path: string) => boolean,
  globs: readonly string[] = [],
): Promise<string[]> {
  const found = new Set<string>();
  for (const folder of USUAL_FOLDERS) {
    for (const name of namesIn(join(root, folder))) {
      const path = folder === '' ? name : `${folder}/${name}`;
      if (isRoadmapPath(path) && isFileInside(root, path)) {
        found.add(path);
      }
    }
  }
  for (const path of await matchGlobs(root, globs.map(withoutDot))) {
    if (isFileInside(root, path)) {
      found.add(path);
    }
  }
  return [...found];
}

function withoutDot(glob: string): string {
  return glob.replace(/^\.\//, '');
}

async function matchGlobs(root: string, globs: readonly string[]): Promise<string[]> {
  const patterns = globs.filter((glob) => picomatch.scan(glob).isGlob);
  const paths = globs.filter((glob) => !patterns.includes(glob));
  if (patterns.length === 0) {
    return paths;
  }
  const matches = picomatch(patterns, { dot: true });
  const listed = await listAll(root);
  return [...paths, ...listed.filter((path) => matches(path)).sort()];
}

async function listAll(root: string): Promise<string[]> {
  try {
    return [...(await listFiles(folderRules(root))).paths];
  } catch {
    return [];
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

function isFileInside(root: string, path: string): boolean {
  try {
    const real = realpathSync(join(root, path));
    const fromRoot = relative(realpathSync(root), real);
    return !isAbsolute(fromRoot) && fromRoot.split(sep)[0] !== '..' && statSync(real).isFile();
  } catch {
    return false;
  }
}
