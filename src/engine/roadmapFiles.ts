import path from 'node:path';
import picomatch from 'picomatch';
import { LineTable } from '../core/model/lineTable';
import type { Roadmap } from '../core/model/roadmap';
import { RoadmapReading } from '../core/roadmap/reading/roadmapReading';
import { isRoadmapPath } from '../core/roadmap/readRoadmap';
import { readText } from './files/readText';
import { listRoadmapFiles } from './files/roadmapCandidates';
import type { OpenDocuments } from './openDocuments';

export interface RoadmapFilesOptions {
  /** Globs of files beside those at the usual places. */
  readonly globs: readonly string[];
  /** Absolute paths: these and no others. undefined: look for them. */
  readonly only: readonly string[] | undefined;
}

interface ReadFile {
  /** undefined: the file cannot be read as a text. */
  readonly reading: RoadmapReading | undefined;
  /** undefined: it is plainly something else. */
  readonly roadmap: Roadmap | undefined;
  lines: LineTable | undefined;
}

/** The roadmap files of one folder: finds them, reads them, and knows their lines. A file that did not change is not parsed again. */
export class RoadmapFiles {
  private files = new Map<string, ReadFile>();
  private readonly matchesGlob: (relativePath: string) => boolean;

  constructor(
    private readonly folder: string,
    private readonly options: RoadmapFilesOptions,
    private readonly documents: OpenDocuments,
  ) {
    this.matchesGlob = picomatch([...options.globs], { dot: true });
  }

  get roadmaps(): Roadmap[] {
    return [...this.files.values()].flatMap((file) => file.roadmap ?? []);
  }

  /** Files of the usual names that are something else. */
  get notRoadmaps(): string[] {
    return [...this.files].filter(([, file]) => !file.roadmap).map(([name]) => name);
  }

  /** True for a file that was read as a roadmap, and for one that would be if it appeared. */
  mayBeRoadmap(relativePath: string): boolean {
    const looked = this.options.only === undefined;
    return this.files.has(relativePath) || (looked && (isRoadmapPath(relativePath) || this.matchesGlob(relativePath)));
  }

  /** True also for a folder that such a file lies in, or could lie in: folders are made, renamed and deleted as one. */
  mayHoldRoadmap(relativePath: string): boolean {
    return (
      this.mayBeRoadmap(relativePath) ||
      this.mayBeRoadmap(`${relativePath}/roadmap.yaml`) ||
      [...this.files.keys()].some((known) => known.startsWith(`${relativePath}/`))
    );
  }

  /** True for a file that is a roadmap: it is not scanned for annotations. */
  isRoadmap(relativePath: string): boolean {
    return this.files.get(relativePath)?.roadmap !== undefined;
  }

  /** Looks for them and reads them. */
  async findAndRead(): Promise<void> {
    const paths = this.options.only?.map((file) => this.nameOf(file)) ?? (await this.find());
    this.readEach(paths);
  }

  /** Reads those that were found before: what an edit of one of them asks for. */
  readAgain(): void {
    this.readEach([...this.files.keys()]);
  }

  /** undefined: not a roadmap of this folder. */
  linesOf(relativePath: string): LineTable | undefined {
    const file = this.files.get(relativePath);
    if (file) {
      file.lines ??= LineTable.of(file.reading?.text ?? '');
    }
    return file?.lines;
  }

  /** undefined: not a roadmap of this folder, or it cannot be read. */
  textOf(relativePath: string): string | undefined {
    return this.files.get(relativePath)?.reading?.text;
  }

  private readEach(paths: readonly string[]): void {
    const former = this.files;
    this.files = new Map(
      paths.map((relativePath) => [relativePath, this.read(relativePath, former.get(relativePath))]),
    );
  }

  private find(): Promise<string[]> {
    return listRoadmapFiles(this.folder, isRoadmapPath, this.options.globs);
  }

  private nameOf(file: string): string {
    const relative = path.relative(this.folder, file);
    const outside = relative.startsWith('..') || path.isAbsolute(relative);
    return (outside ? file : relative).split(path.sep).join('/');
  }

  private read(relativePath: string, former: ReadFile | undefined): ReadFile {
    const open = this.documents.get(relativePath);
    const result = open === undefined ? readText(path.resolve(this.folder, relativePath)) : { text: open };
    if ('skipped' in result) {
      return { reading: undefined, roadmap: unreadable(relativePath, result.skipped), lines: undefined };
    }
    if (former?.reading?.text === result.text) {
      return former;
    }
    const reading = former?.reading?.after(result.text) ?? RoadmapReading.of(relativePath, result.text);
    return { reading, roadmap: reading.roadmap, lines: undefined };
  }
}

function unreadable(relativePath: string, reason: string): Roadmap {
  const message = `This roadmap could not be read: ${reason}. It must be a text file that you may read.`;
  return {
    path: relativePath,
    format: /\.md$|\.markdown$/i.test(relativePath) ? 'markdown' : /\.json$/i.test(relativePath) ? 'json' : 'yaml',
    product: undefined,
    vision: undefined,
    keys: undefined,
    workflow: new Map(),
    scoring: undefined,
    weights: {},
    team: [],
    goals: [],
    releases: [],
    work: [],
    risks: [],
    problems: [{ code: 'WM101', span: { start: 0, end: 0 }, message }],
  };
}
