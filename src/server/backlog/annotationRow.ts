import { t } from '../../core/words/t';
import type { Fix, FixKind } from '../../core/fixes/fix';
import { linkToStory } from '../../core/fixes/kinds/annotations';
import { createStory } from '../../core/fixes/kinds/createStory';
import { waysOfKinds } from '../../core/fixes/waysOn';
import type { FixResult } from '../../protocol/fixes';
import type { RowActionParams } from '../../protocol/rowActions';
import type { EditedTexts } from '../fileEdits';
import { questionOf } from '../fixes/answers';
import { applyFix } from '../fixes/applyFix';
import { fixContext } from '../fixes/fixContext';
import { type Folder, uriOf } from '../folder';
import type { Folders } from '../folders';
import { decodeKey } from '../tree/nodeKey';

const KINDS = { createStory, linkToStory } as const;

/** What an action asks of the annotation that a row stands for, and with an answer what it comes to. */
export async function annotationRowAction(
  folders: Folders,
  { action, rows, answer }: RowActionParams & { readonly action: keyof typeof KINDS },
  texts: EditedTexts,
): Promise<FixResult> {
  const key = decodeKey(rows[0] ?? '');
  const folder = key?.kind === 'annotation' ? folders.find(key.folder) : undefined;
  const [, path = '', start = ''] = key?.parts ?? [];
  const fix = folder && (await fixOf(folder, KINDS[action], path, Number(start)));
  if (!folder || !fix) {
    return { refusal: t('There is no story to make of this: its annotation says nothing, or is another one by now.') };
  }
  if (fix.question && answer === undefined) {
    return questionOf(folder, fix.question);
  }
  const version = texts.documentOf(uriOf(folder, path))?.version ?? null;
  return applyFix(folder, { folder: folder.uri, fix, seen: { path, version } }, answer, texts);
}

/** The last of a kind asks most, so that the person has the choice. */
async function fixOf(folder: Folder, kind: FixKind, path: string, start: number): Promise<Fix | undefined> {
  const file = folder.engine.trace.files.get(path);
  const annotation = file?.annotations.find(({ span }) => span.start === start);
  return file && annotation ? waysOfKinds([kind], file, annotation, await fixContext(folder)).at(-1) : undefined;
}
