import { t } from '../../../words/t';
import type { CodeIndex } from '../../../codeHistory/codeIndex';
import { type IdsOfFiles, idsOfFiles } from '../../../codeHistory/idsOfFiles';
import { canonicalId } from '../../../ids/canonicalId';
import type { Day } from '../../../model/calendar';
import type { Annotation, FileMarks } from '../../../model/marks';
import type { WorkItem } from '../../../model/roadmap';
import { nearTermColumn } from '../../../planning/nearTerm';
import { NONE, statedColumns } from '../../../planning/statedColumns';
import { itemsAt, type Plan } from '../../../trace/plan';
import type { TraceContext } from '../../rule';
import { isWarning } from '../../workTags';
import { groupDigits, listing } from '../../../words/count';

/**
 * The near-term items, see `isNearTerm`, whose commits changed a file, the one of the newest commit first. Reverted
 * commits do not count.
 */
export function nearItemsChanging(path: string, index: CodeIndex, world: World, until: Day): readonly WorkItem[] {
  const places = nearPlacesChanging(path, index, world, until);
  return places.length === 0 ? NO_ITEMS : itemsAt(places, world.plan);
}

/** The same by their places in `plan.workItems`. */
export function nearPlacesChanging(path: string, index: CodeIndex, world: World, until: Day): readonly number[] {
  const { named, placeOf, isNear } = nearWork(index, world, until);
  const numbers = named.numbersOf(path);
  if (!numbers) {
    return NO_PLACES;
  }
  const places: number[] = [];
  for (const number of numbers) {
    const place = placeOf[number] ?? NONE;
    // By an ID and a former one the same item may be named.
    if (isNear[place] === 1 && !places.includes(place)) {
      places.push(place);
    }
  }
  return places;
}

type World = Pick<TraceContext, 'plan' | 'trace'>;

const NO_ITEMS: readonly WorkItem[] = [];
const NO_PLACES: readonly number[] = [];

/** What is asked for one file after the other. */
interface NearWork {
  readonly index: CodeIndex;
  readonly version: number;
  readonly until: Day;
  readonly named: IdsOfFiles;
  /** See {@link placesOf}. */
  readonly placeOf: Int32Array;
  /** See `nearTermColumn`. */
  readonly isNear: Uint8Array;
}

function nearWork(index: CodeIndex, { plan, trace }: World, until: Day): NearWork {
  const { version } = trace;
  const known = latestNear.get(plan);
  if (known?.index === index && known.version === version && known.until === until) {
    return known;
  }
  const named = idsOfFiles(index, trace);
  const near = { index, version, until, named, placeOf: placesOf(named, plan), isNear: nearTermColumn(plan, until) };
  latestNear.set(plan, near);
  return near;
}

const latestNear = new WeakMap<Plan, NearWork>();

/** For each number of an ID the place in `plan.workItems` of what it names: the same for all plans with one frame. */
function placesOf(named: IdsOfFiles, plan: Plan): Int32Array {
  const known = latest.get(plan.frame);
  if (known?.named === named) {
    return known.places;
  }
  const { ownIds } = statedColumns(plan);
  const places = new Int32Array(named.ids.length).fill(NONE);
  named.ids.forEach((id, number) => {
    const place = plan.placeOfWork(id);
    if (place !== undefined && (ownIds[place] === 1 || !isMadeOfTitle(id, plan.workItems[place]))) {
      places[number] = place;
    }
  });
  latest.set(plan.frame, { named, places });
  return places;
}

const latest = new WeakMap<Plan['frame'], { readonly named: IdsOfFiles; readonly places: Int32Array }>();

/** Then it is no name that a commit means. */
function isMadeOfTitle(id: string, item: WorkItem | undefined): boolean {
  return item === undefined || id === canonicalId(item.id);
}

/**
 * Annotations of a file that warn of its code: of something broken, makeshift or dangerous. Those that are planned for other
 * items than the given ones are left alone: they are somebody's work already, or that of a finished item, of which
 * another rule tells.
 */
export function warningsIn(file: FileMarks, items: readonly WorkItem[], { trace }: TraceContext): Annotation[] {
  return file.annotations.filter((annotation) => {
    if (!isWarning(annotation)) {
      return false;
    }
    const planned = trace.itemsOf(file, annotation);
    return planned.length === 0 || planned.some((item) => items.includes(item));
  });
}

/** `1 FIXME and 2 HACKs`. */
export function tagCounts(annotations: readonly Annotation[]): string {
  const counts = new Map<string, number>();
  for (const { tag } of annotations) {
    counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  return listing(
    Array.from(counts, ([tag, number]) => (number === 1 ? t('1 {0}', tag) : t('{0} {1}s', groupDigits(number), tag))),
  );
}
