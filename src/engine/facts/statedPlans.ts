import { t } from '../../core/words/t';
import { type StatedItem, type StatedPlan, statedPlan } from '../../core/planHistory/statedItem';
import type { Roadmap } from '../../core/model/roadmap';
import { readFolderConfig } from '../../core/roadmap/itemFiles/readFolderConfig';
import { readItemFile } from '../../core/roadmap/itemFiles/readItemFile';
import { RoadmapReading } from '../../core/roadmap/reading/roadmapReading';
import { decodeText } from '../files/readText';
import { type Blob, readBlobs } from '../git/blobs';
import type { Repository } from '../git/repository';
import { inSlices } from '../inSlices';
import type { FactWorld } from './factSource';
import type { PlanText, ReadingMode } from './planRoots';
import { groupDigits } from '../../core/words/count';

/** Nobody writes more by hand; such a version is passed over. */
export const LARGEST_VERSION = 4 * 1024 * 1024;

/** So many are kept for the next run beside those in use: of other branches, and from before a rebase. */
const MOST_SPARE = 2_000;

/** How a remembered plan is written down: what differs from the one before it. */
type PlanRecord = readonly [key: string, isBroken: boolean, same: number, sameAtEnd: number, items: readonly number[]];

/**
 * What versions of roadmap files say, read once each. Items that stay as they are from one version to the next are the same
 * objects.
 */
export class StatedPlans {
  private readonly plans = new Map<string, StatedPlan>();
  private readonly unreadable = new Map<string, 'too large' | 'missing' | 'no text'>();
  private readonly items = new Map<string, StatedItem>();
  private readonly known = new WeakSet<StatedItem>();
  /** How many versions were parsed so far. */
  parsed = 0;

  /** undefined: not read, or it cannot be read. */
  get({ blob, mode }: PlanText): StatedPlan | undefined {
    return this.plans.get(keyOf(blob, mode));
  }

