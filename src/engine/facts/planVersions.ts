import { type Day, dayOfTimestamp } from '../../core/model/calendar';
import type { PlanMoment } from '../../core/planHistory/planHistory';
import { type CommitOfFiles, isOnMainline, listFileVersions } from '../git/fileVersions';
import type { Repository } from '../git/repository';
import { type Birth, findOrigins } from './planOrigins';
import { type PlanOrigin, type PlanRoot, type PlanText, readingModeOf, rootOf, rootOfOrigin } from './planRoots';
import type { StatedPlans } from './statedPlans';

/** What a commit made of the files of the plan. Plain data. */
export interface ListedVersion {
  readonly moment: PlanMoment;
  /** By path; undefined: the file is no part of the plan any more. */
  readonly files: readonly (readonly [path: string, text: PlanText | undefined])[];
}

/** The versions of a plan up to a commit. Plain data. */
export interface VersionList {
  readonly head: string;
  /** The oldest first. */
  readonly commits: readonly CommitOfFiles[];
  /** What today's roadmaps were before, up to the commit in which they became what they are. */
  readonly origins: readonly PlanOrigin[];
  /** Where the changes of a merge come from, by the version that it brought. */
  readonly writtenIn: Readonly<Record<string, Writer>>;
  /** False where older versions were left out. */
  readonly isWhole: boolean;
  /** Why not all could be read, in one sentence. */
  readonly incomplete: string | undefined;
}

interface Writer {
  readonly sha: string;
  readonly author: string;
}

export interface ListingContext {
  readonly repository: Repository;
  readonly head: string;
  readonly roots: readonly PlanRoot[];
  readonly plans: StatedPlans;
  /** So many versions, the newest. */
  readonly most: number;
  readonly signal: AbortSignal | undefined;
}

/** A roadmap that was renamed more often than so is not followed further. */
const MOST_ROUNDS = 8;

/**
 * Lists the versions of the plan's files along the first parents of HEAD: a statement became true when it came to this branch,
 * and what two branches said at the same time never flickers. Files that were renamed or split are followed.
 */
export async function listVersions(context: ListingContext): Promise<VersionList> {
  const { repository, head, roots, plans, signal } = context;
  const origins: PlanOrigin[] = [];
  const allRoots = () => [...roots, ...origins.map((origin) => rootOfOrigin(origin, roots))];
  const looked = new Set<string>();
  for (let round = 1; ; round++) {
    const all = allRoots();
    const found = await log(context, all, undefined);
    const births = birthsIn(found.commits, all).filter(({ root, sha }) => !looked.has(`${sha} ${root.path}`));
    if (births.length === 0 || round === MOST_ROUNDS) {
      return { head, origins, ...found };
    }
    for (const birth of births) {
      looked.add(`${birth.sha} ${birth.root.path}`);
      const heir = origins.find(({ path }) => path === birth.root.path)?.heir ?? birth.root.path;
      for (const origin of await findOrigins(repository, birth, allRoots(), plans, signal)) {
        origins.push({ ...origin, heir, until: birth.sha });
      }
    }
  }
}

/** The same list, with what came since; undefined: it has to be made anew. */
export async function continueList(list: VersionList, context: ListingContext): Promise<VersionList | undefined> {
  const { repository, head, roots, signal, most } = context;
  if (!(await isOnMainline(repository, list.head, head, signal))) {
    return undefined;
  }
  const added = await log(context, roots, list.head);
  const commits = [...list.commits, ...added.commits];
  const births = birthsIn(commits, roots).filter(({ sha }) => added.commits.some((commit) => commit.sha === sha));
  return births.length > 0 || !added.isWhole || commits.length > most
    ? undefined
    : { ...list, head, commits, writtenIn: { ...list.writtenIn, ...added.writtenIn }, incomplete: added.incomplete };
}

async function log(
  { repository, head, most, signal }: ListingContext,
  roots: readonly PlanRoot[],
  since: string | undefined,
): Promise<Pick<VersionList, 'commits' | 'isWhole' | 'writtenIn' | 'incomplete'>> {
  const request = { since, to: head, paths: roots.map(({ path }) => path), signal };
  const found = await listFileVersions(repository, { ...request, commits: 'mainline', most: most + 1 });
  const isWhole = found.commits.length <= most;
  const commits = isWhole ? found.commits : found.commits.slice(1);
  const hasMerges = commits.some(({ parents }) => parents.length > 1);
  const written = hasMerges
    ? await listFileVersions(repository, { ...request, commits: 'written', most: most * 4 })
    : undefined;
  return { commits, isWhole, writtenIn: writersOf(commits, written?.commits ?? []), incomplete: found.incomplete };
}

