import type { Day } from '../model/calendar';
import type { ChangedCommit } from './codeHistory';
import type { Author, People } from './people';

/** How much of the changes is one person's. A commit of two authors counts for both. */
export interface AuthorShare {
  readonly author: Author;
  readonly commits: number;
  /** Of all commits, 0 to 1. */
  readonly share: number;
  readonly last: Day;
}

/** What happened to a file, a component or the code of a story. */
export interface Activity {
  /** Churn, in commits. */
  readonly commits: number;
  /** The largest share first. */
  readonly authors: readonly AuthorShare[];
  /** Days of the first and the last change; undefined: there is none. */
  readonly first: Day | undefined;
  readonly last: Day | undefined;
}

export function activityOf(changes: Iterable<ChangedCommit>, people: People): Activity {
  const authors = new Map<Author, { commits: number; last: Day }>();
  let commits = 0;
  let first: Day | undefined;
  let last: Day | undefined;
  for (const { commit, day } of changes) {
    commits++;
    first = first === undefined ? day : Math.min(first, day);
    last = last === undefined ? day : Math.max(last, day);
    for (const author of people.authorsOf(commit)) {
      const known = authors.get(author);
      authors.set(author, { commits: (known?.commits ?? 0) + 1, last: Math.max(known?.last ?? day, day) });
    }
  }
  const shares = Array.from(authors, ([author, each]) => ({ author, ...each, share: each.commits / commits }));
  return { commits, authors: shares.sort((a, b) => b.commits - a.commits || b.last - a.last), first, last };
}
