import { canonicalId } from '../ids/canonicalId';
import { changedFields } from './changes';
import { createFormerIds } from './formerIds';
import { PlanAtWork } from './planAtWork';
import {
  createPlanHistory,
  type ItemState,
  type LaterId,
  type PlanEvent,
  type PlanHistory,
  type PlanHistoryRange,
  type PlanMoment,
} from './planHistory';
import { renamedItems } from './renames';
import type { StatedItem, StatedPlan } from './statedItem';

/** What one commit made of the roadmap files. */
export interface PlanVersion {
  readonly moment: PlanMoment;
  /** The files that it changed, by path; undefined: the file is there no more. */
  readonly files: ReadonlyMap<string, StatedPlan | undefined>;
}

export interface PastOptions {
  readonly range: Pick<PlanHistoryRange, 'versions' | 'isComplete'>;
  /** The ID of the item of today's plan with this ID or alias; undefined: it has none. */
  readonly idNow?: (id: string) => string | undefined;
}

/** The history that the versions make, the oldest first; at least one. */
export function historyOfPlan(versions: readonly PlanVersion[], options: PastOptions): PlanHistory {
  const steps = replayVersions(versions, options);
  for (;;) {
    const step = steps.next();
    if (step.done) {
      return step.value;
    }
  }
}

/** As {@link historyOfPlan}, with a stop after each version. */
export function* replayVersions(
  versions: readonly PlanVersion[],
  { range, idNow = () => undefined }: PastOptions,
): Generator<void, PlanHistory> {
  const replay = new Replay(createFormerIds(versions, idNow));
  const lastSound = lastSoundVersions(versions);
  for (const [index, version] of versions.entries()) {
    replay.take(version, (path) => (lastSound.get(path) ?? -1) > index);
    yield;
  }
  const days = versions.map(({ moment }) => moment.day);
  const known = { ...range, from: days[0] ?? 0, to: days.at(-1) ?? 0 };
  return createPlanHistory(replay.finish(), known, replay.renamedIds());
}

/** For each file the index of the newest version without mistakes of syntax. */
function lastSoundVersions(versions: readonly PlanVersion[]): ReadonlyMap<string, number> {
  const last = new Map<string, number>();
  for (const [index, { files }] of versions.entries()) {
    for (const [path, stated] of files) {
      if (!stated?.isBroken) {
        last.set(path, index);
      }
    }
  }
  return last;
}

/** What a version says of one file otherwise than the one before. */
interface FileDifference {
  readonly path: string;
  readonly gone: readonly StatedItem[];
  readonly come: readonly StatedItem[];
}

class Replay {
  private readonly files = new Map<string, ReadonlyMap<string, StatedItem>>();
  /** By canonical ID; of items that were told to be others than their ID says. */
  private readonly keys = new Map<string, string>();
  private readonly lastIds = new Map<string, string>();
  private readonly states = new Map<string, ItemState>();
  /** Their IDs are keys until the end. */
  private readonly events: PlanEvent[] = [];
  private readonly plan: PlanAtWork;
  /** By canonical ID: under which key the item goes on, and which version renamed it. */
  private readonly renamed = new Map<string, { readonly key: string; readonly moment: PlanMoment }>();

  constructor(private readonly idOf: (id: string) => string) {
    this.plan = new PlanAtWork((id) => this.keyOf(id));
  }

  /** @param isMended whether a later version of a file is without mistakes of syntax */
  take({ moment, files }: PlanVersion, isMended: (path: string) => boolean): void {
    const differences: FileDifference[] = [];
    for (const [path, stated] of files) {
      const before = this.files.get(path) ?? NOTHING;
      const after = sayingOf(stated, before, isMended(path));
      if (after.size > 0) {
        this.files.set(path, after);
      } else {
        this.files.delete(path);
      }
      const gone = [...before.values()].filter((item) => item !== after.get(item.id));
      const come = [...after.values()].filter((item) => item !== before.get(item.id));
      differences.push({ path, gone, come });
    }
    this.note(this.apply(differences, moment), moment);
  }

