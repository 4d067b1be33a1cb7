import { t } from '../words/t';
import { canonicalId } from '../ids/canonicalId';
import type { ItemFolder } from '../model/roadmap';
import { fieldNamed } from '../roadmap/fields';
import { placeInFolder } from '../roadmap/itemFiles/placeInFolder';
import { statusWord } from './aims/statusWord';
import { type FieldTexts, fittingText, settableField } from './aims/readFields';
import { itemsOf } from './items';
import { fileNames } from './itemFileName';
import { lineBreakAfter } from './lineBreak';
import { yamlText } from './markdown/yamlText';
import { Refusal } from './refusal';
import type { EditResult, FieldText, RoadmapEdit, RoadmapText } from './roadmapEdit';
import { readScene, type Scene } from './scene';
import { insertion } from './textChange';
import { needsTitle } from './edits';

type Addition = Extract<RoadmapEdit, { kind: 'addItem' }>;

/** More files than these are not read to see how items of the folder are written. */
const MOST_MODELS = 30;

/**
 * The file of a new item, in a folder in which each Markdown file is one: it lies where others lie, is called as they are, and
 * says what it says in the fields that they have. It is read before it is proposed, as other edits are.
 *
 * @param beside a file of the folder
 */
export function newItemFile(files: readonly RoadmapText[], beside: Scene, addition: Addition): EditResult {
  const { folder } = beside;
  const title = addition.title.trim().replace(/\s+/g, ' ');
  if (title === '') {
    return needsTitle(addition.itemKind);
  }
  if (!folder) {
    return new Refusal(t('{0} lies in no folder of items any more, so nothing was changed.', beside.path));
  }
  const models = modelsIn(files, folder, addition);
  const taken = new Set(files.map(({ path }) => path));
  const fields = fieldsOf(addition);
  if (fields instanceof Refusal) {
    return fields;
  }
  for (const path of fileNames(folder, { id: addition.id, title }, models)) {
    const text = taken.has(path) ? undefined : firstRight(path, folder, { ...addition, title, fields }, models[0]);
    if (text !== undefined) {
      return { files: [{ path, changes: [insertion(0, text)], isNew: true }] };
    }
  }
  const name = addition.id ?? `“${title}”`;
  return new Refusal(
    t('No file for {0} can be made safely in {1}. Make it there yourself.', name, folder.path || t('this folder')),
  );
}

/** Files of the folder that hold such an item of current work, those like it first. */
function modelsIn(files: readonly RoadmapText[], folder: ItemFolder, { itemKind, to }: Addition): readonly Scene[] {
  const current = files.filter(({ path, folder: own }) => {
    const place = own?.path === folder.path ? placeInFolder(path, folder) : undefined;
    return place && place.status === undefined && !place.isArchived && !place.isDraft;
  });
  const scenes = current.slice(-MOST_MODELS).flatMap((file) => readScene(file) ?? []);
  const likeness = ({ roadmap }: Scene) => {
    const [item] = roadmap.work;
    const isNested = item?.epic !== undefined;
    return Number(item?.kind === itemKind) * 2 + Number(isNested === (to.under !== undefined));
  };
  return scenes.toReversed().sort((a, b) => likeness(b) - likeness(a));
}

function fieldsOf({ itemKind, fields, to }: Addition): FieldTexts | Refusal {
  const stated: Record<string, FieldText> = to.under === undefined ? {} : { epic: to.under };
  for (const [name, value] of Object.entries(fields)) {
    const spec = settableField(itemKind, name);
    if (spec instanceof Refusal) {
      return spec;
    }
    const said = fittingText(spec, value);
    if (said !== undefined) {
      stated[spec.name] = said;
    }
  }
  return stated;
}

/** The words that read as the item that is wanted; undefined: none do. */
function firstRight(path: string, folder: ItemFolder, wanted: Addition, model: Scene | undefined): string | undefined {
  for (const text of textsOf(folder, wanted, model)) {
    const read = readScene({ path, text, folder });
    const [item, ...others] = read ? itemsOf(read.roadmap) : [];
    const isNamed = wanted.id === undefined || (item && canonicalId(item.id) === canonicalId(wanted.id));
    const isSound = read?.roadmap.problems.every(({ code }) => wanted.id === undefined && code === 'WM108');
    if (item && others.length === 0 && isNamed && isSound && item.title === wanted.title && isKind(item.kind, wanted)) {
      return text;
    }
  }
  return undefined;
}

/** In some layouts whatever is part of something is a task of it. */
function isKind(kind: string, { itemKind, to }: Addition): boolean {
  return kind === itemKind || (to.under !== undefined && itemKind === 'story' && kind === 'task');
}

/** With the fields that the model has, then with more that tell of what kind it is. */
function* textsOf(folder: ItemFolder, wanted: Addition, model: Scene | undefined): Iterable<string> {
  const lineBreak = model ? lineBreakAfter(model.text, 0) : '\n';
  const write = (lines: readonly string[]) => `${lines.join(lineBreak)}${lineBreak}`;
  for (const hasType of [false, true]) {
    const entries = entriesOf(folder, wanted, model, hasType).map(([key, value]) => `${key}: ${yamlText(value)}`);
    const isHeaded = model !== undefined && !keysOf(model).has('title');
    const body = isHeaded ? ['', `# ${wanted.title}`] : [];
    yield write(['---', ...entries, '---', ...body]);
  }
}

function entriesOf(
  folder: ItemFolder,
  { id, title, itemKind, fields }: Addition,
  model: Scene | undefined,
  hasType: boolean,
): readonly (readonly [string, FieldText])[] {
  const keys = model ? keysOf(model) : new Map<string, string>();
  const key = (name: string) => keys.get(name) ?? usualKey(name, folder);
  const isInSmall = model !== undefined && /^\s*id:[ \t]*["']?[a-z]/m.test(model.text);
  const planned = model
    ? statusWord(model.roadmap, 'planned')
    : [...folder.statuses].find(([, is]) => is === 'planned')?.[0];
  const { status = planned ?? 'planned', ...others } = fields;
  return [
    ...(id === undefined ? [] : ([[key('id'), isInSmall ? id.toLowerCase() : id]] as const)),
    ...(model === undefined || keys.has('title') ? ([[key('title'), title]] as const) : []),
    ...(hasType ? ([[key('type'), itemKind]] as const) : []),
    [key('status'), status],
    ...Object.entries(others).map(([name, value]) => [key(name), value] as const),
  ];
}

/** The model's own names of the fields that it has. */
function keysOf({ values }: Scene): ReadonlyMap<string, string> {
  const entries = values?.kind === 'map' ? values.entries : [];
  return new Map(entries.flatMap(({ key }) => [[fieldNamed('story', key)?.name ?? key, key] as const]).toReversed());
}

function usualKey(name: string, { backlogPrefix }: ItemFolder): string {
  return name === 'epic' && backlogPrefix !== undefined ? 'parent_task_id' : name;
}
