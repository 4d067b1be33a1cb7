import { URI } from 'vscode-uri';
import { DOCUMENT_SCHEME, STATUS_DOCUMENT_URI } from '../protocol/contributions';

/** What a `waymark:` URI stands for. */
export type ServerDocument =
  | { readonly kind: 'status' }
  | { readonly kind: 'rule'; readonly code: string }
  | { readonly kind: 'commit'; readonly folder: string; readonly sha: string };

/** A document with the commit's message and patch. Its name ends in `.diff`, so that editors colour it. */
export function commitUri(folder: string, sha: string): string {
  return URI.from({
    scheme: DOCUMENT_SCHEME,
    path: `/commit/${sha.slice(0, 10)}.diff`,
    query: new URLSearchParams({ folder, sha }).toString(),
  }).toString();
}

/** undefined: no document of this server. */
export function parseDocumentUri(uri: string): ServerDocument | undefined {
  const parsed = URI.parse(uri);
  if (parsed.scheme !== DOCUMENT_SCHEME) {
    return undefined;
  }
  if (parsed.path === URI.parse(STATUS_DOCUMENT_URI).path) {
    return { kind: 'status' };
  }
  const code = /^\/rule\/(WM\d+)\.md$/.exec(parsed.path)?.[1];
  if (code !== undefined) {
    return { kind: 'rule', code };
  }
  const query = new URLSearchParams(parsed.query);
  const [folder, sha] = [query.get('folder'), query.get('sha')];
  return parsed.path.startsWith('/commit/') && folder !== null && sha !== null
    ? { kind: 'commit', folder, sha }
    : undefined;
}
