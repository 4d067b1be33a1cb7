import {
  type DocumentSymbol,
  type FoldingRange,
  FoldingRangeKind,
  type Position,
  SelectionRange,
  SymbolKind,
} from 'vscode-languageserver';
import { foldsOfYaml, itemSpans } from '../../core/authoring/folding';
import { type OutlineNode, outlineOf } from '../../core/authoring/outline';
import { selectionsAround } from '../../core/authoring/selection';
import type { RoadmapDocument } from './roadmapDocument';

export const SYMBOL_KINDS: Readonly<Record<OutlineNode['kind'], SymbolKind>> = {
  product: SymbolKind.Package,
  epic: SymbolKind.Class,
  story: SymbolKind.Method,
  task: SymbolKind.Field,
  release: SymbolKind.Event,
  goal: SymbolKind.Constant,
  risk: SymbolKind.Interface,
};

/** undefined: the text is no roadmap. */
export function documentSymbols(document: RoadmapDocument): DocumentSymbol[] | undefined {
  const roadmap = document.read();
  return roadmap && outlineOf(roadmap, document.text).map((node) => toSymbol(document, node));
}

function toSymbol(
  document: RoadmapDocument,
  { kind, name, detail, span, headline, children }: OutlineNode,
): DocumentSymbol {
  return {
    name,
    detail,
    kind: SYMBOL_KINDS[kind],
    range: document.rangeOf(span),
    selectionRange: document.rangeOf(headline),
    children: children.map((child) => toSymbol(document, child)),
  };
}

/** undefined: editors fold it by themselves. */
export function foldingRanges(document: RoadmapDocument): FoldingRange[] | undefined {
  switch (document.format) {
    case 'yaml':
      return foldsOfYaml(document.text).map(({ first, last, isComment }) => ({
        startLine: first,
        endLine: last,
        ...(isComment && { kind: FoldingRangeKind.Comment }),
      }));
    case 'markdown': {
      const roadmap = document.read();
      const ranges = roadmap ? itemSpans(roadmap).map((span) => document.rangeOf(span)) : [];
      return ranges
        .filter(({ start, end }) => end.line > start.line)
        .map(({ start, end }) => ({ startLine: start.line, endLine: end.line }));
    }
    case 'json':
      return undefined;
  }
}

export function selectionRanges(
  document: RoadmapDocument,
  positions: readonly Position[],
): SelectionRange[] | undefined {
  const roadmap = document.read();
  return (
    roadmap &&
    positions.map((position) => {
      const spans = selectionsAround(roadmap, document.text, document.offsetAt(position));
      const widest = spans
        .toReversed()
        .reduce<SelectionRange | undefined>(
          (parent, span) => SelectionRange.create(document.rangeOf(span), parent),
          undefined,
        );
      return widest ?? SelectionRange.create({ start: position, end: position });
    })
  );
}
