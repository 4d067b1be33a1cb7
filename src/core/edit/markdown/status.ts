import type { Item } from '../../model/roadmap';
import type { Span } from '../../model/span';
import type { StatusCategory } from '../../model/status';
import { categoryOfStatus } from '../../roadmap/statusNames';
import { isWork } from '../items';
import type { Scene } from '../scene';
import { deletion, insertion, type TextChange } from '../textChange';
import type { Ways } from '../writer';
import { waysToAddField } from './addField';
import { cellChange, type FieldPlace, placeOf, waysToRemove } from './fieldPlaces';
import { type ItemLayout, layoutOf, neighboursOf } from './itemLayout';
import { SIGN_OF, statusCells, usualSign } from './statusCells';
import { leadChanges, leadOf, withoutLead } from './statusLead';

/**
 * Ways to write a status: the check box where there is one, the sign where the file uses signs, the word where a word stands.
 *
 * @param place where the item states its status itself
 * @param status undefined: it shall state none
 */
export function* waysToSetStatus(
  scene: Scene,
  item: Item,
  layout: ItemLayout,
  place: FieldPlace | undefined,
  status: string | undefined,
): Ways {
  const { text } = scene;
  const lead = leadOf(scene, item, layout);
  if (lead === 'unclear') {
    return;
  }
  if (status === undefined) {
    if (lead) {
      yield [...withoutBox(layout), withoutLead(lead)];
    }
    yield* place ? waysToRemove(text, layout, place) : [];
    return;
  }
  const category = categoryOfStatus(status, scene.roadmap.workflow);
  const isWord = place && ['pair', 'line', 'noted', 'cell'].includes(place.kind) ? place : undefined;
  const leads =
    lead && category ? [...leadChanges(scene, item, lead, status, category, signsOf(scene, item, category))] : [];
  if (isWord) {
    yield* waysToReword(scene, item, layout, isWord, status, category);
  }
  if (layout.box) {
    yield* waysToTick(scene, item, layout, layout.box, status, category, isWord, leads[0] ?? []);
  } else if (leads.length > 0) {
    yield* leads;
  } else if (place?.kind === 'sign' && category) {
    yield* waysToSign(scene, item, place.value, category);
  }
  if (!place && category && !layout.box) {
    yield* waysToAddSign(scene, item, layout, category);
  }
  const undone = lead ? [withoutLead(lead)] : place && !isWord ? ([...waysToRemove(text, layout, place)][0] ?? []) : [];
  for (const way of isWord ? [] : waysToAddField(scene, item, layout, 'status', status)) {
    yield [...undone, ...way];
    if (!lead) {
      yield way;
    }
  }
}

function withoutBox({ box }: ItemLayout): readonly TextChange[] {
  return box ? [deletion(box.start, box.end + 1)] : [];
}

/** The word in the place of the old one, and the check box beside it as it then must be. */
function* waysToReword(
  scene: Scene,
  item: Item,
  layout: ItemLayout,
  place: FieldPlace,
  status: string,
  category: StatusCategory | undefined,
): Ways {
  const { text } = scene;
  const box = layout.box && boxChange(text, layout.box, category === 'done' ? 'x' : ' ');
  const beside = box ? [box] : [];
  if (place.kind === 'cell') {
    const old = text.slice(place.value.start, place.value.end);
    yield* statusCells(scene, item, old, status).map((words) => [cellChange(text, place.cell, words)]);
  } else {
    yield [{ span: place.value, text: status }, ...beside];
  }
}

/** Box letters by category; those that not every reader shows as a box are used where the file has them already. */
const BOX_OF: Readonly<Record<StatusCategory, readonly string[]>> = {
  done: ['x', 'X'],
  planned: [' ', '>'],
  active: ['~', '/'],
  dropped: ['-'],
  blocked: ['!'],
};

function* waysToTick(
  scene: Scene,
  item: Item,
  layout: ItemLayout,
  box: Span,
  status: string,
  category: StatusCategory | undefined,
  word: FieldPlace | undefined,
  lead: readonly TextChange[],
): Ways {
  const { text } = scene;
  const letter = category && letterOf(scene, item, text.charAt(box.start + 1), category);
  const removal = [...lead, ...(word ? ([...waysToRemove(text, layout, word)][0] ?? []) : [])];
  if (letter !== undefined) {
    yield [boxChange(text, box, letter), ...removal];
  }
  // Under a heading that says the status, an open box says it too.
  yield [boxChange(text, box, ' '), ...removal];
  if (!word) {
    for (const way of waysToAddField(scene, item, layout, 'status', status)) {
      yield [boxChange(text, box, category === 'done' ? 'x' : ' '), ...lead, ...way];
    }
  }
}

function letterOf(scene: Scene, item: Item, old: string, category: StatusCategory): string | undefined {
  const letters = BOX_OF[category];
  const used = neighboursOf(scene, item).flatMap((each) => {
    const { box } = layoutOf(scene, each);
    return box ? [scene.text.charAt(box.start + 1)] : [];
  });
  const own = [old, ...used].find((letter) => letters.includes(letter));
  return own ?? (category === 'done' || category === 'planned' ? letters[0] : undefined);
}

function boxChange(text: string, box: Span, letter: string): TextChange {
  const span = { start: box.start + 1, end: box.end - 1 };
  return text.charAt(span.start) === letter ? insertion(span.start, '') : { span, text: letter };
}

function* waysToSign(scene: Scene, item: Item, old: Span, category: StatusCategory): Ways {
  const others = signsOf(scene, item, category);
  const written = scene.text.slice(old.start, old.end);
  const usual = usualSign(category, written);
  yield* [...new Set([...others, usual])].map((sign) => [{ span: old, text: sign }]);
}

/** The sign that the nearest item of the category has. */
function signsOf(scene: Scene, item: Item, category: StatusCategory): readonly string[] {
  const { text } = scene;
  for (const each of neighboursOf(scene, item)) {
    const place = each.status?.category === category && placeOf(text, each, layoutOf(scene, each), 'status');
    if (place && place.kind === 'sign') {
      return [text.slice(place.value.start, place.value.end)];
    }
  }
  return [];
}

/** A sign where its neighbours have theirs, before the words or behind them. */
function* waysToAddSign(scene: Scene, item: Item, { content, words }: ItemLayout, category: StatusCategory): Ways {
  const { text } = scene;
  const siblings = neighboursOf(scene, item).filter((each) => isWork(item) && each.kind === item.kind);
  for (const each of siblings) {
    const layout = layoutOf(scene, each);
    const place = placeOf(text, each, layout, 'status');
    if (place?.kind === 'sign') {
      const sign = signsOf(scene, item, category)[0] ?? SIGN_OF[category];
      const isFirst = place.value.end <= layout.words.start;
      yield [isFirst ? insertion(words.start, `${sign} `) : insertion(content.end, ` ${sign}`)];
      return;
    }
  }
}
