import { nameOf } from '../../findings/wording';
import type { Annotation, FileMarks } from '../../model/marks';
import { ANSWER, type Fix, type FixKind } from '../fix';
import { annotationOf, mentionOf, workOf } from '../subjects';

/** Takes a finished annotation away, with its comment where that holds nothing else. */
export const removeAnnotation: FixKind = (finding, context) => {
  const found = annotationOf(finding, context);
  if (!found) {
    return [];
  }
  const { file, mark } = found;
  return [
    {
      title: `Remove this ${mark.tag}`,
      edit: { source: [{ kind: 'removeAnnotation', path: file.path, span: mark.span, tag: mark.tag }] },
      fixAll: 'Remove all finished annotations',
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
      title: `Convert this ${mark.tag} to a ${noteTag}`,
      edit: { source: [{ kind: 'retag', path: file.path, span: mark.tagSpan, tag: mark.tag, text: noteTag }] },
      fixAll: `Convert all finished annotations to a ${noteTag}`,
    },
  ];
};

/** Has an annotation without an item name the story that the person picks. */
export const linkToStory: FixKind = (finding, context) => {
  const found = annotationOf(finding, context);
  return found && found.mark.mentions.length === 0 ? [linkAnnotation(found.file, found.mark)] : [];
};

/** The same for any annotation that names no item, whether or not that is a finding. */
export function linkAnnotation(file: FileMarks, { tag, tagSpan }: Annotation): Fix {
  return {
    title: `Link this ${tag} to a story…`,
    question: { needs: 'story', prompt: `The story that this ${tag} belongs to` },
    edit: { source: [{ kind: 'nameItem', path: file.path, span: tagSpan, tag, id: ANSWER }] },
  };
}

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
  const who = annotation ? `this ${annotation.tag}` : 'this comment';
  const from = about ? nameOf(about) : mention.id;
  return [
    {
      title: about ? `Link ${who} to another story than ${from}…` : `Link ${who} to a story in place of ${from}…`,
      question: { needs: 'story', prompt: `The story that ${who} belongs to, in place of ${from}` },
      edit: {
        source: [{ kind: 'replace', path: file.path, span: mention.span, written: mention.written, text: ANSWER }],
      },
    },
  ];
};
