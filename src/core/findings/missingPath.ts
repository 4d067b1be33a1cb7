import { t } from '../words/t';
import { type NamedPath, readNamedPath } from '../trace/namedPath';
import type { Facts, WorkTree } from './facts';
import { didYouMean } from './wording';

/** Why a path of the roadmap leads nowhere: the end of a sentence, and what was plainly meant. */
interface MissingPath {
  readonly message: string;
  readonly suggestion?: string;
}

/**
 * @param text as the roadmap names it
 * @param roadmapPath the file that names it, from which many think that paths begin
 * @returns undefined: it leads somewhere, or nobody knows
 */
export function missingPath(text: string, roadmapPath: string, { workTree }: Facts): MissingPath | undefined {
  const named = readNamedPath(text);
  if (!workTree || named.kind === 'unclear' || leadsSomewhere(text, named, workTree)) {
    return undefined;
  }
  const suggestion = meantPath(named, roadmapPath).find((path) => workTree.countOf(path) > 0);
  return {
    message: reason(named) + didYouMean(suggestion),
    ...(suggestion !== undefined && { suggestion }),
  };
}

/** A name without a folder may stand for a file in any. */
function leadsSomewhere(text: string, named: NamedPath, workTree: WorkTree): boolean {
  return (
    named.kind === 'inside' &&
    (!named.isPlain ||
      workTree.countOf(text) > 0 ||
      named.globs.some((glob) => !glob.includes('/') && workTree.countOf(`**/${glob}`) > 0))
  );
}

function reason(named: NamedPath): string {
  if (named.kind === 'outside') {
    return t('that lies outside of the folder that is open, so nothing is ever found there.');
  }
  return named.kind === 'inside' && named.isPattern
    ? t('no file matches that.')
    : t('there is no such file or folder.');
}

/** As seen from the roadmap's own folder, or from the repository's root with a slash before it. */
function meantPath(named: NamedPath, roadmapPath: string): string[] {
  if (named.kind === 'outside') {
    const fromTop = named.path.replace(/^\/+/, '');
    return [...(named.path.startsWith('/') ? [fromTop] : []), ...fromRoadmap(named.path, roadmapPath)];
  }
  return named.kind === 'inside' ? named.globs.flatMap((glob) => fromRoadmap(glob, roadmapPath)) : [];
}

function fromRoadmap(path: string, roadmapPath: string): string[] {
  const parts = roadmapPath.split('/').slice(0, -1);
  if (parts.length === 0 || /^(?:[/~]|[a-z]:)/i.test(path)) {
    return [];
  }
  for (const part of path.split('/')) {
    if (part === '..' && parts.pop() === undefined) {
      return [];
    }
    if (part !== '..' && part !== '.') {
      parts.push(part);
    }
  }
  return [parts.join('/')];
}
