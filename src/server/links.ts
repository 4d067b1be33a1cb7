import { categoryOf } from '../core/planning/progress';
import { itemName, statusWords } from '../core/report/itemWords';
import { annotationFacts, withinWords } from '../core/report/annotationWords';
import { commitWhy } from '../core/report/commitWords';
import { annotationWhy, referenceWhy } from '../core/report/linkWords';
import { locateIn } from '../engine/locate';
import type { ItemSummary, LinkSummary } from '../protocol/messages';
import { commitUri } from './documentUris';
import { type Folder, targetOf } from './folder';
import { annotationIcon, ICONS, ROLE_ICONS, SEVERITY_ICONS, STATUS_ICONS } from './tree/icons';

/** Everything linked to an item, findings first; empty when no roadmap knows it. */
export function linksOf(folder: Folder, id: string): LinkSummary[] {
  const { trace, findings } = folder.engine;
  const item = trace.plan.findWork(id);
  if (!item) {
    return [];
  }
  const evidence = trace.evidenceOf(item);
  const locate = locateIn(folder.engine);
  return [
    ...findings.factsOf(item).map(
      (finding): LinkSummary => ({
        group: 'findings',
        label: finding.message,
        description: finding.code,
        why: finding.place.path,
        icon: SEVERITY_ICONS[finding.severity],
        open: targetOf(folder, finding.place),
      }),
    ),
    ...evidence.annotations.map((link): LinkSummary => {
      const { file, annotation } = link;
      return {
        group: 'annotations',
        label: `${annotation.tag} ${annotation.message}`.trim(),
        description: [
          ...annotationFacts(annotation, trace.plan),
          placed(file.path, file.lines.positionAt(annotation.span.start).line),
        ].join(' · '),
        why: annotationWhy(link, locate),
        icon: annotationIcon(annotation.severity),
        open: targetOf(folder, { path: file.path, span: annotation.span }),
      };
    }),
    ...evidence.references.map((link): LinkSummary => {
      const { file, reference } = link;
      return {
        group: 'references',
        label: placed(file.path, file.lines.positionAt(reference.mention.span.start).line),
        description: [reference.role, ...withinWords(reference)].join(' · '),
        why: referenceWhy(link, locate),
        icon: ROLE_ICONS[reference.role],
        open: targetOf(folder, { path: file.path, span: reference.mention.span }),
      };
    }),
    ...evidence.commits.map(
      (link): LinkSummary => ({
        group: 'commits',
        label: link.commit.subject,
        description: `${link.commit.author}, ${link.commit.date.slice(0, 10)}`,
        why: commitWhy(link, trace, locate),
        icon: ICONS.commits,
        open: { uri: commitUri(folder.uri, link.commit.sha) },
      }),
    ),
  ];
}

/** All epics, stories and tasks of a folder, as a pick list shows them. */
export function itemSummaries(folder: Folder): ItemSummary[] {
  const { trace } = folder.engine;
  return trace.plan.workItems.map((item) => {
    const release = trace.plan.releaseOf(item)?.name;
    return {
      folder: folder.uri,
      id: item.id,
      label: itemName(item),
      description: [item.kind, statusWords(item, trace), release].filter((word) => word !== undefined).join(' · '),
      icon: STATUS_ICONS[categoryOf(item, trace.plan)],
      open: targetOf(folder, { path: item.path, span: item.headline }),
    };
  });
}

function placed(path: string, line: number): string {
  return `${path}:${line + 1}`;
}
