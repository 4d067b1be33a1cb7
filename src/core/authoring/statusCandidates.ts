import { t } from '../words/t';
import { STATUS_CATEGORIES, type StatusCategory } from '../model/status';
import { categoryOfStatus, statusKey } from '../roadmap/statusNames';
import type { Plan } from '../trace/plan';
import type { Candidate } from './candidates';

/** Common names beside those of the categories themselves. */
const COMMON: Readonly<Record<StatusCategory, readonly string[]>> = {
  planned: ['todo'],
  active: ['in-progress', 'in-review'],
  blocked: ['on-hold'],
  done: ['shipped'],
  dropped: ['cancelled'],
};

/** The names of the team's own workflow, then those that the roadmap uses, then the common ones; each with what it counts as. */
export function statusCandidates(plan: Plan): readonly Candidate[] {
  const own = new Map(
    plan.roadmaps.flatMap(({ workflow, itemFile }) => [...workflow, ...(itemFile?.folder.statuses ?? [])]),
  );
  const used = usedNames(plan);
  const joint = jointOf([...used.values()]);
  const names = new Map<string, string>();
  const add = (name: string) => {
    const key = statusKey(name);
    if (!names.has(key)) {
      names.set(key, used.get(key) ?? name.replace(/[- ]/g, joint));
    }
  };
  for (const name of own.keys()) {
    add(name);
  }
  for (const name of used.values()) {
    add(name);
  }
  for (const category of STATUS_CATEGORIES) {
    add(category);
    COMMON[category].forEach(add);
  }
  return [...names.values()].flatMap((name): Candidate[] => {
    const category = categoryOfStatus(name, own);
    const counts = category === undefined || category === name ? undefined : t('counts as {0}', category);
    return category === undefined
      ? []
      : [{ name, words: undefined, kind: 'status', detail: counts, documentation: undefined }];
  });
}

/** As they are written, by {@link statusKey}; the first spelling of each. */
function usedNames({ workItems, releases }: Plan): ReadonlyMap<string, string> {
  const seen = new Set<string>();
  const used = new Map<string, string>();
  for (const { status, fields } of [...workItems, ...releases]) {
    // A check box is a status, but no word.
    if (status && !seen.has(status.name) && fields.get('status')?.key) {
      seen.add(status.name);
      const key = statusKey(status.name);
      if (!used.has(key)) {
        used.set(key, status.name);
      }
    }
  }
  return used;
}

/** How this team joins words: `in-progress`, `in progress` or `in_progress`. */
function jointOf(names: readonly string[]): string {
  return names.flatMap((name) => /[a-z]([-_ ])[a-z]/i.exec(name)?.[1] ?? [])[0] ?? '-';
}
