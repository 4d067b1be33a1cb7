import type { ChangedCommit } from './codeHistory';
import type { CodeIndex } from './codeIndex';

/** Two files of which the second usually changes when the first does. */
export interface Coupling {
  readonly file: string;
  readonly partner: string;
  /** Commits that changed both. */
  readonly support: number;
  /** Commits that changed the first one. */
  readonly commits: number;
  /** The one divided by the other, 0 to 1. */
  readonly confidence: number;
}

/** What is asked of a coupling. */
export interface CouplingBounds {
  readonly support: number;
  readonly confidence: number;
}

/** A commit of more files couples nothing: with every file the pairs become many and say little. */
const MOST_FILES_TOGETHER = 20;
/** The newest commits of a file tell what it is coupled to now. */
const MOST_COMMITS = 200;

/**
 * Files that the ones given usually change together with, and are not among them: association rules of one file on either
 * side, as by Zimmermann et al., Mining Version Histories to Guide Software Changes (2005). The surest one for each partner.
 *
 * @param without commits that do not count, since they are what is asked about
 */
export function couplingsOf(
  paths: ReadonlySet<string>,
  index: CodeIndex,
  { support, confidence }: CouplingBounds,
  without: ReadonlySet<ChangedCommit>,
): Coupling[] {
  const best = new Map<string, Coupling>();
  for (const file of paths) {
    const commits = (index.files.get(file) ?? [])
      .slice(0, MOST_COMMITS)
      .filter((commit) => !without.has(commit) && commit.code.length <= MOST_FILES_TOGETHER);
    if (commits.length < support) {
      continue;
    }
    for (const [partner, both] of partnersIn(commits)) {
      const sure = both / commits.length;
      if (both >= support && sure >= confidence && !paths.has(partner) && index.files.has(partner)) {
        const known = best.get(partner);
        if (!known || known.confidence < sure || (known.confidence === sure && known.support < both)) {
          best.set(partner, { file, partner, support: both, commits: commits.length, confidence: sure });
        }
      }
    }
  }
  return [...best.values()].sort((a, b) => b.confidence - a.confidence || b.support - a.support);
}

/** How many of the commits changed each file. */
function partnersIn(commits: readonly ChangedCommit[]): Map<string, number> {
  const partners = new Map<string, number>();
  for (const { code } of commits) {
    for (const { path } of code) {
      partners.set(path, (partners.get(path) ?? 0) + 1);
    }
  }
  return partners;
}
