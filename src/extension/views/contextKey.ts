import { commands } from 'vscode';
import type { CONTEXT_KEYS } from '../../protocol/contributions';

type ContextKeyName = (typeof CONTEXT_KEYS)[keyof typeof CONTEXT_KEYS];

/** Makes a function that sets a context key, and tells the editor only when the value is another one. */
export function createContextKey(key: ContextKeyName): (value: string) => void {
  let current: string | undefined;
  return (value) => {
    if (value !== current) {
      current = value;
      void commands.executeCommand('setContext', key, value);
    }
  };
}
