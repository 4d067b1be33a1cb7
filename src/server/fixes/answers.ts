import { t } from '../../core/words/t';
import { type Day, formatDay, parseDayRange } from '../../core/model/calendar';
import { isFinished, STATUS_CATEGORIES } from '../../core/model/status';
import type { Question } from '../../core/fixes/fix';
import { formatDayShort } from '../../core/model/calendar';
import { isWork } from '../../core/edit/items';
import { categoryOf } from '../../core/planning/progress';
import { itemName, statusWords } from '../../core/report/itemWords';
import { kindWord } from '../../core/words/names';
import type { FixAnswerRow, FixResult } from '../../protocol/fixes';
import type { WorkItem } from '../../core/model/roadmap';
import type { Folder } from '../folder';

/** What a fix asks, with all that there is to pick. */
export function questionOf(folder: Folder, { needs, prompt, likely = [] }: Question): FixResult {
  const known = likely.map(({ label, answer }) => ({ label, answer }));
  const rows = [
    ...known,
    ...rowsFor(folder, needs).filter((row) => !known.some(({ answer }) => answer === row.answer)),
  ];
  return { question: prompt, rows, placeHolder: PLACE_HOLDERS[needs]() };
}

/** What a typed answer may look like. */
const PLACE_HOLDERS: Readonly<Record<Question['needs'], () => string>> = {
  story: () => t('Find a story by its ID or by words'),
  epic: () => t('Find an epic by its ID or by words'),
  release: () => t('Find a release by its name'),
  goal: () => t('Find a goal by its words'),
  date: () => t('A day, such as 2026-10-15, or a month or quarter: 2026-10, 2026-Q4'),
  owner: () => t('A name or handle'),
  status: () => t('One of these words'),
  estimate: () => t('Points, such as 5, or working days: 3d'),
  number: () => t('A number, such as 41 or 2.5'),
  criterion: () => t('One sentence'),
  title: () => t('A few words'),
  newId: () => t('An ID that nothing has, such as PAY-12'),
  words: () => t('A sentence'),
  reason: () => t('A sentence for those who come later'),
};

/** The answer as it is written; a refusal where it is none. */
export function answerOf({ needs }: Question, said: string, today: Day): string | { readonly refusal: string } {
  const answer = said.trim().replace(/\s+/g, ' ');
  if (needs === 'epic') {
    return answer;
  }
  if (answer === '') {
    return {
      refusal:
        needs === 'reason'
          ? t('A reason is needed: it is written down for those who come later.')
          : t('Nothing is written here yet.'),
    };
  }
  if (needs === 'date' && !parseDayRange(answer)) {
    return { refusal: t('`{0}` is not a day of the calendar. Write it as {1}.', answer, formatDay(today)) };
  }
  if (needs === 'number' && !/^-?\d+(?:[.,]\d+)?\s*%?$/.test(answer)) {
    return { refusal: t('`{0}` is no number. Write digits, such as 41 or 2.5.', answer) };
  }
  if (needs === 'estimate' && !/^\d+(?:[.,]\d+)?\s*(?:d|w|days?|weeks?|pt|points?)?$/i.test(answer)) {
    return { refusal: t('`{0}` is no estimate. Write points, such as 5, or working days: 3d.', answer) };
  }
  return answer;
}

const TYPED: Partial<Record<Question['needs'], () => string>> = {
  date: () => t('Another day…'),
  owner: () => t('Somebody else…'),
  newId: () => t('Another one…'),
};

function rowsFor(folder: Folder, needs: Question['needs']): FixAnswerRow[] {
  const { trace, today } = folder.engine;
  const { plan } = trace;
  const another = TYPED[needs];
  const typed = another ? [{ label: another() }] : [];
  const items = (keep: (item: WorkItem) => boolean): FixAnswerRow[] =>
    plan.workItems.filter(keep).map((item) => ({
      label: itemName(item),
      description: [kindWord(item.kind), statusWords(item, trace), plan.releaseOf(item)?.name]
        .filter(Boolean)
        .join(' · '),
      answer: item.id,
    }));
  switch (needs) {
    case 'story': {
      const named = items((item) => !item.derivedId);
      const isOpen = ({ answer = '' }: FixAnswerRow) => {
        const item = plan.find(answer);
        return isWork(item) && !isFinished(categoryOf(item, plan));
      };
      return [...named.filter(isOpen), ...named.filter((row) => !isOpen(row))];
    }
    case 'epic':
      return [
        ...items(({ kind }) => kind === 'epic'),
        { label: t('No epic'), description: t('A story of its own'), answer: '' },
      ];
    case 'release':
      return plan.releases.map(({ id, title, date, status }) => ({
        label: id,
        description: [title === id ? '' : title, date && formatDayShort(date.last, today), status?.name]
          .filter(Boolean)
          .join(' · '),
        answer: id,
      }));
    case 'goal':
      return plan.goals.map(({ id, title }) => ({ label: `${id} ${title}`, answer: id }));
    case 'owner':
      return [...plan.team.map(({ id, name }) => ({ label: name, description: id, answer: id })), ...typed];
    case 'status':
      return STATUS_CATEGORIES.map((category) => ({ label: category, answer: category }));
    case 'date':
    case 'newId':
      return typed;
    case 'estimate':
    case 'number':
    case 'criterion':
    case 'title':
    case 'words':
    case 'reason':
      return [];
  }
}
