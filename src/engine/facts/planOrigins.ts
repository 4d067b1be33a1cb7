import { posix } from 'node:path';
import type { StatedItem, StatedPlan } from '../../core/planHistory/statedItem';
import { type FileDifference, listDifferences } from '../git/fileVersions';
import type { Repository } from '../git/repository';
import { type PlanOrigin, type PlanRoot, type PlanText, readingModeOf, rootOf } from './planRoots';
import type { StatedPlans } from './statedPlans';

/** A commit that brought the first files of a root. */
export interface Birth {
  readonly root: PlanRoot;
  readonly sha: string;
  readonly parent: string;
  /** The files that it brought, with their versions. */
  readonly files: ReadonlyMap<string, string>;
}

type FoundOrigin = Omit<PlanOrigin, 'heir' | 'until'>;

/** More files that went or changed in one commit are a move of everything. */
const MOST_CANDIDATES = 40;
const MOST_FOLDERS = 4;

const ROADMAP_LIKE = /\.(?:md|markdown|ya?ml|jsonc?)$/i;
const NAMED_LIKE = /roadmap|backlog|plan|todo|milestone|epic|stor(?:y|ies)|feature/i;

/**
 * Where the items of a new root come from: the file or folder that was renamed to it, or other files of the same commit that
 * lost items which the new ones have.
 *
 * @param known what is followed already
 */
export async function findOrigins(
  repository: Repository,
  { root, sha, parent, files }: Birth,
  known: readonly PlanRoot[],
  plans: StatedPlans,
  signal: AbortSignal | undefined,
): Promise<readonly FoundOrigin[]> {
  const differences = await listDifferences(repository, parent, sha, signal);
  const isOther = ({ from }: FileDifference) => from !== '' && ROADMAP_LIKE.test(from) && !rootOf(from, known);
  const renamed = differences.filter((each) => each.from !== each.to && files.has(each.to) && isOther(each));
  const origins = new Map<string, FoundOrigin>();
  for (const { from, to } of renamed) {
    const origin = originOf(root, from, to);
    if (origins.size < MOST_FOLDERS) {
      origins.set(origin.path, origin);
    }
  }
  if (origins.size > 0) {
    return [...origins.values()];
  }
  const candidates = differences
    .filter((each) => (each.to === '' || each.to === each.from) && each.fromBlob !== undefined && isOther(each))
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, MOST_CANDIDATES);
  return splitOrigins(repository, { root, files, candidates, plans }, signal);
}

function originOf(root: PlanRoot, from: string, to: string): FoundOrigin {
  const isOfItems = root.itemFolder !== undefined;
  if (!root.isFolder) {
    return { path: from, isFolder: false, isOfItems };
  }
  const inside = to.slice(root.path.length);
  const folder = from.endsWith(inside) ? from.slice(0, from.length - inside.length) : posix.dirname(from);
  // What lay at the top is one file among others that are no items.
  const isFolder = folder !== '' && folder !== '.';
  return { path: isFolder ? folder : from, isFolder, isOfItems };
}

/** Those that are gone before those that changed, those of a telling name before others. */
function rank({ to, from }: FileDifference): number {
  return (to === '' ? 0 : 2) + (NAMED_LIKE.test(from) ? 0 : 1);
}

interface Split {
  readonly root: PlanRoot;
  readonly files: ReadonlyMap<string, string>;
  readonly candidates: readonly FileDifference[];
  readonly plans: StatedPlans;
}

async function splitOrigins(
  repository: Repository,
  { root, files, candidates, plans }: Split,
  signal: AbortSignal | undefined,
): Promise<FoundOrigin[]> {
  const born = [...files].flatMap(([path, blob]) => textOf(path, blob, root) ?? []);
  const versions = candidates.map(({ from, fromBlob, toBlob }) => {
    const origin: PlanRoot = { path: from, isFolder: false, itemFolder: undefined };
    return { origin, before: textOf(from, fromBlob, origin), after: textOf(from, toBlob, origin) };
  });
  const texts = [...born, ...versions.flatMap(({ before, after }) => [before, after])];
  await plans.read(
    repository,
    texts.filter((each) => each !== undefined),
    { signal },
  );
  const come = born.flatMap((text) => plans.get(text)?.items ?? []);
  return versions
    .filter(({ before, after }) => gaveItems(before && plans.get(before), after && plans.get(after), come))
    .map(({ origin: { path } }) => ({ path, isFolder: false, isOfItems: false }));
}

function textOf(path: string, blob: string | undefined, root: PlanRoot): PlanText | undefined {
  const mode = readingModeOf(path, root);
  return blob === undefined || !mode ? undefined : { blob, mode };
}

/** Whether most of what a file lost, or most of what came, are the same items. */
function gaveItems(
  before: StatedPlan | undefined,
  after: StatedPlan | undefined,
  come: readonly StatedItem[],
): boolean {
  const kept = new Set(after?.items.map(({ id }) => id));
  const lost = new Set((before?.items ?? []).map(({ id }) => id).filter((id) => !kept.has(id)));
  const common = come.filter(({ id }) => lost.has(id));
  const isTelling = common.some(({ derivedId }) => !derivedId) || common.length > 1;
  return isTelling && common.length * 2 >= Math.min(lost.size, come.length);
}
