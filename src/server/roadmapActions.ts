import { t } from '../core/words/t';
import { type CodeAction, CodeActionKind, type Diagnostic, type Range } from 'vscode-languageserver';
import { nextIdFor } from '../core/edit/nextId';
import type { RoadmapEdit } from '../core/edit/roadmapEdit';
import type { LineTable } from '../core/model/lineTable';
import type { Roadmap, WorkItem } from '../core/model/roadmap';
import type { Span } from '../core/model/span';
import { STATUS_CATEGORIES, type StatusCategory } from '../core/model/status';
import type { CodeActionQuestion } from './fixes/fixActions';
import type { Folder } from './folder';

/** What an action carries until it is picked: only then its edit is made. */
export interface RoadmapActionData {
  /** URI of the folder. */
  readonly folder: string;
  readonly edit: RoadmapEdit;
}

/** A story in Markdown without an ID. */
const NO_ID = 'WM108';

/**
 * What can be done with the item at a place of a roadmap file: give it an ID, tick it, mark it with another status in the words
 * of its file.
 */
export function roadmapActions(folder: Folder, { path, range, diagnostics }: CodeActionQuestion): CodeAction[] {
  const { engine } = folder;
  const { plan } = engine.trace;
  const roadmap = plan.roadmaps.find((each) => each.path === path);
  const lines = engine.linesOf(path);
  const text = engine.roadmapText(path);
  if (!roadmap || !lines || text === undefined) {
    return [];
  }
  const item = itemAt(plan.workItems, path, lines, range);
  if (!item) {
    return [];
  }
  const action = (title: string, edit: RoadmapEdit): CodeAction => {
    const data: RoadmapActionData = { folder: folder.uri, edit };
    return { title, kind: CodeActionKind.RefactorRewrite, data };
  };
  const address = { path, id: item.id };
  const box = boxOf(text, item);
  return [
    ...idActions(
      item,
      nextIdFor(plan, { kind: item.kind, path, parent: plan.parentOf(item) }),
      diagnostics,
      (title, id) => action(title, { kind: 'giveId', item: address, newId: id }),
    ),
    ...criterionActions(item, lines, range, (title, criterion, done) =>
      action(title, { kind: 'tick', item: address, criterion, done }),
    ),
    ...(box === undefined
      ? []
      : [action(box ? t('Untick') : t('Tick'), { kind: 'tick', item: address, criterion: undefined, done: !box })]),
    ...statusWords(roadmap, item, box).map((status) =>
      action(t('Mark as {0}', status), { kind: 'setField', item: address, field: 'status', value: status }),
    ),
  ];
}

/** The innermost item that says something of itself on the line: its ID, its title, a field or a criterion. */
function itemAt(items: readonly WorkItem[], path: string, lines: LineTable, range: Range): WorkItem | undefined {
  const { line } = range.start;
  const isOnLine = ({ start }: Span) => lines.positionAt(start).line === line;
  const offset = lines.offsetAt({ line, column: 0 });
  return items.findLast(
    (item) =>
      item.path === path &&
      lines.positionAt(item.span.start).line <= line &&
      item.span.end >= offset &&
      [item.headline, ...placesOf(item)].some(isOnLine),
  );
}

function placesOf({ fields, acceptance }: WorkItem): readonly Span[] {
  return [...[...fields.values()].map(({ key, value }) => key ?? value), ...acceptance.map(({ span }) => span)];
}

/** Beside the finding that asks for an ID it is a fix. */
function idActions(
  item: WorkItem,
  id: string | undefined,
  diagnostics: readonly Diagnostic[],
  action: (title: string, id: string) => CodeAction,
): CodeAction[] {
  if (!item.derivedId || id === undefined) {
    return [];
  }
  const about = diagnostics.filter(({ code }) => code === NO_ID);
  const give = action(t('Give this item an ID: {0}', id), id);
  return [about.length > 0 ? { ...give, kind: CodeActionKind.QuickFix, diagnostics: about, isPreferred: true } : give];
}

function criterionActions(
  { acceptance }: WorkItem,
  lines: LineTable,
  range: Range,
  action: (title: string, criterion: number, done: boolean) => CodeAction,
): CodeAction[] {
  return acceptance.flatMap(({ span, done }, index) =>
    lines.positionAt(span.start).line === range.start.line
      ? [action(done ? t('Untick this criterion') : t('Tick this criterion'), index, !done)]
      : [],
  );
}

/** Whether the check box of a Markdown item is ticked; undefined: it has none. */
function boxOf(text: string, { fields }: WorkItem): boolean | undefined {
  const status = fields.get('status');
  const words = status && !status.key ? text.slice(status.value.start, status.value.end) : '';
  return /^\[[ xX]\]$/.test(words) ? words !== '[ ]' : undefined;
}

/** The words of the file's own workflow, and the plain name of each category that it has no word for. */
function statusWords({ workflow }: Roadmap, { status }: WorkItem, box: boolean | undefined): readonly string[] {
  const own = [...workflow];
  const said = status?.name.toLowerCase();
  return STATUS_CATEGORIES.flatMap((category): readonly string[] => {
    const words = own.flatMap(([word, each]) => (each === category ? [word] : []));
    return words.length > 0 ? words : isTick(category, box) || status?.category === category ? [] : [category];
  }).filter((word) => word.toLowerCase() !== said);
}

/** What a click on the box does already. */
function isTick(category: StatusCategory, box: boolean | undefined): boolean {
  return (category === 'done' && box === false) || (category === 'planned' && box === true);
}
