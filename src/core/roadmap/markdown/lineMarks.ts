import type { SyntaxNode } from '@lezer/common';
import type { Span } from '../../model/span';
import type { ScalarNode } from '../valueNode';
import { issueAt, type LinkedId } from './issueLinks';
import { isBoxLike } from './lineStatus';
import { hide, type ShownText } from './shownText';

const MARKS = new Set([
  'EmphasisMark',
  'StrikethroughMark',
  'LinkMark',
  'LinkTitle',
  'LinkLabel',
  'ListMark',
  'TaskMarker',
  'QuoteMark',
  'HeaderMark',
  'Comment',
  'CommentBlock',
  'HTMLTag',
  'ProcessingInstruction',
  'Image',
]);

/** Blocks inside a list item that are not its own line. */
const BLOCKS = new Set(['BulletList', 'OrderedList', 'FencedCode', 'CodeBlock', 'Blockquote', 'Table', 'HTMLBlock']);

/** What the marks of a line say beside its words. Offsets are indexes into the line. */
export interface Marks {
  readonly struck: Span | undefined;
  readonly links: readonly ScalarNode[];
  /** The ID in a comment: `<!-- id: PAY-12 -->`. */
  readonly commentId: ScalarNode | undefined;
  /** Links to issues. */
  readonly issues: readonly IssueLink[];
  /** Where the first words in bold, in code or of a link stand. */
  readonly lead: { readonly from: number; readonly to: number } | undefined;
}

export const NO_MARKS: Marks = { struck: undefined, links: [], issues: [], commentId: undefined, lead: undefined };

/** A link whose address is of an issue, with the words that show for it. */
export interface IssueLink {
  readonly id: LinkedId;
  readonly from: number;
  readonly to: number;
}

const LEADS = new Set(['StrongEmphasis', 'InlineCode', 'Link']);

/** Takes the marks of Markdown out of a line, and gives what they said. */
export function hideMarks(line: ShownText, parent: SyntaxNode, base: number): Marks {
  const hidden: [number, number][] = [];
  const links: ScalarNode[] = [];
  let struck: Span | undefined;
  let commentId: ScalarNode | undefined;
  let lead: Marks['lead'];
  let inLink: Marks['lead'];
  const issues: IssueLink[] = [];
  const end = line.start + line.raw.length;
  const cursor = parent.cursor();
  cursor.iterate((node) => {
    const from = Math.max(base + node.from, line.start) - line.start;
    const to = Math.min(base + node.to, end) - line.start;
    if (from >= to && node.from !== node.to) {
      return BLOCKS.has(node.name) ? false : undefined;
    }
    if (node.name === 'Link') {
      inLink = { from, to };
    }
    if (LEADS.has(node.name)) {
      lead ??= { from, to };
    }
    if (node.name === 'URL' || node.name === 'Autolink') {
      if (node.name === 'URL') {
        const link = line.scalar(from, to);
        links.push(link);
        issues.push(...issueLink(line, link, inLink ?? { from, to }));
      }
      hidden.push([from, to]);
    } else if (node.name === 'Strikethrough' && from <= 4) {
      struck ??= { start: line.start + from, end: line.start + to };
    } else if (node.name === 'Escape') {
      hidden.push([from, from + 1]);
    } else if (MARKS.has(node.name) && !isBoxLike(line, from)) {
      hidden.push([from, to]);
      commentId ??= node.name === 'Comment' ? idInComment(line, from, to) : undefined;
      return false;
    }
    return undefined;
  });
  hide(line, hidden);
  const bare = links.length === 0 ? takeBareAddress(line) : undefined;
  if (bare) {
    const at = bare.span.start - line.start;
    links.push(bare);
    issues.push(...issueLink(line, bare, { from: at, to: at + bare.text.length }));
  }
  return { struck, links: links.filter((link) => ADDRESS.test(link.text)), issues, commentId, lead };
}

const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\//i;

function issueLink(
  line: ShownText,
  link: ScalarNode,
  { from, to }: { readonly from: number; readonly to: number },
): IssueLink[] {
  const issue = issueAt(link.text);
  if (!issue) {
    return [];
  }
  const shown = line.raw.slice(from, to).indexOf(issue.text);
  const start = shown >= 0 && from + shown < link.span.start - line.start ? from + shown : link.span.start - line.start;
  const length = start < link.span.start - line.start ? issue.text.length : link.text.length;
  return [{ id: { ...line.sign(issue.text, start, start + length), project: issue.project }, from, to }];
}

/** An address without marks at the end of a line, or all of it. */
function takeBareAddress(line: ShownText): ScalarNode | undefined {
  const at = line.shown.lastIndexOf('://');
  const match =
    at > 0
      ? /(?:^|[\s\uE000(])(https?:\/\/[^\s\uE000()<>`"]+)\)?[\s\uE000.]*$/i.exec(line.shown.slice(Math.max(0, at - 7)))
      : null;
  const address = match?.[1];
  if (!match || address === undefined) {
    return undefined;
  }
  const from = line.shown.lastIndexOf(address);
  const rest = line.shown.slice(0, from).replace(/[\s\uE000(:–—-]+$/, '');
  // `use https://…` would say nothing without it.
  const hasWords = (rest.match(/[\p{L}\p{N}]{2,}/gu)?.length ?? 0) > 1;
  if (hasWords || issueAt(address)) {
    line.take(/[\p{L}\p{N}]/u.test(rest) ? rest.length : from, line.shown.length);
  }
  return line.scalar(from, from + address.length);
}

function idInComment(line: ShownText, from: number, to: number): ScalarNode | undefined {
  const match = /^<!--+\s*id\s*[:=]\s*([^\s<>]{1,80})\s*-->$/i.exec(line.raw.slice(from, Math.min(to, from + 200)));
  const at = from + (match?.[0].indexOf(match[1] ?? '', 4) ?? 0);
  return match?.[1] === undefined ? undefined : line.scalar(at, at + match[1].length);
}
