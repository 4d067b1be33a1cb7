import type { ItemFolder } from '../../model/roadmap';
import { categoryOfStatus, statusKey } from '../statusNames';

/** What an item file's place in its folder says of it. */
export interface PlaceInFolder {
  /** undefined: the place does not say. */
  readonly kind: 'epic' | 'story' | 'release' | 'goal' | 'risk' | undefined;
  /** The status of what states none, by the name of the sub-folder: `done/`, `in-progress/`. */
  readonly status: string | undefined;
  /** It was put away: whatever is not finished in it is dropped. */
  readonly isArchived: boolean;
  /** A draft of Backlog.md: it gets another ID once it is a task. */
  readonly isDraft: boolean;
}

/** undefined: items do not lie there, in a layout that says where they lie. */
export function placeInFolder(path: string, folder: ItemFolder): PlaceInFolder | undefined {
  const inside = folder.path === '' ? path : path.slice(folder.path.length + 1);
  const segments = inside.split('/').slice(0, -1);
  if (folder.backlogPrefix !== undefined) {
    return placeInBacklog(segments);
  }
  const around = folder.path.split('/').at(-1) ?? '';
  const place = { kind: KINDS.get(around.replace(/^\./, '').toLowerCase()), ...NOWHERE };
  return segments.reduce<PlaceInFolder>((outer, segment) => {
    const key = statusKey(segment);
    const status = statusOfFolder(key);
    return {
      kind: KINDS.get(key) ?? outer.kind,
      status: status ?? outer.status,
      isArchived: outer.isArchived || status === 'archived',
      isDraft: false,
    };
  }, place);
}

const NOWHERE = { status: undefined, isArchived: false, isDraft: false };

/** Folders that say what the items in them are; `tasks` says nothing, since all work is called so in many projects. */
const KINDS: ReadonlyMap<string, PlaceInFolder['kind']> = new Map([
  ['epics', 'epic'],
  ['initiatives', 'epic'],
  ['stories', 'story'],
  ['features', 'story'],
  ['milestones', 'release'],
  ['releases', 'release'],
  ['goals', 'goal'],
  ['objectives', 'goal'],
  ['risks', 'risk'],
]);

/** https://github.com/MrLesk/Backlog.md, `src/constants/index.ts`: its folders `docs` and `decisions` hold no items. */
function placeInBacklog(segments: readonly string[]): PlaceInFolder | undefined {
  const isArchived = segments[0] === 'archive';
  const [name] = isArchived ? segments.slice(1) : segments;
  const place = { kind: undefined, status: undefined, isArchived, isDraft: false };
  switch (name) {
    case 'tasks':
      return place;
    case 'completed':
      return { ...place, status: 'done' };
    case 'drafts':
      return { ...place, status: 'draft', isDraft: true };
    case 'milestones':
      // A milestone is put away when it is over, reached or not.
      return { ...place, kind: 'release', isArchived: false };
    default:
      return undefined;
  }
}

function statusOfFolder(key: string): string | undefined {
  if (key === 'archive' || key === 'archives') {
    return 'archived';
  }
  return [key, key.replace(/s$/, '')].find((name) => categoryOfStatus(name, new Map()) !== undefined);
}
