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

/** Whether a block goes on until a sign ends it, or the next line may belong to it. */
export function isOpenEnded(block: SyntaxNode | null): boolean {
  return block !== null && OPEN_ENDED.has(block.name);
}

const OPEN_ENDED: ReadonlySet<string> = new Set([
  'FencedCode',
  'HTMLBlock',
  'CommentBlock',
  'ProcessingInstructionBlock',
]);
