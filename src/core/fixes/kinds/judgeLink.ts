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
    title: `${accepted ? 'Accept' : 'Reject'} "${written}" as ${item} ${where === undefined ? 'everywhere' : 'in this file'}`,
    edit: { roadmap: [{ kind: 'judge', item, accepted, written, where }] },
  });
  const { path } = found.file;
  return [judge(true, path), judge(true, undefined), judge(false, path), judge(false, undefined)];
};
