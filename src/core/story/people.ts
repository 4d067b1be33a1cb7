import { t } from '../words/t';
import { dayOfCommit } from '../codeHistory/codeHistory';
import { type Author, People } from '../codeHistory/people';
import { count } from '../findings/wording';
import { type Day, formatDayShort } from '../model/calendar';
import type { WorkItem } from '../model/roadmap';
import type { PageRow, PageRows } from './page';
import { type PageQuestion, rowsOf } from './question';

interface Share {
  readonly commits: number;
  readonly last: Day;
}

/** Whose work the item is: its owner, who wrote commits of it, and whom its annotations name. */
export function peopleOf<T>(item: WorkItem, question: PageQuestion<T>): PageRows<T> {
  const { trace, today } = question;
  const { plan } = trace;
  const { annotations, commits } = trace.evidenceOf(item);
  const linked = commits.map(({ commit }) => ({ commit, day: dayOfCommit(commit), code: [] }));
  const people = new People(linked);
  const shares = new Map<Author, Share>();
  for (const { commit, day } of linked) {
    for (const author of people.authorsOf(commit)) {
      const share = shares.get(author);
      shares.set(author, { commits: (share?.commits ?? 0) + 1, last: Math.max(share?.last ?? day, day) });
    }
  }
  const facts = new Map<string, string[]>();
  const add = (name: string, words: string) => facts.set(name, [...(facts.get(name) ?? []), words]);
  const authorNamed = (name: string): string => {
    const person = plan.findPerson(name);
    return people.known(person?.name ?? name, person?.emails ?? [])?.name ?? person?.name ?? name;
  };
  const owner = plan.ownerOf(item);
  if (owner) {
    add(authorNamed(owner.name), 'owner');
  }
  for (const [{ name }, share] of [...shares].sort(([, a], [, b]) => b.commits - a.commits || b.last - a.last)) {
    add(name, count(share.commits, 'commit'));
    add(name, t('last on {0}', formatDayShort(share.last, today)));
  }
  const named = new Map<string, number>();
  for (const { annotation } of annotations) {
    if (annotation.owner !== undefined) {
      const name = authorNamed(annotation.owner);
      named.set(name, (named.get(name) ?? 0) + 1);
    }
  }
  named.forEach((number, name) => add(name, t('named in {0}', count(number, 'annotation'))));
  return rowsOf([...facts], ([name, words]): PageRow<T> => ({ key: name, sign: 'person', label: name, facts: words }));
}
