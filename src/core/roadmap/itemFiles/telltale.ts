import { looksLikeId } from '../../ids/itemId';
import type { ItemFolder } from '../../model/roadmap';
import type { StatusCategory } from '../../model/status';
import { fieldNamed } from '../fields';
import { categoryOfStatus, statusKey } from '../statusNames';
import type { MapEntry, MapNode } from '../valueNode';

/**
 * Whether front matter is that of a work item, and not of a page of a web site. In a layout that says what its files are an ID
 * or a title is enough. In a folder that a person named one field of work is asked for beside it; elsewhere a field that pages
 * do not have, with a value that they do not have.
 */
export function tellsOfItem(front: MapNode, around: AroundFields): boolean {
  const { folder } = around;
  if (!around.hasTitle && idOf(front) === undefined) {
    return false;
  }
  if (folder.backlogPrefix !== undefined) {
    return true;
  }
  if (folder.isNamed) {
    const isRoadmap = front.entries.some((entry) => ONLY_OF_ROADMAPS.has(entry.key.toLowerCase()));
    return !isRoadmap && front.entries.some((entry) => isStated(entry) && WORK_FIELDS.has(nameOf(entry)));
  }
  return front.entries.some((entry) => isStated(entry) && isOfWorkOnly(entry, around.ownStatuses, front));
}

/** What is known beside the front matter. */
interface AroundFields {
  readonly folder: ItemFolder;
  /** The folder's own status names, by `statusKey`. */
  readonly ownStatuses: ReadonlyMap<string, StatusCategory>;
  /** Also where it is the body's heading. */
  readonly hasTitle: boolean;
}

/** The text under `id` or a name for it; undefined: there is none. */
function idOf(front: MapNode): string | undefined {
  const entry = front.entries.find((each) => nameOf(each) === 'id');
  return entry?.value.kind === 'scalar' && entry.value.text.trim() !== '' ? entry.value.text.trim() : undefined;
}

function isOfWorkOnly(entry: MapEntry, own: AroundFields['ownStatuses'], front: MapNode): boolean {
  const words = entry.value.kind === 'scalar' ? entry.value.text.trim() : '';
  switch (nameOf(entry)) {
    case 'status': {
      const isWork = !PUBLISHING.has(statusKey(words)) && categoryOfStatus(words, own) !== undefined;
      // `status: accepted` is a decision's too, and `status: draft` a page's, but not under an ID such as PAY-12.
      return isWork || own.has(statusKey(words)) || looksLikeId(idOf(front) ?? '');
    }
    case 'type':
      return KIND_WORDS.has(statusKey(words));
    case 'priority':
      return PRIORITIES.test(words);
    case 'epic':
      // A page of documentation has a `parent` too.
      return /epic|task|story/i.test(entry.key);
    case 'estimate':
    case 'depends':
    case 'acceptance':
      return true;
    default:
      return false;
  }
}

function nameOf({ key }: MapEntry): string {
  return /^(?:priority|severity)$/i.test(key.trim()) ? 'priority' : (fieldNamed('story', key)?.name ?? '');
}

function isStated({ value }: MapEntry): boolean {
  return value.kind !== 'empty' && (value.kind !== 'scalar' || value.text.trim() !== '');
}

const WORK_FIELDS: ReadonlySet<string> = new Set([
  'status',
  'type',
  'epic',
  'owner',
  'priority',
  'depends',
  'estimate',
  'release',
  'due',
  'goal',
  'acceptance',
]);

/** What the front matter of a roadmap of many items holds. */
const ONLY_OF_ROADMAPS: ReadonlySet<string> = new Set([
  'waymark',
  'product',
  'vision',
  'keys',
  'workflow',
  'releases',
  'risks',
  'goals',
  'team',
]);

/** Statuses that pages, posts and decisions have as well. */
const PUBLISHING: ReadonlySet<string> = new Set([
  'published',
  'draft',
  'live',
  'available',
  'production',
  'archived',
  'deprecated',
  'obsolete',
  'superseded',
  'accepted',
  'proposed',
  'rejected',
  'beta',
  'alpha',
  'preview',
  'ga',
  'generally available',
  'yes',
  'true',
  'ok',
]);

const KIND_WORDS: ReadonlySet<string> = new Set([
  'epic',
  'initiative',
  'story',
  'user story',
  'feature',
  'task',
  'subtask',
  'sub task',
  'bug',
  'chore',
  'spike',
  'enhancement',
  'milestone',
  'risk',
]);

/** A number alone may be a site map's. */
const PRIORITIES =
  /^(?:p[0-5]|critical|highest|high|medium|normal|low|lowest|urgent|blocker|major|minor|trivial|must|should|could|won'?t)\b/i;
