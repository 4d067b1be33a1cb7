/** The number of a {@link PlannedItem}; undefined: no item's own text, such as the name of a list at the top of the file. */
export type Owner = number | undefined;

export interface WrittenLine {
  readonly text: string;
  readonly owner: Owner;
  /** `words`: inside of a text of several lines, where no mark means anything. */
  readonly kind: 'field' | 'comment' | 'words';
}

/** A roadmap's text, line by line, with the item that each line belongs to. */
export interface WrittenText {
  readonly path: 'roadmap.yaml' | 'roadmap.json';
  readonly lines: readonly WrittenLine[];
  readonly newline: '\n' | '\r\n';
}

export function textOf({ lines, newline }: WrittenText): string {
  return lines.map(({ text }) => text + newline).join('');
}
