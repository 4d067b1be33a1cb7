import { t } from '../../words/t';
import { nameOf } from '../../findings/wording';
import { ANSWER, type FixKind } from '../fix';
import { annotationOf, likelyDays, mentionOf, workOf } from '../subjects';

/** Takes an annotation away, with its comment where that holds nothing else. */
export const removeAnnotation: FixKind = (finding, context) => {
  const found = annotationOf(finding, context);
  if (!found) {
    return [];
  }
  const { file, mark } = found;
  return [
    {
      title: t('Remove this {0}', mark.tag),
      edit: { source: [{ kind: 'removeAnnotation', path: file.path, span: mark.span, tag: mark.tag }] },
    },
  ];
};

/** The same of one whose work is over, so that all such may go at once. */
export const removeFinished: FixKind = (finding, context) =>
  removeAnnotation(finding, context).map((fix) => ({ ...fix, fixAll: t('Remove all finished annotations') }));

/** Seen from the item: takes all annotations away that the finding shows. */
export const removeAllNamed: FixKind = ({ related }, { trace }) => {
  const found = related.flatMap((each) => {
    const file = 'place' in each ? trace.files.get(each.place.path) : undefined;
    const mark = file?.annotations.find(({ span }) => 'place' in each && span.start === each.place.span.start);
    return file && mark ? [{ path: file.path, mark }] : [];
  });
  const [first] = found;
  return first
    ? [
        {
          title:
            found.length === 1
              ? t('Remove the {0} in {1}', first.mark.tag, first.path)
              : t('Remove these {0} annotations', found.length),
          edit: {
            source: found.map(({ path, mark: { span, tag } }) => ({ kind: 'removeAnnotation', path, span, tag })),
          },
        },
      ]
    : [];
};

export const convertFinishedToNote: FixKind = (finding, context) =>
  convertToNote(finding, context).map((fix) => ({
    ...fix,
    fixAll: t('Convert all finished annotations to a {0}', context.noteTag ?? ''),
  }));

/** Has an annotation say until when it may stay. */
export const letWait: FixKind = (finding, context) => {
  const found = annotationOf(finding, context);
  if (!found || found.mark.until) {
    return [];
  }
  const { tag, tagSpan } = found.mark;
  return [
    {
      title: t('Say until when this {0} may wait…', tag),
      question: { needs: 'date', prompt: t('Until when this {0} may wait', tag), likely: likelyDays(context) },
      edit: { source: [{ kind: 'wait', path: found.file.path, span: tagSpan, tag, until: ANSWER }] },
    },
  ];
};

/** Makes an annotation a remark that asks for nothing. */
export const convertToNote: FixKind = (finding, context) => {
  const found = annotationOf(finding, context);
  const { noteTag } = context;
  if (!found || noteTag === undefined || found.mark.tag === noteTag) {
    return [];
  }
  const { file, mark } = found;
  return [
    {
      title: t('Convert this {0} to a {1}', mark.tag, noteTag),
      edit: { source: [{ kind: 'retag', path: file.path, span: mark.tagSpan, tag: mark.tag, text: noteTag }] },
    },
  ];
};

/** Has an annotation without an item name the story that the person picks. */
export const linkToStory: FixKind = (finding, context) => {
  const found = annotationOf(finding, context);
  if (!found || found.mark.mentions.length > 0) {
    return [];
  }
  const { file, mark } = found;
  const { tag, tagSpan } = mark;
  return [
    {
      title: t('Link this {0} to a story…', tag),
      question: { needs: 'story', prompt: t('The story that this {0} belongs to', tag) },
      edit: { source: [{ kind: 'nameItem', path: file.path, span: tagSpan, tag, id: ANSWER }] },
    },
  ];
};

/** Has a comment name another story than it does. */
export const pointElsewhere: FixKind = (finding, context) => {
  const annotation = annotationOf(finding, context)?.mark;
  const file = context.trace.files.get(finding.place.path);
  const about = workOf(finding, context);
  const mention =
    mentionOf(finding, context)?.mark ??
    annotation?.mentions.find((each) => file && context.trace.linkOf(each, file)?.item === about);
  if (!file || !mention || mention.implied) {
    return [];
  }
  const who = annotation ? t('this {0}', annotation.tag) : t('this comment');
  const from = about ? nameOf(about) : mention.id;
  return [
    {
      title: about
        ? t('Link {0} to another story than {1}…', who, from)
        : t('Link {0} to a story in place of {1}…', who, from),
      question: { needs: 'story', prompt: t('The story that {0} belongs to, in place of {1}', who, from) },
      edit: {
        source: [{ kind: 'replace', path: file.path, span: mention.span, written: mention.written, text: ANSWER }],
      },
    },
  ];
};
