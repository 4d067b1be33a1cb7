import type { Item, Named, WorkItem } from '../../model/roadmap';
import { isWork } from '../items';
import type { FieldText } from '../roadmapEdit';
import type { Scene } from '../scene';
import { deletion, insertion, type TextChange } from '../textChange';
import type { Ways } from '../writer';
import { waysToAddField } from './addField';
import { cellChange, type FieldPlace, placeOf, waysToRemove } from './fieldPlaces';
import { type ItemLayout, layoutOf } from './itemLayout';
import { waysToSetStatus } from './status';
import { waysToNoteBelow } from './noteBelow';
import { waysToRetitle } from './title';
import { valueInPlaceOf, valueText } from './values';

/** Ways to change a field where it is written, to write it where the file's other items have it, or to take it away. */
export function* waysToSetField(scene: Scene, item: Item, field: string, value: FieldText | undefined): Ways {
  const layout = layoutOf(scene, item);
  const { text } = scene;
  const place = placeOf(text, item, layout, field);
  if (field === 'status') {
    yield* waysToSetStatus(scene, item, layout, place, typeof value === 'string' ? value : value?.[0]);
  } else if (field === 'title' && typeof value === 'string') {
    yield* waysToRetitle(text, item, layout, value);
  } else if (value === undefined || value.length === 0) {
    yield* place ? waysToTakeAway(scene, item, layout, field, place) : [];
  } else if (place) {
    yield* waysToChange(scene, item, layout, field, place, value);
  } else {
    yield* field === 'acceptance' ? [] : waysToAddField(scene, item, layout, field, value);
    yield* waysToNoteBelow(scene, item, layout, field, value);
  }
}

/** All of a list's words, also those that stand by themselves. */
function* waysToTakeAway(scene: Scene, item: Item, layout: ItemLayout, field: string, place: FieldPlace): Ways {
  const rest = mentionsOf(scene, item, layout, field)
    .filter(({ value }) => value.start !== place.value.start)
    .flatMap((each) => [...waysToRemove(scene.text, layout, each)][0] ?? []);
  for (const way of waysToRemove(scene.text, layout, place)) {
    yield [...way, ...rest];
  }
}

function* waysToChange(
  scene: Scene,
  item: Item,
  layout: ItemLayout,
  field: string,
  place: FieldPlace,
  value: FieldText,
): Ways {
  const { text } = scene;
  if (typeof value !== 'string') {
    yield* waysToChangeList(scene, item, layout, field, place, value);
  }
  for (const next of new Set([valueInPlaceOf(text, field, value, place), valueText(value)])) {
    if (place.kind === 'cell') {
      yield [cellChange(text, place.cell, next.replaceAll('|', '\\|'))];
    } else {
      yield [{ span: place.value, text: next }];
    }
    if (place.kind === 'pair' && place.entry.start === place.value.start) {
      // `(5pt)` says by itself what it is; what takes its place may not.
      yield [{ span: place.entry, text: `${field}: ${next}` }];
    }
  }
  for (const removal of waysToTakeAway(scene, item, layout, field, place)) {
    for (const addition of waysToAddField(scene, item, layout, field, value)) {
      if (!overlap(removal, addition)) {
        yield [...removal, ...addition];
      }
    }
  }
}

function overlap(some: readonly TextChange[], others: readonly TextChange[]): boolean {
  return some.some((a) => others.some((b) => a.span.start < b.span.end && b.span.start < a.span.end));
}

/** Words that stay are left as they are. */
function* waysToChangeList(
  scene: Scene,
  item: Item,
  layout: ItemLayout,
  field: string,
  place: FieldPlace,
  value: readonly string[],
): Ways {
  const { text } = scene;
  const names = isWork(item) ? listOf(item, field) : [];
  const last = names.at(-1);
  const added = value.filter((word) => !names.some(({ name }) => name === word));
  const gone = names.filter(({ name }) => !value.includes(name));
  if (place.kind === 'mention' || mentionsOf(scene, item, layout, field).length > 0) {
    const removals = mentionsOf(scene, item, layout, field)
      .filter((each) => gone.some(({ span }) => span.start === each.value.start))
      .flatMap((each) => [...waysToRemove(text, layout, each)][0] ?? []);
    const more = added.map((word) => ` #${word}`).join('');
    yield [...removals, ...(more && last ? [insertion(last.span.end, more)] : [])];
  } else if (gone.length === 0 && last) {
    yield [insertion(last.span.end, added.map((word) => `, ${word}`).join(''))];
  } else if (added.length === 0) {
    yield gone.map(({ span }) => withComma(text, span, place.value.end));
  }
}

function withComma(text: string, { start, end }: Named['span'], limit: number): TextChange {
  const behind = /^\s*,\s*/.exec(text.slice(end, limit))?.[0].length;
  const before = /,\s*$/.exec(text.slice(Math.max(0, start - 20), start))?.[0].length ?? 0;
  return behind === undefined ? deletion(start - before, end) : deletion(start, end + behind);
}

/** Words with a sign of their own: `#api #ui`. */
function mentionsOf({ text }: Scene, item: Item, layout: ItemLayout, field: string): FieldPlace[] {
  if (!isWork(item) || field !== 'labels') {
    return [];
  }
  return item.labels.flatMap(({ span }): FieldPlace[] =>
    text.charAt(span.start - 1) === '#' && span.start >= layout.content.start
      ? [{ kind: 'mention', entry: { start: span.start - 1, end: span.end }, value: span }]
      : [],
  );
}

function listOf(item: WorkItem, field: string): readonly Named[] {
  switch (field) {
    case 'labels':
    case 'depends':
    case 'aliases':
    case 'code':
    case 'decisions':
      return item[field];
    default:
      return [];
  }
}
