import { t } from '../../words/t';
import { titleOfWords } from '../../annotations/titleWords';
import { nextIdFor } from '../../edit/nextId';
import { headline } from '../../findings/wording';
import type { WorkItem } from '../../model/roadmap';
import type { Plan } from '../../trace/plan';
import { likelyEpic } from '../epicGuess';
import { ANSWER, type FixEdit, type FixKind } from '../fix';
import { annotationOf, short } from '../subjects';

/**
 * Plans what an annotation without an item asks for, as the next story of the epic that its file or folder works for, and has the
 * annotation name it.
 */
export const createStory: FixKind = (finding, context) => {
  const found = annotationOf(finding, context);
  const { plan } = context.trace;
  const title = titleOfWords(found?.mark.message ?? '');
  if (!found || found.mark.mentions.length > 0 || title === '') {
    return [];
  }
  const { file, mark } = found;
  const epic = likelyEpic(file.path, context.trace);
  const path = epic?.path ?? roadmapFor(plan);
  const id = path === undefined ? undefined : nextIdFor(plan, { kind: 'story', path, parent: epic });
  if (path === undefined || id === undefined) {
    return [];
  }
  const edit = (inFile: string, under: string): FixEdit => ({
    roadmap: [{ kind: 'append', path: inFile, under, itemKind: 'story', id, title }],
    source: [{ kind: 'nameItem', path: file.path, span: mark.tagSpan, tag: mark.tag, id }],
  });
  if (!plan.workItems.some(({ kind }) => kind === 'epic')) {
    return [{ title: t('Create story {0} from this {1}', id, mark.tag), edit: edit(path, '') }];
  }
  const among = likelyFirst(epic);
  return [
    ...(epic
      ? [
          {
            title: t('Create story {0} from this {1} under {2}', id, mark.tag, short(headline(epic))),
            edit: edit(epic.path, epic.id),
          },
        ]
      : []),
    {
      title: t('Create story {0} from this {1}…', id, mark.tag),
      question: { needs: 'epic', prompt: t('The epic that {0} belongs to: {1}', id, short(title)), ...among },
      edit: edit(path, ANSWER),
    },
  ];
};

function likelyFirst(epic: WorkItem | undefined) {
  return epic ? { likely: [{ label: headline(epic), answer: epic.id }] } : {};
}

/** Has an annotation without an item name the story that has its words: a draft of a roadmap makes such. */
export const linkToNamesake: FixKind = (finding, context) => {
  const found = annotationOf(finding, context);
  const title = titleOfWords(found?.mark.message ?? '').toLowerCase();
  if (!found || found.mark.mentions.length > 0 || title === '') {
    return [];
  }
  const { file, mark } = found;
  const [story, ...others] = context.trace.plan.workItems.filter(
    (item) => !item.derivedId && item.title.toLowerCase() === title,
  );
  return story && others.length === 0
    ? [
        {
          title: t('Link this {0} to {1}', mark.tag, short(headline(story))),
          edit: {
            source: [{ kind: 'nameItem', path: file.path, span: mark.tagSpan, tag: mark.tag, id: story.id }],
          },
          fixAll: t('Link all annotations to the stories that have their words'),
        },
      ]
    : [];
};

/** The first file that holds work, or none yet. */
function roadmapFor({ workItems, roadmaps }: Plan): string | undefined {
  return workItems[0]?.path ?? roadmaps.find(({ itemFile }) => !itemFile)?.path;
}
