import path from 'node:path';
import type { ItemFolder, Roadmap } from '../core/model/roadmap';
import { hasSameOrder, inItemOrder } from '../core/roadmap/itemFiles/itemOrder';
import { type FolderConfig, readFolderConfig } from '../core/roadmap/itemFiles/readFolderConfig';
import { readItemFile } from '../core/roadmap/itemFiles/readItemFile';
import { isRoadmapPath } from '../core/roadmap/readRoadmap';
import { placeInFolder } from '../core/roadmap/itemFiles/placeInFolder';
import {
  configIn,
  isConfigOf,
  isFolder,
  isFolderInside,
  isItemPath,
  isMarkdown,
  isUsualItemFolder,
  listItemFolders,
  listItemPaths,
  ROOT_CONFIG,
} from './files/itemFolders';
import { inSlices } from './inSlices';
import type { OpenDocuments } from './openDocuments';
import { type ReadFile, textOf, unreadable } from './readRoadmapText';

const USUAL_BACKLOG = 'backlog';

interface ItemText extends ReadFile {
  /** As which folder's it was read. */
  readonly folder: ItemFolder;
}

/** The folders whose Markdown files are one item each: finds them, reads them, and follows each file by itself. */
export class ItemFiles {
  private folders: readonly ItemFolder[] = [];
  private configs = new Map<string, ReadFile>();
  private files = new Map<string, ItemText>();
  /** undefined: another order is to be made. */
  private sorted: readonly string[] | undefined;

  /** @param usual whether folders are looked for at the usual places too */
  constructor(
    private readonly root: string,
    private readonly documents: OpenDocuments,
    private readonly usual: boolean,
  ) {}

  /** The folders' own settings, then the items: as people ordered them, then by their IDs. */
  get roadmaps(): Roadmap[] {
    this.sorted ??= inItemOrder([...this.files.values()].flatMap(({ roadmap }) => roadmap ?? [])).map(
      (each) => each.path,
    );
    const files = this.sorted.map((each) => this.files.get(each));
    return [...this.configs.values(), ...files].flatMap((file) => file?.roadmap ?? []);
  }

  get paths(): string[] {
    return [...this.configs.keys(), ...this.files.keys()].filter((each) => this.get(each)?.roadmap);
  }

  /** undefined: it was not read, since it lies elsewhere. */
  get(relativePath: string): ReadFile | undefined {
    return this.files.get(relativePath) ?? this.configs.get(relativePath);
  }

  /** True for a file that is read by itself when it changes, and for one that would be if it appeared. */
  isCandidate(relativePath: string): boolean {
    const folder = this.folderOf(relativePath);
    return folder !== undefined && mayBeItem(relativePath, folder);
  }

  /** True for what makes another search for folders necessary: one of them, what lies at its top, its settings. */
  concernsFolders(relativePath: string): boolean {
    if (this.folders.some(({ path: folder }) => isConfigOf(folder, relativePath) || folder === relativePath)) {
      return true;
    }
    const isInside = this.folderOf(relativePath) !== undefined;
    if (!this.usual || isInside) {
      return isInside && !isMarkdown(relativePath) && isFolder(this.root, relativePath);
    }
    const around = ancestorsOf(relativePath).find(isUsualItemFolder);
    return relativePath === ROOT_CONFIG || around !== undefined;
  }

  /**
   * Looks for the folders and reads all that is in them; texts that did not change are not parsed again.
   *
   * @param named further folders that a person named, relative to the root, or absolute
   */
  async find(named: readonly string[]): Promise<void> {
    const former = { folders: this.folders, files: this.files };
    this.configs = new Map();
    const files = new Map<string, ItemText>();
    this.folders = this.findFolders(named, former.folders);
    for (const folder of this.folders) {
      await inSlices(listItemPaths(this.root, folder.path), (each) => {
        const read =
          this.folderOf(each) === folder && mayBeItem(each, folder)
            ? this.read(each, folder, former.files.get(each))
            : undefined;
        if (read) {
          files.set(each, read);
        }
      });
    }
    this.files = files;
    this.sorted = undefined;
  }

  /** Reads one candidate again, which may have come or gone. */
  follow(relativePath: string): void {
    const folder = this.folderOf(relativePath);
    const former = this.files.get(relativePath);
    const isThere = folder !== undefined && isItemPath(this.root, folder.path, relativePath);
    const next = isThere ? this.read(relativePath, folder, former) : undefined;
    if (next) {
      this.files.set(relativePath, next);
    } else {
      this.files.delete(relativePath);
    }
    if (!hasSameOrder(former?.roadmap, next?.roadmap)) {
      this.sorted = undefined;
    }
  }

