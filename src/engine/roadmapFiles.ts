import { existsSync } from 'node:fs';
import path from 'node:path';
import picomatch from 'picomatch';
import { LineTable } from '../core/model/lineTable';
import type { ItemFolder, Roadmap } from '../core/model/roadmap';
import { inItemOrder } from '../core/roadmap/itemFiles/itemOrder';
import { readItemFile } from '../core/roadmap/itemFiles/readItemFile';
import { withUniqueIds } from '../core/roadmap/itemFiles/uniqueIds';
import { RoadmapReading } from '../core/roadmap/reading/roadmapReading';
import { isRoadmapPath } from '../core/roadmap/readRoadmap';
import { isFolder, isFolderInside, isMarkdown } from './files/itemFolders';
import { listRoadmapFiles } from './files/roadmapCandidates';
import { ItemFiles } from './itemFiles';
import type { OpenDocuments } from './openDocuments';
import { type ReadFile, textOf, unreadable } from './readRoadmapText';

export interface RoadmapFilesOptions {
  /** Globs of files, and folders of item files, beside those at the usual places. */
  readonly globs: readonly string[];
  /** Absolute paths of files, and of folders of item files: these and no others. undefined: look for them. */
  readonly only: readonly string[] | undefined;
}

/**
 * The roadmap files of one folder: finds them, reads them, and knows their lines. A file that did not change is not parsed
 * again, and where it is known which files changed, no other is looked at.
 */
export class RoadmapFiles {
  private files = new Map<string, ReadFile>();
  private readonly items: ItemFiles;
  private readonly globs: readonly GlobOfFiles[];
  /** The folders that any of the files lie in; undefined: other files were found since. */
  private folders: ReadonlySet<string> | undefined;
  /** Files that became roadmaps, or are none any more, since this was last asked for. */
  private turned = new Set<string>();

  constructor(
    private readonly folder: string,
    private readonly options: RoadmapFilesOptions,
    private readonly documents: OpenDocuments,
  ) {
    this.items = new ItemFiles(folder, documents, options.only === undefined);
    this.globs = options.globs.map(globOfFiles);
  }

  get roadmaps(): readonly Roadmap[] {
    const files = [...this.files.values()].flatMap((file) => file.roadmap ?? []);
    const named = inItemOrder(files.filter(({ itemFile }) => itemFile));
    return withUniqueIds([...files.filter(({ itemFile }) => !itemFile), ...named, ...this.items.roadmaps]);
  }

  /** Files of the usual names that are something else. */
  get notRoadmaps(): string[] {
    return [...this.files].filter(([, file]) => !file.roadmap).map(([name]) => name);
  }

  /** True for a file whose change or going costs no more than reading it: see {@link follow}. */
  isFollowed(relativePath: string): boolean {
    return this.files.has(relativePath) || this.items.isCandidate(relativePath);
  }

  /** True for a file that was read as a roadmap, and for one that would be if it appeared. */
  mayBeRoadmap(relativePath: string): boolean {
    return this.isFollowed(relativePath) || this.isSoughtPath(relativePath) || this.items.concernsFolders(relativePath);
  }

  /** True also for a folder that such a file lies in, or could lie in: folders are made, renamed and deleted as one. */
  mayHoldRoadmap(relativePath: string): boolean {
    this.folders ??= foldersOf([...this.files.keys(), ...this.items.paths]);
    return (
      this.mayBeRoadmap(relativePath) ||
      this.isSoughtPath(`${relativePath}/roadmap.yaml`) ||
      this.folders.has(relativePath)
    );
  }

  /** True for a file that is a roadmap: it is not scanned for annotations. */
  isRoadmap(relativePath: string): boolean {
    return this.get(relativePath)?.roadmap !== undefined;
  }

  /** Looks for them and reads them. */
  async findAndRead(): Promise<void> {
    const known = this.readPaths();
    const only = this.options.only?.map((file) => this.nameOf(file));
    const isItemFolder = (each: string) => isFolder(this.folder, each);
    const named = only?.filter(isItemFolder) ?? this.namedFolders();
    await this.items.find(named);
    const paths = only?.filter((each) => !isItemFolder(each)) ?? (await this.find());
    const former = this.files;
    this.files = new Map(
      paths
        .filter((each) => this.items.get(each)?.roadmap === undefined)
        .map((relativePath) => [relativePath, this.read(relativePath, former.get(relativePath))]),
    );
    this.folders = undefined;
    this.noteTurned(known, this.readPaths());
  }

  /**
   * Reads those of the files that changed, and no others.
   *
   * @returns false: they must be looked for, since one of them is gone
   */
  follow(paths: Iterable<string>): boolean {
    const followed = [...paths].filter((each) => this.isFollowed(each));
    // An editor may hold the text of a file for a while that is no more.
    const isGone = (each: string) =>
      this.files.has(each) && this.options.only === undefined && !existsSync(path.resolve(this.folder, each));
    if (followed.some(isGone)) {
      return false;
    }
    for (const each of followed) {
      const before = this.isRoadmap(each);
      const known = this.files.get(each);
      if (known) {
        this.files.set(each, this.read(each, known));
      } else {
        this.items.follow(each);
      }
      if (this.isRoadmap(each) !== before) {
        this.turned.add(each);
        this.folders = undefined;
      }
    }
    return true;
  }

