import type { SyntaxNode } from '@lezer/common';
import { type ItemText, readHtmlText } from './itemText';
import { entriesOf } from './lists';
import type { Part } from './parts';
import type { MarkdownContext } from './readMarkdown';

/** A tag that starts or ends something that matters here. */
interface Tag {
  readonly name: string;
  readonly isEnd: boolean;
  readonly from: number;
  readonly to: number;
}

/**
 * What a block of HTML says: `<details>` with its summary as a heading, headings, and the items of simple lists. Tables and
 * everything else say nothing.
 */
export function htmlParts(context: MarkdownContext, node: SyntaxNode): readonly Part[] {
  const start = context.base + node.from;
  const html = context.text.slice(start, context.base + node.to);
  const parts: Part[] = [];
  const tags = tagsIn(html);
  tags.forEach((tag, index) => {
    const end = tags[index + 1]?.from ?? html.length;
    const span = { start: start + tag.from, end: start + end };
    const text = (): ItemText =>
      readHtmlText(context.text, start + tag.to, start + end, context.form, isHeading(tag.name));
    if (tag.name === 'details') {
      // The summary opens it: without one there is nothing to call it by.
      const next = tags[index + 1];
      if (tag.isEnd) {
        parts.push({ kind: 'closing', at: span.start });
      } else if (next?.name !== 'summary') {
        parts.push({ kind: 'opening', text: undefined, span });
      }
    } else if (tag.isEnd) {
      return;
    } else if (tag.name === 'summary') {
      parts.push({ kind: 'opening', text: text(), span });
    } else if (/^h[1-6]$/.test(tag.name)) {
      parts.push({ kind: 'heading', level: Number(tag.name[1]), text: text(), span });
    } else if (tag.name === 'li') {
      const item = text();
      if (item.id ?? item.title) {
        const map = {
          kind: 'map',
          entries: entriesOf(item),
          span,
          itemKind: 'story',
          isOpenBox: item.isOpenBox,
        } as const;
        parts.push({ kind: 'items', items: [map], attributes: [], groups: [], span });
      }
    }
  });
  return parts;
}

function isHeading(name: string): boolean {
  return name !== 'li';
}

const TAGS = new Set(['details', 'summary', 'li', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const TAG = /^<(\/?)([a-z][a-z0-9]*)(?=[\s/>])/i;

/** More tags than a page written by hand has. */
const MOST_TAGS = 5000;

function tagsIn(html: string): readonly Tag[] {
  const tags: Tag[] = [];
  for (let from = html.indexOf('<'); from >= 0 && tags.length < MOST_TAGS; from = html.indexOf('<', from + 1)) {
    if (html.startsWith('<!--', from)) {
      const end = html.indexOf('-->', from);
      if (end < 0) {
        break;
      }
      from = end;
    } else {
      const match = TAG.exec(html.slice(from, from + 20));
      const name = match?.[2]?.toLowerCase() ?? '';
      if (TAGS.has(name)) {
        const end = html.indexOf('>', from);
        if (end < 0) {
          break;
        }
        tags.push({ name, isEnd: match?.[1] === '/', from, to: end + 1 });
        from = end;
      }
    }
  }
  return tags;
}
