import type { StatusCategory } from '../../model/status';
import { readDayRange } from '../dateWords';
import { categoryOfStatus, statusKey } from '../statusNames';

/** What a heading says of the items under it. */
export type HeadingMeaning =
  | { readonly kind: 'release'; readonly name: string; readonly rest: string }
  | { readonly kind: 'status'; readonly name: string }
  | { readonly kind: 'other' };

const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}';

/** A version without `v` may be a section's number, so it must stand alone or before a sign: `2.1 Background` is no release. */
const RELEASE = new RegExp(
  '^(?:' +
    [
      'v\\d+(?:\\.\\w+)*(?:-[\\w.]+)?(?![\\w])',
      '\\d+(?:\\.(?:\\d+|x))+(?:-[\\w.]+)?(?=\\s*(?:$|[:–—(\\[]|-\\s))',
      '(?:release|version|milestone|sprint|phase|iteration|wave|increment)\\s+[\\w.]*\\d[\\w.]*',
      '\\d{4}[- ]?[QH][1-4]',
      "[QH][1-4](?:[- /]+[’']?(?:\\d{4}|\\d{2}))?(?![\\w])",
      `${MONTH}\\.?,? \\d{4}`,
      '\\d{4}-\\d{2}(?:-\\d{2})?(?![\\w])',
      '\\d{4}(?=\\s*(?:$|[:–—(\\[]|-\\s))',
      'M\\d{1,3}(?![\\w])',
    ].join('|') +
    ')',
  'i',
);

/** Headings that sort items by how far they are. Fewer words than a status field knows: `Design` or `Testing` names an epic. */
const STATUS_HEADINGS: ReadonlyMap<string, StatusCategory> = new Map(
  Object.entries({
    done: 'done, completed, complete, shipped, released, finished, delivered, launched, live, closed, achieved, implemented',
    active:
      'active, in progress, doing, wip, work in progress, started, current, now, underway, under way, ongoing, in development, ' +
      'in review, review, in flight, working on, what we are working on',
    blocked: 'blocked, on hold, waiting, paused, stalled',
    dropped:
      'dropped, cancelled, canceled, rejected, abandoned, not planned, wont do, wont fix, out of scope, declined, non goals',
    planned:
      'planned, planning, next, next up, up next, later, soon, future, someday, backlog, icebox, upcoming, todo, to do, idea, ' +
      'ideas, proposed, considering, under consideration, exploring, open, ready, not started, short term, near term, mid term, medium term, ' +
      'long term, wishlist, wish list, coming soon, on the horizon, pending, scheduled',
  } satisfies Record<StatusCategory, string>).flatMap(([category, list]) =>
    list.split(', ').map((word): [string, StatusCategory] => [word, category as StatusCategory]),
  ),
);

/** @param text the heading's words, without marks, signs and attributes */
export function meaningOf(text: string, ownStatuses: ReadonlyMap<string, StatusCategory>): HeadingMeaning {
  const release = RELEASE.exec(text);
  if (release) {
    const rest = text.slice(release[0].length).replace(/^[\s:–—,-]+/, '');
    return { kind: 'release', name: release[0], rest };
  }
  const word = statusKey(text.replace(/\([^)]*\)/g, '')).replaceAll("'", '');
  const bare = word
    .replace(/^(?:recently|already|currently) /, '')
    .replace(/ (?:items?|features?|work|tasks?|stories|releases|plans?)$/, '');
  for (const candidate of [word, bare]) {
    if (ownStatuses.has(candidate) || STATUS_HEADINGS.has(candidate)) {
      // The words stay as written where a status field would know them too.
      const known = categoryOfStatus(text, ownStatuses) !== undefined;
      return { kind: 'status', name: known ? text.trim() : (STATUS_HEADINGS.get(candidate) ?? candidate) };
    }
  }
  return { kind: 'other' };
}

/** The day in the rest of a release's heading: `v2.0 (15 Oct 2026)`, `v2.0 – October 2026`. */
export function dayInHeading(rest: string): { readonly text: string; readonly index: number } | undefined {
  for (const match of rest.matchAll(/[^()[\]:–—]+/g)) {
    const text = match[0].trim().replace(/^(?:due|by|until|on)\s+/i, '');
    if (/\d{4}/.test(text) && readDayRange(text)) {
      return { text, index: match.index + match[0].indexOf(text) };
    }
  }
  return undefined;
}
