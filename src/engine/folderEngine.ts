import { t } from '../core/words/t';
import { holidaysOf } from '../core/planning/holidays';
import type { Survey } from '../core/drafting/survey';
import type { Facts } from '../core/findings/facts';
import type { TagSet } from '../core/annotations/tags';
import type { IdFinder } from '../core/ids/idFinder';
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
import { FolderReading } from './folderReading';
import { allDone } from './allDone';
import { Announcer } from './announcer';
import { OpenDocuments } from './openDocuments';
import { ReadingProgress } from './readingProgress';
import { planHistoryStatus, roadmapStatus, searchStatus } from './statusParts';
import { MANY_PATHS } from './sourceFiles';
import { type SurveyHow, surveyFolder } from './survey/surveyFolder';
import { isAboutFactsAlone, type Work, WorkQueue } from './work';
import { workOfPaths } from './workOfPaths';

import type { Engine, EngineChange, EngineOptions } from './engine';

/** What an editor shows: findings of all rules, and of each item its past and the files that were touched for it. */
const EVERYTHING: FactWish = { facts: ['planHistory', 'codeHistory'] };

/** The engine of one folder: takes events, works them off batch by batch, and tells its listeners. */
export class FolderEngine implements Engine {
  private readonly mutableTrace = new Trace();
  private readonly documents = new OpenDocuments();
  private readonly reading: FolderReading;
  private readonly queue: WorkQueue;
  private readonly announcer: Announcer;
  private readonly findingsUpdate: FindingsUpdate;
  private readonly cache: FolderCache | undefined;
  private readonly facts: FactReading;
  /** Those of the settings. */
  private readonly ownHolidays: ReadonlySet<Day>;
  private readonly planHistory = new PlanHistorySource();
  private readonly saving = new CacheSaving(() => allDone([this.reading.save(), this.facts.save()]));
  readonly findings: Findings;
  readonly roadmapText = (path: string) => this.reading.roadmapFiles.textOf(path);
  readonly roadmapOf = (path: string) => this.reading.roadmapFiles.roadmapOf(path);

