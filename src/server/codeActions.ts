import { type CodeAction, CodeActionKind, type Diagnostic, type Range } from 'vscode-languageserver';
import type { Finding } from '../core/model/finding';
import type { FileMarks, Mention } from '../core/model/marks';
import type { JudgeLinkParams } from '../protocol/messages';
import { type Folder, rangeOf, uriOf } from './folder';
import { textEdit } from './judgeLink';

/** The rule whose findings a person can decide on. */
export const PROBABLE_LINK = 'WM211';

export interface CodeActionQuestion {
  readonly path: string;
  readonly range: Range;
  /** What the client knows to be wrong there. */
  readonly diagnostics: readonly Diagnostic[];
  /** Of the text as the client has it; null: it is not open. */
  readonly version: number | null;
}

/**
 * The quick fixes at a place: for a probable link, to correct the text, and to accept or reject it here or everywhere. Those
 * that write into the roadmap carry what is to be written as data; their edit is made when one is picked.
 */
export function codeActions(folder: Folder, question: CodeActionQuestion): CodeAction[] {
  const { engine } = folder;
  const file = engine.trace.files.get(question.path);
  const lines = engine.linesOf(question.path);
  if (!file || !lines) {
    return [];
  }
  return engine.findings.ofPath(question.path).flatMap((finding) => {
    const range = rangeOf(lines, finding.place.span);
    const mention = finding.code === PROBABLE_LINK ? mentionAt(file, finding) : undefined;
    return mention && overlap(range, question.range) ? fixesOf(folder, file, finding, mention, question, range) : [];
  });
}

function fixesOf(
  folder: Folder,
  file: FileMarks,
  { item, suggestion, place }: Finding,
  { written }: Mention,
  { path, diagnostics, version }: CodeActionQuestion,
  range: Range,
): CodeAction[] {
  const about = diagnostics.filter((each) => each.code === PROBABLE_LINK && sameRange(each.range, range));
  const fix = (title: string, rest: Partial<CodeAction>): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: about,
    ...rest,
  });
  const judge = (title: string, accepted: boolean, where: string | undefined): CodeAction => {
    const data: JudgeLinkParams = { folder: folder.uri, item: item ?? '', accepted, written, ...(where && { where }) };
    return fix(title, { data });
  };
  const change = suggestion === undefined ? undefined : { span: place.span, text: suggestion };
  return [
    ...(change
      ? [
          fix(`Write ${change.text}`, {
            isPreferred: true,
            edit: textEdit(uriOf(folder, path), version, file.lines, [change]),
          }),
        ]
      : []),
    judge(`Accept "${written}" as ${item} in this file`, true, path),
    judge(`Accept "${written}" as ${item} everywhere`, true, undefined),
    judge(`Reject "${written}" as ${item} in this file`, false, path),
    judge(`Reject "${written}" as ${item} everywhere`, false, undefined),
  ];
}

function mentionAt(file: FileMarks, { place: { span } }: Finding): Mention | undefined {
  const mentions = [
    ...file.annotations.flatMap((annotation) => annotation.mentions),
    ...file.references.map((reference) => reference.mention),
  ];
  return mentions.find((mention) => mention.span.start === span.start && mention.span.end === span.end);
}

/** Whether two ranges share a place; those that only touch do. */
export function overlap(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

export function sameRange(a: Range, b: Range): boolean {
  return (
    !isBefore(a.start, b.start) && !isBefore(b.start, a.start) && !isBefore(a.end, b.end) && !isBefore(b.end, a.end)
  );
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
