import { fieldNamed } from '../fields';
import { statusKey } from '../statusNames';

/** What a column of a table says of the items in its rows. */
export interface Column {
  readonly role: 'id' | 'title' | 'field';
  /** A field's name; of an unknown column the header's words, which then name an extra. */
  readonly name: string;
  /** Its cells tell when the item is to come, be it by a day, a release or a status. */
  readonly isWhen: boolean;
}

/** Headers that name the column of the item itself; the first that is there: beside `Title`, `Story` is a description. */
const TITLE_HEADERS = `
  title, name, item, work item, roadmap item, backlog item, feature, features, story, user story, epic, task, what, deliverable, initiative,
  improvement, enhancement, idea, proposal, suggestion, requirement, capability, component, work, action, project, topic, change, goal,
  objective, theme, area, milestone, phase, sprint, release, version, summary
  titel, aufgabe, funktion, titre, nom, tâche, fonctionnalité, título, titulo, nombre, tarea, funcionalidad, nome, tarefa,
  funcionalidade, entregable, entregável, название, задача, функция, 标题, 名称, 功能, 任务, 建议, 项目, 需求, タイトル, 機能, タスク, 名前,
  제목, 기능, 작업, 항목`
  .split(/,|\n/)
  .map((word) => word.trim())
  .filter((word) => word !== '');

const ID_HEADERS = new Set(['id', 'key', 'ticket', 'issue', '#', 'ref']);

/** Headers in other words than a field has, or in other languages. */
const FIELD_HEADERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    status: 'progress, estado, situação, état, statut, статус, 状态, 狀態, 状態, ステータス, 상태, done',
    release: 'shipped version, shipped in, release version, versão, versión, версия, 版本, バージョン, 버전',
    owner: 'responsável, responsable, verantwortlich, ответственный, 负责人, 担当, 담당, assigned',
    story: 'descrição, descripción, beschreibung, описание, 描述, 说明, 説明, 설명, what it does, what remains, scope',
    depends: 'depends on, blocked by',
  }).flatMap(([field, words]) => words.split(', ').map((word): [string, string] => [word, field])),
);

/** When it is to come, in whatever terms. */
const WHEN_HEADERS = new Set(
  'timeline, release timeline, timeframe, time frame, when, schedule, horizon, eta, target, target release, target version, target date, quarter, planned for, expected, date, release date, due date, due'.split(
    ', ',
  ),
);

/** What only tables of work have. */
const TELLING_FIELDS = new Set(['status', 'release', 'due', 'owner', 'estimate', 'start', 'depends']);

/** The columns of a table that lists items; undefined when no header says that it does. */
export function columnsOf(headers: readonly string[]): readonly Column[] | undefined {
  const words = headers.map((header) => header.replace(/[*_`]/g, '').trim());
  const keys = words.map((word) => (word === '#' ? '#' : statusKey(word)));
  const fields = keys.map((key, index) => FIELD_HEADERS.get(key) ?? fieldNamed('story', words[index] ?? '')?.name);
  const isWork = keys.some((key, index) => WHEN_HEADERS.has(key) || TELLING_FIELDS.has(fields[index] ?? ''));
  const idAt = keys.findIndex((key) => ID_HEADERS.has(key));
  const named = TITLE_HEADERS.map((word) => keys.indexOf(word)).find((index) => index >= 0 && index !== idAt);
  const isTaken = (index: number) =>
    index === idAt || fields[index] !== undefined || WHEN_HEADERS.has(keys[index] ?? '');
  const first = isWork ? keys.findIndex((key, index) => key !== '' && !isTaken(index)) : -1;
  const titleAt = named ?? (first >= 0 ? first : undefined);
  // `Name` and `Type` without anything about work describe parameters or fields.
  const describesData = !isWork && keys.includes('type') && (titleAt === undefined || keys[titleAt] === 'name');
  if (describesData || (titleAt === undefined && (idAt < 0 || keys[idAt] === '#'))) {
    return undefined;
  }
  return words.map((word, index): Column => {
    const key = keys[index] ?? '';
    if (index === titleAt) {
      return { role: 'title', name: 'title', isWhen: false };
    }
    if (index === idAt) {
      return { role: 'id', name: 'id', isWhen: false };
    }
    return { role: 'field', name: fields[index] ?? word, isWhen: WHEN_HEADERS.has(key) };
  });
}
