import type { FileMarks } from '../model/marks';
import type { Span } from '../model/span';
import { oneLine } from '../report/oneLine';
import type { ReadonlyTrace } from '../trace/trace';
import { mentionsIn } from '../model/marks';

/** The title of an item, to be shown behind its ID. */
export interface TitleHint {
  /** Behind the last letter of the ID. */
  readonly offset: number;
  readonly title: string;
}

/** A longer title pushes the words of the line out of sight. */
const LONGEST_TITLE = 40;

/**
 * The titles of the items that a text names for certain between two offsets. None behind a range, which names several, and none
 * where the line says the title itself.
 *
 * @param text of the file, to which the marks belong
 */
export function titleHints(text: string, file: FileMarks, within: Span, trace: ReadonlyTrace): readonly TitleHint[] {
  const near = mentionsIn(file).filter(({ span }) => within.start <= span.start && span.end <= within.end);
  const places = new Map<number, number>();
  for (const { span } of near) {
    places.set(span.start, (places.get(span.start) ?? 0) + 1);
  }
  return near.flatMap((mention) => {
    const { start, end } = mention.span;
    const link = trace.linkOf(mention, file);
    const title = link?.certainty === 'certain' && places.get(start) === 1 ? oneLine(link.item.title).trim() : '';
    const isSaid = text
      .slice(end, end + title.length + FARTHEST_TITLE)
      .toLowerCase()
      .includes(title.toLowerCase());
    return title === '' || title === link?.item.id || isSaid ? [] : [{ offset: end, title: capped(title) }];
  });
}

/** Signs between an ID and its title. */
const FARTHEST_TITLE = 5;

/** By letters as people see them, so that none is cut in half. */
function capped(title: string): string {
  const letters = [...title];
  return letters.length > LONGEST_TITLE
    ? `${letters
        .slice(0, LONGEST_TITLE - 1)
        .join('')
        .trimEnd()}…`
    : title;
}
