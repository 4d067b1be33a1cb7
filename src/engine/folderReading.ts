import { setImmediate } from 'node:timers/promises';
import { t } from '../core/words/t';
import { compilePatterns } from '../core/annotations/ownPatterns';
import { createTagSet, type TagSet } from '../core/annotations/tags';
import { createIdFinder, type IdFinder } from '../core/ids/idFinder';
import { vocabularySignature } from '../core/ids/vocabulary';
import type { ReadingStatus } from '../core/report/readingStatus';
import type { Trace } from '../core/trace/trace';
import type { FolderCache } from './cache/folderCache';
import type { EngineOptions } from './engine';
import { History } from './history';
import { MarksMemory, type Recognition } from './marksMemory';
import type { OpenDocuments } from './openDocuments';
import type { ReadingProgress } from './readingProgress';
import { RoadmapFiles } from './roadmapFiles';
import { type SearchFigures, SourceFiles } from './sourceFiles';
import type { Work } from './work';
import { allDone } from './allDone';

/** Reads the roadmaps, files and commits of a folder into a trace, and keeps what can be kept of them. */
export class FolderReading {
  readonly roadmapFiles: RoadmapFiles;
  readonly sourceFiles: SourceFiles;
  readonly history: History;
  readonly timings: { -readonly [K in keyof ReadingStatus['timings']]: number } = {};
  readonly tags: TagSet;
  private readonly own: ReturnType<typeof compilePatterns>;
  private currentFinder: IdFinder;
  private lastFigures: SearchFigures | undefined;
  private isLooking = false;
  private disposed = false;

  constructor(
    folder: string,
    options: EngineOptions,
    private readonly trace: Trace,
    documents: OpenDocuments,
    cache: FolderCache | undefined,
  ) {
    const gitAllowed = options.gitNotAllowed === undefined;
    this.tags = createTagSet(options.tags);
    this.own = compilePatterns(options.patterns ?? []);
    this.currentFinder = createIdFinder(trace.plan.vocabulary);
    this.roadmapFiles = new RoadmapFiles(
      folder,
      { globs: options.roadmapGlobs ?? [], only: options.onlyRoadmaps },
      documents,
    );
    this.sourceFiles = new SourceFiles({
      folder,
      trace,
      documents,
      isRoadmap: (path) => this.roadmapFiles.isRoadmap(path),
      search: { gitAllowed, git: options.git, ripgrepPath: options.ripgrepPath },
      memory: new MarksMemory(cache, JSON.stringify([this.tags.tags, this.own.used])),
      remembers: options.watch === true || cache !== undefined,
    });
    this.history = new History({
      folder,
      trace,
      gitAllowed,
      git: options.git,
      cache,
      unavailableAtFirst: options.gitNotAllowed ?? t('git was not asked yet'),
    });
  }

  get finder(): IdFinder {
    return this.currentFinder;
  }

  /** Of the last search of the whole folder; undefined: there was none yet. */
  get figures(): SearchFigures | undefined {
    return this.lastFigures;
  }

  /** The whole folder is looked through at this moment. */
  get isSearching(): boolean {
    return this.isLooking;
  }

  /** What is wrong with patterns of the settings, one sentence each. */
  get patternProblems(): readonly string[] {
    return this.own.problems;
  }

  /** As {@link SourceFiles.scanOpenNow}. */
  scanOpenNow(path: string): boolean {
    return this.sourceFiles.scanOpenNow(path, this.recognition);
  }

  /** @returns true when the IDs to look for are other ones than before */
  async readRoadmaps(how: 'reread' | 'find', paths: ReadonlySet<string>): Promise<boolean> {
    const began = performance.now();
    if (how === 'find' || !this.roadmapFiles.follow(paths)) {
      await this.roadmapFiles.findAndRead();
    }
    // Reading a roadmap, joining it, and beginning to search take a turn each.
    await setImmediate();
    this.trace.setRoadmaps(this.roadmapFiles.roadmaps);
    this.timings.roadmaps = performance.now() - began;
    const { vocabulary } = this.trace.plan;
    const otherWords = vocabularySignature(vocabulary) !== vocabularySignature(this.finder.vocabulary);
    if (otherWords) {
      this.currentFinder = createIdFinder(vocabulary);
    }
    await setImmediate();
    return otherWords;
  }

  /** @param progress undefined: only what changed is to be read */
  async readSources(work: Work, progress: ReadingProgress | undefined, signal: AbortSignal): Promise<void> {
    const followed =
      !progress && this.lastFigures && (await this.sourceFiles.followPaths(work.paths, this.recognition, signal));
    if (!followed) {
      this.isLooking = true;
      try {
        this.lastFigures = await this.sourceFiles.searchAll(this.recognition, {
          again: work.search === 'again',
          onRead: (read, of) => progress?.filesRead(read, of),
          signal,
        });
      } finally {
        this.isLooking = false;
      }
      this.timings.search = this.lastFigures.searchMs;
      this.timings.read = this.lastFigures.readMs;
    }
  }

  async readHistory(again: boolean, progress: ReadingProgress | undefined, signal: AbortSignal): Promise<void> {
    const began = performance.now();
    await this.history.open(again);
    await this.history.follow(this.finder, { again, onRead: (commits) => progress?.commitsRead(commits), signal });
    this.timings.history = performance.now() - began;
  }

  /** @param onChange told when HEAD or its branch may be another one */
  watchHistory(onChange: () => void): void {
    if (!this.disposed) {
      this.history.watch(onChange);
    }
  }

  forgetEverything(): void {
    this.sourceFiles.forgetAll();
    this.history.forget();
    this.lastFigures = undefined;
  }

  /** @throws the first reason why something cannot be written */
  async save(): Promise<void> {
    await allDone([this.sourceFiles.save(this.recognition), this.history.save()]);
  }

  dispose(): void {
    this.disposed = true;
    this.history.dispose();
  }

  private get recognition(): Recognition {
    return { finder: this.finder, tags: this.tags, patterns: this.own.patterns };
  }
}
