import type { RandomNumbers } from '../../../scripts/bench/randomNumbers';
import type { Plan, PlannedField, PlannedItem, PlannedList } from './plan';
import type { Owner, WrittenLine, WrittenText } from './writtenText';

/** A plan as YAML, in one of the manners in which people write it. The same random numbers give the same text. */
export function writeYaml(plan: Plan, random: RandomNumbers): WrittenText {
  const lines = new YamlWriter(random).write(plan);
  return { path: 'roadmap.yaml', lines, newline: random.chance(0.15) ? '\r\n' : '\n' };
}

type ItemForm = 'lines' | 'flow' | 'keyed' | 'words' | 'flowList';

class YamlWriter {
  private readonly lines: WrittenLine[] = [];
  private readonly indent: number;
  private readonly listIndent: number;
  private readonly afterDash: number;
  private readonly quote: 'none' | 'double' | 'single' | 'some';
  private readonly comments: number;
  private readonly blanks: number;
  private readonly form: ItemForm;

  constructor(private readonly random: RandomNumbers) {
    this.indent = random.pick([2, 2, 2, 4, 3]);
    this.listIndent = random.chance(0.35) ? 0 : this.indent;
    this.afterDash = random.pick([1, 1, 1, 1, 3]);
    this.quote = random.pick(['none', 'none', 'double', 'single', 'some', 'some']);
    this.comments = random.pick([0, 0, 0.05, 0.15]);
    this.blanks = random.pick([0, 0, 0.2, 0.8]);
    this.form = random.pick(['lines', 'lines', 'lines', 'lines', 'flow', 'keyed', 'words', 'flowList']);
  }

  write({ head, lists }: Plan): WrittenLine[] {
    if (this.random.chance(0.15)) this.add('---', undefined);
    if (this.random.chance(0.2)) this.add('# The plan: what comes "when"', undefined, 'comment');
    for (const field of head) {
      this.field(0, field, undefined);
    }
    for (const list of lists) {
      if (this.blanks > 0) this.add('', undefined, 'comment');
      this.list(0, list, undefined);
    }
    return this.lines;
  }

  private list(column: number, { name, items }: PlannedList, owner: Owner): void {
    const areLeaves = items.every((item) => item.children.length === 0);
    const hasWords = items.some(({ fields }) => fields.some(([, value]) => String(value).includes('\n')));
    const isWork = !['goals', 'releases', 'risks'].includes(name);
    const opening = `${' '.repeat(column)}${name}:`;
    if (this.form === 'flowList' && areLeaves && !hasWords) {
      this.add(`${opening} [`, owner);
      items.forEach((item, at) =>
        this.add(
          `${' '.repeat(column + this.indent)}${this.flow(item.fields)}${at < items.length - 1 ? ',' : ''}`,
          item.number,
        ),
      );
      this.add(`${' '.repeat(column)}]`, owner);
      return;
    }
    this.add(opening + (this.random.chance(this.comments) ? ' # as of today' : ''), owner);
    const keyed = this.form === 'keyed' && isWork && items.every(({ fields }) => fields[0]?.[0] === 'id');
    for (const item of items) {
      if (this.random.chance(this.comments)) this.add(`${' '.repeat(column + 2)}# - id: OLD-1`, undefined, 'comment');
      if (keyed) {
        this.keyed(column + this.indent, item);
      } else {
        this.item(column + this.listIndent, item, hasWords);
      }
      if (this.random.chance(this.blanks)) this.add('', undefined, 'comment');
    }
  }

  private item(column: number, item: PlannedItem, hasWords: boolean): void {
    const dash = `${' '.repeat(column)}-${' '.repeat(this.afterDash)}`;
    const [first, second, ...more] = item.fields;
    if (this.form === 'flow' && item.children.length === 0 && !hasWords) {
      this.add(dash + this.flow(item.fields), item.number);
    } else if (
      this.form === 'words' &&
      first?.[0] === 'id' &&
      second &&
      more.length < 2 &&
      item.children.length === 0
    ) {
      this.add(`${dash}${this.scalar(`${String(first[1])} ${String(second[1])}`)}`, item.number);
    } else {
      const start = this.lines.length;
      this.fields(dash.length, item);
      const line = this.lines[start];
      if (line) this.lines[start] = { ...line, text: dash + line.text.slice(dash.length) };
    }
  }

  private keyed(column: number, item: PlannedItem): void {
    const [[, id] = ['', ''], ...rest] = item.fields;
    this.add(`${' '.repeat(column)}${String(id)}:`, item.number);
    this.fields(column + this.indent, { ...item, fields: rest });
  }

  private fields(column: number, item: PlannedItem): void {
    for (const field of item.fields) {
      this.field(column, field, item.number);
    }
    if (item.children.length > 0) {
      this.list(column, { name: item.childList, items: item.children }, item.number);
    }
  }

  private field(column: number, [key, value]: PlannedField, owner: Owner): void {
    const opening = `${' '.repeat(column)}${key}:`;
    if (typeof value !== 'string') {
      if (this.random.chance(0.7)) {
        this.add(`${opening} [${value.map((each) => this.scalar(each, true)).join(', ')}]`, owner);
        return;
      }
      this.add(opening, owner);
      for (const each of value) {
        this.add(`${' '.repeat(column + this.listIndent)}- ${this.scalar(each)}`, owner);
      }
    } else if (value.includes('\n')) {
      this.words(column, opening, value, owner);
    } else {
      const comment = this.random.chance(this.comments / 2) ? ' # why: "so"' : '';
      this.add(`${opening} ${this.scalar(value)}${comment}`, owner);
    }
  }

  private words(column: number, opening: string, value: string, owner: Owner): void {
    const words = value.split('\n');
    const style = this.random.pick(['|', '>', '|-', 'double', 'plain']);
    const margin = ' '.repeat(column + this.indent);
    if (style === 'double') {
      this.add(`${opening} "${words[0]}`, owner, 'words');
      this.add(`${margin}${words[1]}"`, owner, 'words');
    } else if (style === 'plain') {
      this.add(`${opening} ${words[0]}`, owner);
      this.add(`${margin}${words[1]?.replace(':', '')}`, owner, 'words');
    } else {
      this.add(`${opening} ${style}`, owner);
      words.forEach((line) => this.add(margin + line, owner, 'words'));
    }
  }

  private flow(fields: readonly PlannedField[]): string {
    const parts = fields.map(([key, value]) =>
      typeof value === 'string'
        ? `${key}: ${this.scalar(value, true)}`
        : `${key}: [${value.map((each) => this.scalar(each, true)).join(', ')}]`,
    );
    return `{ ${parts.join(', ')} }`;
  }

  private scalar(value: string, inFlow = false): string {
    const style = this.quote === 'some' ? this.random.pick(['none', 'none', 'double', 'single'] as const) : this.quote;
    const mayBePlain = !/^[^\p{L}\p{N}]|: | #|:$/u.test(value) && !(inFlow && /[,[\]{}#?]/.test(value));
    if (style === 'none' && mayBePlain) {
      return value;
    }
    return style === 'single' ? `'${value.replaceAll("'", "''")}'` : JSON.stringify(value);
  }

  private add(text: string, owner: Owner, kind: WrittenLine['kind'] = 'field'): void {
    this.lines.push({ text, owner, kind });
  }
}
