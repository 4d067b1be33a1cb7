import { t } from '../../words/t';
import { titleOfWords } from '../../annotations/titleWords';
import { subjectWords } from '../../commits/subjectWords';
import { splitId } from '../../ids/itemId';
import { suggestId } from '../../findings/didYouMean';
import { headline, nameOf } from '../../findings/wording';
import type { ItemAddress } from '../../edit/roadmapEdit';
import type { Finding } from '../../model/finding';
import type { WorkItem } from '../../model/roadmap';
import type { Plan } from '../../trace/plan';
import { ANSWER, type Fix, type FixContext, type FixEdit, type FixKind } from '../fix';
import { likelyEpic } from '../epicGuess';
import { addressOf, annotationOf, mentionOf, short, workOf } from '../subjects';

/** Adds what a comment or commit names to the roadmap: where the file's other marks belong, and where the person says. */
export const addToRoadmap: FixKind = (finding, context) => {
  const { unknownId: id } = finding;
  if (id === undefined) {
    return [];
  }
  const { plan } = context.trace;
  const title = titleFor(finding, id, context);
  const append = (path: string, under: string, itemKind: 'story' | 'task' = 'story'): FixEdit => ({
    roadmap: [{ kind: 'append', path, under, itemKind, id, title }],
  });
  const above = plan.findWork(id.replace(/\.\d+$/, ''));
  if (above && above.id !== id && mayHoldTasks(above.path, plan)) {
    return [
      {
        title: t('Add {0} to the roadmap as a task of {1}', id, nameOf(above)),
        edit: append(above.path, above.id, 'task'),
      },
    ];
  }
  const epic = likelyEpic(finding.place.path, context.trace);
  const path = epic?.path ?? fileFor(id, plan);
  if (path === undefined) {
    return [];
  }
  if (!plan.workItems.some((item) => item.kind === 'epic')) {
    return [{ title: t('Add {0} to the roadmap', id), edit: append(path, '') }];
  }
  return [
    ...(epic
      ? [{ title: t('Add {0} to the roadmap under {1}', id, short(headline(epic))), edit: append(path, epic.id) }]
      : []),
    {
      title: t('Add {0} to the roadmap…', id),
      question: { needs: 'epic', prompt: t('The epic that {0} belongs to: {1}', id, short(title)) },
      edit: append(path, ANSWER),
    },
  ];
};

/** Says that what a comment names, and is not the ID in other letters, is another name of the item that is probably meant. */
export const addAliasOfProbable: FixKind = (finding, context) => {
  const written = mentionOf(finding, context)?.mark.written;
  const item = workOf(finding, context);
  const isOtherName = written?.toLowerCase() !== item?.id.toLowerCase() && /^[\p{L}\p{N}_.-]+$/u.test(written ?? '');
  return item && written !== undefined && isOtherName
    ? [alias(t('Make {0} an alias of {1}', written, short(headline(item))), written, addressOf(item))]
    : [];
};

/** Says that an unknown ID is another name of an item. */
export const addAlias: FixKind = ({ unknownId: id }, context) => {
  if (id === undefined) {
    return [];
  }
  const { plan } = context.trace;
  const meant = plan.findWork(suggestId(id, plan) ?? '');
  const likely = new Set([...(meant ? [meant] : []), ...namedAlong(id, context)]);
  const items = [...likely].filter((item) => !item.derivedId).slice(0, MOST_GUESSES);
  return [
    ...items.map((item) => alias(t('Make {0} an alias of {1}', id, short(headline(item))), id, addressOf(item))),
    {
      ...alias(t('Make {0} an alias of another story…', id), id, { path: ANSWER, id: ANSWER }),
      question: { needs: 'story', prompt: t('The story that {0} is another name of', id) },
    },
  ];
};

const MOST_GUESSES = 2;

function alias(title: string, name: string, item: ItemAddress): Fix {
  return { title, edit: { roadmap: [{ kind: 'addAlias', item, alias: name }] } };
}

/** What the annotation asks for, else what the last commit says of itself. */
function titleFor(finding: Finding, id: string, context: FixContext): string {
  const message = annotationOf(finding, context)?.mark.message;
  const [last] = context.trace.evidenceOfId(id).commits;
  return titleOfWords(message || (last ? subjectWords(last.commit.subject, id) : '')) || `Untitled ${id}`;
}

/** A file that is one item of a folder has its tasks in files of their own only where the layout says whose they are. */
function mayHoldTasks(path: string, plan: Plan): boolean {
  const roadmap = plan.roadmaps.find((each) => each.path === path);
  return roadmap !== undefined && (!roadmap.itemFile || roadmap.itemFile.folder.backlogPrefix !== undefined);
}

/** The file, or a file of the folder of item files, that uses the ID's prefix; else the first that holds work, or none yet. */
function fileFor(id: string, plan: Plan): string | undefined {
  const key = splitId(id)?.key;
  const user = plan.workItems.find((item) => !item.derivedId && splitId(item.id)?.key === key);
  return user?.path ?? plan.workItems[0]?.path ?? plan.roadmaps.find(({ itemFile }) => !itemFile)?.path;
}

/** Items that the commits name which name the ID. */
function namedAlong(id: string, { trace }: FixContext): WorkItem[] {
  return trace
    .evidenceOfId(id)
    .commits.flatMap(({ commit }) => commit.mentions.flatMap((mention) => trace.linkOf(mention, commit)?.item ?? []));
}
