import { holidaysOf } from '../core/planning/holidays';
import type { Facts } from '../core/findings/facts';
import { setImmediate } from 'node:timers/promises';
import { compilePatterns } from '../core/annotations/ownPatterns';
import { createTagSet, type TagSet } from '../core/annotations/tags';
import { createIdFinder, type IdFinder } from '../core/ids/idFinder';
import { vocabularySignature } from '../core/ids/vocabulary';
import { type Day, daysOf } from '../core/model/calendar';
import type { LineTable } from '../core/model/lineTable';
import { createFindings, type Findings } from '../core/findings/evaluation';
import { RULES } from '../core/findings/registry';
import type { ReadingStatus } from '../core/report/readingStatus';
import { readDayRange } from '../core/roadmap/dateWords';
import { Trace, type ReadonlyTrace } from '../core/trace/trace';
import type { Head } from './git/readHead';
import type { Repository } from './git/repository';
import { CacheSaving } from './cache/cacheSaving';
import { branchSource } from './facts/branch';
import { AnnotationAgesSource } from './facts/annotationAges/annotationAgesSource';
import { CodeHistorySource } from './facts/codeHistory/codeHistorySource';
import { FactReading } from './facts/factReading';
import { type FactWish, wantedFacts } from './facts/wantedFacts';
import { NestingSource } from './facts/nestingSource';
import { WorkTreeSource } from './facts/workTree';
import { PlanHistorySource } from './facts/planHistory';
import { FolderCache } from './cache/folderCache';
import { FindingsUpdate } from './findingsUpdate';
import { allDone } from './allDone';
import { Announcer } from './announcer';
import { History } from './history';
import { MarksMemory } from './marksMemory';
import { OpenDocuments } from './openDocuments';
import { ReadingProgress } from './readingProgress';
import { RoadmapFiles } from './roadmapFiles';
import { planHistoryStatus, roadmapStatus, searchStatus } from './statusParts';
import { MANY_PATHS, SourceFiles, type SearchFigures } from './sourceFiles';
import { isAboutFactsAlone, type Work, WorkQueue } from './work';
import { workOfPaths } from './workOfPaths';

import type { Engine, EngineChange, EngineOptions } from './engine';

/** What an editor shows: findings of all rules, and of each item what its past says of its end. */
const EVERYTHING: FactWish = { facts: ['planHistory'] };

/** The engine of one folder: takes events, works them off batch by batch, and tells its listeners. */
export class FolderEngine implements Engine {
  private readonly mutableTrace = new Trace();
  private readonly documents = new OpenDocuments();
  private readonly roadmapFiles: RoadmapFiles;
  private readonly sourceFiles: SourceFiles;
  private readonly history: History;
  private readonly queue: WorkQueue;
  private readonly announcer: Announcer;
  private readonly tags: TagSet;
  private readonly own: ReturnType<typeof compilePatterns>;
  private readonly findingsUpdate: FindingsUpdate;
  private readonly cache: FolderCache | undefined;
  private readonly facts: FactReading;
  /** Those of the settings. */
  private readonly ownHolidays: ReadonlySet<Day>;
  private readonly planHistory = new PlanHistorySource();
  private readonly saving = new CacheSaving(() =>
    allDone([this.sourceFiles.save(this.recognition), this.history.save(), this.facts.save()]),
  );
  private readonly timings: { -readonly [K in keyof ReadingStatus['timings']]: number } = {};
  readonly findings: Findings;
  readonly roadmapText = (path: string) => this.roadmapFiles.textOf(path);
  readonly roadmapOf = (path: string) => this.roadmapFiles.roadmapOf(path);
  finder: IdFinder;
  private figures: SearchFigures | undefined;
  /** The whole folder is looked through at this moment. */
  private isSearching = false;
  private disposed = false;

  constructor(
    readonly folder: string,
    private readonly options: EngineOptions,
  ) {
    this.announcer = new Announcer('Reading the roadmap', (error) => options.onError?.(error));
    const gitAllowed = options.gitNotAllowed === undefined;
    const cache = options.cacheFolder === undefined ? undefined : new FolderCache(options.cacheFolder, folder);
    this.cache = cache;
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
      memory: new MarksMemory(cache, JSON.stringify([this.tags.tags, this.own.used])),
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
    this.ownHolidays = new Set(options.holidays?.flatMap((text) => daysOf(readDayRange(text))));
    this.findingsUpdate = new FindingsUpdate(this.mutableTrace, this.findings, () => ({
      today: this.today,
      historyKnown: this.history.isComplete,
      holidays: this.ownHolidays,
      facts: this.facts.current,
    }));
    this.facts = new FactReading(
      [
        branchSource,
        new WorkTreeSource(),
        this.planHistory,
        new CodeHistorySource(),
        new NestingSource(() => this.facts.current.codeHistory),
        new AnnotationAgesSource(),
      ],
      () => this.queue.request({ facts: true }),
      (error) => options.onError?.(error),
    );
    this.queue = new WorkQueue(
      (work, signal) => this.perform(work, signal),
      ({ search, paths }) => this.isSearching && (search !== 'none' || paths.size > MANY_PATHS),
      (error) => {
        this.announcer.setBusy(undefined);
        options.onError?.(error);
      },
    );
    this.queue.request({ roadmaps: 'find', search: 'changed', history: 'follow' });
  }