  /** The innermost: one folder may lie in another. */
  private folderOf(relativePath: string): ItemFolder | undefined {
    return this.folders
      .filter(({ path: folder }) => relativePath.startsWith(`${folder}/`))
      .reduce<ItemFolder | undefined>(
        (inner, folder) => (inner && inner.path.length > folder.path.length ? inner : folder),
        undefined,
      );
  }

  private findFolders(named: readonly string[], former: readonly ItemFolder[]): ItemFolder[] {
    const rootConfig = this.usual ? this.readConfig(ROOT_CONFIG) : undefined;
    const configured =
      rootConfig?.backlogPrefix === undefined ? undefined : insideRoot(rootConfig.folder ?? USUAL_BACKLOG);
    const isThere = configured !== undefined && isFolderInside(this.root, configured);
    const usual = [...(isThere ? [configured] : []), ...(this.usual ? listItemFolders(this.root) : [])];
    const byPath = new Map<string, ItemFolder>();
    for (const folderPath of [...named, ...usual].filter((each) => each !== '')) {
      if (byPath.has(folderPath)) {
        continue;
      }
      const config = folderPath === configured ? rootConfig : this.readConfig(configIn(this.root, folderPath));
      const folder: ItemFolder = {
        path: folderPath,
        isNamed: named.includes(folderPath),
        backlogPrefix: config?.backlogPrefix,
        statuses: config?.statuses ?? new Map(),
      };
      const same = former.find((each) => isSameFolder(each, folder)) ?? folder;
      byPath.set(folderPath, same);
      if (config) {
        const roadmap = {
          ...config.roadmap,
          itemFile: { folder: same, order: undefined, standing: 'planned' as const },
        };
        this.configs.set(roadmap.path, { readable: true, text: config.text, roadmap, lines: undefined });
      }
    }
    return [...byPath.values()];
  }

  /** undefined: there is no such file, or it says nothing of items. */
  private readConfig(configPath: string | undefined): (FolderConfig & { readonly text: string }) | undefined {
    const result = configPath === undefined ? undefined : textOf(this.root, this.documents, configPath);
    const config = configPath !== undefined && result && 'text' in result && readFolderConfig(configPath, result.text);
    return config ? { ...config, text: result.text } : undefined;
  }

  /** undefined: there is no such file. */
  private read(relativePath: string, folder: ItemFolder, former: ItemText | undefined): ItemText | undefined {
    const result = textOf(this.root, this.documents, relativePath);
    if ('skipped' in result) {
      return isNoItem(result.skipped) ? undefined : { ...unreadable(relativePath, result.skipped, folder), folder };
    }
    if (former?.folder === folder && former.text === result.text) {
      return former;
    }
    const roadmap = readItemFile(relativePath, result.text, folder);
    return { readable: true, text: result.text, roadmap, lines: undefined, folder };
  }
}

function mayBeItem(relativePath: string, folder: ItemFolder): boolean {
  return isMarkdown(relativePath) && !isRoadmapPath(relativePath) && placeInFolder(relativePath, folder) !== undefined;
}

/** There is nothing to read, or nothing that a person wrote. */
function isNoItem(reason: string): boolean {
  return reason === 'vanished' || reason === 'not a file' || reason === 'binary';
}

function isSameFolder(a: ItemFolder, b: ItemFolder): boolean {
  return (
    a.path === b.path &&
    a.isNamed === b.isNamed &&
    a.backlogPrefix === b.backlogPrefix &&
    JSON.stringify([...a.statuses]) === JSON.stringify([...b.statuses])
  );
}

/** A folder as a file of the root names it, relative to the root; undefined: it leads out of it, or is the root. */
function insideRoot(folder: string): string | undefined {
  const normal = path.posix.normalize(folder.replaceAll('\\', '/')).replace(/\/+$/, '');
  return path.posix.isAbsolute(normal) || normal === '.' || normal.split('/')[0] === '..' ? undefined : normal;
}

/** The path itself and the folders that it lies in. */
function ancestorsOf(relativePath: string): string[] {
  const segments = relativePath.split('/');
  return segments.map((_, index) => segments.slice(0, index + 1).join('/'));
}
