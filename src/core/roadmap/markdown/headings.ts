import type { StatusCategory } from '../../model/status';
import { readDayRange } from '../dateWords';
import { categoryOfStatus, statusKey } from '../statusNames';
import { RELEASE_NAME } from './releaseNames';
import { isAside, isGroup, STATUS_HEADINGS } from './statusHeadings';

/** What a heading says of the items under it. */
export type HeadingMeaning =
  | { readonly kind: 'release'; readonly name: string; readonly rest: string }
  | { readonly kind: 'status'; readonly name: string }
  /** It only holds together what is under it: `Features`, or statuses of several kinds. */
  | { readonly kind: 'group' }
  /** Nothing under it is work: contents, how to contribute, a legend. */
  | { readonly kind: 'aside' }
  | { readonly kind: 'other' };

/** @param text the heading's words, without marks, signs and attributes */
export function meaningOf(text: string, ownStatuses: ReadonlyMap<string, StatusCategory>): HeadingMeaning {
  const release = RELEASE_NAME.exec(text);
  if (release) {
    const rest = text.slice(release[0].length).replace(/^[\s:–—,.|-]+|[\s:]+$/g, '');
    return { kind: 'release', name: release[0], rest };
  }
  const key = statusKey(text.replace(/\([^)]*\)/g, ' '));
  const status = statusOf(key, ownStatuses);
  if (status !== undefined) {
    // The words stay as written where a status field would know them too.
    const known = categoryOfStatus(text, ownStatuses) !== undefined;
    return { kind: 'status', name: known ? text.trim() : status };
  }
  if (isAside(key)) {
    return { kind: 'aside' };
  }
  return isGroup(key) || isMixed(key, ownStatuses) ? { kind: 'group' } : { kind: 'other' };
}

/** `Done in 2026`, `Planned for this year` */
const TIME =
  / (?:(?:in|since|for|by|until) )?(?:(?:this|last|next) (?:year|quarter|month|week)|(?:q[1-4] )?\d{4}(?: onwards)?)$/;

const QUALIFIERS =
  /^(?:(?:recently|already|currently|explicitly|our|the|random|other|more|some|possible|potential|maybe|all|✓) )+/;

const NOUNS =
  /(?: (?:new|main|key|big|major|open))?(?: (?:items?|features?|work|tasks?|stories|releases?|plans?|goals?|objectives?|priorities|ideas?|initiatives?|improvements?|enhancements?|milestones?|roadmap|todos?|additions?|changes?|functionality|development|focus|considerations?|epics?|projects?|things|release|actions?|directions?|items? list))+$/;

function statusOf(key: string, own: ReadonlyMap<string, StatusCategory>): string | undefined {
  const word = key.replaceAll("'", '');
  const bare = word.replace(TIME, '').replace(QUALIFIERS, '').replace(NOUNS, '');
  for (const candidate of [key, word, bare]) {
    const category = own.has(candidate) ? candidate : STATUS_HEADINGS.get(candidate);
    if (category !== undefined && !isGroup(key)) {
      return category;
    }
  }
  const parts = partsOf(key);
  const [first, ...rest] = parts.map((part) => statusOf(part, own));
  return first !== undefined && rest.length > 0 && rest.every((each) => each === first) ? first : startsAs(word);
}

/** `Up next in the editor` */
function startsAs(word: string): string | undefined {
  if (/^(?:up next|next up|coming soon|coming up|planned for|under consideration for)\b/.test(word)) {
    return 'planned';
  }
  return /^what .{1,40} (?:not do|wont do|never do|not doing)$/.test(word) ? 'dropped' : undefined;
}

/** `In progress / Planned`: each of the parts is a status, but not of one kind. */
function isMixed(key: string, own: ReadonlyMap<string, StatusCategory>): boolean {
  const parts = partsOf(key);
  return parts.length > 1 && parts.every((part) => statusOf(part, own) !== undefined);
}

function partsOf(key: string): readonly string[] {
  const parts = key.split(/ ?[/&+,|] ?| and | or /, 4);
  return parts.length > 1 && parts.every((part) => part !== '') ? parts : [];
}

/** A day in the rest of a release's heading, and whether the heading says that it is past. */
export interface HeadingDay {
  readonly text: string;
  readonly index: number;
  readonly isPast: boolean;
}

/** The day in the rest of a release's heading: `v2.0 (15 Oct 2026)`, `v2.0 – October 2026`, `v2.0 (Released on July 8, 2026)`. */
export function dayInHeading(rest: string): HeadingDay | undefined {
  for (const match of rest.matchAll(/[^()[\]:–—|]+/g)) {
    const words = match[0].trim().replace(/^[-,\s]+/, '');
    const lead =
      /^(?:to be )?(?:due|by|until|on|eta|target(?:ed|ing)?|planned|expected|scheduled|released?|shipped)\s+(?:on |for |in |by |around )?/i;
    const text = words.replace(lead, '');
    if (/\d{4}/.test(text) && readDayRange(text)) {
      return { text, index: match.index + match[0].indexOf(text), isPast: /^(?:released|shipped)\b/i.test(words) };
    }
  }
  return undefined;
}