  get busy(): string | undefined {
    return this.announcer.busy;
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

  get holidays(): ReadonlySet<Day> {
    return holidaysOf(this.trace.plan, this.ownHolidays);
  }

  get knownFacts(): Facts {
    return this.facts.current;
  }

  get status(): ReadingStatus {
    return {
      folder: this.folder,
      ...roadmapStatus(this.trace.plan, this.roadmapFiles.notRoadmaps, (path) => this.roadmapText(path)),
      ...searchStatus(this.figures),
      filesWithMarks: this.trace.files.size,
      git: this.history.status,
      codeHistory: this.facts.current.codeHistory?.range,
      planHistory: planHistoryStatus(this.facts.current.planHistory),
      timings: {
        ...this.timings,
        ...(this.planHistory.milliseconds !== undefined && { planHistory: this.planHistory.milliseconds }),
        findings: this.findingsUpdate.milliseconds,
      },
      notes: [
        ...(this.figures?.notes ?? []),
        ...this.history.notes,
        ...this.own.problems,
        ...this.findings.configurationProblems,
        ...this.facts.notes,
        ...this.saving.notes,
      ],
    };
  }

  async idle(): Promise<void> {
    // What becomes known in the background is work for the queue, and that may ask for more of it.
    do {
      await this.queue.idle();
      await this.facts.idle();
    } while (this.queue.isBusy);
  }

  linesOf(path: string): LineTable | undefined {
    return this.roadmapFiles.linesOf(path) ?? this.trace.files.get(path)?.lines;
  }

  onDidChange(listener: (change: EngineChange) => void): () => void {
    return this.announcer.listen(listener);
  }

  changeDocument(path: string, text: string): void {
    if (this.documents.get(path) === text) {
      return;
    }
    this.documents.set(path, text);
    if (this.roadmapFiles.mayBeRoadmap(path)) {
      // It may be a roadmap no more, or not yet, and then it is a source file like any other.
      this.queue.request({ roadmaps: this.roadmapFiles.isFollowed(path) ? 'reread' : 'find', paths: new Set([path]) });
    } else if (
      !this.findingsUpdate.isUnderWay &&
      this.trace.plan.roadmaps.length > 0 &&
      this.sourceFiles.scanOpenNow(path, this.recognition)
    ) {
      this.announcer.tell(this.findingsUpdate.now());
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
    const work = workOfPaths(paths, {
      isRepository: this.repository !== undefined,
      isFollowedRoadmap: (path) => this.roadmapFiles.isFollowed(path),
      mayHoldRoadmap: (path) => this.roadmapFiles.mayHoldRoadmap(path),
    });
    if (work) {
      this.queue.request(work);
    }
  }

  async refresh(): Promise<void> {
    this.queue.request({ roadmaps: 'find', search: 'again', history: 'again' }, true);
    await this.idle();
  }

  saveCache(): Promise<string | undefined> {
    return this.saving.now();
  }

  dispose(): void {
    this.disposed = true;
    this.saving.dispose();
    this.queue.dispose();
    this.facts.dispose();
    this.history.dispose();
    this.announcer.dispose();
  }

  private get recognition() {
    return { finder: this.finder, tags: this.tags, patterns: this.own.patterns };
  }

  private async perform(work: Work, signal: AbortSignal): Promise<void> {
    if (isAboutFactsAlone(work)) {
      this.announcer.tell(await this.findingsUpdate.inTurns());
      if (this.options.watch) {
        this.saving.soon();
      }
      return;
    }
    const otherWords = work.roadmaps !== 'none' && (await this.readRoadmaps(work.roadmaps, work.paths));
    const paths = new Set([...work.paths, ...this.roadmapFiles.takeTurned()]);
    if (this.trace.plan.roadmaps.length === 0) {
      this.forgetEverything();
      this.announcer.tell(this.findingsUpdate.now());
      this.followFacts();
      this.announcer.setBusy(undefined);
      return;
    }
    const first = this.figures === undefined;
    const everything = work.search !== 'none' || otherWords || first;
    const history = work.history === 'none' && (otherWords || first) ? 'follow' : work.history;
    const progress = everything ? new ReadingProgress((words) => this.announcer.setBusy(words)) : undefined;
    try {
      // Both are awaited even if one fails, so that nothing of this batch is still at work when the next begins.
      await allDone([
        this.readSources({ ...work, paths }, progress, signal),
        history === 'none' ? undefined : this.readHistory(history === 'again', progress, signal),
      ]);
      this.announcer.tell({ ...(await this.findingsUpdate.inTurns()), history: history !== 'none' });
      this.followFacts();
    } finally {
      this.announcer.setBusy(undefined);
    }
    if (this.options.watch && everything) {
      this.saving.soon();
    }
  }

  /** @returns true when the IDs to look for are other ones than before */
  private async readRoadmaps(how: 'reread' | 'find', paths: ReadonlySet<string>): Promise<boolean> {
    const began = performance.now();
    if (how === 'find' || !this.roadmapFiles.follow(paths)) {
      await this.roadmapFiles.findAndRead();
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

  private followFacts(): void {
    const { folder, trace, repository, head, cache, today } = this;
    const { files } = this.sourceFiles;
    const { factWish = EVERYTHING, onProgress } = this.options;
    const { names, ...wanted } = wantedFacts(this.findings, factWish);
    const isHistoryBroken = this.history.isBroken;
    this.facts.follow(
      { folder, trace, repository, head, files, cache, today, ...wanted, isHistoryBroken, onProgress },
      names,
    );
  }

  /** Without a roadmap nothing is looked for, so nothing is known either. */
  private forgetEverything(): void {
    this.sourceFiles.forgetAll();
    this.history.forget();
    this.figures = undefined;
  }
}
