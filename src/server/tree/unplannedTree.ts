import { t } from '../../core/words/t';
import type { Annotation, FileMarks } from '../../core/model/marks';
import { counted } from '../../core/report/itemWords';
import { escapeMarkdown } from '../../core/report/markdown';
import type { UnknownId } from '../../core/trace/evidence';
import { compareIds } from '../../core/ids/itemId';
import { listCommits } from '../../engine/git/commits';
import { UNKNOWN_ID_ROW, UNPLANNED_ROW } from '../../protocol/contributions';
import type { NodeIcon, TreeNode } from '../../protocol/messages';
import type { Folder } from '../folder';
import {
  annotationNode,
  capped,
  commitNode,
  linkedAnnotationNode,
  linkedCommitNode,
  referenceNode,
} from './evidenceNodes';
import { ICONS } from './icons';
import { decodeKey, encodeKey, type NodeKey } from './nodeKey';
import { listing } from '../../core/words/count';

/** Commits are asked of git only when somebody opens the row, this many at a time. */
const COMMITS_A_PAGE = 50;

/** The rows under a row of the *Unplanned* view: what code and history hold that the plan does not know. */
export async function unplannedRows(folders: readonly Folder[], parent: string | undefined): Promise<TreeNode[]> {
  const planned = folders.filter((folder) => folder.engine.trace.plan.roadmaps.length > 0);
  if (parent === undefined) {
    return planned.length === 1 ? planned.flatMap(topRows) : planned.map(folderNode);
  }
  const key = decodeKey(parent);
  const folder = planned.find(({ uri }) => uri === key?.folder);
  return key && folder ? rowsUnder(folder, key) : [];
}

/**
 * What was looked at, in words, where nothing is unplanned; undefined: something is, or there is no plan at all.
 *
 * @param noCommits why there are no commits to look at; undefined: there are
 */
export function nothingUnplanned(folders: readonly Folder[], noCommits: string | undefined): string | undefined {
  const traces = folders.map(({ engine }) => engine.trace).filter(({ plan }) => plan.workItems.length > 0);
  const isAnything = traces.some(
    (trace) =>
      trace.unplannedCommitCount() > 0 ||
      trace.unknownIds().length > 0 ||
      [...trace.files.values()].some(({ annotations }) => annotations.some(({ mentions }) => mentions.length === 0)),
  );
  if (traces.length === 0 || isAnything) {
    return undefined;
  }
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
  const annotations = sum(traces.flatMap(({ files }) => Array.from(files.values(), (file) => file.annotations.length)));
  const looked = [
    counted(annotations, 'annotation'),
    ...(noCommits === undefined ? [counted(sum(traces.map(({ commitCount }) => commitCount)), 'commit')] : []),
  ];
  return [t('Nothing is unplanned among {0}.', listing(looked)), ...(noCommits === undefined ? [] : [noCommits])].join(
    ' ',
  );
}

async function rowsUnder(folder: Folder, { kind, parts }: NodeKey): Promise<TreeNode[]> {
  const [name = ''] = parts;
  switch (kind) {
    case 'folder':
      return topRows(folder);
    case 'annotations':
      return unplannedFiles(folder).map(({ file, annotations }) => fileNode(folder, file, annotations));
    case 'file':
      return annotationRows(folder, name);
    case 'unknownIds':
      return unknownIds(folder).map((unknown) => unknownIdNode(folder, unknown));
    case 'unknownId':
      return unknownIdRows(folder, name);
    case 'commits':
      return commitRows(folder, Number(name) || 0);
    default:
      return [];
  }
}

function topRows(folder: Folder): TreeNode[] {
  const annotations = unplannedFiles(folder).reduce((sum, file) => sum + file.annotations.length, 0);
  const ids = unknownIds(folder).length;
  const commits = folder.engine.trace.unplannedCommitCount();
  return [
    groupNode(folder, 'annotations', t('Annotations with no story'), ICONS.annotations, annotations),
    groupNode(folder, 'unknownIds', t('IDs that no roadmap knows'), ICONS.unknownId, ids),
    groupNode(folder, 'commits', t('Commits with no story'), ICONS.commits, commits),
  ].flatMap((node) => node ?? []);
}

function groupNode(folder: Folder, kind: string, label: string, icon: NodeIcon, count: number): TreeNode | undefined {
  return count === 0
    ? undefined
    : {
        id: encodeKey(folder.uri, kind),
        label,
        description: String(count),
        tooltip: `${label}: ${count}`,
        icon,
        collapsible: 'collapsed',
        context: kind,
        accessibilityLabel: `${label}, ${count}`,
      };
}

