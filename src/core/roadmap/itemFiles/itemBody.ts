import { fieldNamed } from '../fields';
import { entriesOf } from '../markdown/lists';
import { readItemText } from '../markdown/itemText';
import type { IdForm } from '../markdown/lineIds';
import { type MapNode, plainScalar, type ScalarNode } from '../valueNode';

/** What the Markdown of an item's file says of the item. */
export interface ItemBody {
  /** The first heading of the first level. */
  readonly heading: ScalarNode | undefined;
  /** The first paragraph under a heading such as *Description*, else the first of all. */
  readonly description: ScalarNode | undefined;
  /** The list under a heading such as *Acceptance criteria*. */
  readonly criteria: readonly MapNode[];
  /** Lines with a check box under a heading such as *Tasks*, or before any second-level heading. */
  readonly tasks: readonly MapNode[];
}

/**
 * Reads the body line by line: that is all that is asked of it, and many such files are read at once. Headings are known by the
 * names of fields.
 *
 * @param ownId the item's ID: a line of the task list that begins with another one of its prefix only names that item
 */
export function readItemBody(text: string, start: number, ownId: string | undefined): ItemBody {
  const reader = new BodyReader(text, ownId);
  for (let from = start; from < text.length; ) {
    const lineEnd = text.indexOf('\n', from);
    const end = lineEnd < 0 ? text.length : lineEnd;
    reader.line(from, text.charAt(end - 1) === '\r' ? end - 1 : end);
    from = end + 1;
  }
  return reader.body();
}

type Section = 'top' | 'story' | 'acceptance' | 'tasks' | 'other';

/** Longer lines are no headings and no list items. */
const LONGEST_LINE = 2000;

class BodyReader {
  private section: Section = 'top';
  private level = 1;
  private fence: string | undefined;
  private inComment = false;
  private heading: ScalarNode | undefined;
  private readonly paragraphs = new Map<Section, { start: number; end: number }>();
  /** The section whose first paragraph goes on with the next line. */
  private open: Section | undefined;
  private readonly criteria: MapNode[] = [];
  private readonly tasks: MapNode[] = [];
  private readonly form: IdForm;

  constructor(
    private readonly text: string,
    private readonly ownId: string | undefined,
  ) {
    const key = /^(.*)-\d[\d.]*$/.exec(ownId ?? '')?.[1];
    this.form = { keys: new Set(key === undefined ? [] : [key]), seen: new Set(), ties: { found: false } };
  }

  body(): ItemBody {
    const { heading, criteria, tasks } = this;
    const place = this.paragraphs.get('story') ?? this.paragraphs.get('top') ?? this.paragraphs.get('other');
    const description = place && plainScalar(this.text.slice(place.start, place.end), place.start);
    return { heading, description, criteria, tasks };
  }

  line(start: number, end: number): void {
    const line = this.text.slice(start, Math.min(end, start + LONGEST_LINE));
    if (this.isHidden(line)) {
      this.open = undefined;
      return;
    }
    const heading = /^ {0,3}(#{1,6})[ \t]+(.*)$/.exec(line);
    const item = heading ? undefined : LIST_ITEM.exec(line);
    if (heading) {
      this.startSection(heading[1]?.length ?? 1, heading[2] ?? '', start + line.length - (heading[2]?.length ?? 0));
    } else if (item) {
      this.open = undefined;
      this.listItem(item, start, end);
    } else {
      this.words(line, start, end);
    }
  }

  /** Fenced code and comments. */
  private isHidden(line: string): boolean {
    if (this.inComment) {
      this.inComment = !line.includes('-->');
      return true;
    }
    const fence = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (this.fence !== undefined) {
      this.fence = fence?.startsWith(this.fence) ? undefined : this.fence;
      return true;
    }
    this.fence = fence;
    const isComment = /^\s*<!--/.test(line);
    this.inComment = isComment && !line.includes('-->');
    return fence !== undefined || isComment;
  }

  private startSection(level: number, words: string, start: number): void {
    this.open = undefined;
    const title = words.replace(/[ \t]+#+[ \t]*$/, '').trimEnd();
    if (level === 1) {
      this.heading ??= title === '' ? undefined : plainScalar(title, start);
      this.section = 'top';
    } else {
      const named = sectionNamed(title);
      // `### Edge cases` under the criteria parts them only.
      const goesOn = named === undefined && level > this.level && this.section !== 'top';
      this.section = goesOn ? this.section : (named ?? 'other');
      this.level = goesOn ? this.level : level;
      return;
    }
    this.level = level;
  }

  private words(line: string, start: number, end: number): void {
    const known = this.paragraphs.get(this.section);
    if (line.trim() === '') {
      this.open = undefined;
    } else if (known === undefined && !/^[ \t]*[|>]/.test(line)) {
      this.paragraphs.set(this.section, { start: start + line.length - line.trimStart().length, end });
      this.open = this.section;
    } else if (known && this.open === this.section) {
      known.end = end;
    }
  }

  private listItem(item: RegExpExecArray, start: number, end: number): void {
    const [whole, indent = '', box, words = ''] = item;
    const from = start + whole.length - words.length;
    if (this.section === 'acceptance' && indent.length < 4) {
      this.criteria.push(criterion(words, box, { start: start + indent.length, end }, from));
    } else if ((this.section === 'tasks' || this.section === 'top') && box !== undefined) {
      this.addTask(from - box.length, end);
    }
  }

  /** @param from where the check box starts */
  private addTask(from: number, end: number): void {
    const read = readItemText(this.text, undefined, from, end, 0, this.form);
    const id = read.id?.text;
    if (id !== undefined && !id.startsWith(`${this.ownId ?? ''}.`)) {
      return;
    }
    this.tasks.push({ kind: 'map', entries: entriesOf(read), span: { start: from, end }, itemKind: 'task' });
  }
}

/** A check box with the space behind it, and the words. */
const LIST_ITEM = /^([ \t]*)(?:[-*+]|\d{1,9}[.)])[ \t]+(\[[ xX~/>!-]\][ \t]+)?(.*)$/;

/** `Acceptance Criteria (Optional)`, `Tasks / Subtasks`: the first name that a field has. undefined: none has. */
function sectionNamed(title: string): Section | undefined {
  const plain = title.replace(/\([^)]*\)/g, '').replace(/[*_`:]/g, '');
  for (const name of plain.split(/[/&,]/)) {
    switch (fieldNamed('story', name.replace(/^[^\p{L}]+/u, '').trim())?.name) {
      case 'story':
        return 'story';
      case 'acceptance':
        return 'acceptance';
      case 'tasks':
        return 'tasks';
      default:
    }
  }
  return undefined;
}

/** Backlog.md numbers its criteria: `- [ ] #1 A refund is visible`. */
function criterion(words: string, box: string | undefined, span: MapNode['span'], from: number): MapNode {
  const number = /^#\d+[ \t]+/.exec(words)?.[0].length ?? 0;
  const text = plainScalar(words.slice(number).trimEnd(), from + number);
  const done = box && /x/i.test(box) ? [{ key: 'done', keySpan: undefined, value: { ...text, text: 'true' } }] : [];
  return { kind: 'map', entries: [{ key: 'text', keySpan: undefined, value: text }, ...done], span };
}
