import { createHash } from 'node:crypto';
import { isAbsolute, posix } from 'node:path';
import type { ItemFolder, Roadmap } from '../../core/model/roadmap';
import { formatOf } from '../../core/roadmap/readRoadmap';
import { isConfigOf, isMarkdown } from '../files/itemFolders';

/** A roadmap file, or a folder of files of one item each, as the past is looked for in it. Plain data. */
export interface PlanRoot {
  /** Relative to the repository's root. */
  readonly path: string;
  readonly isFolder: boolean;
  /** Set where its files are one item each; with its path as {@link PlanRoot.path} has it. */
  readonly itemFolder: ItemFolder | undefined;
}

/** How a version of a file is read. */
export interface ReadingMode {
  /** Two with the same one are read alike, whatever their paths. */
  readonly key: string;
  readonly path: string;
  readonly itemFolder: ItemFolder | undefined;
  readonly isConfig: boolean;
}

/** A version of a file to be read. */
export interface PlanText {
  readonly blob: string;
  readonly mode: ReadingMode;
}

/** What a root was before, up to the commit in which it became what it is. Plain data, to be kept. */
export interface PlanOrigin {
  readonly path: string;
  readonly isFolder: boolean;
  /** Path of the root of today. */
  readonly heir: string;
  /** Its files are one item each, as those of the heir. */
  readonly isOfItems: boolean;
  readonly until: string;
}

export function rootOfOrigin({ path, isFolder, heir, isOfItems }: PlanOrigin, roots: readonly PlanRoot[]): PlanRoot {
  const like = isOfItems ? roots.find((root) => root.path === heir)?.itemFolder : undefined;
  const around = posix.dirname(path);
  return { path, isFolder, itemFolder: like && { ...like, path: isFolder ? path : around === '.' ? '' : around } };
}

/**
 * @param prefix of the folder that is open, relative to the repository's root: empty, or with a `/` at its end
 * @returns the roots, and the paths of roadmaps that lie outside of the folder
 */
export function planRootsOf(
  roadmaps: readonly Roadmap[],
  prefix: string,
): { readonly roots: readonly PlanRoot[]; readonly outside: readonly string[] } {
  const roots = new Map<string, PlanRoot>();
  const outside: string[] = [];
  for (const { path, itemFile } of roadmaps) {
    const folder = itemFile?.folder;
    const root = folder && folder.path !== '' ? folder.path : path;
    if (isAbsolute(root)) {
      outside.push(root);
    } else if (!roots.has(root)) {
      roots.set(root, {
        path: prefix + root,
        isFolder: root !== path,
        itemFolder: folder && { ...folder, path: (prefix + folder.path).replace(/\/$/, '') },
      });
    }
  }
  return { roots: [...roots.values()], outside: [...new Set(outside)] };
}

/** The innermost root that a path belongs to; undefined: none. */
export function rootOf(path: string, roots: readonly PlanRoot[]): PlanRoot | undefined {
  const found = roots.filter((root) => (root.isFolder ? path.startsWith(`${root.path}/`) : path === root.path));
  return found.reduce<PlanRoot | undefined>(
    (inner, root) => (inner && inner.path.length >= root.path.length ? inner : root),
    undefined,
  );
}

/** undefined: no item is ever looked for in such a file of a folder. */
export function readingModeOf(path: string, { isFolder, itemFolder }: PlanRoot): ReadingMode | undefined {
  if (!itemFolder) {
    return { key: formatOf(path), path, itemFolder, isConfig: false };
  }
  const isConfig = isConfigOf(itemFolder.path, path);
  if (isFolder && !isConfig && !isMarkdown(path)) {
    return undefined;
  }
  return { key: isConfig ? 'config' : `${signatureOf(itemFolder)} ${path}`, path, itemFolder, isConfig };
}

const signatures = new WeakMap<ItemFolder, string>();

function signatureOf(folder: ItemFolder): string {
  const { path, isNamed, backlogPrefix, statuses } = folder;
  const known = signatures.get(folder);
  const text = JSON.stringify([path, isNamed, backlogPrefix, [...statuses]]);
  const signature = known ?? createHash('sha256').update(text).digest('hex').slice(0, 12);
  signatures.set(folder, signature);
  return signature;
}
