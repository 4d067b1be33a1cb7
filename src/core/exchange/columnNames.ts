import { t } from '../words/t';

/** What a column of a table can say of an item. Most are fields of a roadmap; the others help to find out what an item is. */
export type ColumnField = keyof typeof COLUMN_FIELDS;

/** Every field that a column can be taken for, with what a person reads beside it. */
export const COLUMN_FIELDS = {
  id: () => t('ID'),
  title: () => t('Title'),
  kind: () => t('Kind: epic, story or task'),
  parent: () => t('Parent: what the item is nested in'),
  epic: () => t('Epic: nested in it unless there is a parent'),
  status: () => t('Status'),
  category: () => t('Category of the status'),
  owner: () => t('Owner'),
  email: () => t('E-mail address of the owner'),
  release: () => t('Release'),
  milestone: () => t('Release, where there is no release column'),
  sprint: () => t('Release, where there is no release or milestone column'),
  'release start': () => t('First day of the release'),
  'release date': () => t('Day of the release'),
  start: () => t('Start'),
  due: () => t('Due'),
  estimate: () => t('Estimate in points, or with a unit'),
  hours: () => t('Estimate in hours'),
  seconds: () => t('Estimate in seconds'),
  labels: () => t('Labels'),
  depends: () => t('Depends on'),
  blocks: () => t('What depends on it'),
  story: () => t('Story or description'),
  link: () => t('Link'),
  goal: () => t('Goal'),
  impact: () => t('Impact'),
  feedback: () => t('Feedback'),
  feasibility: () => t('Feasibility'),
  reach: () => t('Reach'),
  confidence: () => t('Confidence'),
  effort: () => t('Effort'),
  value: () => t('Value'),
  urgency: () => t('Urgency'),
  aliases: () => t('Former IDs'),
  code: () => t('Code'),
  decisions: () => t('Decisions'),
  acceptance: () => t('Acceptance criteria'),
  accepts: () => t('Accepted spellings'),
  rejects: () => t('Rejected spellings'),
  ignore: () => t('Ignored findings'),
  probability: () => t('Probability of a risk'),
  mitigation: () => t('Mitigation of a risk'),
  review: () => t('Review of a risk'),
  items: () => t('Items that a risk threatens'),
  freeze: () => t('Freeze of a release'),
  metrics: () => t('Metrics of a goal'),
  product: () => t('Product'),
  'record id': () => t('Number that parents are named by'),
  'parent title': () => t('Title of the parent'),
  reason: () => t('Why it was closed'),
  started: () => t('Day on which work started'),
  finished: () => t('Day on which it was finished'),
  canceled: () => t('Day on which it was canceled'),
} as const;

/**
 * Names of columns, the surest first, as Jira, Linear, GitHub, Nulab Backlog and people with spreadsheets have them, in
 * English, German and Japanese. Letter case, `_`, `-` and Jira's `Custom field (…)` do not matter.
 */
