import { t } from '../../words/t';
import type { Fix, FixKind } from '../fix';
import { mentionOf } from '../subjects';

/** Accepts or rejects a probable link, here or everywhere. */
export const judgeLink: FixKind = (finding, context) => {
  const found = mentionOf(finding, context);
  const { item } = finding;
  if (!found || item === undefined) {
    return [];
  }
  const { written } = found.mark;
  const judge = (accepted: boolean, where: string | undefined): Fix => ({
    title: titleOf(accepted, written, item, where !== undefined),
    edit: { roadmap: [{ kind: 'judge', item, accepted, written, where }] },
  });
  const { path } = found.file;
  return [judge(true, path), judge(true, undefined), judge(false, path), judge(false, undefined)];
};

function titleOf(isAccepted: boolean, written: string, item: string, isHere: boolean): string {
  if (isAccepted) {
    return isHere
      ? t('Accept "{0}" as {1} in this file', written, item)
      : t('Accept "{0}" as {1} everywhere', written, item);
  }
  return isHere
    ? t('Reject "{0}" as {1} in this file', written, item)
    : t('Reject "{0}" as {1} everywhere', written, item);
}
