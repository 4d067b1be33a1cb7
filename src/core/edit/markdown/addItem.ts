import { t } from '../../words/t';
import { endOfLine, startOfLine } from '../../model/lineEnds';
import type { Item, WorkItem } from '../../model/roadmap';
import { columnsOf } from '../../roadmap/markdown/tableColumns';
import { categoryOfStatus } from '../../roadmap/statusNames';
import type { FieldText } from '../roadmapEdit';
import type { Scene } from '../scene';
import { insertion } from '../textChange';
import { lineBreakAfter } from '../lineBreak';
import type { NewItem, Place, Ways } from '../writer';
import { headingEnd, innerIndent } from './addField';
import { type IdDress, idDresses } from './giveId';
import { allWork, bodyStart, cellsOf, type ItemLayout, layoutOf, neighboursOf } from './itemLayout';
import { headerOf } from './tables';
import { placeOf } from './fieldPlaces';
import { statusCells } from './statusCells';
import { escaped, valueText } from './values';

/** Ways to write a new item: as the one beside it is written, or as the first inside what holds it. */
export function* waysToAddItem(scene: Scene, item: NewItem, place: Place): Ways {
  const beside = place.after ?? place.siblings[0];
  if (beside) {
    yield* waysToAddBeside(scene, item, beside, place.after === undefined);
  }
  if (place.after === undefined && place.parent) {
    yield* waysToAddInside(scene, item, place.parent);
  }
  if (!beside && !place.parent) {
    yield* waysToAddAtTop(scene, item);
  }
}

/** What Markdown cannot say. */
export function whyNotInMarkdown(scene: Scene, { kind, id }: NewItem, { parent }: Place): string | undefined {
  if (kind === 'epic' && id === undefined) {
    return t('In Markdown a heading without items is an epic only when it has an ID. Give the new epic one.');
  }
  return parent && layoutOf(scene, parent).form === 'row'
    ? t('{0} is a row of a table, which cannot hold tasks. Write {0} as a list item first.', parent.id)
    : undefined;
}

function* waysToAddBeside(scene: Scene, item: NewItem, beside: Item, isBefore: boolean): Ways {
  const layout = layoutOf(scene, beside);
  for (const line of linesOf(scene, item, beside, layout)) {
    yield* isBefore ? waysToPutBefore(scene, line, layout) : waysToPutBehind(scene, line, layout);
  }
}

/** Behind an item, with as many blank lines between as its neighbours have. */
export function* waysToPutBehind({ text }: Scene, line: string, layout: ItemLayout): Ways {
  const { block, form } = layout;
  const lineBreak = lineBreakAfter(text, block.start);
  const gap = form === 'heading' || isApart(text, layout) ? lineBreak : '';
  yield [insertion(block.end, `${lineBreak}${gap}${line}`)];
  yield [insertion(block.end, `${lineBreak}${gap === '' ? lineBreak : ''}${line}`)];
}

export function* waysToPutBefore({ text }: Scene, line: string, layout: ItemLayout): Ways {
  const { block, form } = layout;
  const lineBreak = lineBreakAfter(text, block.start);
  const gap = form === 'heading' || isApart(text, layout) ? lineBreak : '';
  yield [insertion(block.start, `${line}${lineBreak}${gap}`)];
}

/** Whether a blank line parts it from an item of the same list. */
function isApart(text: string, { block, indent, form }: ItemLayout): boolean {
  const sign = new RegExp(`^${indent.replace(/[^ \t]/g, '')}(?:[-+*]|\\d{1,9}[.)])[ \\t]`);
  const behind = /^(?:\r\n|\r(?!\n)|\n)[ \t]*(?:\r\n|\r|\n)/.exec(text.slice(block.end, block.end + 200))?.[0].length;
  const nextAt = block.end + (behind ?? 0);
  const before = /(?:\r\n|\r(?!\n)|\n)[ \t]*(?:\r\n|\r|\n)$/.exec(
    text.slice(Math.max(0, block.start - 200), block.start),
  );
  const lastEnd = block.start - (before?.[0].length ?? 0);
  const last = text.slice(startOfLine(text, lastEnd), lastEnd);
  if (form === 'paragraph') {
    return behind !== undefined || before !== null;
  }
  const isNext = behind !== undefined && sign.test(text.slice(nextAt, nextAt + 200));
  return isNext || (before !== null && (sign.test(last) || last.startsWith(`${indent} `)));
}

