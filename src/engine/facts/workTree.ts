import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkTree } from '../../core/findings/facts';
import { compileGlob } from '../../core/trace/glob';
import { readNamedPath } from '../../core/trace/namedPath';
import type { Plan } from '../../core/trace/plan';
import { FileTree } from '../files/fileTree';
import { nearestPaths } from '../files/nearestPaths';
import { inSlices } from '../inSlices';
import type { FactSource, FactWorld } from './factSource';

/** After so many at once the answers are found anew. */
const MANY_CHANGES = 100;

/**
 * Which files there are, for the paths that the roadmap names. It takes the listing that the search for annotations made, so
 * nothing is listed for it; what was answered is kept, and brought along when files come and go.
 */
export class WorkTreeSource implements FactSource<'workTree'> {
  readonly name = 'workTree';
  private readonly tree = new FileTree();
  private readonly counts = new Map<string, number>();
  /** What is on disk although it is not listed, as it was when it was asked. */
  private readonly onDisk = new Map<string, boolean>();
  private files: ReadonlySet<string> | undefined;
  private folder = '';
  private current: WorkTree | undefined;
  /** Whether an answer that {@link current} gave would be another one. */
  private isOther = false;

  async follow(
    { folder, trace, files }: FactWorld,
    tell: (fact: WorkTree | undefined) => void,
    signal: AbortSignal,
  ): Promise<void> {
    if (this.files === undefined && !namesPaths(trace.plan)) {
      tell(undefined);
      return;
    }
    this.folder = folder;
    if (files !== this.files) {
      await this.takeFiles(files, signal);
      this.files = files;
    }
    this.lookAgain();
    if (this.current === undefined || this.isOther) {
      this.current = {
        countOf: (text) => this.countOfText(text),
        nearest: (path) => nearestPaths(path, this.tree),
      };
      this.isOther = false;
    }
    tell(this.current);
  }

  private async takeFiles(files: ReadonlySet<string>, signal: AbortSignal): Promise<void> {
    const added: string[] = [];
    const add = (path: string): void => {
      if (!this.tree.has(path)) {
        this.tree.add(path);
        added.push(path);
      }
    };
    try {
      await inSlices(files, add, { signal });
    } finally {
      this.noteChanges(added, 1);
    }
    if (this.tree.size > files.size) {
      const removed = [...this.tree.paths()].filter((path) => !files.has(path));
      removed.forEach((path) => this.tree.remove(path));
      this.noteChanges(removed, -1);
    }
  }

  /** Brings the answers that were given along with files that came or went. */
  private noteChanges(paths: readonly string[], by: 1 | -1): void {
    if (paths.length > MANY_CHANGES) {
      this.isOther ||= this.counts.size > 0;
      this.counts.clear();
      return;
    }
    for (const [glob, count] of paths.length > 0 ? this.counts : []) {
      const matching = paths.filter(compileGlob(glob)).length;
      if (matching > 0) {
        this.counts.set(glob, count + by * matching);
        this.isOther = true;
      }
    }
  }

  /** What is not listed may have come or gone. */
  private lookAgain(): void {
    for (const [path, was] of [...this.onDisk].filter(([each, before]) => this.isOnDisk(each) !== before)) {
      this.onDisk.set(path, !was);
      this.isOther = true;
    }
  }

  private countOfText(text: string): number {
    const named = readNamedPath(text);
    const counts = named.kind === 'inside' ? named.globs.map((glob) => this.countOf(glob)) : [];
    return counts.reduce((sum, count) => sum + count, 0);
  }

  private countOf(glob: string): number {
    const listed = this.countListed(glob) || this.countListed(`${glob}/**`);
    return listed > 0 || !this.isBehindListing(glob) ? listed : 1;
  }

  private countListed(glob: string): number {
    let count = this.counts.get(glob);
    if (count === undefined) {
      count = this.tree.countOf(glob);
      this.counts.set(glob, count);
    }
    return count;
  }

  /**
   * Whether a path, or the folder in which a pattern begins, is there without any listed file: it is ignored, another
   * repository or empty, and nobody has to say more of it.
   */
  private isBehindListing(glob: string): boolean {
    const parts = glob.split('/');
    const wild = parts.findIndex((part) => /[*?]/.test(part));
    const base = parts.slice(0, wild === -1 ? undefined : wild).join('/');
    if (base === '' || this.tree.sizeOf(base) > 0) {
      return false;
    }
    const known = this.onDisk.get(base) ?? this.isOnDisk(base);
    this.onDisk.set(base, known);
    return known;
  }

  private isOnDisk(path: string): boolean {
    try {
      return lstatSync(join(this.folder, path), { throwIfNoEntry: false }) !== undefined;
    } catch {
      // A name that no file can have, or a parent that is no folder.
      return false;
    }
  }
}

function namesPaths({ workItems, risks, roadmaps }: Plan): boolean {
  return (
    workItems.some(({ code, decisions }) => code.length + decisions.length > 0) ||
    risks.some(({ code }) => code.length > 0) ||
    roadmaps.some(({ components }) => components.length > 0)
  );
}
