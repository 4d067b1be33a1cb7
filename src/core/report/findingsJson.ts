import type { Finding } from '../model/finding';
import type { Locate } from './locate';

/** Findings as the command line prints them: `schemaVersion` 1. Lines and columns start at 1. */
export function findingsJson(findings: readonly Finding[], locate: Locate) {
  return {
    schemaVersion: 1,
    findings: findings.map((finding) => {
      const { line, column } = locate(finding.place);
      return {
        code: finding.code,
        severity: finding.severity,
        message: finding.message,
        path: finding.place.path,
        line: line + 1,
        column: column + 1,
        item: finding.item ?? null,
        related: finding.related.map((related) =>
          'commit' in related
            ? { commit: related.commit, message: related.message }
            : { path: related.place.path, line: locate(related.place).line + 1, message: related.message },
        ),
      };
    }),
  };
}