function* linesOf(scene: Scene, item: NewItem, like: Item, layout: ItemLayout): Iterable<string> {
  switch (layout.form) {
    case 'row':
      yield* rowsOf(scene, item, like);
      break;
    case 'bullet':
      yield* bulletsOf(scene, item, layout.indent, nextSign(layout.sign), layout.box !== undefined, like);
      break;
    case 'heading':
      yield* headingsOf(scene, item, scene.text.slice(layout.block.start, layout.content.start), like);
      break;
    default:
  }
}

/** A numbered list goes on counting; the numbers of the other lines stay as they are. */
export function nextSign(sign: string): string {
  return sign.replace(/^\d+/, (number) => String(Number(number) + 1));
}

function* bulletsOf(
  scene: Scene,
  item: NewItem,
  indent: string,
  sign: string,
  hasBox: boolean,
  like: Pick<Item, 'span'>,
): Iterable<string> {
  const status = statusOf(scene, item);
  const isTicked = status.category === 'done' && hasBox;
  const box = hasBox ? `[${isTicked ? 'x' : ' '}] ` : '';
  const says = isTicked || (hasBox && (status.word === undefined || status.word === 'planned'));
  for (const words of wordsOf(scene, item, like, says ? ['status'] : [])) {
    yield `${indent}${sign || '- '}${box}${words}`;
  }
  if (says && status.word !== undefined) {
    for (const words of wordsOf(scene, item, like, [])) {
      yield `${indent}${sign || '- '}${box}${words}`;
    }
  }
}

function* headingsOf(scene: Scene, item: NewItem, sign: string, like: Pick<Item, 'span'>): Iterable<string> {
  // Of an underlined heading the level is known, not the sign.
  for (const words of wordsOf(scene, item, like, ['story'])) {
    const story = item.fields['story'];
    const lineBreak = lineBreakAfter(scene.text, like.span.start);
    const description = typeof story === 'string' ? `${lineBreak}${lineBreak}${story.replace(/\s+/g, ' ')}` : '';
    yield `${sign.trim() === '' ? '## ' : sign}${words}${description}`;
  }
}

function statusOf({ roadmap }: Scene, { fields }: NewItem) {
  const word = typeof fields['status'] === 'string' ? fields['status'] : undefined;
  return { word, category: word === undefined ? undefined : categoryOfStatus(word, roadmap.workflow) };
}

/** ID, title and fields on one line, in the dress of the neighbours. */
function* wordsOf(scene: Scene, item: NewItem, like: Pick<Item, 'span'>, without: readonly string[]): Iterable<string> {
  const notes = notesOf(item.fields, without);
  for (const title of new Set([item.title, escaped(item.title)])) {
    for (const { before, behind } of dressesFor(scene, item, like)) {
      yield `${before}${title}${behind}${notes}`;
    }
  }
}

function dressesFor(scene: Scene, { id }: NewItem, like: Pick<Item, 'span'>): readonly IdDress[] {
  if (id === undefined) {
    return [{ before: '', behind: '' }];
  }
  const form = allWork(scene.roadmap.work).find((each) => each.span === like.span);
  const found = form ? idDresses(scene, nearBy(like), id, layoutOf(scene, form).form) : [];
  return [...found, { before: `${id} `, behind: '' }, { before: `[${id}] `, behind: '' }];
}

/** A place beside an item, of which the item itself is the nearest neighbour. */
function nearBy({ span }: Pick<Item, 'span'>): Pick<Item, 'span'> {
  return { span: { start: span.start - 0.5, end: span.start } };
}

const CODE_FIELDS = new Set(['ignore', 'accepts', 'rejects', 'code', 'decisions', 'link', 'story']);

