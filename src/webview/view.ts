/** Called with what the person did; the second argument says whether a key was held that asks for a place beside. */
type Handler = (event: { readonly ctrlKey: boolean; readonly metaKey: boolean }) => void;

/** What an element is to be: plain values, so that a page can be made, and tested, without a browser. */
export interface View {
  readonly tag: string;
  /** Tells it from its siblings in whatever order they come; missing: it is the next of its tag. */
  readonly key: string | undefined;
  /** `undefined` and `false`: the attribute is not there. */
  readonly attributes: Readonly<Record<string, string | boolean | undefined>>;
  readonly onClick: Handler | undefined;
  readonly children: readonly Child[];
}

export type Child = View | string;

export interface ViewOptions {
  readonly key?: string;
  readonly onClick?: Handler;
  readonly [attribute: string]: string | boolean | undefined | Handler;
}

/** Words are always text: there is no way to give HTML. */
export function h(tag: string, options: ViewOptions, ...children: readonly (Child | readonly Child[])[]): View {
  const { key, onClick, ...attributes } = options;
  return { tag, key, attributes: attributes as View['attributes'], onClick, children: children.flat() };
}
