import { t } from './t';

/** One of a thing, and several of it. */
type Forms = readonly [one: () => string, several: (number: string) => string];

const FORMS = {
  'active story': [() => t('1 active story'), (n) => t('{0} active stories', n)],
  annotation: [() => t('1 annotation'), (n) => t('{0} annotations', n)],
  'code file': [() => t('1 code file'), (n) => t('{0} code files', n)],
  commit: [() => t('1 commit'), (n) => t('{0} commits', n)],
  component: [() => t('1 component'), (n) => t('{0} components', n)],
  day: [() => t('1 day'), (n) => t('{0} days', n)],
  epic: [() => t('1 epic'), (n) => t('{0} epics', n)],
  file: [() => t('1 file'), (n) => t('{0} files', n)],
  entry: [() => t('1 entry'), (n) => t('{0} entries', n)],
  finding: [() => t('1 finding'), (n) => t('{0} findings', n)],
  folder: [() => t('1 folder'), (n) => t('{0} folders', n)],
  goal: [() => t('1 goal'), (n) => t('{0} goals', n)],
  'heading or entry': [() => t('1 heading or entry'), (n) => t('{0} headings and entries', n)],
  ID: [() => t('1 ID'), (n) => t('{0} IDs', n)],
  item: [() => t('1 item'), (n) => t('{0} items', n)],
  line: [() => t('1 line'), (n) => t('{0} lines', n)],
  'linked commit': [() => t('1 linked commit'), (n) => t('{0} linked commits', n)],
  'more annotation': [() => t('1 more annotation'), (n) => t('{0} more annotations', n)],
  'more commit': [() => t('1 more commit'), (n) => t('{0} more commits', n)],
  'more file': [() => t('1 more file'), (n) => t('{0} more files', n)],
  'more finding': [() => t('1 more finding'), (n) => t('{0} more findings', n)],
  'more place': [() => t('1 more place'), (n) => t('{0} more places', n)],
  'more ready item': [() => t('1 more ready item'), (n) => t('{0} more ready items', n)],
  'more reference': [() => t('1 more reference'), (n) => t('{0} more references', n)],
  'more skipped file': [() => t('1 more skipped file'), (n) => t('{0} more skipped files', n)],
  'older story': [() => t('1 older story'), (n) => t('{0} older stories', n)],
  'open annotation': [() => t('1 open annotation'), (n) => t('{0} open annotations', n)],
  'open item': [() => t('1 open item'), (n) => t('{0} open items', n)],
  'open mark': [() => t('1 open mark'), (n) => t('{0} open marks', n)],
  'open story': [() => t('1 open story'), (n) => t('{0} open stories', n)],
  'other annotation': [() => t('1 other annotation'), (n) => t('{0} other annotations', n)],
  'other commit': [() => t('1 other commit'), (n) => t('{0} other commits', n)],
  'other place': [() => t('1 other place'), (n) => t('{0} other places', n)],
  person: [() => t('1 person'), (n) => t('{0} people', n)],
  point: [() => t('1 point'), (n) => t('{0} points', n)],
  problem: [() => t('1 problem'), (n) => t('{0} problems', n)],
  reference: [() => t('1 reference'), (n) => t('{0} references', n)],
  release: [() => t('1 release'), (n) => t('{0} releases', n)],
  risk: [() => t('1 risk'), (n) => t('{0} risks', n)],
  story: [() => t('1 story'), (n) => t('{0} stories', n)],
  task: [() => t('1 task'), (n) => t('{0} tasks', n)],
  time: [() => t('1 time'), (n) => t('{0} times', n)],
  TODO: [() => t('1 TODO'), (n) => t('{0} TODOs', n)],
  'trace tag': [() => t('1 trace tag'), (n) => t('{0} trace tags', n)],
  version: [() => t('1 version'), (n) => t('{0} versions', n)],
  week: [() => t('1 week'), (n) => t('{0} weeks', n)],
  'working day': [() => t('1 working day'), (n) => t('{0} working days', n)],
  'changed file waits': [
    () => t('1 changed file waits to be committed'),
    (n) => t('{0} changed files wait to be committed', n),
  ],
  'changed file came along': [() => t('1 changed file came along'), (n) => t('{0} changed files came along', n)],
  'item of unknown length counts': [
    () => t('1 item of unknown length counts as none'),
    (n) => t('{0} items of unknown length count as none', n),
  ],
  'item without estimate comes': [
    () => t('1 item without an estimate comes'),
    (n) => t('{0} items without an estimate come', n),
  ],
  'story was finished': [() => t('1 story was finished'), (n) => t('{0} stories were finished', n)],
  'story is in progress': [() => t('1 story is in progress'), (n) => t('{0} stories are in progress', n)],
  'commit names': [() => t('1 commit names'), (n) => t('{0} commits name', n)],
  'one is blocked': [() => t('1 is blocked'), (n) => t('{0} are blocked', n)],
  'one is finished': [() => t('1 is finished'), (n) => t('{0} are finished', n)],
  'planned story waits': [() => t('The one planned story waits'), (n) => t('All {0} planned stories wait', n)],
} satisfies Record<string, Forms>;

/** What can be counted, by its name in English; a short clause where it is said with its verb. */
export type Noun = keyof typeof FORMS;

/** `1 file`, `3 files`, `1,204 stories`. */
export function count(number: number, noun: Noun): string {
  return formOf(number, noun, groupDigits(number));
}

/** The same with the number as it is: `1204 stories`. */
export function counted(number: number, noun: Noun): string {
  return formOf(number, noun, String(number));
}

function formOf(number: number, noun: Noun, written: string): string {
  const [one, several]: Forms = FORMS[noun];
  return number === 1 ? one() : several(written);
}

/** `A`, `A and B`, `A, B and C`; of a longer list the first `most` and how many more there are. */
export function listing(words: readonly string[], most = 3): string {
  return listingOf(words, (word) => word, most);
}

/** The same of what has words; those that are not shown are not asked for. */
export function listingOf<T>(things: readonly T[], wordOf: (thing: T) => string, most = 3): string {
  const shown = things.length > most + 1 ? things.slice(0, most) : things;
  return listed(shown.map(wordOf), things.length - shown.length);
}

function listed(shown: readonly string[], hidden: number): string {
  const parts = hidden > 0 ? [...shown, t('{0} more', groupDigits(hidden))] : shown;
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : t('{0} and {1}', enumeration(parts.slice(0, -1)), last);
}

/** `A or B or C`. */
export function alternatives(words: readonly string[]): string {
  return words.length === 0 ? '' : words.reduce((all, word) => t('{0} or {1}', all, word));
}

/** `A, B, C`. */
function enumeration(words: readonly string[]): string {
  return words.length === 0 ? '' : words.reduce((all, word) => t('{0}, {1}', all, word));
}

/** `1,204`. */
export function groupDigits(number: number): string {
  if (Math.abs(number) < 1000) {
    return String(number);
  }
  // How a thousand is written says what stands between its digits.
  const separator = t('1,000').slice(1, -3);
  return String(number).replace(/\B(?=(\d{3})+$)/g, separator);
}
