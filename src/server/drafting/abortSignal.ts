import type { CancellationToken } from 'vscode-languageserver';

/** A signal that is aborted when the client takes its request back. */
export function abortSignalOf(token: CancellationToken): AbortSignal {
  const controller = new AbortController();
  token.onCancellationRequested(() => controller.abort());
  if (token.isCancellationRequested) {
    controller.abort();
  }
  return controller.signal;
}
