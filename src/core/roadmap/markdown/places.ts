import type { MapNode, ScalarNode } from '../valueNode';
import { type HeadingMeaning, meaningOf } from './headings';
import type { Section } from './outline';
import type { MarkdownContext } from './readMarkdown';

/** A section while it is being placed. */
export interface Place {
  readonly section: Section;
  readonly meaning: HeadingMeaning;
  readonly children: Place[];
}

/** The first heading of the first level; else the first of all, when it is above all others. */
export function productOf(sections: readonly Section[]): Section | undefined {
  const headings = sections.filter((section) => section.isHeading && section.heading?.title);
  const [first, ...rest] = headings;
  const top = headings.find((section) => section.level === 10);
  const isAbove = first !== undefined && rest.length > 0 && rest.every((section) => section.level > first.level);
  return top ?? (isAbove && first.items.length === 0 ? first : undefined);
}

/** A heading with an ID is an item, whatever its words say. */
const OTHER: HeadingMeaning = { kind: 'other' };

export function treeOf(context: MarkdownContext, sections: readonly Section[], product: Section | undefined): Place {
  const [first, ...rest] = sections;
  if (!first) {
    throw new Error('There is always a section for what stands before the first heading.');
  }
  const root: Place = { section: first, meaning: OTHER, children: [] };
  const open = [root];
  for (const section of rest) {
    while (open.length > 1 && (open.at(-1)?.section.level ?? 0) >= section.level) {
      open.pop();
    }
    const title = section.heading?.title;
    const meaning =
      title && section !== product && !section.heading?.id ? meaningOf(title.text, context.ownStatuses) : OTHER;
    const place: Place = { section, meaning, children: [] };
    open.at(-1)?.children.push(place);
    open.push(place);
  }
  return root;
}

/** Words that headings, labels and definitions stand under. */
export interface Notes {
  /** All of them. */
  readonly noted: Set<string>;
  /** Those under more than one heading that is no release or status. */
  readonly repeated: ReadonlySet<string>;
}

export function notesOf(root: Place): Notes {
  const firstAt = new Map<string, Place>();
  const repeated = new Set<string>();
  visitNotes(root, root, (key, place) => {
    const first = firstAt.get(key);
    if (first === undefined) {
      firstAt.set(key, place);
    } else if (first !== place) {
      repeated.add(key);
    }
  });
  return { noted: new Set(firstAt.keys()), repeated };
}

/** The words of a heading itself and of what is under it. */
export function notesIn(place: Place): readonly string[] {
  const keys: string[] = [];
  if (place.meaning.kind === 'other' && !place.section.heading?.id) {
    keys.push(keyOf(place.section.heading?.title));
  }
  visitNotes(place, undefined, (key) => keys.push(key));
  return keys.filter((key) => key !== '');
}

function visitNotes(place: Place, root: Place | undefined, note: (key: string, place: Place) => void): void {
  const noteWords = (key: string) => key !== '' && note(key, place);
  if (place.meaning.kind === 'other' && place !== root) {
    for (const { meaning, section } of place.children) {
      if (meaning.kind === 'other' && !section.heading?.id) {
        noteWords(keyOf(section.heading?.title));
      }
    }
  }
  place.section.definitions.forEach((item) => noteWords(keyOf(titleOf(item))));
  place.children.forEach((child) => visitNotes(child, root, note));
}

export function keyOf(title: ScalarNode | undefined): string {
  return title ? title.text.toLowerCase() : '';
}

export function titleOf(item: MapNode): ScalarNode | undefined {
  const value = item.entries.find((entry) => entry.key === 'title')?.value;
  return value?.kind === 'scalar' ? value : undefined;
}
