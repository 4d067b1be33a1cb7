import type { Facts } from '../findings/facts';
import type { Day } from '../model/calendar';
import type { Finding } from '../model/finding';
import type { Item, WorkItem } from '../model/roadmap';
import type { Place } from '../model/span';
import type { Locate } from '../report/locate';
import type { OpenLink } from '../trace/evidence';
import type { ReadonlyTrace } from '../trace/trace';
import type { PageRows, PageRow } from './page';

/** What a word of the page can lead to. */
export type PageTarget =
  | { readonly kind: 'place'; readonly place: Place }
  /** A file at its beginning, relative to the folder. */
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'commit'; readonly sha: string }
  | { readonly kind: 'rule'; readonly code: string }
  /** The page of another item. */
  | { readonly kind: 'story'; readonly item: WorkItem }
  /** The ways out of what is found at a place. */
  | { readonly kind: 'fixes'; readonly place: Place }
  /** What a person decides about a link of the item. */
  | {
      readonly kind: 'judge';
      readonly accepted: boolean;
      readonly item: WorkItem;
      readonly link: Pick<OpenLink, 'written' | 'where'>;
    };

/** What a page is made of, beside the item itself. */
export interface PageQuestion<T> {
  readonly trace: ReadonlyTrace;
  readonly facts: Pick<Facts, 'planHistory' | 'codeHistory'>;
  readonly today: Day;
  readonly holidays: ReadonlySet<Day>;
  /** undefined: git is read; else why it is not, in one sentence. */
  readonly noHistory: string | undefined;
  readonly locate: Locate;
  /** Those of the item, wherever they stand, one for each fact. */
  readonly findingsOf: (item: Item) => readonly Finding[];
  /** The texts of `decisionPaths`, as far as they can be read. */
  readonly texts: ReadonlyMap<string, string>;
  readonly targetOf: (target: PageTarget) => T;
}

/** More rows under one heading help nobody. */
const MOST_ROWS = 200;

/** The first of many rows. Only those are made, and each gets a key of its own. */
export function rowsOf<T, V>(
  values: readonly V[],
  rowOf: (value: V, index: number) => PageRow<T>,
  note?: string,
): PageRows<T> {
  const keys = new Map<string, number>();
  const rows = values.slice(0, MOST_ROWS).map((value, index) => {
    const row = rowOf(value, index);
    const copies = (keys.get(row.key) ?? 0) + 1;
    keys.set(row.key, copies);
    return copies === 1 ? row : { ...row, key: `${row.key} (${copies})` };
  });
  return { rows, more: values.length - rows.length, ...(note !== undefined && { note }) };
}
