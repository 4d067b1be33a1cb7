import { looksLikeId } from '../ids/itemId';
import { categoryOfStatus } from '../roadmap/statusNames';
import { boxWord } from './compare';
import { type DraftItem, type Fields, fieldsOf, isFields, isList, textOf, type Value } from './draft';
import { itemFields, workFields } from './writeYaml';
import { yamlLines } from './yamlText';

/** Which form each item is written in. */
export interface Forms {
  /** Everything that the item says stands in a block below it, since its line cannot say it. */
  isNoted(item: DraftItem): boolean;
  /** Whether a child is written as a list item of its own. */
  isListed(parent: DraftItem, child: DraftItem): boolean;
}

/** An epic as heading, description and a block of fields, each a block of lines. What is listed under it is not here. */
export function headingLines(epic: DraftItem, forms: Forms): string[][] {
  const { words, paragraph, rest } = saidOf(epic, forms);
  return [[`## ${words}`], ...(paragraph === undefined ? [] : [[paragraph]]), ...(rest.size > 0 ? [fence(rest)] : [])];
}

/** A story or task as list item with all that is under it. */
export function itemLines(item: DraftItem, forms: Forms, indent: number): string[] {
  const { words, paragraph, rest } = saidOf(item, forms);
  const inner = [...(paragraph === undefined ? [] : ['', paragraph]), ...(rest.size > 0 ? ['', ...fence(rest)] : [])];
  const listed = item.children.filter((child) => forms.isListed(item, child));
  const tasks = listed.map((child) => itemLines(child, forms, indent + 2));
  const isWide = tasks.some((lines) => lines.includes(''));
  return [
    `${' '.repeat(indent)}- ${boxOf(item)}${words}`,
    ...inner.map((line) => (line === '' ? '' : ' '.repeat(indent + 2) + line)),
    ...tasks.flatMap((lines, index) => (isWide || (index === 0 && inner.length > 0) ? ['', ...lines] : lines)),
  ];
}

/** What an item says, by where it is said: on its line, in a paragraph below, in a block of fields. */
interface Said {
  readonly words: string;
  readonly paragraph: string | undefined;
  readonly rest: Fields;
}

function saidOf(item: DraftItem, forms: Forms): Said {
  const unlisted = workFields(
    item.children.filter((child) => !forms.isListed(item, child)),
    false,
  );
  if (forms.isNoted(item)) {
    const rest = fieldsOf([...itemFields({ ...item, children: [] }), ...unlisted]);
    return { words: simpleWords(item.title), paragraph: undefined, rest };
  }
  const { fields } = item;
  const said = new Set(['link']);
  const say = <T>(names: readonly string[], form: (name: string, value: Value) => T[]) =>
    names.flatMap((name) => {
      const value = fields.get(name);
      const parts = value === undefined ? [] : form(name, value);
      if (parts.length > 0) {
        said.add(name);
      }
      return parts;
    });
  const inParens = (name: string, value: Value) => parenthesised(name, value, item.kind !== 'epic');
  const main = say(IN_PARENTHESES, inParens);
  const isLong = [...fields.keys()].filter((name) => IF_SHORT.includes(name)).length > MOST_MORE;
  const inParentheses = [...main, ...(isLong ? [] : say(IF_SHORT, inParens))];
  if (fields.has('status') && (isBoxWord(item) || inParentheses.some((part) => part.startsWith('status: ')))) {
    said.add('status');
  }
  const spans = say(IN_CODE_SPANS, codeSpans);
  const story = fields.get('story');
  const paragraph = typeof story === 'string' && !story.includes('\n') ? story : undefined;
  if (paragraph !== undefined) {
    said.add('story');
  }
  const words = [...nameWords(item), ...(inParentheses.length > 0 ? [`(${inParentheses.join(', ')})`] : []), ...spans];
  const rest = fieldsOf([...[...fields].filter(([name]) => !said.has(name)), ...unlisted]);
  return { words: words.join(' '), paragraph, rest };
}

const IN_PARENTHESES = ['status', 'owner', 'release', 'goal', 'epic', 'start', 'due', 'estimate', 'labels', 'depends'];

/** Fields that stand on the line too where an item has no more than so many of them. */
const IF_SHORT = ['impact', 'feedback', 'feasibility', 'reach', 'confidence', 'effort', 'value', 'urgency', 'aliases'];
const MOST_MORE = 2;

const IN_CODE_SPANS = ['accepts', 'rejects', 'code', 'decisions'];

/** Words that mean nothing but themselves inside parentheses. */
const SIMPLE = /^[\p{L}\p{N}#][\p{L}\p{N} ._/%+&'’-]*$/u;

function parenthesised(name: string, value: Value, isBoxed: boolean): string[] {
  if (isFields(value)) {
    return [];
  }
  const texts = (isList(value) ? value : [value]).map(textOf);
  if (!texts.every((text) => SIMPLE.test(text) && text.trim() === text)) {
    return [];
  }
  const text = texts.join(', ');
  switch (name) {
    case 'status':
      return isBoxed && BOX_WORDS.has(boxWord(text)) ? [] : [`status: ${text}`];
    case 'owner':
      return [/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(text) ? `owner: @${text}` : `owner: ${text}`];
    case 'estimate':
      return [/^[\d.]+$/.test(text) ? `${text}pt` : text];
    default:
      return [`${name}: ${text}`];
  }
}

/** One for each entry: commas are part of paths. */
function codeSpans(name: string, value: Value): string[] {
  const texts = (isList(value) ? value : [value]).map(textOf);
  return texts.every((text) => !/[`\n]/.test(text)) ? texts.map((text) => `\`${name}: ${text}\``) : [];
}

function nameWords({ id, title, fields }: DraftItem): string[] {
  const words = escaped(title);
  const link = fields.get('link');
  const named = link === undefined ? words : `[${words}](${textOf(link)})`;
  if (id === undefined) {
    return [named];
  }
  const parts = words === '' && link === undefined ? [] : [named];
  // Where no prefixes are listed, only those in capitals are taken for such.
  const isPlain = looksLikeId(id) && id === id.toUpperCase();
  return isPlain ? [id, ...parts] : [...parts, `\`id: ${id}\``];
}

/** Signs that would be marks of Markdown wherever they stand in a line. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>~]/g, '\\$&');
}

/** A name for people, of letters and digits only, so that nothing of it can be taken for anything else. */
function simpleWords(title: string): string {
  const words = title.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length > 0 ? words.slice(0, MOST_WORDS).join(' ') : 'Item';
}

const MOST_WORDS = 16;

/** Statuses that a check box alone says. */
const BOX_WORDS: ReadonlySet<string> = new Set(['todo', 'done']);

function isBoxWord(item: DraftItem): boolean {
  return item.kind !== 'epic' && BOX_WORDS.has(boxWord(item.fields.get('status') ?? ''));
}

function boxOf({ fields }: DraftItem): string {
  const status = fields.get('status');
  if (status === undefined) {
    return '';
  }
  return categoryOfStatus(textOf(status), new Map()) === 'done' ? '[x] ' : '[ ] ';
}

/** Fields as a block of YAML that is marked as part of the plan. Its fence is longer than any in it. */
function fence(fields: Fields): string[] {
  const lines = yamlLines(fields, 0);
  const longest = Math.max(2, ...lines.map((line) => /`{3,}/.exec(line)?.[0].length ?? 0));
  const mark = '`'.repeat(longest + 1);
  return [`${mark}yaml waymark`, ...lines, mark];
}
