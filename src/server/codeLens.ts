import { t } from '../core/words/t';
import type { CodeLens } from 'vscode-languageserver';
import { counted, itemName, itemSummary, statusWords } from '../core/report/itemWords';
import type { WorkItem } from '../core/model/roadmap';
import type { Annotation } from '../core/model/marks';
import type { Span } from '../core/model/span';
import type { ReadonlyTrace } from '../core/trace/trace';
import { COMMANDS } from '../protocol/contributions';
import type { LinksParams } from '../protocol/messages';
import { type Folder, rangeOf } from './folder';

/** The lenses of a file: on the roadmap's own items, and on lines with annotations that name one. */
export function codeLenses(folder: Folder, path: string): CodeLens[] {
  if (!folder.settings.codeLens.enabled) {
    return [];
  }
  const { trace } = folder.engine;
  const own = trace.plan.workItems.filter((item) => item.path === path);
  return own.length > 0 ? roadmapLenses(folder, path, own) : annotationLenses(folder, path);
}

function roadmapLenses(folder: Folder, path: string, items: readonly WorkItem[]): CodeLens[] {
  const { trace, today } = folder.engine;
  return items
    .filter((item) => item.kind !== 'task')
    .flatMap((item) => {
      const summary = itemSummary(item, trace, today);
      const title = [summary, ...findingsPart(folder, item)].join(' · ');
      // The status alone stands in the item already, and between the rows of a table it would only be in the way.
      return summary === statusWords(item, trace) ? [] : lens(folder, path, item.headline, title, item);
    });
}

/** One lens an item and line: two annotations of a story in a line need no more. */
function annotationLenses(folder: Folder, path: string): CodeLens[] {
  const { trace } = folder.engine;
  const marks = trace.files.get(path);
  if (!marks) {
    return [];
  }
  const shown = new Set<string>();
  const known = new Map<WorkItem, ReturnType<typeof wordsFor>>();
  return marks.annotations.flatMap((annotation) =>
    trace.itemsOf(marks, annotation).flatMap((item) => {
      const key = `${marks.lines.positionAt(annotation.span.start).line} ${item.id}`;
      if (shown.has(key)) {
        return [];
      }
      shown.add(key);
      const words = known.get(item) ?? wordsFor(folder, item);
      known.set(item, words);
      const title = words.probable.has(annotation) ? t('probably {0}', words.title) : words.title;
      return lens(folder, path, annotation.tagSpan, title, item);
    }),
  );
}

/** Made once for all lines that name the item, because it takes a look at all that is linked to it. */
function wordsFor(folder: Folder, item: WorkItem) {
  const { trace, today } = folder.engine;
  return {
    title: [itemName(item), itemSummary(item, trace, today), ...findingsPart(folder, item)].join(' · '),
    probable: probableLinks(trace, item),
  };
}

/** `2 findings`, the item's own; a click on the lens lists them. */
function findingsPart({ engine }: Folder, item: WorkItem): string[] {
  const length = engine.findings.factCountOf(item);
  return length === 0 ? [] : [counted(length, 'finding')];
}

function probableLinks(trace: ReadonlyTrace, item: WorkItem): ReadonlySet<Annotation> {
  const links = trace.evidenceOf(item).annotations.filter(({ certainty }) => certainty === 'probable');
  return new Set(links.map(({ annotation }) => annotation));
}

function lens(folder: Folder, path: string, span: Span, title: string, item: WorkItem): CodeLens[] {
  const lines = folder.engine.linesOf(path);
  const links: LinksParams = { folder: folder.uri, id: item.id };
  return lines
    ? [{ range: rangeOf(lines, span), command: { title, command: COMMANDS.showLinks, arguments: [links] } }]
    : [];
}
