import { t } from '@vscode/l10n';
import type { WorkspaceEdit } from 'vscode-languageserver';
import { answered } from '../../core/fixes/answered';
import type { FixContext, FixEdit } from '../../core/fixes/fix';
import { performFix } from '../../core/fixes/performFix';
import { type EditedTexts, workspaceEdit } from '../fileEdits';
import { type Folder, uriOf } from '../folder';
import { type FixAllData, type FixData, safeOrNamed } from './fixActions';
import { answerOf } from './answers';
import { fixScene } from './fixContext';

type Result = { readonly edit: WorkspaceEdit } | { readonly refusal: string };

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
  return edit ? editOf(folder, edit, texts) : { refusal: t('This fix needs an answer, and there is none.') };
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
