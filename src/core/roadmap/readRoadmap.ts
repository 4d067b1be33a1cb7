import { t } from '../words/t';
import { suppressionsIn } from '../annotations/suppressions';
import type { ItemFolder, Roadmap, RoadmapFormat } from '../model/roadmap';
import type { Span } from '../model/span';
import { withoutConflicts } from './conflicts';
import { readItem } from './itemFiles/readItemFile';
import { readJsonValues } from './jsonValues';
import { type MarkdownReading, readMarkdown } from './markdown/readMarkdown';
import { lineFeedText } from './lineFeedText';
import { createReadContext, type ReadContext, report, silentContext } from './readContext';
import { isPlanDocument, unwrapped } from './planShape';
import { type PlanDocument, readPlanDocument } from './readPlanDocument';
import { canHoldThings } from './shapes';
import type { MapNode, ValueNode } from './valueNode';
import { readYamlValues } from './yaml/readYaml';

/**
 * Reads a roadmap file of any of the written forms, which the path's extension tells. Never throws: what cannot be read is
 * in the roadmap's `problems`. undefined: the file is plainly something else that happens to be called so, a database's
 * configuration say.
 *
 * @param folder set for a file that is one item of it
 *
 * @implements WAY-10
 */
export function readRoadmap(path: string, text: string, folder?: ItemFolder): Roadmap | undefined {
  return readWhole(path, text, folder).document?.roadmap;
}

/** A text as read from its beginning to its end, for who changes it, or reads a part of it again. */
export interface WholeReading {
  readonly context: ReadContext;
  /** The words, lists and mappings that the roadmap was made of; undefined: the text has none. */
  readonly values: ValueNode | undefined;
  /** undefined: the file is plainly something else. */
  readonly document: PlanDocument | undefined;
  /** Of a Markdown file that is a roadmap of its own, with line breaks of one letter; what is needed to read one item again. */
  readonly markdown?: MarkdownReading;
}

/** As {@link readRoadmap}, with how the text says what it says. */
export function readWhole(path: string, text: string, folder?: ItemFolder): WholeReading {
  const whole = readFields(path, text, folder);
  const suppressions = suppressionsIn(path, text);
  return whole.document && suppressions.length > 0
    ? { ...whole, document: { ...whole.document, roadmap: { ...whole.document.roadmap, suppressions } } }
    : whole;
}

function readFields(path: string, text: string, folder: ItemFolder | undefined): WholeReading {
  const format = formatOf(path);
  const context = createReadContext(path, format, text);
  const plain = format === 'markdown' ? lineFeedText(text) : undefined;
  if (plain) {
    const { values, document } = readFields(path, plain.text, folder);
    return { context, ...plain.withOwnSpans({ values, document }) };
  }
  if (folder) {
    const item = readItem(path, text, folder);
    return { context, values: item?.fields, document: item && { roadmap: item.roadmap, lists: [] } };
  }
  const unreadable = whyUnreadable(text, format);
  if (unreadable !== undefined) {
    return { context, document: nothing(context, unreadable), values: undefined };
  }
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  if (format === 'markdown') {
    const own = { ...context, text: withoutConflicts(context, text, 0, false) };
    const markdown = readMarkdown(own, start);
    return { context, document: readPlanDocument(context, markdown.values), values: markdown.values, markdown };
  }
  const values = format === 'json' ? readJsonValues(context, start) : readYamlValues(context, start, text.length);
  return { context, document: ofValue(context, values), values };
}

/** The places where a roadmap is looked for without any setting: in any letter case, relative to the folder. */
export function isRoadmapPath(path: string): boolean {
  return /^(?:(?:docs|\.waymark|\.github)\/)?roadmap\.(?:ya?ml|json|md)$/i.test(path.replaceAll('\\', '/'));
}

/** By the extension; what has none of a known one is read as YAML. */
export function formatOf(path: string): RoadmapFormat {
  const extension = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase();
  if (extension === 'md' || extension === 'markdown') {
    return 'markdown';
  }
  return extension === 'json' || extension === 'jsonc' ? 'json' : 'yaml';
}

/** Whether a problem is about what the file is for, and not about how it is written: no reader of YAML or JSON alone tells it. */
export function isAboutWholeFile(message: string): boolean {
  return /^This (?:file|roadmap) /.test(message);
}

function whyUnreadable(text: string, format: RoadmapFormat): string | undefined {
  if (text.includes('\0')) {
    return t('This file holds binary data, not text. Write the roadmap as YAML, JSON or Markdown.');
  }
  if (text.trim() !== '') {
    return undefined;
  }
  return format === 'markdown'
    ? t('This roadmap is empty. Write a heading and a list of stories into it, or run “Create a roadmap”.')
    : t('This roadmap is empty. Write a list of `stories` into it, or run “Create a roadmap”.');
}

function ofValue(context: ReadContext, value: ValueNode | undefined): PlanDocument | undefined {
  switch (value?.kind) {
    case 'map':
      return isPlanDocument(context, unwrapped(silentContext(context), value)) || context.problems.length > 0
        ? readPlanDocument(context, value)
        : undefined;
    case 'list': {
      if (canHoldThings(value)) {
        return readPlanDocument(context, documentOf([{ key: 'items', keySpan: undefined, value }], value.span));
      }
      const message = t('This file is a list of nothing that can be planned. Write `stories:` and a list of stories.');
      return nothing(context, message);
    }
    case 'scalar':
      return nothing(context, t('This file holds words, but no fields. Write `product:` and `stories:` into it.'));
    default:
      return context.problems.length > 0
        ? readPlanDocument(context, documentOf([], wholeOf(context.text)))
        : nothing(context, t('This roadmap holds nothing but comments. Write a `stories:` list into it.'));
  }
}

/** A roadmap with one problem, which says what to do. */
function nothing(context: ReadContext, message: string): PlanDocument {
  if (context.problems.length === 0) {
    report(context, 'WM101', firstLineOf(context.text, wholeOf(context.text)), message);
  }
  return readPlanDocument(context, documentOf([], wholeOf(context.text)));
}

function documentOf(entries: MapNode['entries'], span: Span): MapNode {
  return { kind: 'map', entries, span };
}

function wholeOf(text: string): Span {
  return { start: 0, end: text.length };
}

function firstLineOf(text: string, { start, end }: Span): Span {
  const lineEnd = text.indexOf('\n', start);
  return { start, end: lineEnd < 0 ? end : Math.min(lineEnd, end) };
}
