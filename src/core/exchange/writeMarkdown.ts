import type { Roadmap } from '../model/roadmap';
import { readRoadmap } from '../roadmap/readRoadmap';
import { itemsMissingIn, shapeOfItem } from './compare';
import { type Draft, type DraftItem, type Fields, fieldsOf, inWrittenOrder, textOf } from './draft';
import { draftOf } from './draftOf';
import { type Forms, headingLines, itemLines } from './markdownItem';
import { workFields } from './writeYaml';
import { yamlLines } from './yamlText';

/**
 * A roadmap as the Markdown that a person would write: epics as headings, stories as check boxes, their fields in
 * parentheses. What a line cannot say stands in a block of YAML below the item, and an item that no line can say at all in
 * the front matter. Each item is read again before it is taken, and then the whole, where lines can mean another thing.
 */
export function writeMarkdown(draft: Draft): string {
  const forms = new FittingForms(readerOf(draft.fields));
  for (const sayAgain of [forms.note, forms.refuse]) {
    const text = markdownText(draft, forms);
    const roadmap = readRoadmap('roadmap.md', text);
    const missing = roadmap ? itemsMissingIn(draftOf([roadmap]).work, draft.work) : [];
    if (missing.length === 0) {
      return text;
    }
    sayAgain(missing.flatMap(withChildren));
  }
  return markdownText(draft, forms);
}

function markdownText(draft: Draft, forms: FittingForms): string {
  const work = inWrittenOrder(draft.work);
  const fitting = work.filter((item) => item.kind !== 'task' && forms.fits(item));
  const written = new Set(fitting);
  const product = textOf(draft.fields.get('product'));
  const title =
    product !== '' && readRoadmap('roadmap.md', `# ${product}\n`)?.product === product ? product : undefined;
  const front = fieldsOf([
    ...[...draft.fields].filter(([name]) => name !== 'product' || title === undefined),
    ...workFields(
      work.filter((item) => !written.has(item)),
      true,
    ),
  ]);
  const blocks = [
    ...(front.size > 0 ? [['---', ...yamlLines(front, 0), '---']] : []),
    ...(title === undefined ? [] : [[`# ${title}`]]),
    ...listBlock(
      fitting.filter((item) => item.kind === 'story'),
      forms,
    ),
    ...fitting.filter((item) => item.kind === 'epic').flatMap((epic) => epicBlocks(epic, forms)),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function epicBlocks(epic: DraftItem, forms: Forms): string[][] {
  const listed = epic.children.filter((child) => forms.isListed(epic, child));
  return [...headingLines(epic, forms), ...listBlock(listed, forms)];
}

/** A list with a blank line between its items where one of them takes several lines. */
function listBlock(items: readonly DraftItem[], forms: Forms): string[][] {
  const blocks = items.map((item) => itemLines(item, forms, 0));
  return blocks.some((lines) => lines.includes('')) || blocks.length === 0 ? blocks : [blocks.flat()];
}

type ReadItem = (lines: readonly string[]) => DraftItem | undefined;

/** Reads one item alone, with as much of the front matter as says how lines are read. */
function readerOf(fields: Fields): ReadItem {
  const telling = fieldsOf(['keys', 'workflow'].map((name) => [name, fields.get(name)] as const));
  const head = telling.size > 0 ? `${['---', ...yamlLines(telling, 0), '---'].join('\n')}\n\n` : '';
  return (lines) => {
    const roadmap: Roadmap | undefined = readRoadmap('roadmap.md', `${head}${lines.join('\n')}\n`);
    const work = roadmap && roadmap.releases.length === 0 ? draftOf([roadmap]).work : [];
    return work.length === 1 ? work[0] : undefined;
  };
}

/** Finds for each item the nicest form that reads back as the item, and remembers it. */
class FittingForms implements Forms {
  private readonly noted = new Set<DraftItem>();
  private readonly known = new Map<DraftItem, boolean>();

  constructor(private readonly readItem: ReadItem) {}

  isNoted(item: DraftItem): boolean {
    return this.noted.has(item);
  }

  isListed(parent: DraftItem, child: DraftItem): boolean {
    return parent.kind === 'epic' ? child.kind === 'story' && this.fits(child) : child.kind === 'task';
  }

  /** Whether the item can be written as a heading or list item at all, in one of the forms. */
  fits(item: DraftItem): boolean {
    let fits = this.known.get(item);
    if (fits === undefined) {
      fits = item.kind === 'epic' ? this.fitsHeading(item) : this.fitsList(item);
      this.known.set(item, fits);
    }
    return fits;
  }

  private fitsHeading(epic: DraftItem): boolean {
    const isHolding = epic.children.some((child) => this.isListed(epic, child));
    const stand = { kind: 'story', id: undefined, title: 'Story', fields: new Map(), children: [] } as const;
    const unlisted = epic.children.filter((child) => !this.isListed(epic, child));
    const wanted = { ...epic, children: inWrittenOrder([...(isHolding ? [stand] : []), ...unlisted]) };
    const isRead = () => {
      const lines = headingLines(epic, this).flatMap((block) => [...block, '']);
      const actual = this.readItem([...lines, ...(isHolding ? ['- Story'] : [])]);
      return actual !== undefined && shapeOfItem(actual) === shapeOfItem(wanted);
    };
    return isRead() || (this.note([epic]) && isRead());
  }

  private fitsList(item: DraftItem): boolean {
    const isRead = () => {
      const actual = this.readItem(itemLines(item, this, 0));
      return actual !== undefined && shapeOfItem(actual) === shapeOfItem(item);
    };
    if (isRead()) {
      return true;
    }
    // Which of an item and its tasks it is that does not fit, each of them tells alone.
    const unfit = withTasks(item).filter((each) => !this.fitsAlone(each));
    return (
      (this.note(unfit.length > 0 ? unfit : withTasks(item)) && isRead()) || (this.note(withTasks(item)) && isRead())
    );
  }

  private fitsAlone(item: DraftItem): boolean {
    const alone: DraftItem = { ...item, kind: 'story', children: [] };
    const actual = this.readItem(itemLines(alone, this, 0));
    return actual !== undefined && shapeOfItem(actual) === shapeOfItem(alone);
  }

  /** Says items in blocks of fields from now on, however well their lines fit. */
  readonly note = (items: readonly DraftItem[]): boolean => {
    for (const item of items) {
      this.noted.add(item);
    }
    return true;
  };

  /** Says items as YAML from now on. */
  readonly refuse = (items: readonly DraftItem[]): boolean => {
    for (const item of items) {
      this.known.set(item, false);
    }
    return true;
  };
}

/** An item and what is listed below it. */
function withTasks(item: DraftItem): DraftItem[] {
  return [item, ...item.children.filter((child) => child.kind === 'task').flatMap(withTasks)];
}

function withChildren(item: DraftItem): DraftItem[] {
  return [item, ...item.children.flatMap(withChildren)];
}
