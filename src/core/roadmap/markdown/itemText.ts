import type { SyntaxNode } from '@lezer/common';
import { type MapEntry, plainScalar, type ScalarNode } from '../valueNode';
import { attributesIn } from './attributes';
import { LONGEST_LINE } from './boundedSource';
import { type IdForm, takeId, takeLinkedId } from './lineIds';
import { hideMarks, type Marks, NO_MARKS } from './lineMarks';
import { takeBox, takeHeadingEdges, takeSign } from './lineStatus';
import { titleAndDescription, wordsOf } from './lineTitle';
import { hide, ShownText } from './shownText';

/** What one line of a list, heading or table cell says, in the shape of fields. */
export interface ItemText {
  readonly id: ScalarNode | undefined;
  /** Without ID, attributes, signs and the marks of Markdown; undefined when nothing else is left. */
  readonly title: ScalarNode | undefined;
  /** What follows the title on its line: `**Title**: text`. */
  readonly description: ScalarNode | undefined;
  /** `owner`, `due` and so on, by the names they were written under. */
  readonly attributes: readonly MapEntry[];
  /** The status that a check box, sign or struck text gives. `[ ]` gives one too: see `isOpenBox`. */
  readonly status: ScalarNode | undefined;
  /** The status is only an empty check box, which a heading's status overrides. */
  readonly isOpenBox: boolean;
}

/**
 * Reads the inline content of `parent` between two offsets of `text`.
 *
 * @param place a heading may start with a number or a picture, and end with its status
 */
export function readItemText(
  text: string,
  parent: SyntaxNode | undefined,
  from: number,
  to: number,
  base: number,
  form: IdForm,
  place: 'line' | 'heading' = 'line',
): ItemText {
  const line = new ShownText(text, base + from, base + Math.min(to, from + LONGEST_LINE));
  return itemTextOf(line, parent ? hideMarks(line, parent, base) : NO_MARKS, form, place);
}

/** The same of words between two tags of HTML. Offsets are of the whole text. */
export function readHtmlText(text: string, from: number, to: number, form: IdForm, isHeading: boolean): ItemText {
  const line = new ShownText(text, from, Math.min(to, from + LONGEST_LINE));
  const tags = [...line.raw.matchAll(/<[^<>]*>|&nbsp;/g)].map((match): [number, number] => [
    match.index,
    match.index + match[0].length,
  ]);
  hide(line, tags);
  return itemTextOf(line, NO_MARKS, form, isHeading ? 'heading' : 'line');
}

function itemTextOf(line: ShownText, found: Marks, form: IdForm, place: 'line' | 'heading'): ItemText {
  const box = takeBox(line);
  const sign = takeSign(line);
  const attributes = attributesIn(line);
  const linked = takeLinkedId(line, found.issues, form);
  const id = takeId(line, form) ?? found.commentId ?? linked;
  const ending = place === 'heading' ? takeHeadingEdges(line) : undefined;
  const struck = found.struck && { ...plainScalar('dropped', 0), span: found.struck, inner: found.struck };
  const link = attributes.some((entry) => entry.key === 'link') ? undefined : found.links[0];
  const sure = ending ?? sign ?? struck;
  return {
    id,
    ...(place === 'heading'
      ? { title: wordsOf(line, 0, line.shown.length), description: undefined }
      : titleAndDescription(line, found.lead)),
    attributes: link ? [...attributes, { key: 'link', keySpan: undefined, value: link }] : attributes,
    status: (box?.text === 'todo' ? undefined : box) ?? sure ?? box,
    isOpenBox: box?.text === 'todo' && !sure,
  };
}
