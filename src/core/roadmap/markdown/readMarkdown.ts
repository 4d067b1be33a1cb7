import type { SyntaxNode } from '@lezer/common';
import { parser, Strikethrough, Table, TaskList } from '@lezer/markdown';
import { t } from '../../words/t';
import { fieldNamed } from '../fields';
import { type ReadContext, report, silentContext } from '../readContext';
import { readNames } from '../fieldValues';
import { readReleases } from '../readParts';
import { readWorkflow } from '../readWorkflow';
import type { MapEntry, MapNode, ValueNode } from '../valueNode';
import { readYamlValues } from '../yaml/readYaml';
import { append } from './append';
import { boundedMarks } from './boundedMarks';
import { boundedSource } from './boundedSource';
import { headingFrom, isOpenEnded, PIECE } from './pieces';
import { findFrontMatter } from './frontMatter';
import type { IdForm } from './lineIds';
import { sectionsOf } from './outline';
import { type Part, partsOf } from './parts';
import { type PlacedSections, placeSections } from './sections';

const markdown = parser.configure([TaskList, Table, Strikethrough, boundedMarks]);

/** What the parts of one reading of a Markdown file share. */
export interface MarkdownContext extends ReadContext {
  /** Where the Markdown starts, behind front matter: the parser's offsets count from here. */
  readonly base: number;
  readonly form: IdForm;
}

/** A Markdown file as read, with what is needed to read one of its items again. */
export interface MarkdownReading {
  readonly values: MapNode;
  readonly context: MarkdownContext;
  readonly placed: PlacedSections;
}

/** Reads a Markdown roadmap as the mapping that says the same: see `docs/roadmap-format.md`. */
export function readMarkdown(context: ReadContext, start: number): MarkdownReading {
  const front = readFrontMatter(context, start);
  const own: MarkdownContext = { ...context, base: front.end, form: idFormOf(context, front.entries) };
  // Headings are told apart by the team's own status names too.
  readWorkflow(silentContext(context), valuesOf(front.entries, 'workflow'));
  const sections = sectionsOf(context.text, partsBetween(own, context.text.length), {
    start: front.end,
    end: context.text.length,
  });
  const placed = placeSections(own, sections, releaseNames(context, front.entries));
  const statesProduct = valuesOf(front.entries, 'product').length > 0;
  const values: MapNode = {
    kind: 'map',
    entries: [...front.entries, ...placed.entries.filter(({ key }) => key !== 'product' || !statesProduct)],
    span: { start, end: context.text.length },
  };
  return { values, context: own, placed };
}

/** The blocks from the context's base to an offset, read as if nothing else stood in the text. */
function partsBetween(context: MarkdownContext, end: number): readonly Part[] {
  const parts: Part[] = [];
  for (let start = context.base, least = PIECE; start < end; ) {
    const stop = headingFrom(context.text, start + least, end);
    const piece: MarkdownContext = { ...context, base: start };
    const tree = parseBetween(piece, stop);
    if (stop < end && isOpenEnded(tree.lastChild)) {
      // What stands open may go on behind the heading that seemed to end it. Twice as much, so that no text costs its square.
      least = 2 * (stop - start);
    } else {
      for (let node = tree.firstChild; node; node = node.nextSibling) {
        append(parts, partsOf(piece, node));
      }
      start = stop;
      least = PIECE;
    }
  }
  return parts;
}

/** The parser's tree of the same stretch; its offsets count from the context's base. */
export function parseBetween(context: MarkdownContext, end: number): SyntaxNode {
  return markdown.parse(boundedSource(withPlainLineEnds(context.text.slice(context.base, end)))).topNode;
}

/** With every line ended by `\n` alone, since the parser knows no other end. Offsets stay. */
function withPlainLineEnds(text: string): string {
  return text.includes('\r')
    ? text.replace(/\r(\n?)/g, (_end, newline: string) => (newline === '' ? '\n' : ' \n'))
    : text;
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
      t('The lines between `---` and `---` hold no fields. Write `product:` or the like.'),
    );
  }
  return { entries: value?.kind === 'map' ? value.entries : [], end: found.end };
}

function idFormOf(context: ReadContext, entries: readonly MapEntry[]): IdForm {
  const keys = valuesOf(entries, 'keys').flatMap((node) => readNames(silentContext(context), 'keys', node));
  return {
    keys: keys.length > 0 ? new Set(keys.map((key) => key.name)) : undefined,
    seen: new Set(),
    ties: { found: false },
  };
}

/** Releases that the front matter declares: a heading of that name only refers to them. */
function releaseNames(context: ReadContext, entries: readonly MapEntry[]): Set<string> {
  const releases = valuesOf(entries, 'releases').flatMap((node) =>
    readReleases(silentContext(context), 'releases', node),
  );
  return new Set(releases.flatMap(({ item }) => [item.id.toLowerCase(), item.title.toLowerCase()]));
}

function valuesOf(entries: readonly MapEntry[], field: string): readonly ValueNode[] {
  return entries.filter((entry) => fieldNamed('roadmap', entry.key)?.name === field).map((entry) => entry.value);
}
