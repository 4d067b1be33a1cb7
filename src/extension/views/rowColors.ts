import { type Disposable, FileDecoration, ThemeColor, window } from 'vscode';
import { ROW_SCHEME } from '../../protocol/contributions';

/** Colours the words of rows as the server's address for them says. */
export function registerRowColors(): Disposable {
  return window.registerFileDecorationProvider({
    provideFileDecoration: ({ scheme, query }) =>
      scheme === ROW_SCHEME && query !== ''
        ? new FileDecoration(undefined, undefined, new ThemeColor(query))
        : undefined,
  });
}
