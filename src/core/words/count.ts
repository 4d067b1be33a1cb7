import { t } from '@vscode/l10n';

/** One of a thing, and several of it. */
type Forms = (number: string) => readonly [one: string, several: string];

const FORMS = {
  'active story': (n) => [t('1 active story'), t('{0} active stories', n)],
  annotation: (n) => [t('1 annotation'), t('{0} annotations', n)],
  'code file': (n) => [t('1 code file'), t('{0} code files', n)],
  commit: (n) => [t('1 commit'), t('{0} commits', n)],
  component: (n) => [t('1 component'), t('{0} components', n)],
  day: (n) => [t('1 day'), t('{0} days', n)],
  epic: (n) => [t('1 epic'), t('{0} epics', n)],
  file: (n) => [t('1 file'), t('{0} files', n)],
  finding: (n) => [t('1 finding'), t('{0} findings', n)],
  goal: (n) => [t('1 goal'), t('{0} goals', n)],
  ID: (n) => [t('1 ID'), t('{0} IDs', n)],
  item: (n) => [t('1 item'), t('{0} items', n)],
  line: (n) => [t('1 line'), t('{0} lines', n)],
  'linked commit': (n) => [t('1 linked commit'), t('{0} linked commits', n)],
  'more annotation': (n) => [t('1 more annotation'), t('{0} more annotations', n)],
  'more commit': (n) => [t('1 more commit'), t('{0} more commits', n)],
  'more finding': (n) => [t('1 more finding'), t('{0} more findings', n)],
  'more place': (n) => [t('1 more place'), t('{0} more places', n)],
  'more ready item': (n) => [t('1 more ready item'), t('{0} more ready items', n)],
  'more reference': (n) => [t('1 more reference'), t('{0} more references', n)],
  'more skipped file': (n) => [t('1 more skipped file'), t('{0} more skipped files', n)],
  'open annotation': (n) => [t('1 open annotation'), t('{0} open annotations', n)],
  'open item': (n) => [t('1 open item'), t('{0} open items', n)],
  'open mark': (n) => [t('1 open mark'), t('{0} open marks', n)],
  'open story': (n) => [t('1 open story'), t('{0} open stories', n)],
  'other annotation': (n) => [t('1 other annotation'), t('{0} other annotations', n)],
  'other commit': (n) => [t('1 other commit'), t('{0} other commits', n)],
  'other place': (n) => [t('1 other place'), t('{0} other places', n)],
  person: (n) => [t('1 person'), t('{0} people', n)],
  point: (n) => [t('1 point'), t('{0} points', n)],
  problem: (n) => [t('1 problem'), t('{0} problems', n)],
  reference: (n) => [t('1 reference'), t('{0} references', n)],
  release: (n) => [t('1 release'), t('{0} releases', n)],
  risk: (n) => [t('1 risk'), t('{0} risks', n)],
  story: (n) => [t('1 story'), t('{0} stories', n)],
  task: (n) => [t('1 task'), t('{0} tasks', n)],
  time: (n) => [t('1 time'), t('{0} times', n)],
  'trace tag': (n) => [t('1 trace tag'), t('{0} trace tags', n)],
  version: (n) => [t('1 version'), t('{0} versions', n)],
  week: (n) => [t('1 week'), t('{0} weeks', n)],
  'working day': (n) => [t('1 working day'), t('{0} working days', n)],
  'changed file waits': (n) => [
    t('1 changed file waits to be committed'),
    t('{0} changed files wait to be committed', n),
  ],
  'changed file came along': (n) => [t('1 changed file came along'), t('{0} changed files came along', n)],
  'item of unknown length counts': (n) => [
    t('1 item of unknown length counts as none'),
    t('{0} items of unknown length count as none', n),
  ],
  'item without estimate comes': (n) => [
    t('1 item without an estimate comes'),
    t('{0} items without an estimate come', n),
  ],
  'story was finished': (n) => [t('1 story was finished'), t('{0} stories were finished', n)],
  'story is in progress': (n) => [t('1 story is in progress'), t('{0} stories are in progress', n)],
  'one is blocked': (n) => [t('1 is blocked'), t('{0} are blocked', n)],
  'one is finished': (n) => [t('1 is finished'), t('{0} are finished', n)],
  'planned story waits': (n) => [t('The one planned story waits'), t('All {0} planned stories wait', n)],
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
  const forms: Forms = FORMS[noun];
  const [one, several] = forms(written);
  return number === 1 ? one : several;
}

/** `A`, `A and B`, `A, B and C`; of a longer list the first `most` and how many more there are. */
export function listing(words: readonly string[], most = 3): string {
  const shown = words.length > most + 1 ? words.slice(0, most) : words;
  const hidden = words.length - shown.length;
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
  // How a thousand is written says what stands between its digits.
  const separator = t('1,000').slice(1, -3);
  return String(number).replace(/\B(?=(\d{3})+$)/g, separator);
}
