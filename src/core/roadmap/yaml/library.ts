import { t } from '../../words/t';
import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import type { Problem } from '../../model/problem';
import type { Span } from '../../model/span';
import { type ReadContext, report } from '../readContext';
import { DEEPEST_NESTING, emptyAt, type MapEntry, type MapNode, type ScalarNode, type ValueNode } from '../valueNode';
import { Aliases } from './aliases';
import { finishedEntries } from './entries';
import { reportYamlError } from './errors';
import { parseDocuments } from './parseDocuments';

export interface LibraryReading {
  /** What the text still gives; undefined: there is nothing but space and comments. */
  readonly value: ValueNode | undefined;
  /** It is not right YAML, and what stands behind the mistake may be lost. */
  readonly isBroken: boolean;
  readonly problems: readonly Problem[];
}

/**
 * Reads YAML with the library, which knows all of the language, but is slow and loses what stands behind some mistakes. Offsets
 * in `source` plus `base` are offsets in the file. Several documents are read as one. What is wrong is only returned.
 *
 * @param aliases names from the text before `source`, where it is a piece of a document; its own are added
 */
export function readWithLibrary(context: ReadContext, source: string, base: number, aliases?: Aliases): LibraryReading {
  const own: ReadContext = { ...context, problems: [] };
  const documents = parseDocuments(source);
  const converter = new YamlConverter(own, base, source, aliases);
  const roots = documents.flatMap((document) => converter.convertDocument(document) ?? []);
  const errors = documents.flatMap((document) => document.errors);
  for (const error of errors) {
    reportYamlError(own, base, source, error);
  }
  return { value: joined(roots), isBroken: errors.length > 0, problems: own.problems };
}

/**
 * Several documents as one: their fields together, lists and single things (a document for each item) as items. A `---` in the middle
 * does not cost the half of the file behind it.
 */
function joined(roots: readonly ValueNode[]): ValueNode | undefined {
  const [first, second] = roots;
  const last = roots.at(-1);
  if (!first || !second || !last) {
    return first;
  }
  return {
    kind: 'map',
    entries: roots.flatMap((root): readonly MapEntry[] => {
      if (root.kind !== 'map') {
        return [{ key: 'items', keySpan: undefined, value: root }];
      }
      const items = { kind: 'list', items: [root], span: root.span } as const;
      return isItem(root) ? [{ key: 'items', keySpan: undefined, value: items }] : root.entries;
    }),
    span: { start: first.span.start, end: last.span.end },
  };
}

/** Whether a document is one thing and not a part of the roadmap: it has an ID, or a title and says how far it is. */
function isItem(root: MapNode): boolean {
  const names = root.entries.map(({ key }) => key.toLowerCase());
  return names.includes('id') || (names.includes('title') && names.includes('status'));
}

class YamlConverter {
  private readonly aliases: Aliases;
  private converted = 0;

  constructor(
    private readonly context: ReadContext,
    private readonly base: number,
    private readonly source: string,
    private readonly ofPiece: Aliases | undefined,
  ) {
    this.aliases = ofPiece ?? new Aliases();
  }

  convertDocument(document: Document.Parsed): ValueNode | undefined {
    if (!this.ofPiece) {
      this.aliases.clear();
    }
    const root = this.convert(document.contents, 0, 0);
    return root.kind === 'empty' ? undefined : root;
  }

  private convert(node: Node | null | undefined, fallback: number, depth: number): ValueNode {
    const before = this.converted;
    this.converted += 1;
    const value = node ? this.convertNode(node, fallback, depth) : emptyAt(this.base + fallback);
    if (node && 'anchor' in node && node.anchor) {
      this.aliases.add(node.anchor, value, this.converted - before);
    }
    return value;
  }

  private convertNode(node: Node, fallback: number, depth: number): ValueNode {
    const [from, to] = node.range ?? [fallback, fallback];
    const span = this.spanOf(from, to);
    if (depth > DEEPEST_NESTING) {
      report(
        this.context,
        'WM101',
        startOf(span),
        t('This is nested too deeply to be read. Take it out of some levels.'),
      );
      return emptyAt(span.start);
    }
    if (isAlias(node)) {
      return this.resolveAlias(node.source, span);
    }
    if (isScalar(node)) {
      return this.convertScalar(node.source ?? '', node.type, span);
    }
    if (isSeq(node)) {
      const items = node.items.map((item) => this.convert(item as Node, to, depth + 1));
      return {
        kind: 'list',
        items,
        span: node.flow ? this.trimmed(span) : { start: span.start, end: endOf(items.at(-1), span) },
      };
    }
    if (isMap(node)) {
      const entries = this.convertEntries(node.items as Pair<Node, Node | null>[], to, depth + 1);
      const last = entries.at(-1);
      const end = last ? Math.max(last.keySpan?.end ?? 0, last.value.span.end) : span.end;
      return {
        kind: 'map',
        entries: finishedEntries(this.context, entries),
        span: node.flow ? this.trimmed(span) : { start: span.start, end },
      };
    }
    return emptyAt(span.start);
  }

