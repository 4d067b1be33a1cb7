import { basename, dirname, sep } from 'node:path';

/**
 * Features of the library's language client that Waymark's server does not have, with the module of each. A client without
 * them does not tell the server that it has them, and listens to no event for them.
 *
 * Whoever gives the server one of these takes it from this table: the client refuses to register what it does not have.
 */
const UNUSED: Readonly<Record<string, readonly string[]>> = {
  callHierarchy: ['CallHierarchyFeature'],
  colorProvider: ['ColorProviderFeature'],
  declaration: ['DeclarationFeature'],
  // Findings are pushed.
  diagnostic: ['DiagnosticFeature'],
  // Files are watched, by whomever they are changed.
  fileOperations: [
    'DidCreateFilesFeature',
    'DidRenameFilesFeature',
    'DidDeleteFilesFeature',
    'WillCreateFilesFeature',
    'WillRenameFilesFeature',
    'WillDeleteFilesFeature',
  ],
  formatting: ['DocumentFormattingFeature', 'DocumentRangeFormattingFeature', 'DocumentOnTypeFormattingFeature'],
  implementation: ['ImplementationFeature'],
  inlineCompletion: ['InlineCompletionItemFeature'],
  inlineValue: ['InlineValueFeature'],
  linkedEditingRange: ['LinkedEditingFeature'],
  // Notebooks are read as files.
  notebook: ['NotebookDocumentSyncFeature'],
  semanticTokens: ['SemanticTokensFeature'],
  signatureHelp: ['SignatureHelpFeature'],
  typeDefinition: ['TypeDefinitionFeature'],
  typeHierarchy: ['TypeHierarchyFeature'],
};

/** What the client asks a module for though its feature is not registered. */
const ASKED_FOR: Readonly<Record<string, string>> = {
  notebook: "exports.NotebookDocumentSyncFeature = class { static CellScheme = 'vscode-notebook-cell'; };",
};

const CLIENT_FOLDER = ['node_modules', 'vscode-languageclient', 'lib', 'common'].join(sep);

/** Whether a file of a library holds nothing but a feature that nobody uses. */
export function isUnusedFeature(path: string): boolean {
  return dirname(path).endsWith(CLIENT_FOLDER) && Object.hasOwn(UNUSED, basename(path, '.js'));
}

/** The text that takes the place of such a file. */
export function standInOf(path: string): string {
  return ASKED_FOR[basename(path, '.js')] ?? '';
}

/** The client's source, which no longer registers the features that are left out; any other file's as it is. @throws when the library is another one */
export function withoutUnusedFeatures(path: string, source: string): string {
  if (!dirname(path).endsWith(CLIENT_FOLDER) || basename(path) !== 'client.js') return source;
  let rest = source;
  for (const [module, features] of Object.entries(UNUSED)) {
    for (const feature of features) {
      const registration = `this.registerFeature(new ${module}_1.${feature}(this));`;
      if (!rest.includes(registration)) {
        throw new Error(`${path} does not register ${feature} as expected: mend scripts/unusedFeatures.ts.`);
      }
      rest = rest.replace(registration, '');
    }
  }
  return rest;
}
