import type { RandomNumbers } from '../../../scripts/bench/randomNumbers';
import type { Plan, PlannedField, PlannedItem } from './plan';
import type { Owner, WrittenLine, WrittenText } from './writtenText';

/** A plan as JSON, in one of the manners in which people and programs write it. The same random numbers give the same text. */
export function writeJson(plan: Plan, random: RandomNumbers): WrittenText {
  const lines = new JsonWriter(random).write(plan);
  return { path: 'roadmap.json', lines, newline: random.chance(0.15) ? '\r\n' : '\n' };
}

class JsonWriter {
  private readonly lines: WrittenLine[] = [];
  private readonly indent: string;
  /** Things that hold no others stand on one line. */
  private readonly isCompact: boolean;
  private readonly comments: number;

  constructor(private readonly random: RandomNumbers) {
    this.indent = random.pick(['  ', '  ', '    ', '\t']);
    this.isCompact = random.chance(0.4);
    this.comments = random.pick([0, 0, 0.05]);
  }

  write({ head, lists }: Plan): WrittenLine[] {
    this.add(0, '{', undefined);
    head.forEach((field) => this.add(1, `${this.field(field)},`, undefined));
    lists.forEach(({ name, items }, at) => this.list(1, name, items, undefined, at === lists.length - 1));
    this.add(0, '}', undefined);
    return this.lines;
  }

  private list(depth: number, name: string, items: readonly PlannedItem[], owner: Owner, isLast: boolean): void {
    this.add(depth, `"${name}": [`, owner);
    items.forEach((item, at) => this.item(depth + 1, item, at === items.length - 1));
    this.add(depth, isLast ? ']' : '],', owner);
  }

  private item(depth: number, { number, fields, children, childList }: PlannedItem, isLast: boolean): void {
    if (this.random.chance(this.comments)) {
      this.lines.push({ text: `${this.indent.repeat(depth)}// { "id": "OLD-1" },`, owner: undefined, kind: 'comment' });
    }
    const end = isLast ? '}' : '},';
    if (this.isCompact && children.length === 0) {
      this.add(depth, `{ ${fields.map((field) => this.field(field)).join(', ')} ${end}`, number);
      return;
    }
    this.add(depth, '{', number);
    fields.forEach((field, at) => {
      const comma = at === fields.length - 1 && children.length === 0 ? '' : ',';
      this.add(depth + 1, this.field(field) + comma, number);
    });
    if (children.length > 0) {
      this.list(depth + 1, childList, children, number, true);
    }
    this.add(depth, end, number);
  }

  private field([key, value]: PlannedField): string {
    const written =
      typeof value === 'string' ? JSON.stringify(value) : `[${value.map((each) => JSON.stringify(each)).join(', ')}]`;
    return `"${key}": ${/^"\d{1,2}"$/.test(written) ? written.slice(1, -1) : written}`;
  }

  private add(depth: number, text: string, owner: Owner): void {
    this.lines.push({ text: this.indent.repeat(depth) + text, owner, kind: 'field' });
  }
}
