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

/** Words of headings, labels and definitions that stand under more than one heading which is no release or status. */
export function repeatedIn(root: Place): ReadonlySet<string> {
  const firstAt = new Map<string, Place>();
  const repeated = new Set<string>();
  const note = (key: string, place: Place) => {
    const first = firstAt.get(key);
    if (first === undefined) {
      firstAt.set(key, place);
    } else if (first !== place) {
      repeated.add(key);
    }
  };
  const walk = (place: Place) => {
    if (place.meaning.kind === 'other' && place !== root) {
      place.children.forEach(({ meaning, section: { heading } }) => {
        if (meaning.kind === 'other' && !heading?.id) {
          note(keyOf(heading?.title), place);
        }
      });
    }
    place.section.definitions.forEach((item) => note(keyOf(titleOf(item)), place));
    place.children.forEach(walk);
  };
  walk(root);
  repeated.delete('');
  return repeated;
}

export function keyOf(title: ScalarNode | undefined): string {
  return title ? title.text.toLowerCase() : '';
}

export function titleOf(item: MapNode): ScalarNode | undefined {
  const value = item.entries.find((entry) => entry.key === 'title')?.value;
  return value?.kind === 'scalar' ? value : undefined;
}
