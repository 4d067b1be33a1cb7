import { t } from '../words/t';
import type { Finding } from '../model/finding';
import type { Annotation, FileMarks } from '../model/marks';
import { ANSWER, type Fix, type FixContext, type FixKind } from './fix';
import { linkToStory, pointElsewhere } from './kinds/annotations';
import { createStory, linkToNamesake } from './kinds/createStory';
import { markAs } from './kinds/markAs';
import { addAlias, addToRoadmap } from './kinds/unknownIds';

const OF_NO_ITEM = [linkToNamesake, createStory, linkToStory];
const OF_UNKNOWN_ITEM = [addToRoadmap, addAlias, pointElsewhere];
const OF_ITEM = [markAs('done'), pointElsewhere];

/** What can be done with an annotation wherever it stands, whether or not anything is found to be wrong with it. */
export function waysOn(file: FileMarks, annotation: Annotation, context: FixContext): readonly Fix[] {
  const [item] = annotation.mentions.flatMap((mention) => context.trace.linkOf(mention, file)?.item ?? []);
  const unknown = annotation.mentions.find((mention) => !mention.implied);
  return waysOfKinds(item ? OF_ITEM : unknown ? OF_UNKNOWN_ITEM : OF_NO_ITEM, file, annotation, context);
}

/** Of these kinds only. */
export function waysOfKinds(
  kinds: readonly FixKind[],
  file: FileMarks,
  annotation: Annotation,
  context: FixContext,
): readonly Fix[] {
  const [item] = annotation.mentions.flatMap((mention) => context.trace.linkOf(mention, file)?.item ?? []);
  const unknown = annotation.mentions.find((mention) => !mention.implied);
  const subject: Finding = {
    // Ways out go by what it is about, and no rule found it.
    code: '',
    severity: 'hint',
    message: '',
    place: { path: file.path, span: (item ? undefined : unknown?.span) ?? annotation.tagSpan },
    item: item?.id,
    related: [],
    ...(!item && unknown && { unknownId: unknown.id }),
  };
  return kinds.flatMap((kind) => kind(subject, context));
}

/**
 * Writes an annotation for a story above a line.
 *
 * @param likely the stories that are offered first
 */
export function annotateLine(
  path: string,
  at: number,
  tag: string,
  likely: NonNullable<Fix['question']>['likely'],
): Fix {
  return {
    title: t('Insert an annotation for a story…'),
    question: { needs: 'story', prompt: t('The story that the annotation is for'), ...(likely && { likely }) },
    edit: { source: [{ kind: 'annotate', path, at, tag, id: ANSWER }] },
  };
}
