import type { Refusal } from '../../edit/refusal';
import type { TextChange } from '../../edit/textChange';
import { commentAbove } from './commentAbove';

/** The change that writes `waymark-ignore WM203: reason` as a comment above the line of an offset. */
export function ignoreHere(
  path: string,
  text: string,
  { at, rule, reason }: { readonly at: number; readonly rule: string; readonly reason: string },
): readonly TextChange[] | Refusal {
  return commentAbove(path, text, at, `waymark-ignore ${rule}: ${reason.trim().replace(/\s+/g, ' ')}`);
}
