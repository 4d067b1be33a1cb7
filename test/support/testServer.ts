import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import {
  ConfigurationRequest,
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  InitializedNotification,
  InitializeRequest,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ShowMessageNotification,
  ShowMessageRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { createConnection } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { type InitializationOptions, OverviewNotification, type Overview } from '../../src/protocol/messages';
import { type ServerDependencies, startServer } from '../../src/server/server';
import { readTranslations } from '../../src/server/translations';
import { pollUntil } from './pollUntil';

export interface TestServer {
  readonly client: ProtocolConnection;
  /** The last overview; undefined before the first. */
  overview(): Overview | undefined;
  /** Registered by the server, by method. */
  readonly registrations: ReadonlySet<string>;
  /** What the server told the person. */
  readonly messages: readonly string[];
  /** What was last published, by URI. */
  readonly published: ReadonlyMap<string, PublishDiagnosticsParams['diagnostics']>;
  /** The URIs that anything was published of, one after the other. */
  readonly publications: readonly string[];
  diagnosticsOf(uri: string): PublishDiagnosticsParams['diagnostics'];
  /** @param languageId as the client knows it; `plaintext` by default, since the server goes by the file's name */
  open(uri: string, text: string, languageId?: string): Promise<void>;
  change(uri: string, text: string): Promise<void>;
  close(uri: string): Promise<void>;
}

export interface TestServerOptions {
  readonly trusted?: boolean;
  /** What the client answers when asked for settings. */
  readonly settings?: unknown;
  /** Days since 1970. */
  readonly today?: number;
  /** The language of the client. */
  readonly locale?: string;
  /** Undefined: what the package brings. */
  readonly translationsFor?: ServerDependencies['translationsFor'];
  readonly schemaFormats?: InitializationOptions['schemaFormats'];
  readonly suggestCommand?: string;
  readonly askCommand?: string;
  readonly linkCommands?: readonly string[];
  /** The client makes files as part of an edit. */
  readonly createsFiles?: boolean;
  /** The client gives files other names as part of an edit, and asks before it makes changes that are marked so. */
  readonly renames?: boolean;
  /** The client lets the server say later for which files it has a language. */
  readonly registersLanguage?: boolean;
}

const DYNAMIC = { dynamicRegistration: true };
const REGISTERS_LANGUAGE = {
  completion: DYNAMIC,
  hover: DYNAMIC,
  documentSymbol: DYNAMIC,
  foldingRange: DYNAMIC,
  selectionRange: DYNAMIC,
  documentLink: DYNAMIC,
};

/** URI of a file or folder, as editors write it. */
export function fileUri(path: string): string {
  return URI.file(path).toString();
}

/** The real server on two streams in this process, with the folders open and read. It is shut down however the body ends. */
export async function withServer(
  folders: readonly string[],
  options: TestServerOptions,
  body: (server: TestServer) => Promise<void>,
): Promise<void> {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const connection = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  startServer(connection, {
    today: () => options.today ?? 20_000,
    ruleReference: 'file:///docs/rules.md',
    translationsFor: options.translationsFor ?? ((locale) => readTranslations(join(__dirname, '../../l10n'), locale)),
  });
  const client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  const diagnostics = new Map<string, PublishDiagnosticsParams['diagnostics']>();
  const publications: string[] = [];
  const registrations = new Set<string>();
  const messages: string[] = [];
  client.onNotification(ShowMessageNotification.type, ({ message }) => void messages.push(message));
  client.onRequest(ShowMessageRequest.type, ({ message }) => {
    messages.push(message);
    return null;
  });
  let overview: Overview | undefined;
  client.onNotification(PublishDiagnosticsNotification.type, (params) => {
    diagnostics.set(params.uri, params.diagnostics);
    publications.push(params.uri);
  });
  client.onNotification(OverviewNotification, (params) => {
    overview = params;
  });
  client.onRequest(RegistrationRequest.type, (params) => {
    for (const { method } of params.registrations) {
      registrations.add(method);
    }
  });
  client.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => options.settings ?? null));
  client.listen();
  const versions = new Map<string, number>();
  try {
    await client.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: null,
      ...(options.locale !== undefined && { locale: options.locale }),
      workspaceFolders: folders.map((path) => ({ uri: fileUri(path), name: path.split('/').at(-1) ?? path })),
      initializationOptions: {
        trusted: options.trusted ?? true,
        schemaFormats: options.schemaFormats,
        suggestCommand: options.suggestCommand,
        askCommand: options.askCommand,
        linkCommands: options.linkCommands,
      },
      capabilities: {
        workspace: {
          configuration: true,
          workspaceFolders: true,
          ...(options.createsFiles && { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } }),
          ...(options.renames && {
            workspaceEdit: {
              documentChanges: true,
              resourceOperations: ['rename'],
              changeAnnotationSupport: { groupsOnLabel: true },
            },
          }),
        },
        textDocument: {
          ...(options.registersLanguage && REGISTERS_LANGUAGE),
          ...(options.renames && { rename: { prepareSupport: true, honorsChangeAnnotations: true } }),
        },
      },
    });
    await client.sendNotification(InitializedNotification.type, {});
    await pollUntil(
      'the server has read its folders',
      () => overview?.folders.length === folders.length && !overview.busy,
    );
    await body({
      client,
      registrations,
      messages,
      overview: () => overview,
      published: diagnostics,
      publications,
      diagnosticsOf: (uri) => diagnostics.get(uri) ?? [],
      open: (uri, text, languageId = 'plaintext') =>
        client.sendNotification(DidOpenTextDocumentNotification.type, {
          textDocument: { uri, languageId, version: 1, text },
        }),
      change: (uri, text) => {
        const version = (versions.get(uri) ?? 1) + 1;
        versions.set(uri, version);
        return client.sendNotification(DidChangeTextDocumentNotification.type, {
          textDocument: { uri, version },
          contentChanges: [{ text }],
        });
      },
      close: (uri) => client.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } }),
    });
  } finally {
    // Never `exit`: it would end the process that runs the tests.
    await client.sendRequest(ShutdownRequest.type);
    client.dispose();
    connection.dispose();
  }
}
