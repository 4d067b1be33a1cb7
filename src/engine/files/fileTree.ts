import { compileGlob } from '../../core/trace/glob';

interface Folder {
  readonly files: Set<string>;
  readonly folders: Map<string, Folder>;
  /** Of files, in it and in all folders below it. */
  count: number;
}

/**
 * Paths of files, by folder: how many files a glob names is told from the folders that it can lead to, so that `src/refunds/**`
 * costs the same in a small project and in a large one.
 */
export class FileTree {
  private readonly root = emptyFolder();

  get size(): number {
    return this.root.count;
  }

  has(path: string): boolean {
    const names = path.split('/');
    const name = names.pop() ?? '';
    return this.folderOf(names)?.files.has(name) ?? false;
  }

  /** How many files there are in a folder and all below it. */
  sizeOf(folder: string): number {
    return this.folderOf(folder.split('/'))?.count ?? 0;
  }

  /** @param path of a file that is not here yet */
  add(path: string): void {
    const names = path.split('/');
    const name = names.pop() ?? '';
    let folder = this.root;
    folder.count++;
    for (const part of names) {
      let next = folder.folders.get(part);
      if (!next) {
        next = emptyFolder();
        folder.folders.set(part, next);
      }
      next.count++;
      folder = next;
    }
    folder.files.add(name);
  }

  /** @param path of a file that is here */
  remove(path: string): void {
    const names = path.split('/');
    const name = names.pop() ?? '';
    let folder: Folder | undefined = this.root;
    folder.count--;
    for (const part of names) {
      const next: Folder | undefined = folder?.folders.get(part);
      if (next && --next.count === 0) {
        folder?.folders.delete(part);
      }
      folder = next;
    }
    folder?.files.delete(name);
  }

  /** Names in a folder, those of folders too; undefined: there is no such folder. */
  namesIn(folder: string): readonly string[] | undefined {
    const found = folder === '' ? this.root : this.folderOf(folder.split('/'));
    return found && [...found.files, ...found.folders.keys()];
  }

  *paths(): Generator<string> {
    yield* pathsIn(this.root, '');
  }

  /** How many files a glob names, as `matchesGlob` reads it. */
  countOf(glob: string): number {
    const parts = (glob.endsWith('/') ? `${glob}**` : glob).split('/');
    if (parts.some((part) => part !== '**' && part.includes('**'))) {
      // Two stars within a name stand for slashes too.
      const matches = compileGlob(glob);
      return [...this.paths()].filter(matches).length;
    }
    return countIn(this.root, new Set([0]), parts.map(stepOf));
  }

  private folderOf(names: readonly string[]): Folder | undefined {
    let folder: Folder | undefined = this.root;
    for (const name of names) {
      folder = folder?.folders.get(name);
    }
    return folder;
  }
}

function emptyFolder(): Folder {
  return { files: new Set(), folders: new Map(), count: 0 };
}

function* pathsIn(folder: Folder, base: string): Generator<string> {
  for (const name of folder.files) {
    yield base + name;
  }
  for (const [name, below] of folder.folders) {
    yield* pathsIn(below, `${base}${name}/`);
  }
}

/** One part of a glob. */
interface Step {
  /** Stands for any folders, or none. */
  readonly isAny: boolean;
  /** The only name that fits; undefined: see {@link fits}. */
  readonly name: string | undefined;
  readonly fits: (name: string) => boolean;
}

function stepOf(part: string): Step {
  return { isAny: part === '**', name: /[*?]/.test(part) ? undefined : part, fits: compileGlob(part) };
}

/** @param reached which steps may be next in this folder */
function countIn(folder: Folder, reached: ReadonlySet<number>, steps: readonly Step[]): number {
  const here = new Set(reached);
  for (const at of here) {
    if (steps[at]?.isAny) {
      if (at === steps.length - 1) {
        return folder.count;
      }
      here.add(at + 1);
    }
  }
  const last = here.has(steps.length - 1) ? steps.at(-1) : undefined;
  let count = last ? namesThatFit(folder.files, last) : 0;
  const inner = [...here].filter((at) => at < steps.length - 1);
  const only = inner.length === 1 ? steps[inner[0] ?? -1]?.name : undefined;
  const below = only === undefined ? folder.folders : [[only, folder.folders.get(only)] as const];
  for (const [name, next] of inner.length > 0 ? below : []) {
    const following = new Set(inner.filter((at) => steps[at]?.isAny || steps[at]?.fits(name)).map(follower(steps)));
    count += next && following.size > 0 ? countIn(next, following, steps) : 0;
  }
  return count;
}

function follower(steps: readonly Step[]): (at: number) => number {
  return (at) => (steps[at]?.isAny ? at : at + 1);
}

function namesThatFit(names: ReadonlySet<string>, { name, fits }: Step): number {
  if (name !== undefined) {
    return names.has(name) ? 1 : 0;
  }
  let count = 0;
  for (const each of names) {
    count += fits(each) ? 1 : 0;
  }
  return count;
}
