import { t } from '../words/t';
import { canonicalId } from '../ids/canonicalId';
import type { Item, Roadmap } from '../model/roadmap';
import type { Span } from '../model/span';
import { placesThatName, withMentions, withNewId, withOwnId } from './aims/rename';
import { fieldStep } from './edits';
import { findItem, isWork, itemsOf } from './items';
import { performEdit, type StepMaker } from './performEdit';
import { Refusal } from './refusal';
import type { EditResult, FileChanges, ItemAddress, RoadmapEdit, RoadmapText } from './roadmapEdit';
import { readScene, type Scene } from './scene';
import type { TextChange } from './textChange';
import type { Ways } from './writer';
import { writerOf } from './writerOf';

/**
 * Gives an item another ID, or one where it has only a derived one; everything that names it, in any file, follows. An ID that
 * a person wrote stays as an alias, so that code and commits with it still belong to the item.
 */
export function renameItem(files: readonly RoadmapText[], { path, id }: ItemAddress, newId: string): EditResult {
  const scenes = files.flatMap((file) => readScene(file) ?? []);
  const own = scenes.find((scene) => scene.path === path);
  const item = own && findItem(own.roadmap, id);
  if (!own || !item) {
    return new Refusal(t('{0} does not stand in {1} any more, so nothing was changed.', id, path));
  }
  const refusal = whyNot(scenes, item, newId);
  if (refusal || item.id === newId) {
    return refusal ?? { files: [] };
  }
  const changed: FileChanges[] = [];
  for (const scene of scenes) {
    const changes = performEdit(
      scene,
      scene === own ? ownSteps(item, newId) : [(now) => mentionStep(now, item, newId)],
      t(
        '{0} cannot be renamed safely in {1}, so nothing was changed. Write {2} there yourself.',
        item.id,
        scene.path,
        newId,
      ),
    );
    if (changes instanceof Refusal) {
      return changes;
    }
    if (changes.length > 0) {
      changed.push({ path: scene.path, changes });
    }
  }
  return { files: changed };
}

/** Letters and digits of any script, with `-`, `_`, `.` and `/` between them; `#12` too. */
const ID = /^#?[\p{L}\p{N}][\p{L}\p{M}\p{N}_./-]*$/u;

function noId(text: string): Refusal {
  return new Refusal(t('`{0}` cannot be an ID. Write letters, digits and `-` without spaces, PAY-12 say.', text));
}

function whyNot(scenes: readonly Scene[], item: Item, newId: string): Refusal | undefined {
  if (!ID.test(newId)) {
    return noId(newId);
  }
  const items = scenes.flatMap((scene) => itemsOf(scene.roadmap));
  const taken = whyTaken(items, item, newId);
  if (taken) {
    return taken;
  }
  const twin = items.find((each) => each !== item && canonicalId(each.id) === canonicalId(item.id));
  return twin && !item.derivedId
    ? new Refusal(
        t('{0} is declared twice, so nobody can tell what names which. Rename one of them yourself.', item.id),
      )
    : undefined;
}

function whyTaken(items: readonly Item[], item: Item, newId: string): Refusal | undefined {
  const isTaken = (each: Item) =>
    canonicalId(each.id) === canonicalId(newId) ||
    (isWork(each) && each.aliases.some((alias) => canonicalId(alias.name) === canonicalId(newId)));
  const other = items.find((each) => each !== item && isTaken(each));
  return other && new Refusal(t('{0} belongs to “{1}” in {2}. Choose another ID.', newId, other.title, other.path));
}

