import { t } from '../../words/t';
import { languageOf } from '../../annotations/languages/detect';
import { roleOf } from '../../annotations/roles';
import { scanFile, type ScanOptions } from '../../annotations/scanFile';
import { Refusal } from '../../edit/refusal';
import { applyChanges, type TextChange } from '../../edit/textChange';
import { endOfLine, startOfLine } from '../../model/lineEnds';
import { commentAbove } from './commentAbove';

/** `TODO(PAY-12): `, which a person goes on writing. */
export function annotationWords(tag: string, id: string): string {
  return `${tag}(${id}): `;
}

/** Whether a file is code that an annotation can be written into. JSON has comments for some readers, and for others none. */
export function takesAnnotations(path: string): boolean {
  const language = languageOf(path, '');
  return language !== undefined && !language.notebook && roleOf(path) !== 'doc' && !/\.json$/i.test(path);
}

/** The change that writes `TODO(PAY-12): ` as a comment above the line of an offset. The result is read again before it is proposed. */
export function annotateLine(
  path: string,
  text: string,
  { at, tag, id }: { readonly at: number; readonly tag: string; readonly id: string },
  scan: ScanOptions,
): readonly TextChange[] | Refusal {
  if (!takesAnnotations(path)) {
    return new Refusal(t('{0} is no code in which an annotation could be written.', path));
  }
  // On an empty line there is no code whose depth could be taken.
  const line = text.slice(startOfLine(text, at), endOfLine(text, at));
  const offset = startOfLine(text, at) + line.search(/\S|$/);
  const changes = commentAbove(path, text, offset, annotationWords(tag, id));
  if (changes instanceof Refusal) {
    return changes;
  }
  const { annotations } = scanFile(path, applyChanges(text, changes), scan);
  const start = changes[0]?.span.start ?? 0;
  return annotations.some(({ span, mentions }) => span.start >= start && mentions.some((mention) => mention.id === id))
    ? changes
    : new Refusal(t('{0} cannot be written safely into a comment of {1}. Write it there yourself.', id, path));
}
