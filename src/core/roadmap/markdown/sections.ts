import type { StatusCategory } from '../../model/status';
import { fieldNamed } from '../fields';
import { categoryOfStatus } from '../statusNames';
import { type MapEntry, type MapNode, plainScalar, type ScalarNode } from '../valueNode';
import { type HeadingMeaning, meaningOf } from './headings';
import { withSettledIds } from './issueLinks';
import { entriesOf } from './lists';
import { withNoted } from './notedFields';
import type { Section } from './outline';
import { keyOf, type Notes, notesOf, type Place, productOf, titleOf, treeOf } from './places';
import type { MarkdownContext } from './readMarkdown';
import { releaseOf } from './releases';

/** What the place of an item says of it. */
export interface Given {
  readonly release: ScalarNode | undefined;
  readonly status: ScalarNode | undefined;
  /** The status goes before an empty check box: `- [ ]` under *In progress* is active, but open in a phase that is done. */
  readonly beatsBox: boolean;
  /** It stands inside an item. */
  readonly inside: 'nothing' | 'release' | 'item';
  /** Headings here are items also when only prose is under them. */
  readonly takesProse: boolean;
}

const NOWHERE: Given = {
  release: undefined,
  status: undefined,
  beatsBox: true,
  inside: 'nothing',
  takesProse: false,
};

/** What headings make of a file: the fields `product`, `releases` and `items` (epics and stories in their order). */
export interface PlacedSections {
  readonly entries: readonly MapEntry[];
  readonly placing: Placing;
  /** The items at the top, one for each in `items` unless IDs tie some of them together. */
  readonly tops: readonly TopItem[];
  readonly root: Place;
}

/** An item that stands in no other, and what its place says of it. */
export interface TopItem {
  readonly item: MapNode;
  readonly given: Given;
  /** The heading that it is, or that it stands under. */
  readonly place: Place;
  /** What a heading stands under; undefined: the item is none. */
  readonly parent: Place | undefined;
}

/** @param releases names that are declared already, in lower case; those that are found are added */
export function placeSections(
  context: MarkdownContext,
  sections: readonly Section[],
  releases: Set<string>,
): PlacedSections {
  const product = productOf(sections);
  const root = treeOf(context, sections, product);
  const placing: Placing = {
    context,
    product,
    releases,
    declared: [],
    notes: notesOf(root),
    holdsNamedEpics: new Map(),
    tops: [],
  };
  const items = contentOf(placing, root, NOWHERE);
  const entries = [
    ...(product?.heading?.title ? [{ key: 'product', keySpan: undefined, value: product.heading.title }] : []),
    ...listEntry('releases', placing.declared),
    ...listEntry('items', withSettledIds(items)),
  ];
  return { entries, placing, tops: placing.tops, root };
}

/** What is known while sections are placed. */
export interface Placing {
  readonly context: MarkdownContext;
  readonly product: Section | undefined;
  readonly releases: Set<string>;
  readonly declared: MapNode[];
  /** Words that stand over parts of several items, `Deliverables` say, are no names of items. */
  readonly notes: Notes;
  readonly holdsNamedEpics: Map<Place, boolean>;
  readonly tops: TopItem[];
}

/** The items that a heading is or holds. */
export function itemsOf(placing: Placing, place: Place, given: Given, parent: Place): MapNode[] {
  const { section } = place;
  const heading = section.heading;
  const meaning = meaningIn(placing, place, given);
  const status = statusOf(place);
  switch (meaning.kind) {
    case 'aside':
      return [];
    case 'status': {
      const named = heading?.title && { ...heading.title, text: meaning.name };
      return contentOf(placing, place, {
        ...given,
        status: named,
        beatsBox: true,
        takesProse: given.inside !== 'item',
      });
    }
    case 'release': {
      const release = releaseOf(placing, place, meaning);
      const inside = given.inside === 'item' ? 'item' : 'release';
      return contentOf(placing, place, {
        ...passedOn(placing, given, status),
        release,
        inside,
        takesProse: inside === 'release',
      });
    }
    case 'group':
      return contentOf(placing, place, { ...given, ...sure(status), takesProse: given.inside !== 'item' });
    default:
  }
  if (!heading?.title && !heading?.id) {
    return contentOf(placing, place, given);
  }
  const isProduct = section === placing.product || (section.level === 10 && place.children.length > 0 && !heading.id);
  if (isProduct || !isItem(placing, place, given)) {
    return contentOf(
      placing,
      place,
      isProduct ? given : { ...given, ...sure(status), takesProse: given.takesProse || !!status },
    );
  }
  const item = itemOf(placing, place, given, parent);
  if (given.inside !== 'item') {
    placing.tops.push({ item, given, place, parent });
  }
  return [item];
}