  /** The files that became roadmaps, or are none any more, since the last call: they are source files or not. */
  takeTurned(): ReadonlySet<string> {
    const { turned } = this;
    this.turned = new Set();
    return turned;
  }

  /** undefined: not a roadmap of this folder. */
  linesOf(relativePath: string): LineTable | undefined {
    const file = this.get(relativePath);
    if (file) {
      file.lines ??= LineTable.of(file.text);
    }
    return file?.lines;
  }

  /** undefined: not a roadmap of this folder. */
  roadmapOf(relativePath: string): Roadmap | undefined {
    return this.get(relativePath)?.roadmap;
  }

  /** undefined: not a roadmap of this folder, or it cannot be read. */
  textOf(relativePath: string): string | undefined {
    const file = this.get(relativePath);
    return file?.readable ? file.text : undefined;
  }

  private get(relativePath: string): ReadFile | undefined {
    const item = this.items.get(relativePath);
    return this.files.get(relativePath) ?? (item?.roadmap ? item : undefined);
  }

  private readPaths(): Set<string> {
    return new Set([...this.files.keys(), ...this.items.paths].filter((each) => this.isRoadmap(each)));
  }

  private noteTurned(before: ReadonlySet<string>, after: ReadonlySet<string>): void {
    for (const each of before) {
      if (!after.has(each)) {
        this.turned.add(each);
      }
    }
    for (const each of after) {
      if (!before.has(each)) {
        this.turned.add(each);
      }
    }
  }

  private isSoughtPath(relativePath: string): boolean {
    const looked = this.options.only === undefined;
    return looked && (isRoadmapPath(relativePath) || this.globs.some(({ matches }) => matches(relativePath)));
  }

  private find(): Promise<string[]> {
    return listRoadmapFiles(this.folder, isRoadmapPath, this.options.globs);
  }

  /** The folders among the globs: each is one of item files. */
  private namedFolders(): string[] {
    return this.globs.flatMap(({ base, isGlob }) =>
      !isGlob && base !== '' && isFolderInside(this.folder, base) ? [base] : [],
    );
  }

  private nameOf(file: string): string {
    const relative = path.relative(this.folder, file);
    const outside = relative.startsWith('..') || path.isAbsolute(relative);
    return (outside ? file : relative).split(path.sep).join('/');
  }

  private read(relativePath: string, former: ReadFile | undefined): ReadFile {
    const result = textOf(this.folder, this.documents, relativePath);
    if ('skipped' in result) {
      return unreadable(relativePath, result.skipped);
    }
    if (former?.readable && former.text === result.text) {
      return former;
    }
    const { text } = result;
    const item = this.readAsItem(relativePath, text);
    if (item) {
      return { readable: true, text, roadmap: item, lines: undefined };
    }
    const reading = former?.reading?.after(text) ?? RoadmapReading.of(relativePath, text);
    return { readable: true, text, roadmap: reading.roadmap, reading, lines: undefined };
  }

  /** A Markdown file that a person named may be one item; one of a roadmap's own name is always a roadmap. */
  private readAsItem(relativePath: string, text: string): Roadmap | undefined {
    if (!isMarkdown(relativePath) || isRoadmapPath(relativePath)) {
      return undefined;
    }
    const glob = this.globs.find(({ matches }) => matches(relativePath));
    return readItemFile(relativePath, text, glob?.folder ?? namedFolder(path.posix.dirname(relativePath)));
  }
}

/** A glob of the settings. */
interface GlobOfFiles {
  readonly matches: (relativePath: string) => boolean;
  /** What stands before the first sign of a glob; all of it where there is none. */
  readonly base: string;
  readonly isGlob: boolean;
  /** As the files that it matches are read where they turn out to be one item each. */
  readonly folder: ItemFolder;
}

function globOfFiles(glob: string): GlobOfFiles {
  const { base, isGlob } = picomatch.scan(glob.replace(/^\.\//, ''));
  const folder = (isGlob ? base : path.posix.dirname(base)).replace(/\/+$/, '');
  return {
    matches: picomatch(glob, { dot: true }),
    base: base.replace(/\/+$/, ''),
    isGlob,
    folder: namedFolder(folder === '.' ? '' : folder),
  };
}

function namedFolder(folder: string): ItemFolder {
  return { path: folder === '.' ? '' : folder, isNamed: true, backlogPrefix: undefined, statuses: new Map() };
}

function foldersOf(paths: readonly string[]): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const each of paths) {
    for (let at = each.lastIndexOf('/'); at > 0; at = each.lastIndexOf('/', at - 1)) {
      const folder = each.slice(0, at);
      if (folders.has(folder)) {
        break;
      }
      folders.add(folder);
    }
  }
  return folders;
}
