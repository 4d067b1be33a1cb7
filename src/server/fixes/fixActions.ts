import { t } from '../../core/words/t';
import { type CodeAction, CodeActionKind, type Diagnostic, type Range } from 'vscode-languageserver';
import type { Fix, FixContext } from '../../core/fixes/fix';
import { fixesOf } from '../../core/fixes/fixesOf';
import { waysOn } from '../../core/fixes/waysOn';
import type { Finding } from '../../core/model/finding';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Folder, rangeOf } from '../folder';
import { insertAnnotation } from './insertAnnotation';

export interface CodeActionQuestion {
  readonly path: string;
  readonly range: Range;
  /** What the client knows to be wrong there. */
  readonly diagnostics: readonly Diagnostic[];
  /** Of the text as the client has it; null: it is not open. */
  readonly version: number | null;
}

/** What an action carries until it is picked: only then its edit is made. */
export interface FixData {
  /** URI of the folder. */
  readonly folder: string;
  readonly fix: Fix;
  /** The file that the person looked at, and its version then; null: it was not open. */
  readonly seen: { readonly path: string; readonly version: number | null };
}

/** The same fix of every finding that has it. */
export interface FixAllData {
  readonly folder: string;
  /** {@link Fix.fixAll}; undefined: all that are safe. */
  readonly all: string | undefined;
  /** undefined: in the whole folder. */
  readonly path: string | undefined;
}

