import { t } from '../words/t';
import { categoryOfForeignStatus } from '../exchange/cellWords';
import { type Draft, type DraftItem, fieldsOf, textOf } from '../exchange/draft';
import { writeYaml } from '../exchange/writeYaml';
import { titleOfWords } from '../annotations/titleWords';
import { splitId } from '../ids/itemId';
import { keyOfName } from '../ids/keyOfName';
import { type Day, formatDay } from '../model/calendar';
import { counted, type Noun } from '../words/count';
import { readRoadmap } from '../roadmap/readRoadmap';
import { categoryOfStatus } from '../roadmap/statusNames';
import type { FoundKey, KeyedItem } from './keyTally';
import { countWork, workOfDocument } from './planDocuments';
import { type Suggestion, suggestionsOf } from './suggestions';
import type { FoundDocument, Survey } from './survey';
import type { TodoGroup } from './todoGroups';

export interface DraftOptions {
  /** Groups of {@link Suggestion}s; undefined: those that are likely. */
  readonly groups: readonly string[] | undefined;
  readonly sources: Parameters<typeof suggestionsOf>[1];
  readonly product: string;
  readonly today: Day;
}

/** Stories that are made of one key, one folder or one document: more are no plan. */
const MOST_OF_KEY = 50;
const MOST_OF_FOLDER = 20;
const MOST_OF_DOCUMENT = 150;

/** A story that no commit named for so long is taken for done. */
const DAYS_ACTIVE = 21;
const SECONDS_A_DAY = 86_400;

/** A first roadmap of what a person picked, as text; undefined: nothing was picked. It is read again before it is given, and has no problem. */
export function draftRoadmap(survey: Survey, { groups, sources, product, today }: DraftOptions): string | undefined {
  const picked = suggestionsOf(survey, sources).filter(({ group, isLikely }) => groups?.includes(group) ?? isLikely);
  const drafting = new Drafting(freshKey(product, survey), survey.keys, today);
  const work = drafting.withIds(picked.flatMap((each) => drafting.workOf(each)));
  if (work.length === 0) {
    return undefined;
  }
  const full = written(product, work, drafting.remarks);
  return isSound(full) ? full : written(product, work.map(bare), drafting.remarks);
}

function written(product: string, work: readonly DraftItem[], remarks: readonly string[]): string {
  const draft: Draft = {
    fields: fieldsOf([
      ['product', product],
      ['keys', keysIn(work)],
    ]),
    work,
  };
  return [...remarks.map((remark) => `# ${remark}\n`), writeYaml(draft)].join('');
}

function isSound(text: string): boolean {
  return readRoadmap('roadmap.yaml', text)?.problems.length === 0;
}

/** What no reader can object to. */
function bare({ kind, id, title, fields, children }: DraftItem): DraftItem {
  return { kind, id, title, fields: fieldsOf([['status', fields.get('status')]]), children: children.map(bare) };
}

/** A prefix that no commit uses: the tracker's numbers are its own. */
function freshKey(product: string, { keys }: Survey): string {
  const key = keyOfName(product);
  const isFree = (each: string) => !keys.some((found) => found.key === each);
  return [key, `${key}P`, 'PLAN'].find(isFree) ?? 'ITEM';
}

function keysIn(work: readonly DraftItem[]): readonly string[] {
  const keys = work.flatMap(({ id, children }) => [splitId(id ?? '')?.key ?? '', ...keysIn(children)]);
  return [...new Set(keys)].filter((key) => key !== '').sort();
}

/** Makes work of what was found, and remembers what has to be said of it. */
class Drafting {
  private number = 0;
  private readonly taken = new Set<string>();
  private readonly left: string[] = [];
  private guesses = false;
  /** What commits say, by ID. */
  private readonly named: ReadonlyMap<string, KeyedItem>;

  constructor(
    private readonly key: string,
    keys: readonly FoundKey[],
    private readonly today: Day,
  ) {
    this.named = new Map(keys.flatMap(({ items }) => items.map((item) => [item.id, item])));
  }

  /** What the person should know before keeping it, one sentence each. */
  get remarks(): readonly string[] {
    return [
      t(
        'A first draft of the plan, made on {0} of what this repository says. Change it as you like.',
        formatDay(this.today),
      ),
      ...(this.guesses
        ? [
            t(
              'The statuses are guesses: active where a commit of the last {0} days names the story, else done.',
              DAYS_ACTIVE,
            ),
          ]
        : []),
      ...(this.left.length > 0 ? [t('Left out: {0}.', this.left.join('; '))] : []),
    ];
  }

  workOf(suggestion: Suggestion): readonly DraftItem[] {
    switch (suggestion.source) {
      case 'documents':
        return this.ofDocument(suggestion.document);
      case 'todos':
        return this.ofTodos(suggestion.todos);
      case 'commits':
        return this.ofKey(suggestion.key);
    }
  }

