import type { NamedFinding } from './fingerprint';

/** A finding of another state of the files, as far as it is needed to know it again. */
export interface KnownFinding {
  readonly fingerprint: string;
  readonly code: string;
  readonly item: string | undefined;
  readonly path: string;
  readonly message: string;
}

export interface Comparison {
  /** In the order given. */
  readonly fresh: readonly NamedFinding[];
  /** Those that were known. */
  readonly held: readonly NamedFinding[];
  /** What was known and is found no more, in the order given. */
  readonly gone: readonly KnownFinding[];
}

export function knownFinding({ finding, fingerprint }: NamedFinding): KnownFinding {
  const { code, item, place, message } = finding;
  return { fingerprint, code, item, path: place.path, message };
}

/**
 * Parts findings into those that were known and those that are new. Each known one holds back one finding of the same
 * fingerprint: of several the one that is most alike, so that what is shown as new is what came.
 */
export function compareFindings(findings: readonly NamedFinding[], known: readonly KnownFinding[]): Comparison {
  const held = new Set<NamedFinding>();
  const left = new Set(known);
  for (const likenessOf of LIKENESS) {
    const alike = new Map<string, KnownFinding[]>();
    for (const each of [...left].toReversed()) {
      const key = likenessOf(each);
      const group = alike.get(key);
      if (group) {
        group.push(each);
      } else {
        alike.set(key, [each]);
      }
    }
    for (const named of findings) {
      const match = held.has(named) ? undefined : alike.get(likenessOf(knownFinding(named)))?.pop();
      if (match) {
        held.add(named);
        left.delete(match);
      }
    }
  }
  return {
    fresh: findings.filter((named) => !held.has(named)),
    held: findings.filter((named) => held.has(named)),
    gone: known.filter((each) => left.has(each)),
  };
}

/** From what is surely the same to what only has the same fingerprint. */
const LIKENESS: readonly ((known: KnownFinding) => string)[] = [
  ({ fingerprint, path, message }) => [fingerprint, path, message].join('\0'),
  ({ fingerprint, message }) => [fingerprint, message].join('\0'),
  ({ fingerprint, path }) => [fingerprint, path].join('\0'),
  ({ fingerprint }) => fingerprint,
];