function writersOf(mainline: readonly CommitOfFiles[], written: readonly CommitOfFiles[]): Record<string, Writer> {
  const merged = new Set(
    mainline.filter(({ parents }) => parents.length > 1).flatMap(({ files }) => files.map(keyOfFile)),
  );
  const writers: Record<string, Writer> = {};
  for (const { sha, author, files } of written) {
    for (const key of files.map(keyOfFile)) {
      if (merged.has(key)) {
        writers[key] = { sha, author };
      }
    }
  }
  return writers;
}

function keyOfFile({ path, blob }: CommitOfFiles['files'][number]): string {
  return `${blob ?? ''} ${path}`;
}

/** Where a root has files for the first time, or again. */
function birthsIn(commits: readonly CommitOfFiles[], roots: readonly PlanRoot[]): Birth[] {
  const alive = new Map<PlanRoot, Set<string>>();
  const births: Birth[] = [];
  for (const { sha, parents, files } of commits) {
    const come = new Map<PlanRoot, Map<string, string>>();
    const before = new Map([...alive].map(([root, paths]) => [root, paths.size]));
    for (const { path, blob, isNew } of files) {
      const root = rootOf(path, roots);
      if (!root || !readingModeOf(path, root)) {
        continue;
      }
      const paths = alive.get(root) ?? new Set();
      alive.set(root, paths);
      if (blob === undefined) {
        paths.delete(path);
        continue;
      }
      paths.add(path);
      if (isNew) {
        come.set(root, (come.get(root) ?? new Map<string, string>()).set(path, blob));
      }
    }
    const [parent] = parents;
    for (const [root, born] of come) {
      if (parent !== undefined && (before.get(root) ?? 0) === 0) {
        births.push({ root, sha, parent, files: born });
      }
    }
  }
  return births;
}

/**
 * The versions that a list holds, the oldest first, each with how its files are to be read. What one person said on one day, with
 * nobody else in between, is one version, the last: all that rests on it is told by days, and a plan that is committed twenty
 * times a day need not be parsed twenty times.
 */
export function versionsOf(list: VersionList, roots: readonly PlanRoot[]): ListedVersion[] {
  const places = new Map(list.commits.map(({ sha }, index) => [sha, index]));
  const origins = list.origins.map((origin) => ({
    root: rootOfOrigin(origin, roots),
    until: places.get(origin.until) ?? 0,
  }));
  const alive = new Set<string>();
  const versions: ListedVersion[] = [];
  let day: Day | undefined;
  for (const [index, commit] of list.commits.entries()) {
    const current = [...roots, ...origins.filter(({ until }) => until > index).map(({ root }) => root)];
    const files = new Map<string, PlanText | undefined>();
    for (const { path, blob } of commit.files) {
      const root = rootOf(path, current);
      const mode = root && readingModeOf(path, root);
      if (mode) {
        files.set(path, blob === undefined ? undefined : { blob, mode });
      }
    }
    if (origins.some(({ until }) => until === index)) {
      for (const path of alive) {
        if (!rootOf(path, current)) {
          files.set(path, undefined);
        }
      }
    }
    for (const [path, text] of files) {
      if (text) {
        alive.add(path);
      } else {
        alive.delete(path);
      }
    }
    if (files.size > 0) {
      day = dayOf(commit, day);
      const moment = { ...writerOf(commit, list), day };
      const former = versions.at(-1);
      const isSameHand = former?.moment.day === day && former.moment.author === moment.author;
      if (former && isSameHand) {
        versions.pop();
      }
      versions.push({ moment, files: [...new Map([...(isSameHand ? former.files : []), ...files])] });
    }
  }
  return versions;
}

/** Of a merge whoever wrote the version that it brought, where that is one person's. */
function writerOf(commit: CommitOfFiles, { writtenIn }: VersionList): Writer {
  const { sha, author, parents, files } = commit;
  const writers = parents.length > 1 ? files.map((file) => writtenIn[keyOfFile(file)]) : [];
  const [first] = writers;
  return first && writers.every((writer) => writer?.author === first.author) ? first : { sha, author };
}

/**
 * The author's day; but what was written before the version it follows was put there later, on a day that the committer's date
 * tells.
 */
function dayOf({ authored, committed }: CommitOfFiles, former: Day | undefined): Day {
  const written = dayOfTimestamp(authored) ?? former ?? 0;
  if (former === undefined || written >= former) {
    return written;
  }
  return Math.max(written, Math.min(former, dayOfTimestamp(committed) ?? former));
}
