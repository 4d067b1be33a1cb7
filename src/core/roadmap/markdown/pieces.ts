import type { SyntaxNode } from '@lezer/common';

/**
 * A long text is parsed in pieces of about so many letters. The tree of a piece is done with before the next one is made, while
 * a tree of the whole would grow old in memory, which costs more than parsing it.
 */
export const PIECE = 16_000;

/** Where the next heading at or behind an offset begins, which ends whatever stands before it unless {@link isOpenEnded}. */
export function headingFrom(text: string, from: number, end: number): number {
  for (let at = text.indexOf('\n#', from - 1); at >= 0 && at + 1 < end; at = text.indexOf('\n#', at + 1)) {
    if (/^#{1,6}[ \t]/.test(text.slice(at + 1, at + 9))) {
      return at + 1;
    }
  }
  return end;
}

/**
 * Whether a block, or the last one in a list or quote, goes on until a sign ends it, or the next line may belong to it. What
 * follows a list ends a comment that stands open in it, too, but then it ends elsewhere than at the end of a text.
 */
export function isOpenEnded(block: SyntaxNode | null): boolean {
  for (let last = block; last; last = last.lastChild) {
    if (OPEN_ENDED.has(last.name)) {
      return true;
    }
  }
  return false;
}

const OPEN_ENDED: ReadonlySet<string> = new Set([
  'FencedCode',
  'HTMLBlock',
  'CommentBlock',
  'ProcessingInstructionBlock',
]);
