import type { Span } from '../../model/span';
import { type MapEntry, type MapNode, plainScalar, type ScalarNode } from '../valueNode';
import { dayInHeading, type HeadingMeaning, meaningOf } from './headings';
import type { ItemText } from './itemText';
import { entriesOf } from './lists';
import { withNoted } from './notedFields';
import type { MarkdownContext } from './readMarkdown';

/** A heading and what stands under it up to the next heading of any level. */
export interface Section {
  /** 1 to 6; 0 for what stands before the first heading. */
  readonly level: number;
  readonly heading: ItemText | undefined;
  readonly items: readonly MapNode[];
  readonly attributes: readonly MapEntry[];
  /** What blocks of fields under it say. */
  readonly noted: readonly MapEntry[];
  /** The first paragraph. */
  readonly description: ScalarNode | undefined;
  /** Up to the next heading of its level or above. */
  readonly span: Span;
}

/** A section while it is being placed. */
interface Place {
  readonly section: Section;
  readonly meaning: HeadingMeaning;
  readonly children: Place[];
}

/** What headings above say of the items under them. */
interface Given {
  readonly release: ScalarNode | undefined;
  readonly status: ScalarNode | undefined;
}

/**
 * The fields that headings make of a file: `product`, `releases`, `items` (epics and stories in their order).
 *
 * @param releases names that are declared already, in lower case; those that are found are added
 */
export function placeSections(
  context: MarkdownContext,
  sections: readonly Section[],
  releases: Set<string>,
): readonly MapEntry[] {
  const product = sections.find((section) => section.level === 1)?.heading?.title;
  const root = treeOf(context, sections, product);
  const placing: Placing = { product, releases, declared: [] };
  const items = root.children.flatMap((place) =>
    itemsOf(placing, place, { release: undefined, status: undefined }, false),
  );
  const { declared } = placing;
  return [
    ...(product ? [{ key: 'product', keySpan: undefined, value: product }] : []),
    ...listEntry('releases', declared),
    ...listEntry('items', [...root.section.items.map((item) => withGiven(item, undefined)), ...items]),
  ];
}

interface Placing {
  readonly product: ScalarNode | undefined;
  readonly releases: Set<string>;
  readonly declared: MapNode[];
}

function treeOf(context: MarkdownContext, sections: readonly Section[], product: ScalarNode | undefined): Place {
  const [first, ...rest] = sections;
  const root: Place = {
    section: first ?? {
      level: 0,
      heading: undefined,
      items: [],
      attributes: [],
      noted: [],
      description: undefined,
      span: { start: 0, end: 0 },
    },
    meaning: { kind: 'other' },
    children: [],
  };
  const open = [root];
  for (const section of rest) {
    while (open.length > 1 && (open.at(-1)?.section.level ?? 0) >= section.level) {
      open.pop();
    }
    const title = section.heading?.title;
    const meaning =
      title && title !== product ? meaningOf(title.text, context.ownStatuses) : { kind: 'other' as const };
    const place: Place = { section, meaning, children: [] };
    open.at(-1)?.children.push(place);
    open.push(place);
  }
  return root;
}

function itemsOf(placing: Placing, place: Place, given: Given, insideEpic: boolean): MapNode[] {
  const { section, meaning } = place;
  const heading = section.heading;
  if (meaning.kind === 'status') {
    const status = heading?.title && { ...heading.title, text: meaning.name };
    return contentOf(placing, place, { ...given, status }, insideEpic);
  }
  if (meaning.kind === 'release') {
    return contentOf(placing, place, { ...given, release: releaseOf(placing, place, meaning) }, insideEpic);
  }
  if (!heading?.title && !heading?.id) {
    return contentOf(placing, place, given, insideEpic);
  }
  const isProduct = heading.title === placing.product || (section.level === 1 && place.children.length > 0);
  const isItem = heading.id !== undefined || (!isProduct && holdsItems(place));
  if (!isItem) {
    return contentOf(placing, place, given, insideEpic);
  }
  // A heading with an ID inside an epic is one of its stories, with the list under it as tasks.
  const kind = insideEpic && heading.id !== undefined ? 'story' : 'epic';
  const content = contentOf(placing, place, { release: undefined, status: given.status }, true);
  const inner = kind === 'story' ? content.map(asTask) : content;
  const span = { start: section.span.start, end: section.span.end };
  const entries: MapEntry[] = [...entriesOf(heading), ...section.attributes];
  if (section.description && !entries.some((entry) => entry.key === 'story')) {
    entries.push({ key: 'story', keySpan: undefined, value: section.description });
  }
  entries.push(...listEntry('items', inner));
  const all = withNoted(entries, section.noted);
  return [
    withGiven({ kind: 'map', entries: all, span, itemKind: kind }, { release: given.release, status: undefined }),
  ];
}

