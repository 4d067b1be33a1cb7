import { t } from '../../core/words/t';
import type { AnnotateParams, FixResult } from '../../protocol/fixes';
import type { EditedTexts } from '../fileEdits';
import type { Folders } from '../folders';
import type { OpenTexts } from '../openTexts';
import { questionOf } from './answers';
import { applyFix } from './applyFix';
import { insertAnnotation } from './insertAnnotation';

/** Which stories an annotation above a line could be for, and with one the edit that writes it. */
export function annotate(
  folders: Folders,
  texts: OpenTexts,
  { uri, line, answer }: AnnotateParams,
  edited: EditedTexts,
): FixResult {
  texts.readNow(uri);
  const held = folders.holding(uri);
  const document = texts.get(uri);
  if (!held || !document) {
    return {
      refusal: t('Open a file of code in the folder first: the annotation is written above the line with the cursor.'),
    };
  }
  const { folder, path } = held;
  const fix = insertAnnotation(folder, path, document.offsetAt({ line, character: 0 }));
  if (!fix?.question) {
    return folder.engine.trace.plan.workItems.length === 0
      ? { refusal: t('There is no story yet that an annotation could name. Create a roadmap first.') }
      : { refusal: t('{0} is no code in which an annotation could be written.', path) };
  }
  return answer === undefined
    ? questionOf(folder, fix.question)
    : applyFix(folder, { folder: folder.uri, fix, seen: { path, version: document.version } }, answer, edited);
}
