import { flowPlace } from './flowPlace';
import type { AuthoringPlace } from './place';

/** The place of an offset in JSON, comments allowed. Takes time in proportion to the text before it. */
export function jsonPlace(text: string, offset: number): AuthoringPlace | undefined {
  const from = /^\uFEFF?(?:\s|\/\/.*|\/\*[^]*?\*\/)*/.exec(text.slice(0, LONGEST_HEAD))?.[0].length ?? 0;
  if (offset <= from || (text[from] !== '{' && text[from] !== '[')) {
    return undefined;
  }
  const place = flowPlace(text, { from, steps: [], top: 'roadmap', json: true, floor: -1, limit: text.length }, offset);
  return place === 'closed' ? undefined : place;
}

/** No roadmap begins with more comments than this. */
const LONGEST_HEAD = 10_000;
