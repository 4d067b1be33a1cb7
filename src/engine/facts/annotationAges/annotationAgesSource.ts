import { setImmediate } from 'node:timers/promises';
import { t } from '../../../core/words/t';
import {
  type AgedAnnotation,
  type AnnotationAges,
  annotationAges,
  type LineOrigin,
} from '../../../core/codeHistory/annotationAges';
import type { RememberedAges } from '../../cache/folderCache';
import { blame } from '../../git/blame';
import { blobOf, blobsOf } from '../../git/blobsOf';
import type { Repository } from '../../git/repository';
import { decodeText } from '../../files/readText';
import { inSlices } from '../../inSlices';
import type { FactSource, FactWorld } from '../factSource';
import { KeptReadings } from '../keptReadings';
import { committedLines } from './committedLines';
import { annotationsOfOpenItems, type WantedLines, wantedLines } from './wantedLines';
import { counted } from '../../../core/words/count';

/** Each costs a call of git that may take a second where the history is long. */
const MOST_FILES = 300;
/** Of one file; more are written by a program, or are no work for people. */
const MOST_LINES = 100;
/** Files whose committed content is asked for in one call. */
const FILES_AT_ONCE = 50;

/**
 * Reads how old annotations are: of those alone that ask for work on an open item. What git said of a line is kept by the
 * path and content of its file, so only files that changed are asked about again.
 *
 * @implements WAY-30
 */
export class AnnotationAgesSource implements FactSource<'annotationAges'> {
  readonly name = 'annotationAges';
  private readonly known = new KeptReadings<RememberedAges>({
    restore: (cache) => cache.restoreAges(),
    save: (cache, readings) => cache.saveAges(readings),
  });
  private sentences: string[] = [];
  private current: { readonly madeOf: readonly AgedAnnotation[]; readonly ages: AnnotationAges } | undefined;

  async follow(world: FactWorld, tell: (fact: AnnotationAges | undefined) => void, signal: AbortSignal): Promise<void> {
    const { repository, head, trace, folder } = world;
    this.sentences = [];
    if (!repository || head.sha === null) {
      tell(undefined);
      return;
    }
    await this.known.restore(world.cache);
    const all = await annotationsOfOpenItems(trace, signal);
    const files: WantedLines[] = [];
    const digits = head.sha.length;
    await inSlices(
      [...all].slice(0, MOST_FILES),
      ([{ path }, annotations]) => files.push(...[wantedLines(folder, path, annotations, digits) ?? []].flat()),
      { signal },
    );
    if (all.size > MOST_FILES) {
      this.sentences.push(
        t(
          'The age of annotations is known of {0} of the {1} files in which they name an open item.',
          MOST_FILES,
          all.size,
        ),
      );
    }
    const asked = files.filter((file) => this.missingOf(file, head.sha ?? '').length > 0);
    for (let at = 0; at < asked.length; at += FILES_AT_ONCE) {
      world.onProgress?.(t('Reading how old annotations in {0} are', counted(asked.length, 'file')));
      await this.ask(asked.slice(at, at + FILES_AT_ONCE), repository, head.sha, signal);
      await setImmediate();
    }
    tell(this.agesOf(files));
  }

  get notes(): readonly string[] {
    return this.sentences;
  }

  save(): Promise<void> {
    return this.known.save();
  }

  /** Lines of which nothing is known for this content; what was not committed is asked again once HEAD is elsewhere. */
  private missingOf({ path, hash, lines }: WantedLines, head: string): readonly number[] {
    const known = this.known.get(path);
    const few = lines.slice(0, MOST_LINES);
    if (known?.hash !== hash) {
      return few;
    }
    const told = new Set(known.origins.map(([line]) => line));
    const refused = new Set(known.head === head ? known.without : []);
    return few.filter((line) => !told.has(line) && !refused.has(line));
  }

  private async ask(
    files: readonly WantedLines[],
    repository: Repository,
    head: string,
    signal: AbortSignal,
  ): Promise<void> {
    const { prefix } = repository;
    const paths = files.map(({ path }) => prefix + path);
    const blobs = await blobsOf(repository, head, paths, signal);
    for (const file of files) {
      const missing = this.missingOf(file, head);
      const blob = blobs.get(prefix + file.path);
      const places =
        blob === undefined ? new Map<number, number>() : await placesIn(blob, file, missing, repository, signal);
      const origins = await this.originsOf(prefix + file.path, places, repository, head, signal);
      this.note(file, head, missing, origins);
    }
  }

  /** @param places lines of HEAD by the lines of the file */
  private async originsOf(
    path: string,
    places: ReadonlyMap<number, number>,
    repository: Repository,
    head: string,
    signal: AbortSignal,
  ): Promise<ReadonlyMap<number, LineOrigin>> {
    if (places.size === 0) {
      return new Map();
    }
    const result = await blame(repository, { head, path, lines: [...new Set(places.values())], signal });
    if ('failure' in result) {
      this.sentences = [...this.sentences.slice(0, 2), result.failure];
      return new Map();
    }
    return new Map(
      Array.from(places).flatMap(([line, place]) => {
        const origin = result.origins.get(place);
        return origin ? [[line, origin] as const] : [];
      }),
    );
  }

  private note(
    { path, hash }: WantedLines,
    head: string,
    asked: readonly number[],
    origins: ReadonlyMap<number, LineOrigin>,
  ): void {
    const known = this.known.get(path);
    const [former, refused] =
      known?.hash === hash ? [known.origins, known.head === head ? known.without : []] : [[], []];
    this.known.set(path, {
      hash,
      head,
      origins: [...former, ...origins],
      without: [...refused, ...asked.filter((line) => !origins.has(line))],
    });
  }

  /** The same object as before where nothing is another. */
  private agesOf(files: readonly WantedLines[]): AnnotationAges {
    const aged = files.flatMap(({ path, annotations }) => {
      const origins = new Map(this.known.get(path)?.origins);
      return annotations.flatMap(({ annotation, line }): AgedAnnotation[] => {
        const origin = origins.get(line);
        return origin ? [[path, annotation, origin]] : [];
      });
    });
    if (!this.current || !isSame(this.current.madeOf, aged)) {
      this.current = { madeOf: aged, ages: annotationAges(aged) };
    }
    return this.current.ages;
  }
}

/** Lines of the committed content by lines of the file on disk, which may have been changed since. */
async function placesIn(
  blob: string,
  { hash, text }: WantedLines,
  lines: readonly number[],
  repository: Repository,
  signal: AbortSignal,
): Promise<ReadonlyMap<number, number>> {
  if (blob === hash) {
    return new Map(lines.map((line) => [line, line]));
  }
  const committed = decodeText(await blobOf(repository, blob, signal));
  return 'text' in committed ? committedLines(text, committed.text, lines) : new Map();
}

function isSame(a: readonly AgedAnnotation[], b: readonly AgedAnnotation[]): boolean {
  return (
    a.length === b.length &&
    a.every(([path, annotation, origin], index) => {
      const [otherPath, otherAnnotation, otherOrigin] = b[index] ?? [];
      return path === otherPath && annotation === otherAnnotation && origin === otherOrigin;
    })
  );
}
