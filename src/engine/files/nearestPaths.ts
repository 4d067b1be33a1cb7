import { suggestName } from '../../core/findings/didYouMean';
import type { FileTree } from './fileTree';

/** More of the same name are no help. */
const MOST_PATHS = 5;

/** Files and folders that may be meant by a path that leads nowhere, the likeliest first. */
export function nearestPaths(path: string, tree: FileTree): readonly string[] {
  const wanted = path.replace(/^(?:\.?\/)+|\/+$/g, '');
  const corrected = withoutSlips(wanted, tree);
  const name = wanted.slice(wanted.lastIndexOf('/') + 1).toLowerCase();
  const moved = [...tree.paths()].filter((each) => each.slice(each.lastIndexOf('/') + 1).toLowerCase() === name);
  const byNearness = moved.sort((a, b) => commonParts(b, wanted) - commonParts(a, wanted) || a.length - b.length);
  return [...new Set([...(corrected === undefined ? [] : [corrected]), ...byNearness])].slice(0, MOST_PATHS);
}

/** The path with each part that is not there replaced by one that is nearly so; undefined: nothing comes near. */
function withoutSlips(path: string, tree: FileTree): string | undefined {
  let found = '';
  for (const part of path.split('/')) {
    const names = tree.namesIn(found) ?? [];
    const name = names.includes(part) ? part : nearName(part, names);
    if (name === undefined) {
      return undefined;
    }
    found = found === '' ? name : `${found}/${name}`;
  }
  return found;
}

/** Also where only the extension is another one. */
function nearName(part: string, names: readonly string[]): string | undefined {
  const bare = (name: string) => name.replace(/(?<=.)\.[^.]*$/, '').toLowerCase();
  const sameButExtension = names.filter((name) => bare(name) === bare(part));
  return suggestName(part, names) ?? (sameButExtension.length === 1 ? sameButExtension[0] : undefined);
}

function commonParts(a: string, b: string): number {
  const parts = new Set(b.split('/'));
  return a.split('/').filter((part) => parts.has(part)).length;
}