  /** Why some of the versions could not be read, in words, and how many. */
  unreadableOf(texts: readonly PlanText[]): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const blob of new Set(texts.map((text) => text.blob))) {
      const reason = this.unreadable.get(blob);
      if (reason !== undefined) {
        counts.set(reason, (counts.get(reason) ?? 0) + 1);
      }
    }
    return counts;
  }

  /**
   * Reads those that are not known yet, in slices.
   *
   * @param texts the oldest first, so that of a long file only what an edit changed is read
   * @throws the signal's reason when aborted; what was read until then stays known
   */
  async read(
    repository: Repository,
    texts: readonly PlanText[],
    { signal, onProgress }: { readonly signal?: AbortSignal | undefined } & Pick<FactWorld, 'onProgress'>,
  ): Promise<void> {
    const wanted = new Map<string, PlanText>();
    for (const text of texts) {
      const key = keyOf(text.blob, text.mode);
      if (!this.plans.has(key) && !this.unreadable.has(text.blob)) {
        wanted.set(key, text);
      }
    }
    const readings = new Map<string, RoadmapReading>();
    if (wanted.size > 0) {
      onProgress?.(
        wanted.size === 1
          ? t('Reading 1 former version of the roadmap')
          : t('Reading {0} former versions of the roadmap', groupDigits(wanted.size)),
      );
    }
    for (let rest = [...wanted.values()]; rest.length > 0; ) {
      const shas = rest.map(({ blob }) => blob);
      const blobs = await readSome(repository, shas, signal);
      if (blobs.length === 0) {
        rest.forEach(({ blob }) => this.unreadable.set(blob, 'missing'));
        return;
      }
      const part = rest.slice(0, blobs.length);
      await inSlices(this.takeAll(part, blobs, readings), () => undefined, { signal });
      rest = rest.slice(blobs.length);
    }
  }

  private *takeAll(
    texts: readonly PlanText[],
    blobs: readonly Blob[],
    readings: Map<string, RoadmapReading>,
  ): Generator<void> {
    for (const [index, text] of texts.entries()) {
      yield* this.take(text, blobs[index] ?? 'missing', readings);
      yield;
    }
  }

  private *take(text: PlanText, blob: Blob, readings: Map<string, RoadmapReading>): Generator<void> {
    const decoded = typeof blob === 'string' ? undefined : decodeText(blob);
    if (typeof blob === 'string' || !decoded || 'skipped' in decoded) {
      this.unreadable.set(text.blob, typeof blob === 'string' ? blob : 'no text');
      return;
    }
    const roadmap = yield* roadmapOf(text.mode, decoded.text, readings);
    const { items, isBroken } = roadmap ? statedPlan(roadmap) : { items: [], isBroken: false };
    this.plans.set(keyOf(text.blob, text.mode), { isBroken, items: items.map((item) => this.same(item)) });
    this.parsed += 1;
  }

  private same(item: StatedItem): StatedItem {
    if (this.known.has(item)) {
      return item;
    }
    const text = JSON.stringify(item);
    const same = this.items.get(text) ?? item;
    this.items.set(text, same);
    this.known.add(same);
    return same;
  }

  /** Everything, to be kept; the versions in use first. */
  *records(used: readonly PlanText[]): Generator {
    const inUse = new Set(used.map(({ blob, mode }) => keyOf(blob, mode)));
    const spare = [...this.plans.keys()].filter((key) => !inUse.has(key)).slice(-MOST_SPARE);
    const indexes = new Map<StatedItem, number>();
    let before: readonly number[] = [];
    for (const key of [...inUse, ...spare]) {
      const plan = this.plans.get(key);
      if (!plan) {
        continue;
      }
      const added: StatedItem[] = [];
      const items = plan.items.map((item) => {
        const index = indexes.get(item) ?? indexes.size;
        if (index === indexes.size) {
          indexes.set(item, index);
          added.push(item);
        }
        return index;
      });
      const [same, sameAtEnd] = commonEnds(before, items);
      const record: PlanRecord = [key, plan.isBroken, same, sameAtEnd, items.slice(same, items.length - sameAtEnd)];
      yield { record, added };
      before = items;
    }
  }

  /** @param records as {@link records} gave them */
  async restore(records: readonly unknown[]): Promise<void> {
    const items: StatedItem[] = [];
    let before: readonly number[] = [];
    await inSlices(records, (each) => {
      const { record, added } = each as { readonly record: PlanRecord; readonly added: readonly StatedItem[] };
      added.forEach((item) => items.push(this.same(item)));
      const [key, isBroken, same, sameAtEnd, middle] = record;
      before = [...before.slice(0, same), ...middle, ...before.slice(before.length - sameAtEnd)];
      this.plans.set(key, { isBroken, items: before.flatMap((index) => items[index] ?? []) });
    });
  }
}

function keyOf(blob: string, mode: ReadingMode): string {
  return `${blob} ${mode.key}`;
}

function* roadmapOf(
  { path, itemFolder, isConfig }: ReadingMode,
  text: string,
  readings: Map<string, RoadmapReading>,
): Generator<void, Roadmap | undefined> {
  if (isConfig) {
    return readFolderConfig(path, text)?.roadmap;
  }
  if (itemFolder) {
    return readItemFile(path, text, itemFolder);
  }
  const former = readings.get(path);
  // What is given up on the way has changed in place, and can be the beginning of nothing.
  readings.delete(path);
  const reading = former ? yield* former.inSteps(text) : RoadmapReading.of(path, text);
  readings.set(path, reading);
  return reading.roadmap;
}

/** How many entries are the same at the beginning, and how many of the others at the end. */
function commonEnds(a: readonly number[], b: readonly number[]): [number, number] {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) {
    start += 1;
  }
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) {
    end += 1;
  }
  return [start, end];
}

/** So much may be held at once, in bytes. */
const MOST_HELD = 32 * 1024 * 1024;

/** @returns the first of them, as many as may be held at once; at least one, unless git fails */
async function readSome(
  repository: Repository,
  shas: readonly string[],
  signal: AbortSignal | undefined,
): Promise<readonly Blob[]> {
  const blobs: Blob[] = [];
  let held = 0;
  const take = (_sha: string, blob: Blob): boolean => {
    blobs.push(blob);
    held += typeof blob === 'string' ? 0 : blob.length;
    return held < MOST_HELD;
  };
  await readBlobs(repository, shas, take, { largest: LARGEST_VERSION, signal });
  return blobs;
}
