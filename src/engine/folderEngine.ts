import { setImmediate } from 'node:timers/promises';
import { compilePatterns } from '../core/annotations/ownPatterns';
import { createTagSet, type TagSet } from '../core/annotations/tags';
import { createIdFinder, type IdFinder } from '../core/ids/idFinder';
import { vocabularySignature } from '../core/ids/vocabulary';
import type { Day } from '../core/model/calendar';
import type { LineTable } from '../core/model/lineTable';
import { createFindings, type Findings } from '../core/findings/evaluation';
import { RULES } from '../core/findings/registry';
import type { ReadingStatus } from '../core/report/readingStatus';
import { Trace, type ReadonlyTrace } from '../core/trace/trace';
import type { Head } from './git/readHead';
import type { Repository } from './git/repository';
import { CacheSaving } from './cache/cacheSaving';
import { FolderCache } from './cache/folderCache';
import { FindingsUpdate } from './findingsUpdate';
import { History } from './history';
import { OpenDocuments } from './openDocuments';
import { ReadingProgress } from './readingProgress';
import { RoadmapFiles } from './roadmapFiles';
import { MANY_PATHS, SourceFiles, type SearchFigures } from './sourceFiles';
import { type Work, WorkQueue } from './work';

import type { Engine, EngineChange, EngineOptions } from './engine';

/** The engine of one folder: takes events, works them off batch by batch, and tells its listeners. */
export class FolderEngine implements Engine {
  private readonly mutableTrace = new Trace();
  private readonly documents = new OpenDocuments();
  private readonly roadmapFiles: RoadmapFiles;
  private readonly sourceFiles: SourceFiles;
  private readonly history: History;
  private readonly queue: WorkQueue;
  private readonly listeners = new Set<(change: EngineChange) => void>();
  private readonly tags: TagSet;
  private readonly own: ReturnType<typeof compilePatterns>;
  private readonly findingsUpdate: FindingsUpdate;
  private readonly saving = new CacheSaving(() =>
    Promise.all([this.sourceFiles.save(this.recognition), this.history.save()]),
  );
  private readonly timings: { -readonly [K in keyof ReadingStatus['timings']]: number } = {};
  readonly findings: Findings;
  finder: IdFinder;
  /** From the beginning on, so that nobody takes what is not read yet for missing. */
  busy: string | undefined = 'Reading the roadmap';
  private figures: SearchFigures | undefined;
  /** The whole folder is looked through at this moment. */
  private isSearching = false;
  private disposed = false;

  constructor(
    readonly folder: string,
    private readonly options: EngineOptions,
  ) {
    const gitAllowed = options.gitNotAllowed === undefined;
    const cache = options.cacheFolder === undefined ? undefined : new FolderCache(options.cacheFolder, folder);
    this.tags = createTagSet(options.tags);
    this.own = compilePatterns(options.patterns ?? []);
    this.finder = createIdFinder(this.trace.plan.vocabulary);
    this.roadmapFiles = new RoadmapFiles(
      folder,
      { globs: options.roadmapGlobs ?? [], only: options.onlyRoadmaps },
      this.documents,
    );
    this.sourceFiles = new SourceFiles({
      folder,
      trace: this.mutableTrace,
      documents: this.documents,
      isRoadmap: (path) => this.roadmapFiles.isRoadmap(path),
      search: { gitAllowed, git: options.git, ripgrepPath: options.ripgrepPath },
      cache,
      madeWith: JSON.stringify([this.tags.tags, this.own.used]),
      remembers: options.watch === true || cache !== undefined,
    });
    this.history = new History({
      folder,
      trace: this.mutableTrace,
      gitAllowed,
      git: options.git,
      cache,
      unavailableAtFirst: options.gitNotAllowed ?? 'git was not asked yet',
    });
    this.findings = createFindings(this.trace, RULES, options.rules ?? {});
    this.findingsUpdate = new FindingsUpdate(this.mutableTrace, this.findings, () => ({
      today: this.today,
      historyKnown: this.history.isComplete,
    }));
    this.queue = new WorkQueue(
      (work, signal) => this.perform(work, signal),
      ({ search, paths }) => this.isSearching && (search !== 'none' || paths.size > MANY_PATHS),
      (error) => {
        this.setBusy(undefined);
        options.onError?.(error);
      },
    );
    this.queue.request({ roadmaps: 'find', search: 'changed', history: 'follow' });
  }

