import { t } from '../../words/t';
import { nextIdFor } from '../../edit/nextId';
import { nameOf } from '../../findings/wording';
import type { WorkItem } from '../../model/roadmap';
import { ANSWER, type Fix, type FixContext, type FixKind } from '../fix';
import { addressOf, itemOf, workOf } from '../subjects';

/** Plans the first story of an epic; of a goal, has an item serve it. */
export const planFirst: FixKind = (finding, context) => {
  const item = itemOf(finding, context);
  if (item?.kind === 'epic') {
    return [add(item, 'story', t('Add the first story of {0}…', nameOf(item)), context)];
  }
  return item?.kind === 'goal'
    ? [
        {
          title: t('Pick a story that serves {0}…', nameOf(item)),
          question: { needs: 'story', prompt: t('The story that serves {0}, {1}', nameOf(item), item.title) },
          edit: {
            roadmap: [{ kind: 'setField', item: { path: ANSWER, id: ANSWER }, field: 'goal', value: item.id }],
          },
        },
      ]
    : [];
};

/** Makes a part of a story or task one of its own, beside it. */
export const splitOff: FixKind = (finding, context) => {
  const item = workOf(finding, context);
  const parent = item && context.trace.plan.parentOf(item);
  if (item?.kind === 'task' && parent) {
    return [add(parent, 'task', t('Split a task off from {0}…', nameOf(item)), context)];
  }
  if (item?.kind !== 'story') {
    return [];
  }
  const title = t('Split a story off from {0}…', nameOf(item));
  return [
    parent
      ? add(parent, 'story', title, context)
      : {
          title,
          question: { needs: 'title', prompt: t('What the new story is about') },
          edit: { roadmap: [addition(undefined, item.path, 'story', ANSWER, context)] },
        },
  ];
};

/** Plans that code which changes together comes to stand together: as a task of the story, or of what the task is part of. */
export const planTogether: FixKind = (finding, context) => {
  const item = workOf(finding, context);
  const holder = item?.kind === 'task' ? context.trace.plan.parentOf(item) : item;
  if (!holder) {
    return [];
  }
  const words = 'Bring together what changes together';
  return [
    {
      title: t('Add a task to {0}: bring together what changes together', nameOf(holder)),
      edit: { roadmap: [addition(holder, holder.path, 'task', words, context)] },
    },
  ];
};

/** Plans what was left out as a task of the item. */
export const planLeftOut: FixKind = (finding, context) => {
  const item = workOf(finding, context);
  const [path] = finding.paths ?? [];
  if (!item || item.kind === 'task' || path === undefined) {
    return [];
  }
  const words = `Look whether ${path} has to change too`;
  return [
    {
      title: t('Add a task to {0}: look at {1}', nameOf(item), path),
      edit: { roadmap: [addition(item, item.path, 'task', words, context)] },
    },
  ];
};

/** Says that nothing was forgotten. */
export const nothingLeftOut: FixKind = (finding, context) => {
  const item = workOf(finding, context);
  const { paths = [], code } = finding;
  if (!item || paths.length === 0) {
    return [];
  }
  const named = paths.slice(0, MOST_NAMED).join(', ');
  const reason = `${named} need not change`;
  return [
    {
      title: t('Say that {0} need not change for {1}', named, nameOf(item)),
      edit: { roadmap: [{ kind: 'suppress', item: addressOf(item), rule: code, reason, until: undefined }] },
    },
  ];
};

const MOST_NAMED = 3;

function add(parent: WorkItem, kind: 'story' | 'task', title: string, context: FixContext): Fix {
  return {
    title,
    question: {
      needs: 'title',
      prompt: kind === 'story' ? t('What the new story is about') : t('What the new task is about'),
    },
    edit: { roadmap: [addition(parent, parent.path, kind, ANSWER, context)] },
  };
}

/** @param parent undefined: it stands at the top of the file */
function addition(
  parent: WorkItem | undefined,
  path: string,
  itemKind: 'story' | 'task',
  title: string,
  { trace: { plan } }: FixContext,
) {
  const id = nextIdFor(plan, { kind: itemKind, path, parent });
  return { kind: 'append' as const, path, under: parent?.id ?? '', itemKind, id, title };
}
