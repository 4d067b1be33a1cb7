import { t } from '../core/words/t';
import { itemName, itemSummary } from '../core/report/itemWords';
import type { Roadmap, WorkItem } from '../core/model/roadmap';
import { escapeMarkdown } from '../core/report/markdown';
import { branchWork } from '../core/workflow/branchWork';
import { locateRepository } from '../engine/git/locateRepository';
import type { BranchItem, Overview } from '../protocol/messages';
import { type Folder, uriOf } from './folder';
import { nothingReady } from './tree/nextUpTree';
import { nothingUnplanned } from './tree/unplannedTree';

/** What the client needs to know of all folders at any time. */
export function overviewOf(folders: readonly Folder[]): Overview {
  const reason = nothingReady(folders);
  const noCommits = whyNoCommits(folders);
  const planned = nothingUnplanned(folders, noCommits?.sentence);
  return {
    folders: folders.map((folder) => ({
      uri: folder.uri,
      roadmaps: shownRoadmaps(folder.engine.trace.plan.roadmaps).map((roadmap) => uriOf(folder, roadmap.path)),
      items: folder.engine.trace.plan.workItems.length,
    })),
    branchItems: folders.flatMap((folder) => branchItemOf(folder) ?? []),
    busy: folders.map((folder) => folder.engine.busy).find((words) => words !== undefined),
    ...(reason !== undefined && { nothingReady: reason }),
    ...(planned !== undefined && { nothingUnplanned: planned }),
    ...(noCommits && { noCommits }),
    errors: folders.reduce((count, folder) => count + folder.engine.findings.countOf('error'), 0),
  };
}

const noRepositories = () => t('None of the folders is in a Git repository, so commits are not shown.');

/** Without a roadmap git is not asked, but files say whether there is a repository. */
function whyNoCommits(folders: readonly Folder[]): Overview['noCommits'] {
  const reasons = folders.map(({ engine: { repository, noRepository, folder, trace } }) => {
    const sentence = repository ? undefined : noRepository;
    const why =
      sentence === undefined || locateRepository(folder) ? ('unavailable' as const) : ('noRepository' as const);
    const isKnown = why === 'noRepository' || trace.plan.roadmaps.length > 0;
    return sentence !== undefined && isKnown ? { why, sentence } : undefined;
  });
  const [first, ...others] = reasons;
  if (!first || others.some((other) => other?.why !== first.why)) {
    return undefined;
  }
  return others.length > 0 && first.why === 'noRepository' ? { ...first, sentence: noRepositories() } : first;
}

/** Of a folder of item files only the first, which is its configuration where it has one. */
function shownRoadmaps(roadmaps: readonly Roadmap[]): readonly Roadmap[] {
  const folders = new Set<string>();
  return roadmaps.filter(({ itemFile }) => {
    const isShown = !itemFile || !folders.has(itemFile.folder.path);
    if (itemFile) {
      folders.add(itemFile.folder.path);
    }
    return isShown;
  });
}

/** The item that the folder's branch names; undefined: it names none that the plan knows. */
export function itemOfBranch({ engine: { head, finder, trace } }: Folder): WorkItem | undefined {
  return head.branch === null ? undefined : branchWork(head.branch, trace.plan, finder);
}

/** The same in words. */
function branchItemOf(folder: Folder): BranchItem | undefined {
  const { head, trace, today } = folder.engine;
  const item = itemOfBranch(folder);
  if (!item || head.branch === null) {
    return undefined;
  }
  const summary = itemSummary(item, trace, today);
  return {
    folder: folder.uri,
    id: item.id,
    label: itemName(item),
    tooltip: `**${escapeMarkdown(itemName(item))}**\n\n${escapeMarkdown(summary)}\n\n${t('Named by the branch {0}.', escapeMarkdown(head.branch))}`,
  };
}
