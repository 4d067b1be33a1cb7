/** A stretch of a line. `T` is what a link within the workspace leads to. */
export type Inline<T> =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'emphasis' | 'strong' | 'deleted'; readonly parts: readonly Inline<T>[] }
  | { readonly kind: 'link'; readonly parts: readonly Inline<T>[]; readonly target: T }
  /** A link out of the workspace: `https`, `http` or `mailto`, nothing else. */
  | { readonly kind: 'address'; readonly parts: readonly Inline<T>[]; readonly href: string }
  | { readonly kind: 'break' };

export interface ListEntry<T> {
  /** undefined: it has no check box. */
  readonly done: boolean | undefined;
  readonly blocks: readonly Block<T>[];
}

/** A piece of a Markdown document as values: whoever shows it makes its own elements, and no HTML of the text is among them. */
export type Block<T> =
  | { readonly kind: 'heading'; readonly level: number; readonly parts: readonly Inline<T>[] }
  | { readonly kind: 'paragraph'; readonly parts: readonly Inline<T>[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'quote'; readonly blocks: readonly Block<T>[] }
  | { readonly kind: 'list'; readonly start: number | undefined; readonly entries: readonly ListEntry<T>[] }
  | {
      readonly kind: 'table';
      readonly head: readonly (readonly Inline<T>[])[];
      readonly rows: readonly (readonly (readonly Inline<T>[])[])[];
    }
  | { readonly kind: 'rule' };

/** The words of a line, without how they are set. */
export function plainText(parts: readonly Inline<unknown>[]): string {
  return parts
    .map((part) => ('parts' in part ? plainText(part.parts) : 'text' in part ? part.text : ' '))
    .join('')
    .trim();
}
