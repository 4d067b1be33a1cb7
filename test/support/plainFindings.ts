import type { Finding } from '../../src/core/model/finding';

/** All that findings say, as values that can be compared: their words are made when they are read. */
export function plainFindings(findings: readonly Finding[]): Record<keyof Finding, unknown>[] {
  return findings.map(
    ({ code, severity, message, place, item, related, about, suggestion, unknownId, paths, proposal }) => ({
      code,
      severity,
      message,
      place,
      item,
      related,
      about,
      suggestion,
      unknownId,
      paths,
      proposal,
    }),
  );
}
