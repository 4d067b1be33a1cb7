/**
 * Builds the past of a plan tersely, as what each version of it changed:
 * `past(on('2026-06-01', { 'PAY-12': { due: '2026-08-03' } }), on('2026-07-01', { 'PAY-12': { due: '2026-08-20' } }))`.
 */
import { historyOfPlan, type PlanVersion } from '../../src/core/planHistory/historyOfPlan';
import type { PlanHistory } from '../../src/core/planHistory/planHistory';
import type { StatedItem } from '../../src/core/planHistory/statedItem';
import type { StatusCategory } from '../../src/core/model/status';
import { days } from './planBuilder';

/** What a version says of an item. A field that is not told stays as it was; `null` takes it away. */
export interface PastFields {
  /** A story unless told. */
  readonly kind?: StatedItem['kind'];
  readonly title?: string;
  readonly status?: StatusCategory | null;
  readonly release?: string | null;
  readonly owner?: string | null;
  /** ID of what it stands under. */
  readonly parent?: string | null;
  readonly start?: string | null;
  /** Of a release its date. */
  readonly due?: string | null;
  readonly freeze?: string | null;
  /** `5`, or `3d`. */
  readonly estimate?: string | null;
  readonly aliases?: readonly string[];
  readonly derivedId?: boolean;
}

interface PastVersion {
  readonly day: string;
  readonly by: string;
  readonly changes: Readonly<Record<string, PastFields | null>>;
}

/**
 * One version of the plan.
 *
 * @param changes what it says of items otherwise than the version before; `null`: it has the item no more
 */
export function on(day: string, changes: PastVersion['changes'], by = 'Maren Hofer'): PastVersion {
  return { day, by, changes };
}

/** The past that the versions make, the oldest first. Each has a commit of its own: {@link pastSha} of its place. */
export function past(...versions: readonly PastVersion[]): PlanHistory {
  const range = { versions: versions.length, isComplete: true };
  return historyOfPlan(planVersions(versions), { range });
}

/** The hash of the commit that brought the version at this place, counted from 0. */
export function pastSha(place: number): string {
  return `${place}a57`.padEnd(40, '0');
}

/** As {@link past}, before any history is made of them. */
export function planVersions(versions: readonly PastVersion[]): PlanVersion[] {
  const items = new Map<string, StatedItem>();
  return versions.map(({ day, by, changes }, place): PlanVersion => {
    for (const [id, fields] of Object.entries(changes)) {
      if (fields) {
        items.set(id, changed(items.get(id) ?? newItem(id), fields));
      } else {
        items.delete(id);
      }
    }
    return {
      moment: { sha: pastSha(place), day: days(day).first, author: by },
      files: new Map([['roadmap.yaml', { items: [...items.values()], isBroken: false }]]),
    };
  });
}

function newItem(id: string): StatedItem {
  return {
    id,
    derivedId: false,
    kind: 'story',
    title: `Title of ${id}`,
    category: undefined,
    release: undefined,
    owner: undefined,
    parent: undefined,
    start: undefined,
    due: undefined,
    freeze: undefined,
    estimate: undefined,
    aliases: [],
    isArchived: false,
  };
}

function changed(item: StatedItem, fields: PastFields): StatedItem {
  const { kind = item.kind, title = item.title, aliases = item.aliases, derivedId = item.derivedId } = fields;
  return {
    ...item,
    kind,
    title,
    aliases,
    derivedId,
    category: told(fields.status, item.category, (text) => text),
    release: told(fields.release, item.release, (text) => text),
    owner: told(fields.owner, item.owner, (text) => text),
    parent: told(fields.parent, item.parent, (text) => text),
    start: told(fields.start, item.start, days),
    due: told(fields.due, item.due, days),
    freeze: told(fields.freeze, item.freeze, days),
    estimate: told(fields.estimate, item.estimate, estimateOf),
  };
}

function told<Text extends string, T>(
  field: Text | null | undefined,
  former: T | undefined,
  read: (text: Text) => T,
): T | undefined {
  return field === undefined ? former : field === null ? undefined : read(field);
}

function estimateOf(text: string): StatedItem['estimate'] {
  return { value: Number.parseFloat(text), unit: text.endsWith('d') ? 'days' : 'points' };
}