  constructor(
    readonly folder: string,
    private readonly options: EngineOptions,
  ) {
    this.announcer = new Announcer(t('Reading the roadmap'), (error) => options.onError?.(error));
    this.cache = options.cacheFolder === undefined ? undefined : new FolderCache(options.cacheFolder, folder);
    this.reading = new FolderReading(folder, options, this.mutableTrace, this.documents, this.cache);
    this.findings = createFindings(this.trace, RULES, options.rules ?? {});
    this.ownHolidays = new Set(options.holidays?.flatMap((text) => daysOf(readDayRange(text))));
    this.findingsUpdate = new FindingsUpdate(this.mutableTrace, this.findings, () => ({
      today: this.today,
      historyKnown: this.reading.history.isComplete,
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
      ({ search, paths }) => this.reading.isSearching && (search !== 'none' || paths.size > MANY_PATHS),
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

  get tags(): TagSet {
    return this.reading.tags;
  }

  get finder(): IdFinder {
    return this.reading.finder;
  }

  get head(): Head {
    return this.reading.history.head;
  }

  get repository(): Repository | undefined {
    return this.reading.history.openedRepository;
  }

  get noRepository(): string | undefined {
    return this.reading.history.noRepository;
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
    const { figures, history, roadmapFiles, timings, patternProblems } = this.reading;
    return {
      folder: this.folder,
      ...roadmapStatus(this.trace.plan, roadmapFiles.notRoadmaps, (path) => this.roadmapText(path)),
      ...searchStatus(figures),
      filesWithMarks: this.trace.files.size,
      git: history.status,
      codeHistory: this.facts.current.codeHistory?.range,
      planHistory: planHistoryStatus(this.facts.current.planHistory),
      timings: {
        ...timings,
        ...(this.planHistory.milliseconds !== undefined && { planHistory: this.planHistory.milliseconds }),
        findings: this.findingsUpdate.milliseconds,
      },
      notes: [
        ...(figures?.notes ?? []),
        ...history.notes,
        ...patternProblems,
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
    return this.reading.roadmapFiles.linesOf(path) ?? this.trace.files.get(path)?.lines;
  }

  onDidChange(listener: (change: EngineChange) => void): () => void {
    return this.announcer.listen(listener);
  }

  changeDocument(path: string, text: string): void {
    if (this.documents.get(path) === text) {
      return;
    }
    this.documents.set(path, text);
    const { roadmapFiles } = this.reading;
    if (roadmapFiles.mayBeRoadmap(path)) {
      // It may be a roadmap no more, or not yet, and then it is a source file like any other.
      this.queue.request({ roadmaps: roadmapFiles.isFollowed(path) ? 'reread' : 'find', paths: new Set([path]) });
    } else if (
      !this.findingsUpdate.isUnderWay &&
      this.trace.plan.roadmaps.length > 0 &&
      this.reading.scanOpenNow(path)
    ) {
      this.announcer.tell(this.findingsUpdate.now());
    } else {
      this.queue.request({ paths: new Set([path]) });
    }
  }

  closeDocument(path: string): void {
    if (this.documents.delete(path)) {
      this.reading.sourceFiles.closed(path);
      this.filesChanged([path]);
    }
  }

  filesChanged(paths: Iterable<string>): void {
    const { roadmapFiles } = this.reading;
    const work = workOfPaths(paths, {
      isRepository: this.repository !== undefined,
      isFollowedRoadmap: (path) => roadmapFiles.isFollowed(path),
      mayHoldRoadmap: (path) => roadmapFiles.mayHoldRoadmap(path),
    });
    if (work) {
      this.queue.request(work);
    }
  }

  async refresh(): Promise<void> {
    this.queue.request({ roadmaps: 'find', search: 'again', history: 'again' }, true);
    await this.idle();
  }

  survey(how: SurveyHow): Promise<Survey> {
    const { gitNotAllowed, git, ripgrepPath } = this.options;
    const search = { gitAllowed: gitNotAllowed === undefined, git, ripgrepPath };
    return surveyFolder({ folder: this.folder, gitNotAllowed, git, tags: this.tags, search }, how);
  }

  saveCache(): Promise<string | undefined> {
    return this.saving.now();
  }

  dispose(): void {
    this.saving.dispose();
    this.queue.dispose();
    this.facts.dispose();
    this.reading.dispose();
    this.announcer.dispose();
  }

  private async perform(work: Work, signal: AbortSignal): Promise<void> {
    if (isAboutFactsAlone(work)) {
      this.announcer.tell(await this.findingsUpdate.inTurns());
      if (this.options.watch) {
        this.saving.soon();
      }
      return;
    }
    const { reading } = this;
    const otherWords = work.roadmaps !== 'none' && (await reading.readRoadmaps(work.roadmaps, work.paths));
    const paths = new Set([...work.paths, ...reading.roadmapFiles.takeTurned()]);
    if (this.trace.plan.roadmaps.length === 0) {
      // Without a roadmap nothing is looked for, so nothing is known either.
      reading.forgetEverything();
      this.announcer.tell(this.findingsUpdate.now());
      this.followFacts();
      this.announcer.setBusy(undefined);
      return;
    }
    const first = reading.figures === undefined;
    const everything = work.search !== 'none' || otherWords || first;
    const history = work.history === 'none' && (otherWords || first) ? 'follow' : work.history;
    const progress = everything ? new ReadingProgress((words) => this.announcer.setBusy(words)) : undefined;
    try {
      // Both are awaited even if one fails, so that nothing of this batch is still at work when the next begins.
      await allDone([
        reading.readSources({ ...work, paths }, progress, signal),
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

  private async readHistory(again: boolean, progress: ReadingProgress | undefined, signal: AbortSignal): Promise<void> {
    await this.reading.readHistory(again, progress, signal);
    if (this.options.watch) {
      this.reading.watchHistory(() => this.queue.request({ history: 'follow' }));
    }
  }

  private followFacts(): void {
    const { folder, trace, repository, head, cache, today } = this;
    const { files } = this.reading.sourceFiles;
    const { factWish = EVERYTHING, onProgress } = this.options;
    const { names, ...wanted } = wantedFacts(this.findings, factWish);
    const isHistoryBroken = this.reading.history.isBroken;
    this.facts.follow(
      { folder, trace, repository, head, files, cache, today, ...wanted, isHistoryBroken, onProgress },
      names,
    );
  }
}