  get trace(): ReadonlyTrace {
    return this.mutableTrace;
  }

  get head(): Head {
    return this.history.head;
  }

  get repository(): Repository | undefined {
    return this.history.openedRepository;
  }

  get today(): Day {
    return this.options.today();
  }

  get status(): ReadingStatus {
    return {
      folder: this.folder,
      roadmaps: this.trace.plan.roadmaps.map((roadmap) => ({
        path: roadmap.path,
        format: roadmap.format,
        items: this.trace.plan.items.filter((item) => item.path === roadmap.path).length,
        problems: roadmap.problems.length,
      })),
      notRoadmaps: this.roadmapFiles.notRoadmaps,
      searcher: this.figures?.searcher,
      filesSearched: this.figures?.filesSearched ?? 0,
      filesRead: this.figures?.filesRead ?? 0,
      filesWithMarks: this.trace.files.size,
      skipped: this.figures?.skipped ?? [],
      git: this.history.status,
      timings: { ...this.timings, findings: this.findingsUpdate.milliseconds },
      notes: [
        ...(this.figures?.notes ?? []),
        ...this.history.notes,
        ...this.own.problems,
        ...this.findings.configurationProblems,
        ...this.saving.notes,
      ],
    };
  }

  idle(): Promise<void> {
    return this.queue.idle();
  }

  linesOf(path: string): LineTable | undefined {
    return this.roadmapFiles.linesOf(path) ?? this.trace.files.get(path)?.lines;
  }

  roadmapText(path: string): string | undefined {
    return this.roadmapFiles.textOf(path);
  }

