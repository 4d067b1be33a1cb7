import { comparableSubject } from '../commits/undoing';
import type { Commit, Undoing } from '../model/commit';
import type { Certainty } from '../model/marks';

export interface Target {
  readonly position: number;
  readonly certainty: Certainty;
}

export interface Targets {
  /** What each revert takes back; reverts of what the history does not hold are left out. */
  readonly undone: ReadonlyMap<number, readonly Target[]>;
  /** What each cherry-pick was picked from. */
  readonly originals: ReadonlyMap<number, number>;
  /** Hashes that messages name and the history does not hold. */
  readonly missing: ReadonlySet<string>;
}

/**
 * Finds what the commits from `first` on take back or were picked from.
 *
 * A hash is certain. A hash that the history does not hold may be that of a commit that was picked into it (also certain);
 * else the number of a pull request or the subject tells, which is probable. Of several with one subject the last before the
 * revert is meant.
 *
 * @param commits oldest first
 * @param positions of commits by their whole hashes
 */
export function findTargets(
  commits: readonly Commit[],
  positions: ReadonlyMap<string, number>,
  first: number,
): Targets {
  const undone = new Map<number, readonly Target[]>();
  const originals = new Map<number, number>();
  const missing = new Set<string>();
  const searching: number[] = [];
  for (let position = first; position < commits.length; position++) {
    const { undoes, pickedFrom } = commits[position] ?? {};
    const isKnown = (sha: string): boolean => positions.has(sha);
    const original = pickedFrom?.findLast(isKnown);
    if (original !== undefined) {
      originals.set(position, positions.get(original) ?? position);
    }
    if (undoes && undoes.shas.length > 0 && undoes.shas.every(isKnown)) {
      undone.set(position, certainTargets(undoes.shas, positions, position));
    } else if (undoes) {
      searching.push(position);
    }
    for (const sha of [...(pickedFrom ?? []), ...(undoes?.shas ?? [])]) {
      if (!isKnown(sha)) {
        missing.add(sha);
      }
    }
  }
  if (searching.length > 0) {
    searchBack(commits, positions, searching, undone);
  }
  return { undone, originals, missing };
}

function certainTargets(
  shas: readonly string[],
  positions: ReadonlyMap<string, number>,
  self: number,
): readonly Target[] {
  const found = new Set(shas.map((sha) => positions.get(sha) ?? self));
  found.delete(self);
  return Array.from(found, (position) => ({ position, certainty: 'certain' }));
}

/** Walks the history once, from its beginning, and remembers by each wanted name the last commit that bears it. */
function searchBack(
  commits: readonly Commit[],
  positions: ReadonlyMap<string, number>,
  searching: readonly number[],
  undone: Map<number, readonly Target[]>,
): void {
  const wanted = wantedNames(searching.flatMap((position) => commits[position]?.undoes ?? []));
  const last = new Map<string, number>();
  let next = 0;
  for (const [position, commit] of commits.entries()) {
    if (position === searching[next]) {
      next++;
      const targets = commit.undoes ? targetsOf(commit.undoes, positions, last) : [];
      const others = targets.filter((target) => target.position !== position);
      if (others.length > 0) {
        undone.set(position, others);
      }
    }
    for (const name of wantedNamesOf(commit, wanted)) {
      last.set(name, position);
    }
  }
}

interface Wanted {
  readonly names: ReadonlySet<string>;
  readonly shaLengths: ReadonlySet<number>;
  readonly hasPulls: boolean;
  /** The last letters of the subjects, of which nearly every other commit has other ones. */
  readonly subjectTails: ReadonlySet<string>;
  readonly tailLength: number;
}

function wantedNames(undoings: readonly Undoing[]): Wanted {
  const shas = undoings.flatMap((undoing) => undoing.shas);
  const pulls = undoings.flatMap((undoing) => undoing.pulls);
  const subjects = undoings.flatMap(({ subject }) => subject || []);
  const tailLength = subjects.reduce((length, subject) => Math.min(length, subject.length), LONGEST_SUBJECT_TAIL);
  return {
    names: new Set([...shas.map(shaName), ...pulls.map(pullName), ...subjects.map(subjectName)]),
    shaLengths: new Set(shas.map((sha) => sha.length)),
    hasPulls: pulls.length > 0,
    subjectTails: new Set(subjects.map((subject) => subject.slice(-tailLength))),
    tailLength,
  };
}

const LONGEST_SUBJECT_TAIL = 12;

function targetsOf(
  { shas, pulls, subject }: Undoing,
  positions: ReadonlyMap<string, number>,
  last: ReadonlyMap<string, number>,
): Target[] {
  const bySha = shas.flatMap((sha) => positions.get(sha) ?? last.get(shaName(sha)) ?? []);
  if (bySha.length > 0) {
    return distinct(bySha, 'certain');
  }
  const byPull = pulls.flatMap((pull) => last.get(pullName(pull)) ?? []);
  const bySubject = subject === undefined ? undefined : last.get(subjectName(subject));
  return distinct(byPull.length > 0 || bySubject === undefined ? byPull : [bySubject], 'probable');
}

function distinct(positions: readonly number[], certainty: Certainty): Target[] {
  return Array.from(new Set(positions), (position) => ({ position, certainty }));
}

/** By what of the wanted a revert may call this commit. Every commit is asked, and nearly none is wanted. */
function wantedNamesOf({ sha, subject, pickedFrom }: Commit, wanted: Wanted): string[] {
  const { names, shaLengths, hasPulls, subjectTails, tailLength } = wanted;
  const candidates: string[] = [];
  for (const length of shaLengths) {
    candidates.push(...[sha, ...pickedFrom].map((each) => shaName(each.slice(0, length))));
  }
  const plain = comparableSubject(subject);
  if (subjectTails.has(plain.slice(-tailLength))) {
    const [kind = '', type = ''] = /^(\p{L}{1,20})(?:\([^()]{1,60}\))?!?: /u.exec(plain) ?? [];
    candidates.push(...['', type, kind].map((prefix) => subjectName(plain.slice(prefix.length))));
  }
  const pull = hasPulls && (PULL.exec(subject.slice(0, LONGEST_HEAD)) ?? PULL.exec(subject.slice(-LONGEST_TAIL)));
  if (pull) {
    candidates.push(pullName(Number(pull[1] ?? pull[2])));
  }
  return candidates.filter((name) => names.has(name));
}

/** `… (#45)` of a squashed pull request, or the subject of a merged one. */
const PULL = /\(#(\d{1,9})\)$|^(?:Merge pull request|Merged PR|Pull request) #?(\d{1,9})\b/;
const LONGEST_HEAD = 200;
const LONGEST_TAIL = 20;

const shaName = (sha: string): string => `commit ${sha}`;
const pullName = (number: number): string => `pull ${number}`;
const subjectName = (subject: string): string => `subject ${subject}`;
