import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import type { Finding } from '../core/model/finding';
import { type CodeActionQuestion, overlap, PROBABLE_LINK, sameRange } from './codeActions';
import { type Folder, rangeOf, uriOf } from './folder';
import { textEdit } from './judgeLink';

/** Longer titles do not fit into the menu of an editor. */
const LONGEST_TITLE = 60;

/**
 * The quick fixes of findings whose repair is plain: they write what would be right. In roadmap files as in code. Probable links
 * have more to offer, and their own fixes.
 */
export function suggestedFixes(folder: Folder, question: CodeActionQuestion): CodeAction[] {
  const { engine } = folder;
  const { path, range, diagnostics, version } = question;
  const lines = engine.linesOf(path);
  if (!lines) {
    return [];
  }
  const text = engine.roadmapText(path);
  const fixes = engine.findings.ofPath(path).flatMap((finding): CodeAction[] => {
    const place = rangeOf(lines, finding.place.span);
    if (finding.suggestion === undefined || finding.code === PROBABLE_LINK || !overlap(place, range)) {
      return [];
    }
    const change = { span: finding.place.span, text: finding.suggestion };
    return [
      {
        title: titleOf(finding, finding.suggestion, text),
        kind: CodeActionKind.QuickFix,
        diagnostics: diagnostics.filter((each) => each.code === finding.code && sameRange(each.range, place)),
        edit: textEdit(uriOf(folder, path), version, lines, [change]),
      },
    ];
  });
  return fixes.length === 1 ? fixes.map((fix) => ({ ...fix, isPreferred: true })) : fixes;
}

/** @param text of the file, where it is a roadmap's */
function titleOf({ place: { span } }: Finding, suggestion: string, text: string | undefined): string {
  const written = text?.slice(span.start, span.end);
  if (suggestion === '') {
    return written ? `Remove ${short(written)}` : 'Remove this';
  }
  if (written !== undefined && written.trim() === suggestion.trim()) {
    const spaces = suggestion.length - suggestion.trimStart().length;
    return spaces === 1 ? 'Indent with 1 space' : `Indent with ${spaces} spaces`;
  }
  return `Replace with ${short(suggestion)}`;
}

function short(words: string): string {
  const line = words.trim().replace(/\s+/g, ' ');
  return line.length > LONGEST_TITLE ? `${line.slice(0, LONGEST_TITLE - 1)}…` : line;
}
