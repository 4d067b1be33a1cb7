import { t } from '../words/t';
import { formatDay } from '../model/calendar';
import type { Item, WorkItem } from '../model/roadmap';
import { categoryOfStatus } from '../roadmap/statusNames';
import { type Aim, isReached } from './aim';
import { aimOfAddition } from './aims/addAndMove';
import { aimOfSuppression, aimOfTick } from './aims/parts';
import { placeOf } from './aims/place';
import { fittingText, settableField } from './aims/readFields';
import { aimOfField } from './aims/setField';
import { statusWord } from './aims/statusWord';
import { findItem, isWork } from './items';
import { performEdit, type Step, type StepMaker } from './performEdit';
import { Refusal } from './refusal';
import type { FieldText, RoadmapEdit } from './roadmapEdit';
import type { Scene } from './scene';
import type { TextChange } from './textChange';
import type { NewItem, Ways } from './writer';
import { writerOf } from './writerOf';
import { aKind } from '../words/names';

type Changes = readonly TextChange[] | Refusal;
type EditOf<Kind extends RoadmapEdit['kind']> = Extract<RoadmapEdit, { kind: Kind }>;

export function setField(scene: Scene, item: Item, name: string, value: FieldText | undefined): Changes {
  const byHand =
    value === undefined
      ? t('Take `{0}` out there yourself.', name)
      : t('Write `{0}` there yourself.', `${name}: ${shown(value)}`);
  return performEdit(scene, fieldSteps(item, name, value), unsafe(scene, item, byHand));
}

export function tick(scene: Scene, item: WorkItem, criterion: number | undefined, done: boolean): Changes {
  if (criterion === undefined) {
    const isDone = item.status?.category === 'done';
    return isDone === done ? [] : setField(scene, item, 'status', done ? 'done' : 'planned');
  }
  const text = item.acceptance[criterion]?.text;
  if (text === undefined) {
    return new Refusal(t('{0} has no such criterion any more, so nothing was changed.', item.id));
  }
  const make: StepMaker = (now) =>
    stepOf(now, aimOfTick(now.roadmap, item, criterion, done), writerOf(now).tickCriterion(now, item, criterion, done));
  const byHand = done ? t('Tick “{0}” there yourself.', text) : t('Untick “{0}” there yourself.', text);
  return performEdit(scene, [make], unsafe(scene, item, byHand));
}

export function suppress(scene: Scene, item: Item, { rule, reason, until }: EditOf<'suppress'>): Changes {
  const suppression = {
    rule: rule.trim(),
    reason: reason.trim() === '' ? undefined : reason.trim(),
    until: until === undefined ? undefined : formatDay(until),
  };
  const make: StepMaker = (now) => {
    const aim = aimOfSuppression(now.roadmap, item, suppression);
    return aim instanceof Refusal ? aim : stepOf(now, aim, writerOf(now).suppress(now, item, suppression));
  };
  return performEdit(
    scene,
    [make],
    unsafe(scene, item, t('Write `{0}` there yourself.', `ignore: ${suppression.rule}`)),
  );
}

export function addItem(scene: Scene, { itemKind: kind, to, id, title, fields }: EditOf<'addItem'>): Changes {
  if (title.trim() === '') {
    return needsTitle(kind);
  }
  const place = placeOf(scene.roadmap, kind, to, undefined);
  const fitting = fittingFields(scene, kind, fields);
  if (place instanceof Refusal || fitting instanceof Refusal) {
    return place instanceof Refusal ? place : (fitting as Refusal);
  }
  const item: NewItem = { kind, id, title: title.trim().replace(/\s*[\r\n]\s*/g, ' '), fields: fitting };
  const make: StepMaker = (now) => {
    const aim = aimOfAddition(now.roadmap, item, place);
    return aim instanceof Refusal ? aim : { aim, ways: writerOf(now).addItem(now, item, place) };
  };
  const why = writerOf(scene).whyNotAdd?.(scene, item, place);
  return performEdit(scene, [make], why ?? notAdded(kind, scene.path, to.under));
}