function contentOf(placing: Placing, place: Place, given: Given, insideEpic: boolean): MapNode[] {
  return [
    ...place.section.items.map((item) => withGiven(item, given)),
    ...place.children.flatMap((child) => itemsOf(placing, child, given, insideEpic)),
  ];
}

/** Items that would belong to this heading itself: its own, or those under status and release headings inside it. */
function holdsItems({ section, children }: Place): boolean {
  return section.items.length > 0 || children.some((child) => child.meaning.kind !== 'other' && holdsItems(child));
}

/** Declares the release where its name is new, and returns the name as the place that items refer to. */
function releaseOf(
  { releases, declared }: Placing,
  { section, children }: Place,
  meaning: HeadingMeaning & { kind: 'release' },
): ScalarNode | undefined {
  const title = section.heading?.title;
  if (!title) {
    return undefined;
  }
  const name: ScalarNode = plainScalar(meaning.name, title.span.start);
  const key = meaning.name.toLowerCase();
  // `2026` above `2026-Q3` and `2026-Q4` only groups them.
  const groupsReleases = section.items.length === 0 && children.some((child) => child.meaning.kind === 'release');
  if (!releases.has(key) && !groupsReleases) {
    releases.add(key);
    const restStart = title.span.end - meaning.rest.length;
    const day = dayInHeading(meaning.rest);
    const words = day ? meaning.rest.slice(0, day.index).replace(/[\s([–—:,-]+$/, '') : meaning.rest;
    const fields: MapEntry[] = [{ key: 'id', keySpan: undefined, value: name }];
    if (words !== '') {
      fields.push({ key: 'title', keySpan: undefined, value: plainScalar(words, restStart) });
    }
    if (day) {
      fields.push({ key: 'date', keySpan: undefined, value: plainScalar(day.text, restStart + day.index) });
    }
    const attributes = section.heading?.attributes ?? [];
    const status = section.heading?.status;
    if (status) {
      fields.push({ key: 'status', keySpan: undefined, value: status });
    }
    fields.push(...attributes.filter((entry) => !day || !/^(?:due|date)$/i.test(entry.key)), ...section.attributes);
    declared.push({ kind: 'map', entries: fields, span: section.span });
  }
  return name;
}

/** Puts what headings say beside the fields of an item; its own fields go before, an empty check box does not. */
function withGiven(item: MapNode, given: Given | undefined): MapNode {
  const boxStatus = item.entries.find((entry) => entry.key === 'status');
  const entries =
    item.isOpenBox && given?.status && boxStatus?.value.kind === 'scalar'
      ? item.entries.map((entry) =>
          entry === boxStatus && entry.value.kind === 'scalar'
            ? { ...entry, value: { ...entry.value, text: given.status?.text ?? entry.value.text } }
            : entry,
        )
      : item.entries;
  return { ...item, entries, inherited: { release: given?.release, status: given?.status } };
}

function asTask(item: MapNode): MapNode {
  return item.itemKind === 'story' ? { ...item, itemKind: 'task' } : item;
}

function listEntry(key: string, items: readonly MapNode[]): MapEntry[] {
  const [first] = items;
  const last = items.at(-1);
  if (!first || !last) {
    return [];
  }
  const span = { start: first.span.start, end: Math.max(first.span.end, last.span.end) };
  return [{ key, keySpan: undefined, value: { kind: 'list', items, span } }];
}
