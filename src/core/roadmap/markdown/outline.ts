import type { Span } from '../../model/span';
import type { MapEntry, MapNode, ScalarNode } from '../valueNode';
import { append } from './append';
import type { ItemText } from './itemText';
import type { ItemsPart, ParagraphPart, Part } from './parts';

/** A heading, or words that stand for one, and what stands under it up to the next heading of any level. */
export interface Section {
  /**
   * Ten times the level of the heading, which leaves room below each for words that act as one: a summary, a line in bold, a
   * label. 0 for what stands before the first heading.
   */
  readonly level: number;
  readonly heading: ItemText | undefined;
  /** It is a heading of Markdown or HTML, not other words that act as one. */
  readonly isHeading: boolean;
  readonly items: readonly MapNode[];
  readonly attributes: readonly MapEntry[];
  /** What blocks of fields under it say. */
  readonly noted: readonly MapEntry[];
  /** The first paragraph that is no definition. */
  readonly description: ScalarNode | undefined;
  /** Paragraphs that are items where nothing else is one. */
  readonly definitions: readonly MapNode[];
  /** Up to the next heading of its level or above. */
  readonly span: Span;
}

const SUMMARY = 3;
const BOLD = 5;
const LABEL = 7;

type Draft = { -readonly [Field in keyof Section]: Section[Field] } & {
  readonly attributes: MapEntry[];
  readonly noted: MapEntry[];
  readonly items: MapNode[];
  readonly definitions: MapNode[];
};

/**
 * The file cut at its headings. What stands before the first one is a section without heading.
 *
 * @param whole all of the Markdown
 */
export function sectionsOf(text: string, parts: readonly Part[], whole: Span): readonly Section[] {
  const sections = new Sections(whole);
  parts.forEach((part, index) => sections.add(part, parts[index + 1]));
  closeSections(sections.all, text);
  return sections.all;
}

class Sections {
  readonly all: Draft[];
  /** The level of the last real heading. */
  private level = 0;

  constructor(private readonly whole: Span) {
    this.all = [this.draft(0, undefined, whole.start)];
  }

  add(part: Part, next: Part | undefined): void {
    switch (part.kind) {
      case 'heading':
        this.level = part.level * 10;
        this.open(this.level, part.text, part.span.start, true);
        break;
      case 'items':
        this.addItems(part);
        break;
      case 'paragraph':
        this.addParagraph(part, next);
        break;
      case 'noted':
        append(this.last.noted, part.entries);
        break;
      case 'opening':
        this.open(this.level + SUMMARY, part.text, part.span.start);
        break;
      case 'closing':
        this.close(SUMMARY, part.at);
        break;
      case 'rule':
        this.close(BOLD, part.at);
    }
  }

  private get last(): Draft {
    const last = this.all.at(-1);
    return last ?? this.open(0, undefined, this.whole.start);
  }

  private addItems(part: ItemsPart): void {
    append(this.last.items, part.items);
    append(this.last.attributes, part.attributes);
    for (const { text, items, span } of part.groups) {
      append(this.open(this.level + LABEL, text, span.start).items, items);
      this.open(this.level + LABEL, undefined, span.end);
    }
  }

  private addParagraph(part: ParagraphPart, next: Part | undefined): void {
    const { label, words } = part;
    const isOverItems = next?.kind === 'items';
    if (label && (label.form === 'bold' || isOverItems)) {
      this.open(this.level + (label.form === 'bold' ? BOLD : LABEL), label.text, words.span.start);
      return;
    }
    if (part.fields) {
      append(this.last.attributes, part.fields);
      return;
    }
    // A label is of the list below it, and not of what comes behind that.
    if (this.last.level % 10 === LABEL && this.last.items.length > 0) {
      this.close(LABEL, words.span.start);
    }
    if (part.isDefinition) {
      append(this.last.items, part.definitions);
    } else {
      append(this.last.definitions, part.definitions);
      this.last.description ??= part.definitions.length === 0 ? words : undefined;
    }
  }

  /** Ends what stands inside a heading at this or a deeper level. */
  private close(inner: number, at: number): void {
    if (this.last.level % 10 >= inner || (inner === SUMMARY && this.last.level % 10 > 0)) {
      this.open(this.level + inner, undefined, at);
    }
  }

  private open(level: number, heading: ItemText | undefined, start: number, isHeading = false): Draft {
    const draft = { ...this.draft(level, heading, start), isHeading };
    this.all.push(draft);
    return draft;
  }

  private draft(level: number, heading: ItemText | undefined, start: number): Draft {
    return {
      level,
      heading,
      isHeading: false,
      items: [],
      attributes: [],
      noted: [],
      description: undefined,
      definitions: [],
      span: { start, end: this.whole.end },
    };
  }
}

/** A section ends where the next one of its level or above starts. */
function closeSections(sections: readonly Draft[], text: string): void {
  const open: Draft[] = [];
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

/** Where the words before `end` end. */
function endOfText(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && /\s/.test(text[at - 1] ?? '')) {
    at -= 1;
  }
  return at;
}
