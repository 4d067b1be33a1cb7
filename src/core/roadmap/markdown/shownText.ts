import type { Span } from '../../model/span';
import { plainScalar, type ScalarNode } from '../valueNode';

/** Stands for characters that do not show, so that offsets in the text that shows are those of the file. */
export const HIDDEN = '\uE000';

/** A stretch of text of which more and more is taken out as it is understood; what is left is the title. */
export class ShownText {
  /** As it stands in the file. */
  readonly raw: string;
  /** The same, with {@link HIDDEN} for each character that is taken. */
  shown: string;

  constructor(
    text: string,
    readonly start: number,
    end: number,
  ) {
    this.raw = text.slice(start, end);
    this.shown = this.raw.replaceAll(HIDDEN, ' ');
  }

  /** Takes a stretch out, by indexes into {@link shown}. */
  take(from: number, to: number): void {
    this.shown = this.shown.slice(0, from) + HIDDEN.repeat(to - from) + this.shown.slice(to);
  }

  /** A stretch as a value, by indexes into {@link shown}. */
  scalar(from: number, to: number): ScalarNode {
    return plainScalar(this.raw.slice(from, to), this.start + from);
  }

  /** All of it as a value, without the space around it; undefined when there is nothing else. */
  words(): ScalarNode | undefined {
    const text = this.raw.trim();
    const from = this.raw.indexOf(text);
    return text === '' ? undefined : this.scalar(from, from + text.length);
  }

  /** A stretch that stands for another word than it is. */
  sign(word: string, from: number, to: number): ScalarNode {
    const span: Span = { start: this.start + from, end: this.start + to };
    return { kind: 'scalar', text: word, span, inner: span };
  }
}

/** Takes stretches out, by indexes. All at once: taking them one by one would copy the text for each. */
export function hide(line: ShownText, ranges: readonly (readonly [number, number])[]): void {
  let at = 0;
  let shown = '';
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    if (to > at) {
      const start = Math.max(from, at);
      shown += line.shown.slice(at, start) + HIDDEN.repeat(to - start);
      at = to;
    }
  }
  line.shown = shown + line.shown.slice(at);
}