  /** Gives IDs in the order in which the work is written; what has an ID keeps it, and of two with one the first stays. */
  withIds(work: readonly DraftItem[]): readonly DraftItem[] {
    const epicsFirst = [...work.filter(({ kind }) => kind === 'epic'), ...work.filter(({ kind }) => kind !== 'epic')];
    return epicsFirst.flatMap((item) => {
      if (item.id !== undefined && this.taken.has(item.id)) {
        return [];
      }
      const id = item.id ?? (item.kind === 'task' ? undefined : this.nextId());
      if (id !== undefined) {
        this.taken.add(id);
      }
      const status = item.fields.get('status') ?? this.guessedStatus(id);
      const fields = fieldsOf([['status', status], ...[...item.fields].filter(([name]) => name !== 'status')]);
      return [{ ...item, id, fields, children: this.withIds(item.children) }];
    });
  }

  private nextId(): string {
    this.number++;
    return `${this.key}-${this.number}`;
  }

  private ofKey({ key, items }: FoundKey): readonly DraftItem[] {
    this.noteLeft(items.length - MOST_OF_KEY, 'older story', key);
    return items.slice(0, MOST_OF_KEY).map(({ id, title }) => story(id, title, []));
  }

  /** undefined: no commit names it. */
  private guessedStatus(id: string | undefined): string | undefined {
    const named = this.named.get(id ?? '');
    if (!named) {
      return undefined;
    }
    this.guesses = true;
    return Math.floor(named.newest / SECONDS_A_DAY) >= this.today - DAYS_ACTIVE ? 'active' : 'done';
  }

  private ofTodos({ folder, todos }: TodoGroup): readonly DraftItem[] {
    const shown = todos.slice(0, MOST_OF_FOLDER);
    const heading = folder === '' ? t('What is left to do at the top') : t('What is left to do in {0}', folder);
    this.noteLeft(todos.length - shown.length, 'TODO', folder || t('the top'));
    const children = shown.map(({ id, title, paths }) =>
      story(id, this.named.get(id ?? '')?.title ?? title, [['story', placeWords(paths)]]),
    );
    return [{ kind: 'epic', id: undefined, title: heading, fields: fieldsOf([]), children }];
  }

  private ofDocument(document: FoundDocument): readonly DraftItem[] {
    const work = workOfDocument(document).map(plainItem);
    const kept = firstOf(work, MOST_OF_DOCUMENT);
    this.noteLeft(countWork(work) - countWork(kept), 'entry', document.path);
    return kept;
  }

  private noteLeft(count: number, noun: Noun, where: string): void {
    if (count > 0) {
      this.left.push(t('{0} of {1}', counted(count, noun), where));
    }
  }
}

function story(id: string | undefined, title: string, fields: Parameters<typeof fieldsOf>[0]): DraftItem {
  return { kind: 'story', id, title, fields: fieldsOf(fields), children: [] };
}

function placeWords(paths: readonly string[]): string {
  const [first = '', ...others] = paths;
  return others.length === 0 ? t('In {0}', first) : t('In {0} and {1}', first, counted(others.length, 'more file'));
}

/** As many items as that, parents before what they hold. */
function firstOf(work: readonly DraftItem[], most: number): readonly DraftItem[] {
  let left = most;
  const take = (items: readonly DraftItem[]): readonly DraftItem[] =>
    items.flatMap((item) => {
      if (left === 0) {
        return [];
      }
      left--;
      return [{ ...item, children: take(item.children) }];
    });
  return take(work);
}

/** A document's words as a plan says them: short titles, and a status only where it is a known one. */
function plainItem(item: DraftItem): DraftItem {
  const title = titleOfWords(item.title) || item.title;
  const said = textOf(item.fields.get('status'));
  const category = categoryOfForeignStatus(said) ?? categoryOfStatus(said, new Map());
  const isLong = title !== item.title && item.title.length > title.length + 1;
  return {
    ...item,
    title,
    fields: fieldsOf([
      ['status', category === 'planned' ? undefined : category],
      ...[...item.fields]
        .filter(([name]) => name !== 'status' && !FIELDS_OF_OTHERS.has(name))
        .map(([name, value]) => [name, typeof value === 'string' ? value.replace(/\n[ \t]+/g, '\n') : value] as const),
      ...(isLong && !item.fields.has('story') ? [['story', item.title] as const] : []),
    ]),
    children: item.children.map(plainItem),
  };
}

/** What names something that is not taken over. */
const FIELDS_OF_OTHERS: ReadonlySet<string> = new Set([
  'goal',
  'release',
  'epic',
  'depends',
  'ignore',
  'accepts',
  'rejects',
]);
