import { t } from '../../core/words/t';
import type { WorkspaceEdit } from 'vscode-languageserver';
import { answered } from '../../core/fixes/answered';
import type { FixContext, FixEdit } from '../../core/fixes/fix';
import { performFix } from '../../core/fixes/performFix';
import { annotationWords } from '../../core/fixes/source/annotateLine';
import type { FixResult } from '../../protocol/fixes';
import { type EditedTexts, workspaceEdit } from '../fileEdits';
import { type Folder, uriOf } from '../folder';
import { type FixAllData, type FixData, safeOrNamed } from './fixActions';
import { answerOf } from './answers';
import { fixScene } from './fixContext';

type Result = Exclude<FixResult, { readonly question: string }>;
type FixCursor = NonNullable<Extract<FixResult, { readonly edit: WorkspaceEdit }>['cursor']>;

/** The edit that a picked fix comes to, in the texts as they are on the screen; or why it cannot be made. */
export function applyFix(
  folder: Folder,
  { fix, seen }: FixData,
  answer: string | undefined,
  texts: EditedTexts,
): Result {
  const { documentOf } = texts;
  const version = documentOf(uriOf(folder, seen.path))?.version ?? null;
  const concernsIt = fix.edit.source?.some(({ path }) => path === seen.path) ?? false;
  if (concernsIt && version !== seen.version) {
    return { refusal: t('{0} was changed meanwhile, so nothing was changed. Ask for the fixes again.', seen.path) };
  }
  const { plan } = folder.engine.trace;
  const said = fix.question && answer !== undefined ? answerOf(fix.question, answer, folder.engine.today) : answer;
  if (typeof said === 'object') {
    return said;
  }
  const edit = answered(fix, said, plan);
  if (!edit) {
    return { refusal: t('This fix needs an answer, and there is none.') };
  }
  const result = editOf(folder, edit, texts);
  const cursor = 'edit' in result ? cursorIn(folder, edit, result.edit) : undefined;
  return cursor ? { ...result, cursor } : result;
}

/** Behind an annotation that is written for a person to go on; undefined: there is none. */
function cursorIn(
  folder: Folder,
  { source = [] }: FixEdit,
  { documentChanges = [] }: WorkspaceEdit,
): FixCursor | undefined {
  const annotate = source.find((each) => each.kind === 'annotate');
  if (!annotate) {
    return undefined;
  }
  const uri = uriOf(folder, annotate.path);
  const words = annotationWords(annotate.tag, annotate.id);
  for (const change of documentChanges) {
    const edits = 'edits' in change && change.textDocument.uri === uri ? change.edits : [];
    for (const each of edits) {
      const at = 'newText' in each ? each.newText.indexOf(words) : -1;
      if (at >= 0) {
        // It is put in at the beginning of a line.
        return { uri, position: { line: each.range.start.line, character: at + words.length } };
      }
    }
  }
  return undefined;
}

/** All fixes of one kind as one edit. */
export function applyAll(folder: Folder, data: FixAllData, context: FixContext, texts: EditedTexts): Result {
  const fixes = safeOrNamed(folder, data, context);
  return editOf(
    folder,
    {
      roadmap: fixes.flatMap(({ edit }) => edit.roadmap ?? []),
      source: fixes.flatMap(({ edit }) => edit.source ?? []),
    },
    texts,
  );
}

/** The edit of the client's texts that a fix's edit comes to, or why it cannot be made. */
export function editOf(folder: Folder, edit: FixEdit, texts: EditedTexts): Result {
  const scene = fixScene(folder, (uri) => texts.documentOf(uri));
  const result = performFix(edit, scene);
  const textOf = (path: string) =>
    scene.roadmaps.find((each) => each.path === path)?.text ?? scene.sourceText(path) ?? '';
  return 'refusal' in result ? { refusal: result.refusal } : workspaceEdit(folder, result.files, textOf, texts);
}
