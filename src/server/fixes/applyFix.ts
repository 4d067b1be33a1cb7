import type { WorkspaceEdit } from 'vscode-languageserver';
import { answered } from '../../core/fixes/answered';
import type { FixContext, FixEdit } from '../../core/fixes/fix';
import { performFix } from '../../core/fixes/performFix';
import { LineTable } from '../../core/model/lineTable';
import { type Folder, uriOf } from '../folder';
import { textEdit } from '../judgeLink';
import { type FixAllData, type FixData, safeOrNamed } from './fixActions';
import { answerOf } from './answers';
import { type DocumentOf, fixScene } from './fixContext';

type Result = { readonly edit: WorkspaceEdit } | { readonly refusal: string };

/** The edit that a picked fix comes to, in the texts as they are on the screen; or why it cannot be made. */
export function applyFix(
  folder: Folder,
  { fix, seen }: FixData,
  answer: string | undefined,
  documentOf: DocumentOf,
): Result {
  const version = documentOf(uriOf(folder, seen.path))?.version ?? null;
  const concernsIt = fix.edit.source?.some(({ path }) => path === seen.path) ?? false;
  if (concernsIt && version !== seen.version) {
    return { refusal: `${seen.path} was changed meanwhile, so nothing was changed. Ask for the fixes again.` };
  }
  const { plan } = folder.engine.trace;
  const said = fix.question && answer !== undefined ? answerOf(fix.question, answer, folder.engine.today) : answer;
  if (typeof said === 'object') {
    return said;
  }
  const edit = answered(fix, said, plan);
  return edit ? editOf(folder, edit, documentOf) : { refusal: 'This fix needs an answer, and there is none.' };
}

/** All fixes of one kind as one edit. */
export function applyAll(folder: Folder, data: FixAllData, context: FixContext, documentOf: DocumentOf): Result {
  const fixes = safeOrNamed(folder, data, context);
  return editOf(
    folder,
    {
      roadmap: fixes.flatMap(({ edit }) => edit.roadmap ?? []),
      source: fixes.flatMap(({ edit }) => edit.source ?? []),
    },
    documentOf,
  );
}

function editOf(folder: Folder, edit: FixEdit, documentOf: DocumentOf): Result {
  const scene = fixScene(folder, documentOf);
  const result = performFix(edit, scene);
  if ('refusal' in result) {
    return { refusal: result.refusal };
  }
  const documentChanges = result.files.flatMap(({ path, changes }) => {
    const uri = uriOf(folder, path);
    const text = scene.roadmaps.find((each) => each.path === path)?.text ?? scene.sourceText(path) ?? '';
    return textEdit(uri, documentOf(uri)?.version ?? null, LineTable.of(text), changes).documentChanges ?? [];
  });
  return { edit: { documentChanges } };
}
