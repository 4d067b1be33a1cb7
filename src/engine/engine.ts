import type { TagSet, TagWish } from '../core/annotations/tags';
import type { RuleConfiguration } from '../core/findings/configuration';
import type { Survey } from '../core/drafting/survey';
import type { Findings } from '../core/findings/evaluation';
import type { Facts } from '../core/findings/facts';
import type { IdFinder } from '../core/ids/idFinder';
import type { Day } from '../core/model/calendar';
import type { LineTable } from '../core/model/lineTable';
import type { Roadmap } from '../core/model/roadmap';
import type { ReadingStatus } from '../core/report/readingStatus';
import type { ReadonlyTrace } from '../core/trace/trace';
import type { FactWish } from './facts/wantedFacts';
import { FolderEngine } from './folderEngine';
import type { GitOptions } from './git/gitProgram';
import type { Head } from './git/readHead';
import type { Repository } from './git/repository';
import type { SurveyHow } from './survey/surveyFolder';

export interface EngineOptions {
  /** undefined: git may be used. Otherwise one sentence that says why no process may be started. */
  readonly gitNotAllowed?: string | undefined;
  /** Where git is, and for how long it may be silent; undefined: the first on PATH, and the usual time. */
  readonly git?: GitOptions | undefined;
  /** Globs of roadmap files beside those at the usual places. */
  readonly roadmapGlobs?: readonly string[];
  /** Absolute paths of roadmap files: these and no others. */
  readonly onlyRoadmaps?: readonly string[] | undefined;
  /** Words that count as a tag, see `createTagSet`; undefined: the usual ones. */
  readonly tags?: readonly (string | TagWish)[] | undefined;
  /** Patterns with the named group `id`, see `compilePatterns`; what cannot be used is said in the status. */
  readonly patterns?: readonly string[] | undefined;
  readonly ripgrepPath?: string | undefined;
  /** Absolute path of a folder, for all workspaces, to keep what was read until the next time; undefined: nothing is kept. */
  readonly cacheFolder?: string | undefined;
  readonly rules?: RuleConfiguration;
  /** Days on which nobody works, beside weekends and those that roadmaps name, as people write them; what is no day is left out. */
  readonly holidays?: readonly string[];
  /** Asked at every evaluation, so that a day may begin while the engine lives. */
  readonly today: () => Day;
  /** True: follows the repository by itself until disposed. File events come from outside, see {@link Engine.filesChanged}. */
  readonly watch?: boolean;
  /** Who asks for facts: those that nobody asks for are not read; undefined: all rules, and the outlook of items. */
  readonly factWish?: FactWish | undefined;
  /** Told in words what is being read in the background, where that takes long. */
  readonly onProgress?: ((words: string) => void) | undefined;
  /** Told of what went wrong inside, for a log. The engine goes on. */
  readonly onError?: (error: unknown) => void;
}

/** What became different; listeners ask the engine for the rest. */
export interface EngineChange {
  readonly plan: boolean;
  readonly history: boolean;
  /** Files whose marks or findings are other ones. */
  readonly paths: ReadonlySet<string>;
}

/** Everything known of one folder, kept up to date. */
export interface Engine {
  readonly folder: string;
  readonly trace: ReadonlyTrace;
  readonly findings: Findings;
  readonly status: ReadingStatus;
  readonly head: Head;
  /** undefined: git cannot be used here; {@link ReadingStatus.git} says why. */
  readonly repository: Repository | undefined;
  /** Why {@link repository} is undefined, in a sentence. */
  readonly noRepository: string | undefined;
  readonly finder: IdFinder;
  /** The words that count as a tag. */
  readonly tags: TagSet;
  readonly today: Day;
  /** Days on which nobody works, beside weekends. */
  readonly holidays: ReadonlySet<Day>;
  /** What was read in the background so far. */
  readonly knownFacts: Facts;
  /** What is being done, in words; undefined: nothing. */
  readonly busy: string | undefined;
  /** Resolves when all that was asked for is done. */
  idle(): Promise<void>;
  /** Lines of a file that the trace or a finding speaks of; undefined: nobody speaks of it. */
  linesOf(path: string): LineTable | undefined;
  /** The text of a roadmap file as it was last read; undefined: it is none of this folder. */
  roadmapText(path: string): string | undefined;
  /** What {@link roadmapText} says, which the trace may learn a turn later; undefined also when it is no roadmap. */
  roadmapOf(path: string): Roadmap | undefined;
  /** Calls back after each change until the returned function is called. */
  onDidChange(listener: (change: EngineChange) => void): () => void;
  /** The editor holds this text, which wins over the disk until {@link Engine.closeDocument}. */
  changeDocument(path: string, text: string): void;
  closeDocument(path: string): void;
  /** Files or folders that were made, changed or deleted on disk. */
  filesChanged(paths: Iterable<string>): void;
  /** Reads everything again as if nothing were known. */
  refresh(): Promise<void>;
  /** Looks at what the folder says of its work, for a first roadmap; none is needed. @throws the signal's reason when aborted */
  survey(how: SurveyHow): Promise<Survey>;
  /**
   * Keeps what was read for the next time, if there is a folder for it. An engine that watches does so by itself. Where it
   * cannot be kept, {@link status} says why.
   *
   * @returns the sentence that says why; undefined: it was kept, or there is no folder for it
   */
  saveCache(): Promise<string | undefined>;
  dispose(): void;
}

/**
 * Starts reading a folder and returns at once; {@link Engine.idle} tells when everything is known. Never throws for what
 * it finds in the folder: problems are findings or sentences in the status.
 */
export function openEngine(folder: string, options: EngineOptions): Engine {
  return new FolderEngine(folder, options);
}
