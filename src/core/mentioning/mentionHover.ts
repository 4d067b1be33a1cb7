import type { Explanation } from '../authoring/hover';
import { holds } from '../authoring/names';
import { type FileMarks, mentionsIn } from '../model/marks';
import type { WorkItem } from '../model/roadmap';
import type { Span } from '../model/span';
import { referenceWhy } from '../report/linkWords';
import { escapeMarkdown } from '../report/markdown';
import { type StoryQuestion, storyMarkdown } from './storyMarkdown';

/** Explains the item that code or a document names at an offset, or whose annotation has its tag there; undefined: none. */
export function explainMention(file: FileMarks, offset: number, question: StoryQuestion): Explanation | undefined {
  const { trace } = question;
  const annotation = file.annotations.find(({ tagSpan }) => holds(tagSpan, offset));
  const mentions = mentionsIn(file).filter(({ span }) => holds(span, offset));
  const span = mentions[0]?.span ?? annotation?.tagSpan;
  const items =
    mentions.length > 0
      ? mentions.flatMap((mention) => trace.linkOf(mention, file)?.item ?? [])
      : annotation
        ? trace.itemsOf(file, annotation)
        : [];
  if (!span || items.length === 0) {
    return undefined;
  }
  // A range names all items between its ends; its first ones say enough.
  const shown = [...new Set(items)].slice(0, MOST_ITEMS);
  const parts = shown.map((item) =>
    [storyMarkdown(item, question), ...reasonAt(item, file, span, question)].join('\n\n'),
  );
  return { span, markdown: parts.join('\n\n---\n\n') };
}

const MOST_ITEMS = 3;

/** Why a reference is linked; annotations stand in the item's list with theirs. */
function reasonAt(item: WorkItem, file: FileMarks, span: Span, { trace, locate }: StoryQuestion): string[] {
  const reference = trace
    .evidenceOf(item)
    .references.find((each) => each.file === file && each.reference.mention.span.start === span.start);
  return reference ? [escapeMarkdown(referenceWhy(reference, locate))] : [];
}
