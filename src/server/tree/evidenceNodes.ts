import { t } from '../../core/words/t';
import type { Finding } from '../../core/model/finding';
import { escapeMarkdown, markdownCode } from '../../core/report/markdown';
import { counted } from '../../core/report/itemWords';
import { annotationFacts, withinWords } from '../../core/report/annotationWords';
import { commitFacts, commitWhy } from '../../core/report/commitWords';
import { annotationWhy, referenceWhy } from '../../core/report/linkWords';
import type { LinkedAnnotation, LinkedCommit, LinkedReference } from '../../core/trace/evidence';
import { locateIn } from '../../engine/locate';
import type { TreeNode } from '../../protocol/messages';
import { commitUri } from '../documentUris';
import { type Folder, targetOf } from '../folder';
import { annotationIcon, ICONS, ROLE_ICONS, SEVERITY_ICONS } from './icons';
import { encodeKey } from './nodeKey';
import { roleWord, severityWord } from '../../core/words/names';

/** More rows than this under one row help nobody; the rest is counted. */
const MOST_ROWS = 200;

/** @param owner what tells this row's place in the tree from others that show the same annotation */
export function annotationNode(
  folder: Folder,
  owner: string,
  link: Pick<LinkedAnnotation, 'file' | 'annotation'>,
  why: string,
): TreeNode {
  const { file, annotation } = link;
  const line = file.lines.positionAt(annotation.span.start).line + 1;
  const place = `${file.path}:${line}`;
  const label = `${annotation.tag} ${annotation.message}`.trim();
  const facts = annotationFacts(annotation, folder.engine.trace.plan);
  const description = [...facts, place].join(' · ');
  return {
    id: encodeKey(folder.uri, 'annotation', owner, file.path, String(annotation.span.start)),
    label,
    description,
    tooltip: [escapeMarkdown(label), markdownCode(place), ...facts.map(escapeMarkdown), escapeMarkdown(why)].join(
      '\n\n',
    ),
    icon: annotationIcon(annotation.severity),
    collapsible: 'none',
    context: 'annotation',
    accessibilityLabel: [label, ...facts, place].join(', '),
    open: targetOf(folder, { path: file.path, span: annotation.span }),
  };
}

export function linkedAnnotationNode(folder: Folder, owner: string, link: LinkedAnnotation): TreeNode {
  return annotationNode(folder, owner, link, annotationWhy(link, locateIn(folder.engine)));
}

export function referenceNode(folder: Folder, owner: string, link: LinkedReference): TreeNode {
  const { file, reference } = link;
  const line = file.lines.positionAt(reference.mention.span.start).line + 1;
  const name = file.path.slice(file.path.lastIndexOf('/') + 1);
  const place = `${file.path}:${line}`;
  const why = referenceWhy(link, locateIn(folder.engine));
  const within = withinWords(reference);
  return {
    id: encodeKey(folder.uri, 'reference', owner, file.path, String(reference.mention.span.start)),
    label: `${name}:${line}`,
    description: [roleWord(reference.role), ...within].join(' · '),
    tooltip: [markdownCode(place), ...within.map(escapeMarkdown), escapeMarkdown(why)].join('\n\n'),
    icon: ROLE_ICONS[reference.role],
    collapsible: 'none',
    context: 'reference',
    accessibilityLabel: [t('{0} reference in {1}', roleWord(reference.role), place), ...within].join(', '),
    open: targetOf(folder, { path: file.path, span: reference.mention.span }),
  };
}

export interface CommitRow {
  readonly sha: string;
  readonly subject: string;
  readonly author: string;
  readonly date: string;
}

/** @param facts what became of it, as of {@link commitFacts} */
export function commitNode(
  folder: Folder,
  owner: string,
  commit: CommitRow,
  why: string,
  facts: readonly string[] = [],
): TreeNode {
  const day = commit.date.slice(0, 10);
  return {
    id: encodeKey(folder.uri, 'commit', owner, commit.sha),
    label: commit.subject,
    description: [...facts, `${commit.author}, ${day}`].join(' · '),
    tooltip: [
      `**${escapeMarkdown(commit.subject)}**`,
      `${escapeMarkdown(commit.author)}, ${day} · ${markdownCode(commit.sha.slice(0, 10))}`,
      escapeMarkdown(why),
    ].join('\n\n'),
    icon: ICONS.commits,
    collapsible: 'none',
    context: 'commit',
    accessibilityLabel: [t('Commit {0}', commit.subject), ...facts, t('by {0}, {1}', commit.author, day)].join(', '),
    open: { uri: commitUri(folder.uri, commit.sha) },
  };
}

export function linkedCommitNode(folder: Folder, owner: string, link: LinkedCommit): TreeNode {
  const { trace } = folder.engine;
  const why = commitWhy(link, trace, locateIn(folder.engine));
  return commitNode(folder, owner, link.commit, why, commitFacts(link.commit, trace));
}

export function findingNode(folder: Folder, owner: string, finding: Finding, index: number): TreeNode {
  return {
    id: encodeKey(folder.uri, 'finding', owner, finding.code, String(index)),
    label: finding.message,
    description: finding.code,
    tooltip: `${finding.code}: ${escapeMarkdown(finding.message)}`,
    icon: SEVERITY_ICONS[finding.severity],
    collapsible: 'none',
    context: 'finding',
    accessibilityLabel: `${severityWord(finding.severity)} ${finding.code}: ${finding.message}`,
    open: targetOf(folder, finding.place),
  };
}

type CappedNoun = 'annotation' | 'reference' | 'commit' | 'finding' | 'place';

/** At most {@link MOST_ROWS} rows, and one that counts the others. */
export function capped(folder: Folder, owner: string, rows: readonly TreeNode[], noun: CappedNoun): TreeNode[] {
  if (rows.length <= MOST_ROWS) {
    return [...rows];
  }
  const label = counted(rows.length - MOST_ROWS, `more ${noun}`);
  const more: TreeNode = {
    id: encodeKey(folder.uri, 'capped', owner),
    label,
    tooltip: t('The first {0} are shown.', MOST_ROWS),
    icon: ICONS.more,
    collapsible: 'none',
    context: 'capped',
    accessibilityLabel: label,
  };
  return [...rows.slice(0, MOST_ROWS), more];
}
