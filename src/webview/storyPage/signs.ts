import type { RowSign } from '../../protocol/storyPage';
import { h, type View } from '../view';

interface Shape {
  /** Lines, on a field of 16 by 16. */
  readonly lines?: string;
  /** What is filled. */
  readonly filled?: string;
  /** What is cut out of it: drawn in the colour of the ground. */
  readonly cut?: string;
}

const CIRCLE = 'M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11z';
const PAGE = 'M4 2.5h5l3 3v8H4zM9 2.5v3h3';

/** Shapes of the editor's kind; what they mean stands in words beside them. */
const SHAPES: Readonly<Record<RowSign, Shape>> = {
  planned: { lines: CIRCLE },
  active: { lines: CIRCLE, filled: 'M6.5 5.5v5l4-2.5z' },
  blocked: { lines: CIRCLE, filled: 'M6 6h4v4H6z' },
  done: { filled: 'M8 2a6 6 0 1 1 0 12a6 6 0 1 1 0-12z', cut: 'M5.3 8.2l1.9 1.9l3.6-4' },
  dropped: { lines: `${CIRCLE}M4.2 11.8l7.6-7.6` },
  error: { lines: `${CIRCLE}M6 6l4 4M10 6l-4 4` },
  warning: { lines: 'M8 2.5l6 11H2zM8 6.5v3.2M8 11.2v.6' },
  information: { lines: `${CIRCLE}M8 7.2v3.6M8 4.9v.6` },
  hint: { lines: 'M6 11.5c0-1.5-2-2-2-4.5a4 4 0 0 1 8 0c0 2.5-2 3-2 4.5zM6.5 13.5h3' },
  annotation: { lines: 'M2.5 3v4.5l6 6l5-5l-6-6H3zM5.3 5.3v.1' },
  code: { lines: 'M5.5 4.5L2 8l3.5 3.5M10.5 4.5L14 8l-3.5 3.5' },
  test: { lines: 'M6 2.5h4M6.7 2.5V7l-3.2 6.5h9L9.3 7V2.5M5.2 10h5.6' },
  doc: { lines: `${PAGE}M6 8h4M6 10.5h4` },
  commit: { lines: 'M8 5.5a2.5 2.5 0 1 1 0 5a2.5 2.5 0 1 1 0-5zM1.5 8h4M10.5 8h4' },
  file: { lines: PAGE },
  person: { lines: 'M8 2.5a2.6 2.6 0 1 1 0 5.2a2.6 2.6 0 1 1 0-5.2zM3 13.5c0-2.6 2.2-4 5-4s5 1.4 5 4' },
  risk: { lines: 'M8 2l5 1.8v4c0 3-2.2 5-5 6.2c-2.8-1.2-5-3.2-5-6.2v-4zM8 5.5v3M8 10.3v.5' },
  event: { lines: 'M8 4.5L11.5 8L8 11.5L4.5 8z' },
};

/** Hidden from screen readers: the words beside it say the same. */
export function signView(sign: RowSign): View {
  const { lines, filled, cut } = SHAPES[sign];
  return h(
    'svg',
    { class: `sign sign-${sign}`, viewBox: '0 0 16 16', width: '16', height: '16', 'aria-hidden': 'true' },
    filled === undefined ? [] : [h('path', { key: 'filled', class: 'sign-filled', d: filled })],
    lines === undefined ? [] : [h('path', { key: 'lines', class: 'sign-lines', d: lines })],
    cut === undefined ? [] : [h('path', { key: 'cut', class: 'sign-cut', d: cut })],
  );
}
