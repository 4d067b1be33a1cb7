/**
 * What a spreadsheet would run as a formula, with the quotation marks that guard such words already. Guarding adds one mark
 * and reading takes one away, so that nothing changes on the way.
 */
const FORMULA = /^'*[=+\-@\t\r]/;

/** The words of a cell, in which no spreadsheet finds a formula. */
export function guarded(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

export function withoutGuard(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

/** Several names in one cell: `api, billing`; names that hold signs of lists themselves as a list of JSON. */
export function cellOfNames(names: readonly string[]): string {
  const isPlain = names.every((name) => name.trim() === name && name !== '' && !/[,;\n"[\]]/.test(name));
  return isPlain ? names.join(', ') : JSON.stringify(names);
}

/** The names in a cell: parted by semicolons or lines where there are any, else by commas; or a list of JSON. */
export function namesInCell(cell: string): readonly string[] {
  if (cell.startsWith('[') && cell.endsWith(']')) {
    const list = jsonOf(cell);
    if (Array.isArray(list) && list.every((name) => typeof name === 'string')) {
      return list;
    }
  }
  const separator = /[;\n]/.test(cell) ? /[;\n]/ : ',';
  return cell
    .split(separator)
    .map((name) => name.trim().replace(/^"(.*)"$/, '$1'))
    .filter((name) => name !== '');
}

/** undefined: it is no JSON. */
export function jsonOf(cell: string): unknown {
  try {
    return JSON.parse(cell);
  } catch {
    return undefined;
  }
}

/** Whether a cell says something, rather than that nothing is decided yet. */
export function isStated(cell: string): boolean {
  return !/^(?:|[-–—?]+|tb[ad]|n\/a|none|null|unassigned|nobody|undecided|nicht zugewiesen|未割り当て|未設定|no milestone)$/i.test(
    cell,
  );
}

/** A plain number as one, so that it is written without quotes. */
export function numberOrText(text: string): number | string {
  return /^(?:0|[1-9]\d{0,14})(?:\.\d{1,9})?$/.test(text) && String(Number(text)) === text ? Number(text) : text;
}