/** Gives one of several things with one ID another one, and nothing else: what names the ID means the first of them. */
export function separateTwin(
  files: readonly RoadmapText[],
  { item: { path, id }, nth, newId }: Separation,
): EditResult {
  const scenes = files.flatMap((file) => readScene(file) ?? []);
  const own = scenes.find((scene) => scene.path === path);
  const item = own && twinsIn(own.roadmap, id)[nth];
  if (!own || !item) {
    return new Refusal(t('{0} does not stand there in {1} any more, so nothing was changed.', id, path));
  }
  const refusal = ID.test(newId)
    ? whyTaken(
        scenes.flatMap((scene) => itemsOf(scene.roadmap)),
        item,
        newId,
      )
    : noId(newId);
  if (refusal) {
    return refusal;
  }
  const changes = performEdit(
    own,
    [
      ({ roadmap, text }) => ({
        aim: { wanted: withOwnId(roadmap, item, newId) },
        ways: waysToName({ ...own, roadmap, text }, [item.headline], newId),
      }),
    ],
    t('The {0} of “{1}” cannot be changed safely in {2}. Write {3} there yourself.', id, item.title, path, newId),
  );
  return changes instanceof Refusal ? changes : { files: [{ path, changes }] };
}

type Separation = Extract<RoadmapEdit, { kind: 'separate' }>;

/** All things of a file with an ID of their own that is this one. */
export function twinsIn(roadmap: Roadmap, id: string): readonly Item[] {
  return itemsOf(roadmap).filter((each) => !each.derivedId && canonicalId(each.id) === canonicalId(id));
}

function ownSteps(item: Item, newId: string): readonly StepMaker[] {
  if (item.derivedId) {
    return [
      (scene) => mentionStep(scene, item, newId),
      (scene) => ({
        aim: { wanted: withNewId(scene.roadmap, itemIn(scene.roadmap, item), newId) },
        ways: writerOf(scene).giveId(scene, itemIn(scene.roadmap, item), newId),
      }),
    ];
  }
  const rename: StepMaker = (scene) => {
    const now = itemIn(scene.roadmap, item);
    if (isNamedByFile(scene, now)) {
      return {
        aim: { wanted: withOwnId(scene.roadmap, now, newId) },
        ways: writerOf(scene).giveId(scene, now, newId),
      };
    }
    const places = [now.headline, ...placesThatName(scene.roadmap, now)];
    return {
      aim: { wanted: withNewId(scene.roadmap, now, newId) },
      ways: waysToName(scene, places, newId),
    };
  };
  if (!isWork(item)) {
    return [rename];
  }
  const aliases = item.aliases.map((alias) => alias.name);
  const kept = aliases.filter((alias) => canonicalId(alias) !== canonicalId(newId));
  return [
    // First of all, since what was accepted or rejected must be a spelling of the ID or of an alias at any time.
    fieldStep(item.id, 'aliases', [...aliases, item.id]),
    rename,
    ...(kept.length < aliases.length ? [fieldStep(newId, 'aliases', [...kept, item.id])] : []),
  ];
}

/** Only the name of the item's file tells its ID: what is written in the file wins over it. */
function isNamedByFile({ roadmap }: Scene, item: Item): boolean {
  return roadmap.itemFile !== undefined && roadmap.work[0] === item && !item.fields.has('id');
}

/** What names the item, but not itself. */
function mentionStep(scene: Scene, item: Item, newId: string): ReturnType<StepMaker> {
  const places = placesThatName(scene.roadmap, item);
  return places.length === 0
    ? undefined
    : { aim: { wanted: withMentions(scene.roadmap, item, newId) }, ways: waysToName(scene, places, newId) };
}

function itemIn(roadmap: Roadmap, item: Item): Item {
  return findItem(roadmap, item.id) ?? item;
}

/** As it is, else in quotes where none stand: `#12` starts a comment of YAML. */
function* waysToName(scene: Scene, places: readonly Span[], id: string): Ways {
  const write = (asIs: boolean) =>
    places.map((span): TextChange => {
      const isQuoted = /["']/.test(scene.text.charAt(span.start - 1));
      return { span, text: asIs || isQuoted ? id : JSON.stringify(id) };
    });
  yield write(true);
  yield write(false);
}
