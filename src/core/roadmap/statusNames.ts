import type { RiskStatus } from '../model/roadmap';
import { STATUS_CATEGORIES, type StatusCategory } from '../model/status';
import { nearestWord } from './nearestWord';

/** Words that people use for each category, beside the category's own name. Spelled as {@link statusKey} spells them. */
const COMMON_WORDS: Readonly<Record<StatusCategory, readonly string[]>> = {
  planned: words(`
    plan, planning, todo, to do, backlog, ready, ready for development, ready for dev, new, open, opened,
    reopened, created, draft, idea, ideas, proposed, proposal, accepted, approved, scheduled, upcoming,
    next, next up, later, soon, future, someday, icebox, triage, needs triage, refinement, refined,
    selected, selected for development, queued, not started, unstarted, pending, considering,
    under consideration, exploring, exploration, discovery, research, candidate, committed, funnel,
    wishlist, wish list, tbd, deferred, postponed, potential, short term, mid term, long term, not done, no, false,
    unreleased, not released, ready to start, on the roadmap, requested, needed, missing, discovered, identified, reported, must have, nice to have
  `),
  active: words(`
    in progress, inprogress, progress, doing, wip, work in progress, started, in development, development,
    developing, in dev, dev, implementing, implementation, in implementation, building, coding, ongoing,
    current, now, working, working on it, underway, under way, in work, review, in review, code review,
    in code review, peer review, under review, reviewing, qa, in qa, test, testing, in test, in testing,
    uat, validation, validating, verification, verifying, staging, in staging, alpha, beta, preview,
    in preview, pilot, ready for review, ready for qa, ready for test, ready for testing,
    ready for release, rolling out, rollout, partial, partially done, assigned, in design, design,
    designing, in flight, on track, at risk, delayed, late, under development, under construction, nearly done,
    almost done, mostly done, experimental
  `),
  blocked: words(`
    on hold, hold, onhold, waiting, waiting for, waiting on, paused, stuck, impeded, suspended, stalled,
    needs info, needs information, waiting for customer, waiting for support
  `),
  done: words(`
    complete, completed, finished, shipped, released, published, closed, resolved, fixed, delivered, deployed, live,
    launched, merged, implemented, achieved, verified, ga, generally available, general availability,
    in production, production, available, ready for use, reached, accomplished, yes, true, ok
  `),
  dropped: words(`
    cancelled, canceled, wontfix, won't fix, wont fix, wont do, won't do, will not do, rejected, abandoned,
    declined, discarded, duplicate, invalid, obsolete, removed, not planned, descoped, out of scope,
    superseded, archived, deprecated, killed, dead, parked, skip, skipped, dismissed, withdrawn, retired
  `),
};

const CATEGORY_OF: ReadonlyMap<string, StatusCategory> = new Map(
  STATUS_CATEGORIES.flatMap((category) =>
    [category as string, ...COMMON_WORDS[category]].map((word): [string, StatusCategory] => [word, category]),
  ),
);

/** One spelling for `In Progress`, `in-progress`, `IN_PROGRESS` and `inProgress`, and for words behind a sign: `✅ Done`. */
export function statusKey(name: string): string {
  if (/^[a-z]+(?: [a-z]+)*$/.test(name)) {
    return name;
  }
  return name
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[-_\s]+/g, ' ')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

/** The category of a status word; undefined for a word that neither the team nor common use knows. */
export function categoryOfStatus(
  name: string,
  ownStatuses: ReadonlyMap<string, StatusCategory>,
): StatusCategory | undefined {
  const key = statusKey(name);
  return ownStatuses.get(key) ?? CATEGORY_OF.get(key);
}

/**
 * The same for the value of a status field, where people write more: of `Done (in v2.1)`, `IN PROGRESS - 60%` and `Released to all`
 * the words that come first count.
 */
export function categoryOfStatusField(
  name: string,
  ownStatuses: ReadonlyMap<string, StatusCategory>,
): StatusCategory | undefined {
  return categoryOfStatus(name, ownStatuses) ?? categoryOfStatus(headOf(name), ownStatuses);
}

function headOf(name: string): string {
  return name.slice(0, 200).split(/[(:;,!]|\s[-–—]\s|\s(?:to|in|on|at|by|for|with|since|until|and)\s/i, 1)[0] ?? name;
}

/** The status that a misspelt one most likely means, with the words joined as the writer joins them. */
export function nearestStatus(name: string, ownStatuses: ReadonlyMap<string, StatusCategory>): string | undefined {
  const nearest = nearestWord(statusKey(name), [...ownStatuses.keys(), ...CATEGORY_OF.keys()]);
  const joint = /[-_]/.exec(name)?.[0];
  return joint ? nearest?.replaceAll(' ', joint) : nearest;
}

export const RISK_STATUSES: readonly RiskStatus[] = ['open', 'mitigating', 'accepted', 'closed'];

const RISK_STATUS_WORDS: Readonly<Record<RiskStatus, readonly string[]>> = {
  open: ['new', 'identified', 'active', 'todo', 'to do', 'raised', 'planned', 'monitoring', 'watching'],
  mitigating: ['in progress', 'mitigation', 'in mitigation', 'doing', 'started', 'wip'],
  accepted: ['accept', 'tolerated'],
  closed: ['done', 'mitigated', 'resolved', 'retired', 'avoided', 'transferred', 'complete', 'completed', 'fixed'],
};

const RISK_STATUS_OF: ReadonlyMap<string, RiskStatus> = new Map(
  RISK_STATUSES.flatMap((status) =>
    [status as string, ...RISK_STATUS_WORDS[status]].map((word): [string, RiskStatus] => [word, status]),
  ),
);

/** undefined for a word that is no status of a risk. */
export function riskStatusOf(name: string): RiskStatus | undefined {
  return RISK_STATUS_OF.get(statusKey(name));
}

export function nearestRiskStatus(name: string): string | undefined {
  return nearestWord(statusKey(name), RISK_STATUS_OF.keys());
}

function words(list: string): readonly string[] {
  return list.split(',').map((word) => word.trim());
}