/** Inside an item, words that stand over parts of others too only hold its parts together. */
function meaningIn({ notes }: Placing, { section, meaning }: Place, given: Given): HeadingMeaning {
  const words = section.heading?.title;
  if (given.inside === 'item' && meaning.kind === 'other' && !section.heading?.id) {
    return notes.repeated.has(keyOf(words)) || section.level % 10 === 7 ? { kind: 'group' } : meaning;
  }
  // At the top of a file `Features` may be all there is to call its items.
  const isEpic =
    meaning.kind === 'group' &&
    given.inside === 'nothing' &&
    section.items.length > 0 &&
    /features$/i.test(words?.text ?? '');
  return isEpic && given.status === undefined ? { kind: 'other' } : meaning;
}

function sure(status: ScalarNode | undefined): Partial<Given> {
  return status ? { status, beatsBox: false } : {};
}

/** What is done or dropped as a whole is so in its parts; that it goes on says nothing of each. */
function passedOn({ context }: Placing, given: Given, status: ScalarNode | undefined): Given {
  const category = status && categoryOfStatus(status.text, context.ownStatuses);
  return category === 'done' || category === 'dropped' ? { ...given, status, beatsBox: false } : given;
}

/** What a heading or the lines under it say of how far all of it is. */
function statusOf({ section: { heading, attributes } }: Place): ScalarNode | undefined {
  const stated = [...(heading?.attributes ?? []), ...attributes].find(
    (entry) => fieldNamed('story', entry.key)?.name === 'status',
  );
  return stated?.value.kind === 'scalar' ? stated.value : heading?.status;
}

/** A heading is an item when it has an ID, items under it, or fields; or by its place. */
function isItem(placing: Placing, place: Place, given: Given): boolean {
  const { section, children } = place;
  if (section.heading?.id !== undefined || holdsItems(placing, place) || section.noted.length > 0) {
    return true;
  }
  const holdsProse = section.isHeading && children.every((child) => !child.section.isHeading || isAsideOrEmpty(child));
  if (!holdsProse) {
    return given.takesProse && section.isHeading && children.every((child) => !holdsItems(placing, child));
  }
  return (
    given.takesProse || (given.inside !== 'item' && (section.attributes.length > 0 || statusOf(place) !== undefined))
  );
}

function isAsideOrEmpty({ meaning, section }: Place): boolean {
  return meaning.kind === 'aside' || (meaning.kind === 'group' && section.items.length === 0);
}

/** Items that would belong to this heading itself: its own, or those under headings inside it that are no items. */
export function holdsItems(placing: Placing, place: Place): boolean {
  const { section, children } = place;
  return (
    section.items.length > 0 ||
    definedItems(placing, place, false).length > 0 ||
    children.some(
      (child) =>
        child.meaning.kind !== 'aside' &&
        (child.meaning.kind !== 'other' ||
          child.section.heading === undefined ||
          placing.notes.repeated.has(keyOf(child.section.heading.title))) &&
        holdsItems(placing, child),
    )
  );
}

/** Paragraphs such as `**Title**: text`, where several stand under a heading that has no other items. */
function definedItems({ notes }: Placing, { section }: Place, takesProse: boolean): readonly MapNode[] {
  if (section.items.length > 0 || section.definitions.length === 0) {
    return [];
  }
  const named = section.definitions.filter((item) => {
    const key = keyOf(titleOf(item));
    const meaning = meaningOf(key, new Map<string, StatusCategory>());
    return !notes.repeated.has(key) && (meaning.kind === 'other' || meaning.kind === 'release');
  });
  return named.length > 1 || takesProse ? named : [];
}

function ownItems(placing: Placing, place: Place, given: Given): readonly MapNode[] {
  return place.section.items.length > 0
    ? place.section.items
    : definedItems(placing, place, given.takesProse && given.inside !== 'item');
}