const NAMES: Readonly<Record<ColumnField, string>> = {
  id: `issue key, work item key, key, vorgangsschlüssel, schlüssel, キー, 課題キー, number, id, issue number, issue #, ticket,
    ticket id, identifier, story id, item id, issue, vorgang, nummer, #`,
  title: `summary, title, subject, name, issue summary, headline, story title, task name, feature, item, task, work item,
    zusammenfassung, titel, betreff, 件名, 要約, タイトル`,
  kind: `issue type, work item type, kind, type, item type, issuetype, tracker, vorgangstyp, typ, 種別, 種別名, 課題タイプ`,
  parent: `parent key, parent issue key, parent, parent id, parent issue, parent link, parent item, 親課題キー, 親課題, 親,
    übergeordneter vorgang, übergeordnete aufgabe, übergeordnet, parent-id`,
  epic: `epic link, epic, epic key, epos-verknüpfung, epic-verknüpfung, エピックリンク, エピック リンク, エピック`,
  status: 'status, state, stage, workflow state, ステータス, 状態, zustand',
  category: 'status category, statuskategorie, ステータス カテゴリ, ステータスカテゴリ',
  owner: `assignee, assignees, owner, assigned to, responsible, assignee name, owners, lead, dri, zugewiesene person,
    zugewiesen an, bearbeiter, verantwortlich, zuständig, 担当者`,
  email: 'assignee email, assignee e-mail, owner email, e-mail, email',
  release: `fix version/s, fix versions, fix version, release, target release, target version, lösungsversion(en),
    lösungsversionen, lösungsversion, korrekturversion, 修正バージョン, リリース`,
  milestone:
    'milestone, project milestone, milestone name, milestone title, meilenstein, マイルストーン, マイルストーン名, phase, quarter, target',
  sprint: 'sprint, cycle name, iteration, iteration title, cycle, iteration path, スプリント',
  'release start': 'cycle start, sprint start, iteration start, release start',
  'release date': 'cycle end, milestone due, milestone due on, release date, sprint end, iteration end',
  start: `start date, target start, planned start, planned start date, start, starts, begin, startdatum, start datum, beginn, 開始日, 開始予定日`,
  due: `due date, due, target date, target end, due on, deadline, end date, finish, finish date, eta, end, planned end, planned end date, planned delivery date,
    fälligkeitsdatum, fällig am, fällig, enddatum, 期限日, 期限, 終了日`,
  estimate: `story points, story point estimate, estimate, points, story point, sp, estimation, size, story-points, storypoints,
    schätzung, aufwand, ストーリーポイント, ストーリー ポイント, 見積もり, 見積`,
  hours: 'estimated hours, estimate hours, estimate (hours), hours, estimated time, geschätzte stunden, 予定時間',
  seconds: 'original estimate, originalschätzung, ursprüngliche schätzung, 初期見積もり, 初期見積り',
  labels: `labels, label, tags, tag, components, component/s, component, category, category name, categories, area, stichwörter,
    stichworte, komponente(n), komponenten, kategorie, ラベル, コンポーネント, カテゴリ, カテゴリー, カテゴリ名, カテゴリー名`,
  depends: `inward issue link (blocks), inward issue link (depends), blocked by, depends on, depends, dependencies, is blocked by,
    dependency, predecessors, requires, inward issue link (blocker), eingehende vorgangsverknüpfung (blocks),
    内向きの課題リンク (blocks), wird blockiert durch, hängt ab von, 先行タスク`,
  blocks: `outward issue link (blocks), blocks, blocking, is blocking, outward issue link (blocker), successors,
    ausgehende vorgangsverknüpfung (blocks), 外向きの課題リンク (blocks), blockiert`,
  story: `description, issue description, story, body, user story, details, desc, notes, beschreibung, 説明, 詳細, 課題の詳細`,
  link: 'url, link, html_url, html url, issue url, web url, permalink',
  goal: 'goal, objective, okr, ziel, 目標',
  impact: 'impact, business impact',
  feedback: 'feedback, customer feedback',
  feasibility: 'feasibility, technical feasibility',
  reach: 'reach',
  confidence: 'confidence',
  effort: 'effort',
  value: 'value, business value',
  urgency: 'urgency, time criticality',
  aliases: 'former ids, aliases, alias, previous ids, old id',
  code: 'code, code paths',
  decisions: 'decisions, decision, adr',
  acceptance: 'acceptance criteria, acceptance, akzeptanzkriterien, 受け入れ条件, 受入条件',
  accepts: 'accepted spellings',
  rejects: 'rejected spellings',
  ignore: 'ignored findings',
  probability: 'probability, likelihood',
  mitigation: 'mitigation',
  review: 'review date',
  items: 'threatened items',
  freeze: 'freeze date, code freeze',
  metrics: 'metrics',
  product: 'project name, product, repository, projektname, プロジェクト名, プロジェクト',
  'record id': 'issue id, vorgangs-id, 課題 id',
  'parent title': 'parent summary, parent title',
  reason: 'state reason, statereason, resolution, lösung, 解決状況, 完了理由',
  started: 'started, started at',
  finished:
    'completed, completed at, resolved, closed at, closedat, closed, resolution date, done date, erledigt, 解決日',
  canceled: 'canceled, cancelled, canceled at',
};

/** Names that mean another thing in the exports of one tool, by the column that tells the tool. */
const NAMES_BESIDE: readonly {
  readonly beside: readonly string[];
  readonly names: Readonly<Record<string, ColumnField>>;
}[] = [
  // Linear groups issues in projects, as others do in epics.
  { beside: ['cycle number', 'project milestone'], names: { project: 'epic' } },
];

interface NamedField {
  readonly field: ColumnField;
  /** Of two columns for one field the lower one is taken. */
  readonly rank: number;
}

const FIELD_OF: ReadonlyMap<string, NamedField> = new Map(
  Object.entries(NAMES).flatMap(([field, names]) =>
    names
      .split(',')
      .map((name, rank): [string, NamedField] => [headerKey(name), { field: field as ColumnField, rank }]),
  ),
);

/**
 * The field that a column's name means; undefined: no table of names knows it.
 *
 * @param keys the names of all columns beside it, as {@link headerKey} spells them
 */
export function fieldOfName(name: string, keys: ReadonlySet<string>): NamedField | undefined {
  const key = headerKey(name);
  for (const { beside, names } of NAMES_BESIDE) {
    const field = names[key];
    if (field !== undefined && beside.some((each) => keys.has(each))) {
      return { field, rank: 0 };
    }
  }
  return FIELD_OF.get(key);
}

/** The field that a person means by a word of their own: its name, or any name that a column of it can have. */
export function fieldOfWord(word: string): ColumnField | undefined {
  const key = headerKey(word);
  return Object.keys(COLUMN_FIELDS).find((field): field is ColumnField => field === key) ?? FIELD_OF.get(key)?.field;
}

/** One spelling for `Issue Key`, `issue_key`, `issueKey` and `Custom field (Issue key)`. */
export function headerKey(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/^(?:custom field|benutzerdefiniertes feld|カスタム フィールド) ?\((.*)\)$/, '$1')
    .replace(/[\s_]+/g, ' ')
    .replace(/[*:]+$/, '')
    .trim();
}

const MOST_LINES_BEFORE = 10;

/**
 * The index of the record that names the columns: of the first ones the one with the most names that are known, else the
 * first that is about as wide as the widest, behind what people write above a table.
 */
export function headerAt(records: readonly (readonly string[])[]): number {
  const first = records.slice(0, MOST_LINES_BEFORE);
  const counts = first.map((cells) => cells.filter((cell) => FIELD_OF.has(headerKey(cell))).length);
  const best = Math.max(...counts, 0);
  if (best >= 2) {
    return counts.indexOf(best);
  }
  const widths = first.map((cells) => cells.filter((cell) => cell !== '').length);
  const widest = Math.max(...widths, 0);
  return Math.max(
    0,
    widths.findIndex((width) => width * 3 >= widest * 2),
  );
}
