import type { WorkItem } from '../model/roadmap';
import type { StatusCategory } from '../model/status';
import { categoryOfStatus, statusKey } from '../roadmap/statusNames';

/** What a tool's type of item says of where it stands among others. */
export type TypeLevel = 'above' | 'epic' | 'feature' | 'story' | 'plain' | 'below';

const TYPES: Readonly<Record<TypeLevel, string>> = {
  above: 'initiative, theme, legend, objective, initiativ, イニシアチブ',
  epic: 'epic, epos, エピック',
  feature: 'feature, capability, anforderung, フィーチャー',
  story: 'story, user story, product backlog item, requirement, ストーリー, 要件',
  plain: `task, issue, item, work item, aufgabe, vorgang, ticket, new feature, タスク, 課題`,
  below: `sub task, subtask, sub issue, unteraufgabe, teilaufgabe, child task, サブタスク, 子課題`,
};

const LEVEL_OF: ReadonlyMap<string, TypeLevel> = new Map(
  Object.entries(TYPES).flatMap(([level, words]) =>
    words.split(',').map((word): [string, TypeLevel] => [word.trim(), level as TypeLevel]),
  ),
);

const DEFECTS: ReadonlySet<string> = new Set(['bug', 'fehler', 'defect', 'バグ', 'incident']);

/** undefined: the word is a type of the team's own, a bug say, which stands where stories do. */
export function levelOfType(type: string): TypeLevel | undefined {
  return LEVEL_OF.get(statusKey(type));
}

/** The label that keeps a type which is no kind: `bug`. undefined: the kind says it all. */
export function labelOfType(type: string): string | undefined {
  const key = statusKey(type);
  if (key === '' || LEVEL_OF.has(key)) {
    return undefined;
  }
  return DEFECTS.has(key) ? 'bug' : key.replace(/ /g, '-');
}

/** The kind that Waymark's own tables state. */
export function kindOfWord(word: string): WorkItem['kind'] | 'release' | 'goal' | 'risk' | undefined {
  return (['epic', 'story', 'task', 'release', 'goal', 'risk'] as const).find(
    (kind) => kind === word.trim().toLowerCase(),
  );
}

/** Names of statuses that trackers give by themselves in other languages than English. */
const STATUS_WORDS: Readonly<Record<StatusCategory, string>> = {
  planned: `offen, zu erledigen, neu, geplant, zur entwicklung ausgewählt, aufgaben, wiedereröffnet, 未対応, 未着手, 作業前, 新規,
    オープン, 予定, to do に戻す`,
  active: `in arbeit, in bearbeitung, in prüfung, wird überprüft, in umsetzung, im test, 処理中, 対応中, 進行中, 作業中, 着手,
    レビュー中, レビュー待ち, テスト中, 確認中`,
  blocked: 'blockiert, wartend, zurückgestellt, pausiert, 保留, 保留中, ブロック',
  done: `fertig, erledigt, abgeschlossen, geschlossen, gelöst, umgesetzt, 完了, 処理済み, 対応済み, 解決済み, 終了, クローズ,
    リリース済み`,
  dropped: 'abgebrochen, verworfen, abgelehnt, wird nicht erledigt, 却下, 対応しない, 中止, キャンセル',
};

const STATUS_OF: ReadonlyMap<string, StatusCategory> = new Map(
  Object.entries(STATUS_WORDS).flatMap(([category, words]) =>
    words.split(',').map((word): [string, StatusCategory] => [word.trim(), category as StatusCategory]),
  ),
);

/** The category that a tracker's own word has in any of its languages; undefined for a word of the team's own. */
export function categoryOfForeignStatus(name: string): StatusCategory | undefined {
  return STATUS_OF.get(statusKey(name));
}

/** Jira's and Linear's categories of statuses, and the five of Waymark. */
const CATEGORIES: ReadonlyMap<string, StatusCategory> = new Map([
  ['to do', 'planned'],
  ['new', 'planned'],
  ['backlog', 'planned'],
  ['unstarted', 'planned'],
  ['triage', 'planned'],
  ['in progress', 'active'],
  ['indeterminate', 'active'],
  ['started', 'active'],
  ['complete', 'done'],
  ['completed', 'done'],
  ['canceled', 'dropped'],
]);

/** The category that a column of categories states. */
export function categoryOfCell(cell: string): StatusCategory | undefined {
  return CATEGORIES.get(statusKey(cell)) ?? categoryOfForeignStatus(cell) ?? categoryOfStatus(cell, new Map());
}

/** Why something was closed, where that means that it will not be done. */
export function isDropping(reason: string): boolean {
  return /^(?:not planned|duplicate|won'?t (?:do|fix)|wont ?fix|declined|invalid|rejected|abandoned|canceled|cancelled|obsolete|cannot reproduce|対応しない|無効|重複|verworfen|abgelehnt)$/.test(
    statusKey(reason),
  );
}