function itemOf(placing: Placing, place: Place, given: Given, parent: Place): MapNode {
  const { section } = place;
  const { heading } = section;
  const takesProse =
    given.takesProse && !holdsItems(placing, place) && place.children.some((child) => child.meaning.kind !== 'aside');
  const inner: Given = {
    ...passedOn(placing, { ...NOWHERE, status: given.status, beatsBox: given.beatsBox }, statusOf(place)),
    inside: 'item',
    takesProse,
  };
  const content = contentOf(placing, place, inner);
  const acceptance = place.children.flatMap((child) => acceptanceOf(child));
  // A heading with an ID inside an epic is one of its stories, with the list under it as tasks; so is one that holds nothing.
  const isStory =
    (given.inside === 'item' && heading?.id !== undefined) ||
    (content.length === 0 && isLeafAmong(placing, place, given, parent));
  const entries: MapEntry[] = [...(heading ? entriesOf(heading) : []), ...section.attributes, ...acceptance];
  const description = section.description ?? remarkOf(placing, place, given);
  if (description && !entries.some((entry) => fieldNamed('story', entry.key)?.name === 'story')) {
    entries.push({ key: 'story', keySpan: undefined, value: description });
  }
  entries.push(...listEntry('items', isStory ? content.map(asTask) : content));
  const item: MapNode = {
    kind: 'map',
    entries: withNoted(entries, section.noted),
    span: { start: section.span.start, end: section.span.end },
    itemKind: isStory ? 'story' : 'epic',
  };
  const leafStatus = content.length === 0 ? given.status : undefined;
  return withGiven(item, { ...given, status: leafStatus });
}

/** `**Why**: text` that is no item describes what it stands under. */
function remarkOf(placing: Placing, place: Place, given: Given): ScalarNode | undefined {
  const [first] = place.section.definitions;
  const text = placing.context.text;
  return first && ownItems(placing, place, given).length === 0
    ? plainScalar(text.slice(first.span.start, first.span.end), first.span.start)
    : undefined;
}

/** A heading without items is a story, unless others beside it show that its like hold stories. */
function isLeafAmong(placing: Placing, place: Place, given: Given, parent: Place): boolean {
  return given.takesProse || place.section.heading?.id === undefined || !holdsNamedEpics(placing, parent);
}

/** A heading with an ID right below this one holds items. Asked once for each heading, however many are below it. */
function holdsNamedEpics(placing: Placing, parent: Place): boolean {
  let holds = placing.holdsNamedEpics.get(parent);
  if (holds === undefined) {
    holds = parent.children.some((child) => child.section.heading?.id !== undefined && holdsItems(placing, child));
    placing.holdsNamedEpics.set(parent, holds);
  }
  return holds;
}

/** The lines under `Acceptance criteria`, as such. */
function acceptanceOf({ section }: Place): MapEntry[] {
  const title = section.heading?.title;
  if (!title || section.items.length === 0 || fieldNamed('story', title.text)?.name !== 'acceptance') {
    return [];
  }
  const criteria = section.items.map((item): MapNode => {
    const status = item.entries.find((entry) => entry.key === 'status')?.value;
    const words = titleOf(item) ?? plainScalar('', item.span.start);
    const done = status?.kind === 'scalar' && categoryOfStatus(status.text, new Map()) === 'done' ? status : undefined;
    return {
      kind: 'map',
      span: item.span,
      entries: [
        { key: 'text', keySpan: undefined, value: words },
        ...(done ? [{ key: 'done', keySpan: undefined, value: { ...done, text: 'true' } }] : []),
      ],
    };
  });
  return [{ key: 'acceptance', keySpan: undefined, value: { kind: 'list', items: criteria, span: section.span } }];
}

function contentOf(placing: Placing, place: Place, given: Given): MapNode[] {
  const own = ownItems(placing, place, given).map((each) => {
    const item = withGiven(each, given);
    if (given.inside !== 'item') {
      placing.tops.push({ item, given, place, parent: undefined });
    }
    return item;
  });
  return [...own, ...place.children.flatMap((child) => itemsOf(placing, child, given, place))];
}

/** Puts what headings say beside the fields of an item; its own fields go before, an empty check box does not. */
export function withGiven(item: MapNode, given: Given | undefined): MapNode {
  const boxStatus = item.entries.find((entry) => entry.key === 'status');
  const words = given?.beatsBox ? given.status?.text : undefined;
  const entries =
    item.isOpenBox && words !== undefined && boxStatus?.value.kind === 'scalar'
      ? item.entries.map((entry) =>
          entry === boxStatus && entry.value.kind === 'scalar'
            ? { ...entry, value: { ...entry.value, text: words } }
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