function folderNode(folder: Folder): TreeNode {
  return {
    id: encodeKey(folder.uri, 'folder'),
    label: folder.name,
    tooltip: escapeMarkdown(folder.name),
    icon: ICONS.folder,
    collapsible: 'collapsed',
    context: 'folder',
    accessibilityLabel: t('Folder {0}', folder.name),
  };
}

interface UnplannedFile {
  readonly file: FileMarks;
  readonly annotations: readonly Annotation[];
}

/** Annotations that name nothing; those that name an unknown ID stand under that ID. */
function unplannedFiles(folder: Folder): UnplannedFile[] {
  return [...folder.engine.trace.files.values()]
    .map((file) => ({ file, annotations: file.annotations.filter(({ mentions }) => mentions.length === 0) }))
    .filter(({ annotations }) => annotations.length > 0)
    .sort((a, b) => (a.file.path < b.file.path ? -1 : 1));
}

function fileNode(folder: Folder, file: FileMarks, annotations: readonly Annotation[]): TreeNode {
  const slash = file.path.lastIndexOf('/');
  const directory = file.path.slice(0, Math.max(slash, 0));
  const label = file.path.slice(slash + 1);
  return {
    id: encodeKey(folder.uri, 'file', file.path),
    label,
    description: [directory, String(annotations.length)].filter((part) => part !== '').join(' · '),
    tooltip: escapeMarkdown(file.path),
    icon: ICONS.file,
    collapsible: 'collapsed',
    context: 'file',
    accessibilityLabel: `${file.path}, ${counted(annotations.length, 'annotation')}`,
  };
}

function annotationRows(folder: Folder, path: string): TreeNode[] {
  const found = unplannedFiles(folder).find(({ file }) => file.path === path);
  const rows = found?.annotations.map((annotation) => ({
    ...annotationNode(folder, 'unplanned', { file: found.file, annotation }, t('It names no story.')),
    context: UNPLANNED_ROW,
  }));
  return capped(folder, path, rows ?? [], 'annotation');
}

function unknownIds(folder: Folder): UnknownId[] {
  return folder.engine.trace.unknownIds().sort((a, b) => compareIds(a.id, b.id));
}

function unknownIdNode(folder: Folder, { id, evidence }: UnknownId): TreeNode {
  const { annotations, references, commits } = evidence;
  const counts = [
    [annotations.length, 'annotation'] as const,
    [references.length, 'reference'] as const,
    [commits.length, 'commit'] as const,
  ];
  const description = counts
    .filter(([count]) => count > 0)
    .map(([count, noun]) => counted(count, noun))
    .join(', ');
  return {
    id: encodeKey(folder.uri, 'unknownId', id),
    label: id,
    description,
    tooltip: t('{0} is named by {1}, but no roadmap declares it.', escapeMarkdown(id), description),
    icon: ICONS.unknownId,
    collapsible: 'collapsed',
    context: UNKNOWN_ID_ROW,
    item: { folder: folder.uri, id },
    accessibilityLabel: t('Unknown ID {0}, {1}', id, description),
  };
}

function unknownIdRows(folder: Folder, id: string): TreeNode[] {
  const { annotations, references, commits } = folder.engine.trace.evidenceOfId(id);
  const owner = `unknown ${id}`;
  const rows = [
    ...annotations.map((link) => linkedAnnotationNode(folder, owner, link)),
    ...references.map((link) => referenceNode(folder, owner, link)),
    ...commits.map((link) => linkedCommitNode(folder, owner, link)),
  ];
  return capped(folder, owner, rows, 'place');
}

async function commitRows(folder: Folder, skip: number): Promise<TreeNode[]> {
  const { repository, trace } = folder.engine;
  if (!repository) {
    return [];
  }
  const page = await listCommits(repository, {
    skip,
    limit: COMMITS_A_PAGE,
    except: (sha) => trace.isPlanned(sha),
  });
  const rows = page.commits.map((commit) => commitNode(folder, 'unplanned', commit, t('Its message names no story.')));
  return page.next === undefined ? rows : [...rows, olderCommitsNode(folder, page.next)];
}

function olderCommitsNode(folder: Folder, skip: number): TreeNode {
  return {
    id: encodeKey(folder.uri, 'commits', String(skip)),
    label: t('Older commits'),
    tooltip: t('Lists the next commits with no story.'),
    icon: ICONS.more,
    collapsible: 'collapsed',
    context: 'more',
    accessibilityLabel: t('Older commits with no story'),
  };
}