  private convertEntries(pairs: readonly Pair<Node, Node | null>[], fallback: number, depth: number): MapEntry[] {
    return pairs.flatMap((pair): MapEntry[] => {
      const key = this.convertKey(pair.key, fallback, depth);
      if (key.kind !== 'scalar') {
        // Without a key there is no name to show; a list or mapping as a key is no roadmap's.
        return key.kind === 'empty' && pair.value
          ? [{ key: '', keySpan: key.span, value: this.convertValue(pair, key.span, fallback, depth) }]
          : [];
      }
      const nested = this.mappingOnKeyLine(pair, key.span);
      if (nested) {
        // `title: Refunds: part one`: the error is reported; the words are kept, and the lines below it, which the library
        // takes for part of them, are the fields that they were meant as.
        const [from = fallback] = nested.range ?? [];
        return [
          { key: key.text, keySpan: key.inner, value: this.restOfLine(from) },
          ...this.convertEntries(nested.items.slice(1) as Pair<Node, Node | null>[], fallback, depth),
        ];
      }
      return [{ key: key.text, keySpan: key.inner, value: this.convertValue(pair, key.span, fallback, depth) }];
    });
  }

  /** `null` and `~` are words where a name stands. */
  private convertKey(node: Node | undefined, fallback: number, depth: number): ValueNode {
    const key = this.convert(node, fallback, depth);
    if (key.kind === 'empty' && isScalar(node) && node.source && node.range) {
      const span = this.spanOf(node.range[0], node.range[1]);
      return { kind: 'scalar', text: node.source, span, inner: span };
    }
    return key;
  }

  private mappingOnKeyLine({ value }: Pair<Node, Node | null>, keySpan: Span): YAMLMap | undefined {
    const between = isMap(value) && !value.flow && value.range;
    return between && !this.source.slice(keySpan.end - this.base, between[0]).includes('\n') ? value : undefined;
  }

  private convertValue(pair: Pair<Node, Node | null>, keySpan: Span, fallback: number, depth: number): ValueNode {
    const keyEnd = keySpan.end - this.base;
    const colon = keyEnd + (/^ *(?=:)/.exec(this.source.slice(keyEnd, keyEnd + 100))?.[0].length ?? 0);
    const atColon = this.source[colon] === ':' ? colon + 1 : Math.min(keyEnd, fallback);
    const node = this.convert(pair.value, atColon, depth);
    return node.kind === 'empty' ? emptyAt(this.base + atColon) : node;
  }

  private restOfLine(from: number): ScalarNode {
    const [line = ''] = /^[^\r\n]*?(?=\s+#|\s*$)/m.exec(this.source.slice(from, from + 2000)) ?? [];
    const span = this.spanOf(from, from + line.length);
    return { kind: 'scalar', text: line, span, inner: span };
  }

  private convertScalar(text: string, type: string | null | undefined, span: Span): ValueNode {
    switch (type) {
      case 'QUOTE_SINGLE':
      case 'QUOTE_DOUBLE': {
        const closed = span.end - span.start > 1 && this.context.text[span.end - 1] === this.context.text[span.start];
        return { kind: 'scalar', text, span, inner: { start: span.start + 1, end: span.end - (closed ? 1 : 0) } };
      }
      case 'BLOCK_LITERAL':
      case 'BLOCK_FOLDED':
        return { kind: 'scalar', text: text.trimEnd(), span, inner: span };
      default:
        return /^(?:|~|null)$/i.test(text) ? emptyAt(span.start) : { kind: 'scalar', text, span, inner: span };
    }
  }

  private resolveAlias(name: string, span: Span): ValueNode {
    const { node, size } = this.aliases.resolve(this.context, name, span);
    this.converted += size;
    return node;
  }

  /** A bracket that is never closed takes the space behind it along. */
  private trimmed({ start, end }: Span): Span {
    return { start, end: start + this.source.slice(start - this.base, end - this.base).trimEnd().length };
  }

  private spanOf(from: number, to: number): Span {
    return { start: this.base + from, end: this.base + Math.max(from, to) };
  }
}

function endOf(last: ValueNode | undefined, span: Span): number {
  return last ? last.span.end : span.end;
}

function startOf(span: Span): Span {
  return { start: span.start, end: span.start };
}