  finish(): readonly PlanEvent[] {
    const idOf = (key: string) => this.lastIds.get(key) ?? key;
    const patched = new Map<ItemState, ItemState>();
    const named = (state: ItemState | undefined): ItemState | undefined => {
      if (state?.parent === undefined || idOf(state.parent) === state.parent) {
        return state;
      }
      const known = patched.get(state) ?? { ...state, parent: idOf(state.parent) };
      patched.set(state, known);
      return known;
    };
    return this.events.map(({ id, kind, moment, before, after }) => ({
      id: idOf(id),
      kind,
      moment,
      before: named(before),
      after: named(after),
    }));
  }

  renamedIds(): ReadonlyMap<string, LaterId> {
    return new Map(
      Array.from(this.renamed, ([former, { key, moment }]) => [former, { id: this.lastIds.get(key) ?? key, moment }]),
    );
  }

  private keyOf(id: string): string {
    const now = this.idOf(id);
    return this.keys.get(now) ?? now;
  }

  /** @returns the keys of all items of which something may be another now */
  private apply(differences: readonly FileDifference[], moment: PlanMoment): Set<string> {
    const touched = new Set<string>();
    const touch = (key: string): void => {
      touched.add(key);
      this.plan.relativesOf(key).forEach((each) => touched.add(each));
    };
    const gone = differences.flatMap(({ path, gone: items }) => items.map((item) => ({ path, item })));
    gone.forEach(({ item }) => touch(this.keyOf(item.id)));
    gone.forEach(({ path, item }) => this.plan.withdraw(path, item));
    this.noteRenames(differences, moment);
    const come = differences.flatMap(({ path, come: items }) => items.map((item) => ({ path, item })));
    const keys = come.map(({ path, item }) => {
      const key = this.plan.declare(path, item);
      if (canonicalId(item.id) === this.idOf(item.id)) {
        this.lastIds.set(key, item.id);
      }
      return key;
    });
    keys.forEach(touch);
    return touched;
  }

  private noteRenames(differences: readonly FileDifference[], moment: PlanMoment): void {
    const isNowhere = ({ id }: StatedItem) => this.plan.stated(this.keyOf(id)) === undefined;
    const ids = new Set(differences.flatMap(({ come }) => come.map(({ id }) => this.idOf(id))));
    const gone = differences
      .flatMap((each) => each.gone)
      .filter((item) => isNowhere(item) && !ids.has(this.idOf(item.id)));
    const known = new Set(differences.flatMap((each) => each.gone.map(({ id }) => this.idOf(id))));
    const come = differences
      .flatMap((each) => each.come)
      .filter((item) => isNowhere(item) && !known.has(this.idOf(item.id)));
    for (const [to, from] of renamedItems(gone, come)) {
      const [former, now] = [gone[from], come[to]];
      if (former && now) {
        const key = this.keyOf(former.id);
        this.keys.set(this.idOf(now.id), key);
        this.renamed.set(canonicalId(former.id), { key, moment });
        // Another item may bear the former ID one day.
        this.keys.set(this.idOf(former.id), `${key}\0${this.keys.size}`);
      }
    }
  }

  private note(keys: ReadonlySet<string>, moment: PlanMoment): void {
    for (const key of keys) {
      const before = this.states.get(key);
      const after = this.plan.stateOf(key);
      if (after) {
        this.states.set(key, after);
      } else {
        this.states.delete(key);
      }
      for (const kind of changedFields(before, after)) {
        this.events.push({ id: key, kind, moment, before, after });
      }
    }
  }
}

const NOTHING: ReadonlyMap<string, StatedItem> = new Map();

/**
 * What a version of a file says for good, by ID; what stays as it was is the same object. A broken text that lacks items tells nothing until it is mended; where it never is,
 * what is missing is still there.
 */
function sayingOf(
  stated: StatedPlan | undefined,
  before: ReadonlyMap<string, StatedItem>,
  isMended: boolean,
): ReadonlyMap<string, StatedItem> {
  const items = new Map<string, StatedItem>();
  for (const item of stated?.items ?? []) {
    if (!items.has(item.id)) {
      const former = before.get(item.id);
      items.set(item.id, former && isSame(item, former) ? former : item);
    }
  }
  const missing = stated?.isBroken ? [...before].filter(([id]) => !items.has(id)) : [];
  if (missing.length > 0 && isMended) {
    return before;
  }
  missing.forEach(([id, item]) => items.set(id, item));
  return items;
}

function isSame(a: StatedItem, b: StatedItem): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
