import { t } from '../../words/t';
import type { Item, Roadmap, WorkItem } from '../../model/roadmap';
import type { FieldSpec } from '../../roadmap/fields';
import type { Aim } from '../aim';
import { STATUS_CATEGORIES } from '../../model/status';
import { statusKey } from '../../roadmap/statusNames';
import { findItem, isWork, itemsOf, withDerivedIds, withItems } from '../items';
import { Refusal } from '../refusal';
import type { FieldText } from '../roadmapEdit';
import { type FieldTexts, itemOfFields } from './readFields';

/** What is wanted where one field of an item is set, or taken away (`value` undefined). */
export function aimOfField(roadmap: Roadmap, item: Item, spec: FieldSpec, value: FieldText | undefined): Aim | Refusal {
  if (spec.name === 'title' && value === undefined) {
    if (item.derivedId) {
      return new Refusal(t('{0} has no ID, so its title cannot be taken away.', item.id));
    }
    const named = withItems(roadmap, (each) => (each === item ? { ...each, title: each.id } : each));
    return { wanted: named };
  }
  const read = itemOfFields(roadmap, item.kind, {
    ...identityOf(item),
    ...(value === undefined ? {} : { [spec.name]: value }),
  });
  if (read instanceof Refusal) {
    return read;
  }
  const changed = withProperty(item, read, spec.name);
  const next = withItems(roadmap, (each) => (each === item ? (changed as typeof each) : each));
  const wanted = spec.name === 'title' ? withDerivedIds(next) : next;
  const isRemoval = value === undefined;
  if (roadmap.format === 'markdown') {
    const isStatus = isWork(changed) && spec.type === 'status' && !isRemoval;
    return {
      wanted,
      open: new Map([
        ...(spec.type === 'status' && isWork(item) ? itemsThatInherit(item) : []),
        [item.id, isStatus ? STATUS : isRemoval ? INHERITED : NOTHING],
      ]),
      holds: (found) => {
        const now = findItem(found, idIn(wanted, item));
        return isRemoval ? now?.fields.has(spec.name) === false : !isStatus || isShownAs(changed, now);
      },
    };
  }
  return {
    wanted,
    ...(isRemoval && { open: new Map([[item.id, INHERITED]]) }),
    holds: (found) => findItem(found, idIn(wanted, item))?.fields.has(spec.name) !== isRemoval,
  };
}

/** What states no status of its own is done with the heading above it. */
function itemsThatInherit({ children }: WorkItem): [string, ReadonlySet<string>][] {
  return children.flatMap((child): [string, ReadonlySet<string>][] => [
    [child.id, child.fields.has('status') ? NOTHING : STATUS],
    ...itemsThatInherit(child),
  ]);
}

/** A bare category may be a check box or a sign; a word of the team's own must be there as a word. */
export function isShownAs({ status }: WorkItem, found: Item | undefined): boolean {
  const isSameWord = isWork(found) && found.status && statusKey(found.status.name) === statusKey(status?.name ?? '');
  const isBare = STATUS_CATEGORIES.some((category) => category === status?.name);
  return isWork(found) && found.status?.category === status?.category && (isBare || isSameWord === true);
}

/** A new title gives an item without ID another derived one. */
function idIn(roadmap: Roadmap, item: Item): string {
  return itemsOf(roadmap).find((each) => each.fields === item.fields)?.id ?? item.id;
}

const NOTHING: ReadonlySet<string> = new Set();
const STATUS: ReadonlySet<string> = new Set(['status']);

/** What an item that does not state it may have from the place where it stands. */
export const INHERITED: ReadonlySet<string> = new Set(['release', 'goal', 'status']);

/** What the reading of other fields asks for. */
function identityOf(item: Item): FieldTexts {
  const aliases = isWork(item) ? item.aliases.map((alias) => alias.name) : [];
  return { id: item.id, title: item.title || item.id, ...(aliases.length > 0 && { aliases }) };
}

const PROPERTIES: Readonly<Record<string, keyof WorkItem>> = {
  story: 'description',
  done: 'status',
  accepts: 'verdicts',
  rejects: 'verdicts',
};

function withProperty(item: Item, from: Item, field: string): Item {
  if (isWork(item) && isWork(from)) {
    if (PROPERTIES[field] === 'verdicts') {
      const accepted = field === 'accepts';
      return { ...item, verdicts: [...item.verdicts.filter((each) => each.accepted !== accepted), ...from.verdicts] };
    }
    if (SCORES.has(field)) {
      return { ...item, scores: withScore(item.scores, from.scores, field as keyof WorkItem['scores']) };
    }
  }
  const property = isWork(item) ? (PROPERTIES[field] ?? field) : field;
  return { ...item, [property]: from[property as keyof Item] };
}

const SCORES: ReadonlySet<string> = new Set<keyof WorkItem['scores']>([
  'impact',
  'feedback',
  'feasibility',
  'reach',
  'confidence',
  'effort',
  'value',
  'urgency',
]);

function withScore(
  scores: WorkItem['scores'],
  from: WorkItem['scores'],
  field: keyof WorkItem['scores'],
): WorkItem['scores'] {
  const { [field]: _, ...others } = scores;
  const score = from[field];
  return score === undefined ? others : { ...others, [field]: score };
}
