import { canonicalId } from '../ids/canonicalId';
import type { CommitFates } from '../trace/commitLog';
import type { CodeIndex } from './codeIndex';

/** Which IDs the commits name that changed a file. IDs are numbers, so that a plan looks each of them up once and not at each file. */
export interface IdsOfFiles {
  /** In canonical spelling, by number. */
  readonly ids: readonly string[];
  /** Numbers of the IDs that are surely named, that of the newest commit first; undefined: none is. */
  numbersOf(path: string): readonly number[] | undefined;
}

interface Remembered {
  readonly fates: CommitFates;
  readonly version: number;
  readonly ids: IdsOfFiles;
}

const remembered = new WeakMap<CodeIndex, Remembered>();

/** Reverts and what was reverted are left out. Made once for a history. */
export function idsOfFiles(index: CodeIndex, fates: CommitFates): IdsOfFiles {
  const known = remembered.get(index);
  if (known?.fates === fates && known.version === fates.version) {
    return known.ids;
  }
  const ids = findIds(index, fates);
  remembered.set(index, { fates, version: fates.version, ids });
  return ids;
}

function findIds({ history, files }: CodeIndex, fates: CommitFates): IdsOfFiles {
  const numbers = new Map<string, number>();
  const numberOf = (id: string): number => {
    const number = numbers.get(id) ?? numbers.size;
    numbers.set(id, number);
    return number;
  };
  const byPath = new Map<string, Set<number>>();
  for (const { commit, code } of history.commits) {
    const named = commit.undoes ? [] : commit.mentions.filter(({ certainty }) => certainty === 'certain');
    if (named.length === 0 || fates.fateOf(commit).state === 'reverted') {
      continue;
    }
    const own = named.map(({ id }) => numberOf(canonicalId(id)));
    for (const { path } of code) {
      if (files.has(path)) {
        const ofPath = byPath.get(path) ?? new Set();
        byPath.set(path, ofPath);
        own.forEach((number) => ofPath.add(number));
      }
    }
  }
  const lists = new Map(Array.from(byPath, ([path, ofPath]) => [path, [...ofPath]]));
  return { ids: [...numbers.keys()], numbersOf: (path) => lists.get(path) };
}
