import { openEngine, type EngineChange } from '../engine/engine';
import type { Settings } from '../protocol/settings';
import { type Folder, pathOfUri, relativePath } from './folder';

export interface FolderOptions {
  /** undefined: git may be used; else why not, in one sentence. */
  readonly gitNotAllowed: string | undefined;
  readonly ripgrepPath: string | undefined;
  /** undefined: nothing is kept until the next time. */
  readonly cacheFolder: string | undefined;
  readonly today: () => number;
  readonly onError: (error: unknown) => void;
  readonly onChange: (folder: Folder, change: EngineChange) => void;
}

/** The workspace folders that are open, each with its engine. */
export class Folders {
  private readonly byUri = new Map<string, Folder>();

  constructor(private options: FolderOptions) {}

  get all(): Folder[] {
    return [...this.byUri.values()];
  }

  find(uri: string): Folder | undefined {
    return this.byUri.get(uri);
  }

  /** The innermost folder that holds the file, and the file's path in it; undefined: it belongs to no folder. */
  holding(uri: string): { readonly folder: Folder; readonly path: string } | undefined {
    let found: { folder: Folder; path: string } | undefined;
    for (const folder of this.byUri.values()) {
      const path = relativePath(folder, uri);
      if (path !== undefined && (!found || path.length < found.path.length)) {
        found = { folder, path };
      }
    }
    return found;
  }

  /** @returns undefined for a folder that is not on a disk */
  add(uri: string, name: string, settings: Settings, settingsProblems: readonly string[]): Folder | undefined {
    const path = pathOfUri(uri);
    if (path === undefined) {
      return undefined;
    }
    this.remove(uri);
    const engine = openEngine(path, {
      gitNotAllowed: this.options.gitNotAllowed,
      ripgrepPath: this.options.ripgrepPath,
      cacheFolder: this.options.cacheFolder,
      roadmapGlobs: settings.roadmap.files,
      tags: settings.annotations.tags,
      patterns: settings.annotations.patterns,
      rules: settings.findings,
      holidays: settings.planning.holidays,
      today: this.options.today,
      onError: this.options.onError,
      watch: true,
    });
    const folder: Folder = { uri, name, engine, settings, settingsProblems };
    engine.onDidChange((change) => this.options.onChange(folder, change));
    this.byUri.set(uri, folder);
    return folder;
  }

  remove(uri: string): Folder | undefined {
    const folder = this.byUri.get(uri);
    folder?.engine.dispose();
    this.byUri.delete(uri);
    return folder;
  }

  /** Takes effect for folders added from now on. */
  setOptions(options: Partial<FolderOptions>): void {
    this.options = { ...this.options, ...options };
  }

  dispose(): void {
    for (const uri of this.byUri.keys()) {
      this.remove(uri);
    }
  }
}
