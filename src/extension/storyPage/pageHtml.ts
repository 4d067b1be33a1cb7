import { randomBytes } from 'node:crypto';
import { env, l10n, Uri, type Webview } from 'vscode';

/** The folders that a page may load from. */
export function pageRoots(extensionUri: Uri): readonly Uri[] {
  return ['dist', 'media'].map((folder) => Uri.joinPath(extensionUri, folder));
}

/** An empty page with its script and its style, and nothing else that could ever be loaded: its words come as messages. */
export function pageHtml(webview: Webview, extensionUri: Uri): string {
  const nonce = randomBytes(16).toString('hex');
  const address = (...path: string[]) => webview.asWebviewUri(Uri.joinPath(extensionUri, ...path)).toString();
  // Without a translation the page is English, whatever the editor speaks.
  const language = l10n.bundle === undefined ? 'en' : env.language;
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Waymark</title>
<link rel="stylesheet" href="${address('media', 'storyPage.css')}">
</head>
<body>
<main id="page"></main>
<script nonce="${nonce}" src="${address('dist', 'storyPage.js')}"></script>
</body>
</html>`;
}