export function needsTitle(kind: Item['kind']): Refusal {
  return new Refusal(t('{0} needs a title.', aKind(kind)));
}

function notAdded(kind: Item['kind'], path: string, under: string | undefined): string {
  return under === undefined
    ? t('{0} cannot be added safely into {1}. Write it there yourself.', aKind(kind), path)
    : t('{0} cannot be added safely under {1} in {2}. Write it there yourself.', aKind(kind), under, path);
}

/** A step of one field. The item is looked for anew, since the step before it may have changed its file. */
export function fieldStep(id: string, name: string, value: FieldText | undefined): StepMaker {
  return (scene) => {
    const item = findItem(scene.roadmap, id);
    const spec = item ? settableField(item.kind, name) : new Refusal(t('{0} is gone.', id));
    if (!item || spec instanceof Refusal) {
      return spec instanceof Refusal ? spec : undefined;
    }
    const fitting = value === undefined ? undefined : fittingText(spec, value);
    const said = spec.type === 'status' && typeof fitting === 'string' ? statusWord(scene.roadmap, fitting) : fitting;
    const aim = aimOfField(scene.roadmap, item, spec, said);
    return aim instanceof Refusal ? aim : stepOf(scene, aim, writerOf(scene).setField(scene, item, spec.name, said));
  };
}

/** A file that says `done: true` goes on saying it so; a status beside it goes before it. */
function fieldSteps(item: Item, name: string, value: FieldText | undefined): readonly StepMaker[] {
  const one = fieldStep(item.id, name, value);
  if (name !== 'status' || !isWork(item) || !item.fields.get('done')?.key || item.fields.has('status')) {
    return [one];
  }
  const category = typeof value === 'string' ? categoryOfStatus(value, new Map()) : undefined;
  const flag = fieldStep(item.id, 'done', value === 'done' ? 'true' : 'false');
  return value === 'done' || category === 'planned' || value === undefined ? [flag] : [flag, one];
}

/** undefined: the file says so already. */
export function stepOf(scene: Scene, aim: Aim, ways: Ways): Step | undefined {
  return isReached(aim, scene.roadmap) ? undefined : { aim, ways };
}

function fittingFields(scene: Scene, kind: Item['kind'], fields: NewItem['fields']): NewItem['fields'] | Refusal {
  const fitting: Record<string, FieldText> = {};
  for (const [name, value] of Object.entries(fields)) {
    const spec = settableField(kind, name);
    if (spec instanceof Refusal) {
      return spec;
    }
    const said = fittingText(spec, value);
    if (said !== undefined) {
      fitting[spec.name] = spec.type === 'status' && typeof said === 'string' ? statusWord(scene.roadmap, said) : said;
    }
  }
  return fitting;
}

/** The sentence that says so, with what the person can do. */
export function unsafe(scene: Scene, item: Item, byHand: string): string {
  return `${cannotBeChanged(scene, item.id)} ${byHand}`;
}

/** The sentence that says so, with the reason where it is plain. */
export function cannotBeChanged({ path, text, roadmap }: Scene, id: string): string {
  const isShared = roadmap.format === 'yaml' && /&[^\s,[\]{}&]/.test(text) && /[\s,[]\*[^\s,[\]{}*]/.test(text);
  return isShared
    ? t(
        'The place where {0} stands in {1} cannot be changed safely: the file repeats parts of itself by aliases (`*name`).',
        id,
        path,
      )
    : t('The place where {0} stands in {1} cannot be changed safely.', id, path);
}

const LONGEST_SHOWN = 60;

function shown(value: FieldText): string {
  const text = typeof value === 'string' ? value : `[${value.join(', ')}]`;
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN - 1)}…` : text.replace(/\s+/g, ' ');
}
