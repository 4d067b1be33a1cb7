import { type FindingsReport } from './findingsReport';

/** Findings as the command line prints them: `schemaVersion` 1. Lines and columns start at 1; the end is behind the last letter. */
export function findingsJson({ findings, range, notes }: FindingsReport) {
  return {
    schemaVersion: 1,
    findings: findings.map(({ finding, fingerprint }) => {
      const { start, end } = range(finding.place);
      return {
        code: finding.code,
        severity: finding.severity,
        message: finding.message,
        path: finding.place.path,
        line: start.line + 1,
        column: start.column + 1,
        endLine: end.line + 1,
        endColumn: end.column + 1,
        item: finding.item ?? null,
        fingerprint,
        related: finding.related.map((related) =>
          'commit' in related
            ? { commit: related.commit, message: related.message }
            : { path: related.place.path, line: range(related.place).start.line + 1, message: related.message },
        ),
      };
    }),
    notes,
  };
}
