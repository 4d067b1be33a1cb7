import { t } from '../words/t';
import { type Block, plainText } from '../markdown/blocks';
import { readBlocks } from '../markdown/readBlocks';
import type { Links } from '../markdown/readInlines';
import type { WorkItem } from '../model/roadmap';
import { referenceWhy } from '../report/linkWords';
import { readNamedPath } from '../trace/namedPath';
import { type DecisionPath, decisionPaths } from './decisionPaths';
import type { Decision } from './page';
import type { PageQuestion } from './question';

/** Longer documents are not shown whole. In UTF-16 units. */
const LONGEST_TEXT = 100_000;

/** The decisions behind an item, with their text. */
export function decisionsOf<T>(item: WorkItem, question: PageQuestion<T>): Decision<T>[] {
  return decisionPaths(item, question.trace).map((decision) => decisionAt(decision, question));
}

function decisionAt<T>({ path, link }: DecisionPath, question: PageQuestion<T>): Decision<T> {
  const { texts, locate, targetOf } = question;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const head = {
    path,
    why: link ? referenceWhy(link, locate) : t('The roadmap names it among the decisions of the item.'),
    target: targetOf(
      link ? { kind: 'place', place: { path, span: link.reference.mention.span } } : { kind: 'file', path },
    ),
  };
  const text = texts.get(path);
  if (text === undefined) {
    return { ...head, title: name, blocks: [], note: t('This file cannot be read.') };
  }
  if (!/\.(?:md|mdx|markdown)$/i.test(path)) {
    return { ...head, title: name, blocks: [], note: t('Only Markdown is shown here; open the file to read it.') };
  }
  const { fields, body } = withoutFrontMatter(text.slice(0, LONGEST_TEXT));
  const blocks = readBlocks(body, linksFrom(path, question));
  const [first, ...others] = blocks;
  const hasTitle = first?.kind === 'heading';
  const status = fields.get('status') ?? statusIn(blocks);
  return {
    ...head,
    title: (hasTitle ? plainText(first.parts) : fields.get('title')) ?? name,
    ...(status !== undefined && { status }),
    blocks: hasTitle ? others : blocks,
    ...(text.length > LONGEST_TEXT && { note: t('This is its beginning; open the file to read all of it.') }),
  };
}

/** Plain fields alone, which is all that is asked of them. */
function withoutFrontMatter(text: string): { fields: ReadonlyMap<string, string>; body: string } {
  const [whole, front = ''] = /^\uFEFF?---[ \t]*\r?\n(.*?)\r?\n---[ \t]*(?:\r?\n|$)/s.exec(text) ?? [''];
  const fields = front.split(/\r?\n/).flatMap((line) => {
    const [, key, value] = /^(\w+):\s*["']?(.*?)["']?\s*$/.exec(line) ?? [];
    return key !== undefined && value ? [[key.toLowerCase(), value] as const] : [];
  });
  return { fields: new Map(fields), body: text.slice(whole.length) };
}

/** `Status: accepted`, as a line, as an entry of a list, or as a heading with the word below it; undefined: none is told. */
function statusIn<T>(blocks: readonly Block<T>[]): string | undefined {
  let isBelow = false;
  for (const block of blocks) {
    const lines = linesOf(block);
    if (block.kind === 'heading') {
      isBelow = /^status$/i.test(lines[0] ?? '');
    } else {
      const line = isBelow ? lines[0] : lines.map((each) => /^status\s*:\s*(.+)/i.exec(each)?.[1]).find(Boolean);
      if (line !== undefined) {
        return /^[^.;,(\n]*/.exec(line)?.[0].trim() || undefined;
      }
    }
  }
  return undefined;
}

function linesOf<T>(block: Block<T>): readonly string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [plainText(block.parts)];
    case 'list':
      return block.entries.flatMap(({ blocks }) => blocks.flatMap(linesOf));
    default:
      return [];
  }
}

/** Links of a document to files beside it, and to addresses outside that can do no harm. */
function linksFrom<T>(path: string, { targetOf }: PageQuestion<T>): Links<T> {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return (address) => {
    if (/^(?:https?:\/\/|mailto:)/i.test(address)) {
      return { href: address };
    }
    const named = /^(?:[#/]|[a-z][\w+.-]*:)/i.test(address) ? undefined : readNamedPath(`${folder}${decoded(address)}`);
    const [target] = named?.kind === 'inside' && !named.isPattern ? named.globs : [];
    return target === undefined ? undefined : { target: targetOf({ kind: 'file', path: target }) };
  };
}

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