  onDidChange(listener: (change: EngineChange) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  changeDocument(path: string, text: string): void {
    if (this.documents.get(path) === text) {
      return;
    }
    this.documents.set(path, text);
    if (this.roadmapFiles.mayBeRoadmap(path)) {
      // It may be a roadmap no more, or not yet, and then it is a source file like any other.
      this.queue.request({ roadmaps: this.roadmapFiles.isRoadmap(path) ? 'reread' : 'find', paths: new Set([path]) });
    } else if (
      !this.findingsUpdate.isUnderWay &&
      this.trace.plan.roadmaps.length > 0 &&
      this.sourceFiles.scanOpenNow(path, this.recognition)
    ) {
      this.tell(this.findingsUpdate.now());
    } else {
      this.queue.request({ paths: new Set([path]) });
    }
  }

  closeDocument(path: string): void {
    if (this.documents.delete(path)) {
      this.sourceFiles.closed(path);
      this.filesChanged([path]);
    }
  }

  filesChanged(paths: Iterable<string>): void {
    const changed = new Set<string>();
    let roadmaps = false;
    let repositoryChanged = false;
    let namesChanged = false;
    for (const path of paths) {
      if (path === '.git' || (this.repository === undefined && path.startsWith('.git/'))) {
        repositoryChanged = true;
      } else if (!path.startsWith('.git/')) {
        namesChanged ||= path === '.mailmap';
        roadmaps ||= this.roadmapFiles.mayHoldRoadmap(path);
        changed.add(path);
      }
    }
    if (changed.size > 0 || repositoryChanged) {
      this.queue.request({
        roadmaps: roadmaps ? 'find' : 'none',
        search: repositoryChanged ? 'changed' : 'none',
        paths: changed,
        history: repositoryChanged ? 'again' : namesChanged ? 'follow' : 'none',
      });
    }
  }

  async refresh(): Promise<void> {
    this.queue.request({ roadmaps: 'find', search: 'again', history: 'again' }, true);
    await this.queue.idle();
  }

  saveCache(): Promise<string | undefined> {
    return this.saving.now();
  }

  dispose(): void {
    this.disposed = true;
    this.saving.dispose();
    this.queue.dispose();
    this.history.dispose();
    this.listeners.clear();
  }

  private get recognition() {
    return { finder: this.finder, tags: this.tags, patterns: this.own.patterns };
  }

  private async perform(work: Work, signal: AbortSignal): Promise<void> {
    const otherWords = work.roadmaps !== 'none' && (await this.readRoadmaps(work.roadmaps));
    if (this.trace.plan.roadmaps.length === 0) {
      this.forgetEverything();
      this.tell(this.findingsUpdate.now());
      this.setBusy(undefined);
      return;
    }
    const first = this.figures === undefined;
    const everything = work.search !== 'none' || otherWords || first;
    const history = work.history === 'none' && (otherWords || first) ? 'follow' : work.history;
    const progress = everything ? new ReadingProgress((words) => this.setBusy(words)) : undefined;
    try {
      // Both are awaited even if one fails, so that nothing of this batch is still at work when the next begins.
      const results = await Promise.allSettled([
        this.readSources(work, progress, signal),
        history === 'none' ? undefined : this.readHistory(history === 'again', progress, signal),
      ]);
      const failed = results.find((result) => result.status === 'rejected');
      if (failed) {
        throw failed.reason;
      }
      this.tell({ ...(await this.findingsUpdate.inTurns()), history: history !== 'none' });
    } finally {
      this.setBusy(undefined);
    }
    if (this.options.watch && everything) {
      this.saving.soon();
    }
  }

  /** @returns true when the IDs to look for are other ones than before */
  private async readRoadmaps(how: 'reread' | 'find'): Promise<boolean> {
    const began = performance.now();
    if (how === 'find') {
      await this.roadmapFiles.findAndRead();
    } else {
      this.roadmapFiles.readAgain();
    }
    // Reading a roadmap, joining it, and beginning to search take a turn each.
    await setImmediate();
    this.mutableTrace.setRoadmaps(this.roadmapFiles.roadmaps);
    this.timings.roadmaps = performance.now() - began;
    const { vocabulary } = this.trace.plan;
    const otherWords = vocabularySignature(vocabulary) !== vocabularySignature(this.finder.vocabulary);
    if (otherWords) {
      this.finder = createIdFinder(vocabulary);
    }
    await setImmediate();
    return otherWords;
  }

  /** @param progress undefined: only what changed is to be read */
  private async readSources(work: Work, progress: ReadingProgress | undefined, signal: AbortSignal): Promise<void> {
    const followed =
      !progress && this.figures && (await this.sourceFiles.followPaths(work.paths, this.recognition, signal));
    if (!followed) {
      this.isSearching = true;
      try {
        this.figures = await this.sourceFiles.searchAll(this.recognition, {
          again: work.search === 'again',
          onRead: (read, of) => progress?.filesRead(read, of),
          signal,
        });
      } finally {
        this.isSearching = false;
      }
      this.timings.search = this.figures.searchMs;
      this.timings.read = this.figures.readMs;
    }
  }

  private async readHistory(again: boolean, progress: ReadingProgress | undefined, signal: AbortSignal): Promise<void> {
    const began = performance.now();
    await this.history.open(again);
    await this.history.follow(this.finder, { again, onRead: (commits) => progress?.commitsRead(commits), signal });
    this.timings.history = performance.now() - began;
    if (this.options.watch && !this.disposed) {
      this.history.watch(() => this.queue.request({ history: 'follow' }));
    }
  }

  /** Without a roadmap nothing is looked for, so nothing is known either. */
  private forgetEverything(): void {
    this.sourceFiles.forgetAll();
    this.history.forget();
    this.figures = undefined;
  }

  private setBusy(words: string | undefined): void {
    if (this.busy !== words) {
      this.busy = words;
      this.tell({ plan: false, history: false, paths: new Set() });
    }
  }

  private tell(change: EngineChange): void {
    for (const listener of this.listeners) {
      try {
        listener(change);
      } catch (error) {
        this.options.onError?.(error);
      }
    }
  }
}
