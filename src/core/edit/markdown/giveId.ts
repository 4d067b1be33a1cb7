import { endOfLine } from '../../model/lineEnds';
import type { Item } from '../../model/roadmap';
import { columnsOf } from '../../roadmap/markdown/tableColumns';
import type { Scene } from '../scene';
import { insertion } from '../textChange';
import type { Ways } from '../writer';
import { cellChange } from './fieldPlaces';
import { cellsOf, type ItemForm, type ItemLayout, layoutOf, neighboursOf } from './itemLayout';
import { leadOf } from './statusLead';
import { headerOf } from './tables';

/** What stands before the title's words and behind them, the ID included: `**PAY-12**: `, ` (PAY-12)`. */
export interface IdDress {
  readonly before: string;
  readonly behind: string;
}

/** Ways to write an ID at an item that has none: where the file's other items have theirs, else before the title. */
export function* waysToGiveId(scene: Scene, item: Item, id: string): Ways {
  const layout = layoutOf(scene, item);
  const { text } = scene;
  if (layout.form === 'row') {
    const row = { start: item.span.start, end: endOfLine(text, item.span.start) };
    const header = headerOf(text, item.span.start);
    const columns = header && columnsOf(cellsOf(text, header).map(({ inner }) => text.slice(inner.start, inner.end)));
    const cell = cellsOf(text, row)[columns?.findIndex(({ role }) => role === 'id') ?? -1];
    if (cell) {
      yield [cellChange(text, cell, id)];
    }
  }
  const usual: readonly IdDress[] = [
    { before: `${id} `, behind: '' },
    { before: `[${id}] `, behind: '' },
    { before: '', behind: ` (${id})` },
  ];
  const { words, content } = layout;
  const lead = leadOf(scene, item, layout);
  const start = lead && lead !== 'unclear' ? lead.end : words.start;
  const marks = /^(?:~~|\*\*|__|\*|_)*/.exec(text.slice(start, content.end))?.[0].length ?? 0;
  for (const { before, behind } of [...idDresses(scene, item, id, layout.form), ...usual]) {
    for (const at of new Set([start, start + marks])) {
      yield [...(before ? [insertion(at, before)] : []), ...(behind ? [insertion(content.end, behind)] : [])];
    }
  }
}

/** How the nearest items of the same form wear their IDs. */
export function idDresses(scene: Scene, item: Pick<Item, 'span'>, id: string, form: ItemForm): readonly IdDress[] {
  const dresses = new Map<string, IdDress>();
  for (const each of neighboursOf(scene, item)) {
    const layout = each.derivedId ? undefined : layoutOf(scene, each);
    const dress = layout?.form === form ? dressOf(scene.text, each, layout, id) : undefined;
    if (dress) {
      dresses.set(dress.before + dress.behind, dress);
    }
    if (dresses.size >= MOST_DRESSES) {
      break;
    }
  }
  return [...dresses.values()];
}

const MOST_DRESSES = 2;

function dressOf(text: string, item: Item, { words, content }: ItemLayout, id: string): IdDress | undefined {
  const own = item.fields.get('id')?.value;
  const title = item.fields.get('title')?.value;
  if (!own || !title || own.start < words.start || own.end > content.end) {
    return undefined;
  }
  if (own.end <= title.start) {
    const before = text.slice(words.start, own.start) + id + text.slice(own.end, title.start);
    return isPlain(before, id) ? { before, behind: '' } : undefined;
  }
  const close = /^[)\]*_`]*/.exec(text.slice(own.end, content.end))?.[0] ?? '';
  const behind = text.slice(title.end, own.start) + id + close;
  return isPlain(behind, id) ? { before: '', behind } : undefined;
}

/** Nothing but marks and separators beside the ID, and each mark with its other half. */
function isPlain(dress: string, id: string): boolean {
  const rest = dress.replace(id, '');
  const count = (sign: string) => rest.split(sign).length - 1;
  return (
    /^[\s*_`[\](){}:–—|-]{1,12}$/.test(rest) &&
    ['**', '__', '`'].every((mark) => count(mark) % 2 === 0) &&
    (count('**') > 0 || count('*') % 2 === 0) &&
    count('[') === count(']') &&
    count('(') === count(')')
  );
}
