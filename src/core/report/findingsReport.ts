import type { NamedFinding } from '../findings/fingerprint';
import type { Finding, Severity } from '../model/finding';
import type { LocateRange } from './locate';

/** What all forms of a report of findings are made of. */
export interface FindingsReport {
  /** Sorted by path, then by place. */
  readonly findings: readonly NamedFinding[];
  readonly range: LocateRange;
  /**
   * The path as the systems that read reports want it: relative to the repository's top, separated by `/`. Absolute for a
   * roadmap outside of it.
   */
  readonly pathOf: (path: string) => string;
  /** One sentence each: findings that were held back, say. */
  readonly notes: readonly string[];
}

/** From worst to mildest. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** The worst first; within a severity the order stays. */
export function worstFirst(findings: readonly NamedFinding[]): NamedFinding[] {
  return findings.toSorted((a, b) => SEVERITIES.indexOf(a.finding.severity) - SEVERITIES.indexOf(b.finding.severity));
}

/** `3 errors, 1 warning`; empty when there are none. */
export function severityCounts(findings: readonly Pick<Finding, 'severity'>[]): string {
  return SEVERITIES.map((severity) => [severity, findings.filter((each) => each.severity === severity).length] as const)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => severityCount(count, severity))
    .join(', ');
}

/** `1 error`, `3 errors`, `3 information`. */
export function severityCount(count: number, severity: Severity): string {
  return `${count} ${severity}${count === 1 || severity === 'information' ? '' : 's'}`;
}

/** Where the other side of a finding stands; commits are told elsewhere. */
export function relatedPlaces({ related }: Finding) {
  return related.flatMap((each) => ('place' in each ? [each] : []));
}

export function relatedCommits({ related }: Finding) {
  return related.flatMap((each) => ('commit' in each ? [each] : []));
}
