import type { FixParams } from '../../protocol/fixes';
import type { JudgeableLink, LinksParams, OpenTarget, TreeNode } from '../../protocol/messages';

/** Anyone can run a command with any argument: these decide what is taken. */

export function isOpenTarget(argument: unknown): argument is OpenTarget {
  return hasStrings(argument, 'uri') && (!('range' in argument) || isRange(argument.range));
}

/** The item that a lens, the status bar or a row of a tree names; undefined: none is named. */
export function linksParamsOf(argument: unknown): LinksParams | undefined {
  if (hasStrings(argument, 'folder', 'id')) {
    return { folder: argument.folder, id: argument.id };
  }
  return isObject(argument) && 'item' in argument ? linksParamsOf(argument.item) : undefined;
}

/** The link that a row of a tree stands for; undefined: it stands for none that a person may decide on. */
export function judgeableLinkOf(argument: unknown): JudgeableLink | undefined {
  const link = isObject(argument) ? argument['link'] : undefined;
  return hasStrings(link, 'folder', 'item', 'written', 'where')
    ? { folder: link.folder, item: link.item, written: link.written, where: link.where }
    : undefined;
}

/** A row of a tree. */
export type RowArgument = Pick<TreeNode, 'id' | 'item' | 'open'>;

/** The rows that a command of their menu is for: all that are selected, where the editor gives them; else the one. */
export function rowsOf(argument: unknown, selection: unknown): readonly RowArgument[] {
  const rows: readonly unknown[] = Array.isArray(selection) && selection.length > 0 ? selection : [argument];
  return rows.flatMap((row) => rowOf(row) ?? []);
}

function rowOf(argument: unknown): RowArgument | undefined {
  if (!hasStrings(argument, 'id')) {
    return undefined;
  }
  const item = 'item' in argument ? linksParamsOf(argument.item) : undefined;
  const open = 'open' in argument && isOpenTarget(argument.open) ? argument.open : undefined;
  return { id: argument.id, ...(item && { item }), ...(open && { open }) };
}

/** A fix as the server made it, which alone looks into it. */
export function fixParamsOf(argument: unknown): FixParams | undefined {
  return hasStrings(argument, 'folder') && 'fix' in argument && isObject(argument.fix)
    ? { folder: argument.folder, fix: argument.fix }
    : undefined;
}

function isRange(value: unknown): boolean {
  return isObject(value) && isPosition(value['start']) && isPosition(value['end']);
}

function isPosition(value: unknown): boolean {
  return isObject(value) && Number.isInteger(value['line']) && Number.isInteger(value['character']);
}

/** Whether a value has words under all of these names. */
export function hasStrings<K extends string>(value: unknown, ...keys: K[]): value is Record<K, string> {
  return isObject(value) && keys.every((key) => typeof value[key] === 'string');
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