/** What an editor runs on save when a person wants it to. */
export const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.waymark`;

/** More findings than this at one place are looked at in the Problems panel, not in a menu. */
const MOST_FINDINGS = 20;

/**
 * The ways out of the findings at a place, those first that are made at once for one of them, then those for many.
 *
 * @param askCommand the client's command that asks what a fix needs to know; undefined: it has none, and such fixes are left out
 */
export function fixActions(
  folder: Folder,
  question: CodeActionQuestion,
  context: FixContext,
  askCommand: string | undefined,
): CodeAction[] {
  const { engine } = folder;
  const lines = engine.linesOf(question.path);
  if (!lines) {
    return [];
  }
  const found = engine.findings
    .ofPath(question.path)
    .map((finding) => ({ finding, range: rangeOf(lines, finding.place.span) }))
    .filter(({ range }) => overlap(range, question.range))
    .slice(0, MOST_FINDINGS)
    .map((each) => ({
      ...each,
      fixes: fixesOf(each.finding, context).filter((fix) => !fix.question || askCommand !== undefined),
    }));
  const mayPrefer = found.flatMap(({ fixes }) => fixes).filter(({ isPreferred }) => isPreferred).length === 1;
  const single = found.flatMap(({ finding, range, fixes }) => {
    const diagnostics = question.diagnostics.filter(
      (each) => each.code === finding.code && sameRange(each.range, range),
    );
    return fixes.map(
      (fix): CodeAction => ({
        ...actionOf(folder, fix, question, askCommand),
        kind: CodeActionKind.QuickFix,
        diagnostics,
        ...(mayPrefer && fix.isPreferred && { isPreferred: true }),
      }),
    );
  });
  return [
    ...distinct(single),
    ...fixAllActions(
      folder,
      question,
      found.map(({ finding }) => finding),
      context,
    ),
  ];
}

/** What can be done with the annotations at a place, whether or not there is a finding. */
export function annotationActions(
  folder: Folder,
  question: CodeActionQuestion,
  context: FixContext,
  askCommand: string | undefined,
): CodeAction[] {
  const file = folder.engine.trace.files.get(question.path);
  const here = file?.annotations.filter(({ span }) => overlap(rangeOf(file.lines, span), question.range)) ?? [];
  return here
    .slice(0, MOST_FINDINGS)
    .flatMap((annotation) => (file ? waysOn(file, annotation, context) : []))
    .filter((fix) => !fix.question || askCommand !== undefined)
    .map((fix) => ({ ...actionOf(folder, fix, question, askCommand), kind: CodeActionKind.RefactorRewrite }));
}

/** Writes an annotation above the line, where it is code; none where the client cannot ask for which story. */
export function insertAction(
  folder: Folder,
  question: CodeActionQuestion,
  document: TextDocument | undefined,
  askCommand: string | undefined,
): CodeAction[] {
  const fix =
    document && askCommand !== undefined
      ? insertAnnotation(folder, question.path, document.offsetAt({ line: question.range.start.line, character: 0 }))
      : undefined;
  return fix ? [{ ...actionOf(folder, fix, question, askCommand), kind: CodeActionKind.RefactorRewrite }] : [];
}

/** The one action that makes all safe fixes of a file; none where there are none. */
export function fixAllOnSave(folder: Folder, { path }: CodeActionQuestion, context: FixContext): CodeAction[] {
  const data: FixAllData = { folder: folder.uri, all: undefined, path };
  return safeOrNamed(folder, data, context).length > 0
    ? [{ title: t('Make all safe fixes of Waymark'), kind: FIX_ALL_KIND, data }]
    : [];
}

/** The fixes that a request for all comes to, as the findings are now. */
export function safeOrNamed({ engine }: Folder, { all, path }: FixAllData, context: FixContext): readonly Fix[] {
  const findings = path === undefined ? engine.findings.all() : engine.findings.ofPath(path);
  return findings.flatMap((finding) =>
    fixesOf(finding, context).filter(
      (fix) => !fix.question && (all === undefined ? fix.isSafe === true : fix.fixAll === all),
    ),
  );
}

function fixAllActions(
  folder: Folder,
  { path, diagnostics }: CodeActionQuestion,
  findings: readonly Finding[],
  context: FixContext,
): CodeAction[] {
  const actions = new Map<string, CodeAction>();
  const action = (title: string, about: Finding, data: FixAllData) =>
    actions.set(title, {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: diagnostics.filter(({ code }) => code === about.code),
      data,
    });
  for (const finding of findings) {
    const names = fixesOf(finding, context).flatMap(({ fixAll }) => fixAll ?? []);
    const others = names.length > 0 ? folder.engine.findings.all().filter(({ code }) => code === finding.code) : [];
    for (const all of others.length > 1 ? names : []) {
      const has = (each: Finding) => fixesOf(each, context).some(({ fixAll }) => fixAll === all);
      const here = others.filter((each) => each.place.path === path).filter(has).length;
      if (here > 1) {
        action(t('{0} in this file ({1})', all, here), finding, { folder: folder.uri, all, path });
      }
      if (others.some((each) => each.place.path !== path && has(each))) {
        action(t('{0} in all files', all), finding, { folder: folder.uri, all, path: undefined });
      }
    }
  }
  return [...actions.values()];
}

function actionOf(
  folder: Folder,
  fix: Fix,
  { path, version }: CodeActionQuestion,
  askCommand: string | undefined,
): CodeAction {
  const data: FixData = { folder: folder.uri, fix, seen: { path, version } };
  const { title } = fix;
  return fix.question && askCommand !== undefined
    ? { title, command: { title, command: askCommand, arguments: [{ folder: folder.uri, fix: data }] } }
    : { title, data };
}

/** Two findings of one place may have the same way out. */
function distinct(actions: readonly CodeAction[]): CodeAction[] {
  const byTitle = new Map<string, CodeAction>();
  for (const action of actions) {
    const former = byTitle.get(action.title);
    const diagnostics = [...(former?.diagnostics ?? []), ...(action.diagnostics ?? [])];
    byTitle.set(action.title, { ...(former ?? action), diagnostics });
  }
  return [...byTitle.values()];
}

/** Whether two ranges share a place; those that only touch do. */
function overlap(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function sameRange(a: Range, b: Range): boolean {
  return (
    !isBefore(a.start, b.start) && !isBefore(b.start, a.start) && !isBefore(a.end, b.end) && !isBefore(b.end, a.end)
  );
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
