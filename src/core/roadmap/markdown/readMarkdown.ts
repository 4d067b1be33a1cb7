import type { SyntaxNode } from '@lezer/common';
import { parser, Strikethrough, Table, TaskList } from '@lezer/markdown';
import type { Span } from '../../model/span';
import { fieldNamed } from '../fields';
import { type ReadContext, report } from '../readContext';
import { readNames } from '../fieldValues';
import { readReleases } from '../readParts';
import { readWorkflow } from '../readWorkflow';
import { type MapEntry, type MapNode, plainScalar, type ValueNode } from '../valueNode';
import { readYamlValues } from '../yaml/readYaml';
import { boundedMarks } from './boundedMarks';
import { boundedSource } from './boundedSource';
import { findFrontMatter } from './frontMatter';
import { type IdForm, readItemText } from './itemText';
import { itemsOfList } from './lists';
import { notedFields } from './notedFields';
import { placeSections, type Section } from './sections';
import { itemsOfTable } from './tables';

const markdown = parser.configure([TaskList, Table, Strikethrough, boundedMarks]);

/** What the parts of one reading of a Markdown file share. */
export interface MarkdownContext extends ReadContext {
  /** Where the Markdown starts, behind front matter: the parser's offsets count from here. */
  readonly base: number;
  readonly form: IdForm;
}

/** Reads a Markdown roadmap as the mapping that says the same: see `docs/roadmap-format.md`. */
export function readMarkdownValues(context: ReadContext, start: number): MapNode {
  const front = readFrontMatter(context, start);
  const source = boundedSource(context.text.slice(front.end));
  const own: MarkdownContext = { ...context, base: front.end, form: idFormOf(context, front.entries) };
  // Headings are told apart by the team's own status names too.
  readWorkflow(silent(context), valuesOf(front.entries, 'workflow'));
  const sections = sectionsOf(own, markdown.parse(source).topNode, source.length);
  const declared = placeSections(own, sections, releaseNames(context, front.entries));
  const statesProduct = valuesOf(front.entries, 'product').length > 0;
  return {
    kind: 'map',
    entries: [...front.entries, ...declared.filter(({ key }) => key !== 'product' || !statesProduct)],
    span: { start, end: context.text.length },
  };
}

/** YAML between two lines of `---` at the start of the file. */
function readFrontMatter(context: ReadContext, start: number): { entries: readonly MapEntry[]; end: number } {
  const found = findFrontMatter(context.text, start);
  if (!found) {
    return { entries: [], end: start };
  }
  const value = readYamlValues(context, found.inner.start, found.inner.end);
  if (value && value.kind !== 'map') {
    report(
      context,
      'WM101',
      value.span,
      'The lines between `---` and `---` hold no fields. Write `product:` or the like.',
    );
  }
  return { entries: value?.kind === 'map' ? value.entries : [], end: found.end };
}

function idFormOf(context: ReadContext, entries: readonly MapEntry[]): IdForm {
  const keys = valuesOf(entries, 'keys').flatMap((node) => readNames(silent(context), 'keys', node));
  return { keys: keys.length > 0 ? new Set(keys.map((key) => key.name)) : undefined, seen: new Set() };
}

/** Releases that the front matter declares: a heading of that name only refers to them. */
function releaseNames(context: ReadContext, entries: readonly MapEntry[]): Set<string> {
  const releases = valuesOf(entries, 'releases').flatMap((node) => readReleases(silent(context), 'releases', node));
  return new Set(releases.flatMap(({ item }) => [item.id.toLowerCase(), item.title.toLowerCase()]));
}

function valuesOf(entries: readonly MapEntry[], field: string): readonly ValueNode[] {
  return entries.filter((entry) => fieldNamed('roadmap', entry.key)?.name === field).map((entry) => entry.value);
}

/** For looking ahead: the problems are found again, and then kept, when the whole is read. */
function silent(context: ReadContext): ReadContext {
  return { ...context, problems: [] };
}

/** The file cut at its headings. What stands before the first one is a section without heading. */
function sectionsOf(context: MarkdownContext, document: SyntaxNode, length: number): readonly Section[] {
  const sections: DraftSection[] = [emptySection(0, { start: context.base, end: context.base + length })];
  for (let node = document.firstChild; node; node = node.nextSibling) {
    const level = headingLevel(node);
    const section = sections.at(-1);
    if (level > 0) {
      const span = { start: context.base + node.from, end: context.base + length };
      sections.push({ ...emptySection(level, span), heading: readHeading(context, node) });
    } else if (section) {
      addBlock(context, section, node);
    }
  }
  closeSections(sections, context);
  return sections;
}

type DraftSection = { -readonly [Field in keyof Section]: Section[Field] } & { readonly items: MapNode[] };

function emptySection(level: number, span: Span): DraftSection {
  return { level, span, heading: undefined, items: [], attributes: [], noted: [], description: undefined };
}

function headingLevel(node: SyntaxNode): number {
  return Number(/^(?:ATX|Setext)Heading([1-6])$/.exec(node.name)?.[1] ?? 0);
}

function readHeading(context: MarkdownContext, node: SyntaxNode): Section['heading'] {
  return readItemText(context.text, node, node.from, node.to, context.base, context.form);
}

function addBlock(context: MarkdownContext, section: DraftSection, node: SyntaxNode): void {
  switch (node.name) {
    case 'BulletList':
    case 'OrderedList': {
      const { items, attributes } = itemsOfList(context, node, 'story');
      section.items.push(...items);
      section.attributes = [...section.attributes, ...attributes];
      break;
    }
    case 'Table':
      section.items.push(...itemsOfTable(context, node));
      break;
    case 'Paragraph':
      section.description ??= plainScalar(
        context.text.slice(context.base + node.from, context.base + node.to),
        context.base + node.from,
      );
      break;
    case 'FencedCode':
      section.noted = [...section.noted, ...(notedFields(context, node) ?? [])];
      break;
    default:
  }
}

/** A section ends where the next one of its level or above starts. */
function closeSections(sections: DraftSection[], { text }: MarkdownContext): void {
  const open: DraftSection[] = [];
  for (const section of sections) {
    while ((open.at(-1)?.level ?? 0) >= section.level && open.length > 0) {
      const closed = open.pop();
      if (closed) {
        closed.span = { start: closed.span.start, end: endOfText(text, closed.span.start, section.span.start) };
      }
    }
    open.push(section);
  }
}

function endOfText(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length;
}
