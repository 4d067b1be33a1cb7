import { commands } from 'vscode';
import type { CONTEXT_KEYS } from '../../protocol/contributions';

type ContextKeyName = (typeof CONTEXT_KEYS)[keyof typeof CONTEXT_KEYS];

/** Makes a function that sets a context key, and tells the editor only when the value is another one. */
export function createContextKey<T extends string>(key: ContextKeyName): (value: T) => void {
  let current: T | undefined;
  return (value) => {
    if (value !== current) {
      current = value;
      void commands.executeCommand('setContext', key, value);
    }
  };
}