function notesOf(fields: Readonly<Record<string, FieldText>>, without: readonly string[]): string {
  const entries = Object.entries(fields).filter(([field]) => !without.includes(field));
  const text = ([field, value]: readonly [string, FieldText]) => `${field}: ${valueText(value)}`;
  const inCode = entries.filter((entry) => CODE_FIELDS.has(entry[0]) || /[()*_`]/.test(text(entry)));
  const plain = entries.filter((entry) => !inCode.includes(entry)).map(text);
  return `${plain.length > 0 ? ` (${plain.join(', ')})` : ''}${inCode.map((entry) => ` \`${text(entry)}\``).join('')}`;
}

/** A row with a cell for each column of the table. */
function* rowsOf(scene: Scene, item: NewItem, like: Item): Iterable<string> {
  const { text } = scene;
  const row = { start: like.span.start, end: endOfLine(text, like.span.start) };
  const header = headerOf(text, like.span.start);
  const columns = header && columnsOf(cellsOf(text, header).map(({ inner }) => text.slice(inner.start, inner.end)));
  if (!columns) {
    return;
  }
  const cells = cellsOf(text, row);
  const rest = { ...item.fields };
  const values = columns.map(({ role, name }) => {
    if (role !== 'field') {
      return role === 'id' ? (item.id ?? '') : undefined;
    }
    const value = valueText(rest[name] ?? '');
    delete rest[name];
    const old = placeOf(text, like, layoutOf(scene, like), name)?.value;
    return name === 'status' && value !== ''
      ? statusCells(scene, nearBy(like), old ? text.slice(old.start, old.end) : '', value)[0]
      : value;
  });
  const hasIdColumn = columns.some(({ role }) => role === 'id');
  const title = `${hasIdColumn || item.id === undefined ? '' : `${item.id} `}${item.title}${notesOf(rest, [])}`;
  const words = values.map((value) => (value ?? title).replaceAll('|', '\\|'));
  let line = text.slice(startOfLine(text, row.start), cells[0]?.outer.start ?? row.start);
  const heads = header ? cellsOf(text, header) : [];
  columns.forEach((_, index) => {
    // Columns stay aligned where the table was written so.
    const [width = 0, headWidth] = [cells[index], heads[index]].map(
      (cell) => cell && cell.outer.end - cell.outer.start,
    );
    const room = width === headWidth ? width : 0;
    line += ` ${words[index] ?? ''}`.padEnd(Math.max(room, (words[index] ?? '').length + 2));
    line += index < columns.length - 1 ? '|' : /\|[ \t]*$/.test(text.slice(row.start, row.end)) ? '|' : '';
  });
  yield line.trimEnd();
}

/** As the first inside an item: nested in a list item, in a list under a heading. */
function* waysToAddInside(scene: Scene, item: NewItem, parent: WorkItem): Ways {
  const { text } = scene;
  const layout = layoutOf(scene, parent);
  if (layout.form === 'bullet') {
    const indent = innerIndent(scene, parent, layout);
    const at = layout.block.end;
    const sign = /^\d/.test(layout.sign) ? '- ' : layout.sign;
    for (const line of bulletsOf(scene, item, indent, sign, layout.box !== undefined, parent)) {
      yield [insertion(at, `${lineBreakAfter(text, at)}${line}`)];
    }
  } else if (layout.form === 'heading') {
    const example = neighboursOf(scene, parent).find((each) => layoutOf(scene, each).form === 'bullet');
    const like = example && layoutOf(scene, example);
    const sign = like && !/^\d/.test(like.sign) ? like.sign : '- ';
    const lineBreak = lineBreakAfter(text, layout.block.start);
    const places = new Set([parent.fields.get('story')?.value.end ?? headingEnd(text, layout), layout.block.end]);
    for (const line of bulletsOf(scene, item, '', sign, like?.box !== undefined, parent)) {
      for (const at of places) {
        yield [insertion(at, `${lineBreak}${lineBreak}${line}`)];
      }
    }
  }
}

/** At the end of a file that has nothing of the kind yet. */
function* waysToAddAtTop(scene: Scene, item: NewItem): Ways {
  const { text } = scene;
  const end = Math.max(text.trimEnd().length, bodyStart(text));
  const lineBreak = lineBreakAfter(text, 0);
  const gap = end === bodyStart(text) ? '' : lineBreak + lineBreak;
  const like = { span: { start: end, end } };
  const lines =
    item.kind === 'epic' ? headingsOf(scene, item, '## ', like) : bulletsOf(scene, item, '', '- ', false, like);
  for (const line of lines) {
    yield [insertion(end, `${gap}${line}${end === text.length && gap === '' ? lineBreak : ''}`)];
  }
}
