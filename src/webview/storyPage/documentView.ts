import type { PageBlock, PageInline } from '../../protocol/storyPage';
import { type Child, h, type View } from '../view';
import type { Conduct } from './conduct';
import { link } from './parts';

/** A document's highest heading on the page; its own are all below. */
const HIGHEST = 4;

/** A document as elements that are made here; nothing of it is ever taken for HTML. */
export function blocksView(blocks: readonly PageBlock[], conduct: Conduct): View[] {
  const levels = blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : []));
  const top = Math.min(...levels, 6);
  return blocks.map((block) => blockView(block, top, conduct));
}

function blockView(block: PageBlock, top: number, conduct: Conduct): View {
  const inside = (blocks: readonly PageBlock[]) => blocks.map((each) => blockView(each, top, conduct));
  const line = (parts: readonly PageInline[]) => inlines(parts, conduct);
  switch (block.kind) {
    case 'heading':
      return h(`h${Math.min(HIGHEST + Math.max(block.level - top, 0), 6)}`, {}, ...line(block.parts));
    case 'paragraph':
      return h('p', {}, ...line(block.parts));
    case 'code':
      return h('pre', { tabindex: '0' }, h('code', {}, block.text));
    case 'quote':
      return h('blockquote', {}, ...inside(block.blocks));
    case 'list':
      return h(
        block.start === undefined ? 'ul' : 'ol',
        { start: block.start === undefined || block.start === 1 ? undefined : String(block.start) },
        ...block.entries.map(({ done, blocks }) =>
          done === undefined
            ? h('li', {}, ...entry(blocks, inside, line))
            : h('li', { class: 'task' }, box(done), ...entry(blocks, inside, line)),
        ),
      );
    case 'table':
      return h(
        'table',
        {},
        h('thead', {}, h('tr', {}, ...block.head.map((cell) => h('th', { scope: 'col' }, ...line(cell))))),
        h('tbody', {}, ...block.rows.map((row) => h('tr', {}, ...row.map((cell) => h('td', {}, ...line(cell)))))),
      );
    case 'rule':
      return h('hr', {});
  }
}

/** A single paragraph stands in its entry without space around it. */
function entry(
  blocks: readonly PageBlock[],
  inside: (blocks: readonly PageBlock[]) => View[],
  line: (parts: readonly PageInline[]) => Child[],
): Child[] {
  const [first, ...others] = blocks;
  return first?.kind === 'paragraph' ? [...line(first.parts), ...inside(others)] : inside(blocks);
}

function box(done: boolean): View {
  return h('span', { class: 'box', role: 'img', 'aria-label': done ? 'done' : 'open' }, done ? '☑ ' : '☐ ');
}

function inlines(parts: readonly PageInline[], conduct: Conduct): Child[] {
  return parts.map((part) => {
    switch (part.kind) {
      case 'text':
        return part.text;
      case 'code':
        return h('code', {}, part.text);
      case 'emphasis':
        return h('em', {}, ...inlines(part.parts, conduct));
      case 'strong':
        return h('strong', {}, ...inlines(part.parts, conduct));
      case 'deleted':
        return h('s', {}, ...inlines(part.parts, conduct));
      case 'link':
        return link(wordsOf(part.parts), part.target, conduct, 'in-text');
      case 'address':
        return h('a', { href: part.href, title: part.href }, ...inlines(part.parts, conduct));
      case 'break':
        return h('br', {});
    }
  });
}

function wordsOf(parts: readonly PageInline[]): string {
  return parts.map((part) => ('parts' in part ? wordsOf(part.parts) : 'text' in part ? part.text : ' ')).join('');
}
