import { t, type Translations, translateBy } from '../core/words/t';
import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type { Day } from '../core/model/calendar';
import type { EngineChange } from '../engine/engine';
import { exchange } from './exchange';
import { createSampleWorkspace } from '../engine/sample/createSample';
import { DOCUMENT_SCHEME, SETTINGS_SECTION, type ViewName } from '../protocol/contributions';
import { DraftRequest } from '../protocol/drafting';
import {
  CreateSampleRequest,
  ExchangeRequest,
  type InitializationOptions,
  ItemsRequest,
  LinksRequest,
  RefreshRequest,
  type TreeParams,
  type TreeNode,
  TreeRequest,
  TrustGrantedNotification,
} from '../protocol/messages';
import { ACTION_KINDS, type ActionClient, handleActions } from './actionRequests';
import { forgetBacklog } from './backlog/backlog';
import { handleBacklog } from './backlog/backlogRequests';
import { backlogView } from './backlog/wishes';
import { Announcements } from './announcements';
import { codeLenses } from './codeLens';
import { DiagnosticsPublisher } from './diagnostics';
import { MessageChecks } from './language/messageChecks';
import { RoadmapLanguage } from './language/roadmapLanguage';
import { documentText } from './documents';
import { abortSignalOf } from './drafting/abortSignal';
import { Drafting } from './drafting/drafting';
import type { EditedTexts } from './fileEdits';
import { type Folder, rootFolder } from './folder';
import { Folders } from './folders';
import { itemSummaries, linksOf } from './links';
import { OpenTexts } from './openTexts';
import { readSettings } from './settings';
import { handleStoryPages } from './story/storyPages';
import { NextUpTree } from './tree/nextUpTree';
import { roadmapRows } from './tree/roadmapTree';
import { unplannedRows } from './tree/unplannedTree';
import { handleWork, WORK_COMMANDS } from './work/workRequests';

export interface ServerDependencies {
  readonly today: () => Day;
  /** URI of the rule reference; undefined: findings have a code, but no link. */
  readonly ruleReference: string | undefined;
  /** What is said in the language of the client, by what is said in English; undefined: it is said in English. */
  readonly translationsFor: (locale: string) => Translations | undefined;
}

const ALL_VIEWS: readonly ViewName[] = ['roadmap', 'unplanned', 'nextUp'];

const notTrusted = () => t('This workspace is not trusted, so git was not started and no history was read.');

/**
 * Serves one client over a connection until it is shut down. The connection must not be listening yet.
 *
 * Handlers only find, ask the engine, and convert.
 */
export function startServer(connection: Connection, dependencies: ServerDependencies): void {
  new Server(connection, dependencies).listen();
}

class Server {
  private readonly folders: Folders;
  private readonly texts: OpenTexts;
  private readonly diagnostics: DiagnosticsPublisher;
  private readonly language: RoadmapLanguage;
  private readonly messages: MessageChecks;
  private initialFolders: readonly { uri: string; name: string }[] = [];
  private readonly actionClient: ActionClient = { askCommand: undefined, canCreateFiles: false };
  private canAskSettings = false;
  private readonly announcements: Announcements;
  private readonly drafting: Drafting;
  private readonly nextUp = new NextUpTree(() => performance.now());

  constructor(
    private readonly connection: Connection,
    private readonly dependencies: ServerDependencies,
  ) {
    this.diagnostics = new DiagnosticsPublisher(connection, dependencies.ruleReference);
    this.folders = new Folders({
      gitNotAllowed: undefined,
      ripgrepPath: undefined,
      cacheFolder: undefined,
      today: dependencies.today,
      onError: (error) =>
        connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error)),
      onChange: (folder, change) => this.folderChanged(folder, change),
    });
    this.texts = new OpenTexts(this.folders);
    this.language = new RoadmapLanguage(connection, this.folders, this.texts);
    this.messages = new MessageChecks(connection, this.folders, this.texts);
    this.announcements = new Announcements(connection, this.folders);
    this.drafting = new Drafting(dependencies.today);
  }

  listen(): void {
    this.handleLifecycle();
    this.handleFileEvents();
    this.handleRequests();
    this.texts.listen(this.connection);
    this.connection.listen();
  }

  private handleLifecycle(): void {
    const { connection } = this;
    connection.onInitialize((params) => this.initialize(params));
    connection.onInitialized(async () => {
      if (this.canAskSettings) {
        await connection.client.register(DidChangeConfigurationNotification.type, { section: SETTINGS_SECTION });
      }
      await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: '**/*' }] });
      await this.language.register();
      connection.workspace.onDidChangeWorkspaceFolders(async ({ added, removed }) => {
        for (const { uri } of removed) {
          this.removeFolder(uri);
        }
        await this.addFolders(added);
      });
      await this.addFolders(this.initialFolders);
    });
    connection.onDidChangeConfiguration(() => this.openFoldersAgain());
    connection.onNotification(TrustGrantedNotification, async () => {
      this.folders.setOptions({ gitNotAllowed: undefined });
      await this.openFoldersAgain();
    });
    connection.onShutdown(() => {
      this.announcements.dispose();
      this.texts.dispose();
      this.folders.dispose();
    });
  }

  private initialize(params: InitializeParams): InitializeResult {
    const options: Partial<InitializationOptions> = params.initializationOptions ?? {};
    translateBy(this.dependencies.translationsFor(params.locale ?? 'en') ?? {});
    this.folders.setOptions({
      gitNotAllowed: options.trusted === false ? notTrusted() : undefined,
      ripgrepPath: options.ripgrepPath,
      cacheFolder: options.cacheFolder,
    });
    this.actionClient.askCommand = options.askCommand;
    this.actionClient.canCreateFiles =
      params.capabilities.workspace?.workspaceEdit?.resourceOperations?.includes('create') ?? false;
    this.diagnostics.checkedElsewhere = options.schemaFormats ?? [];
    this.canAskSettings = params.capabilities.workspace?.configuration === true;
    this.announcements.client = params.capabilities.workspace ?? {};
    this.initialFolders = params.workspaceFolders ?? rootFolder(params);
    return {
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        ...this.language.capabilities(params),
        codeLensProvider: {},
        codeActionProvider: { codeActionKinds: ACTION_KINDS, resolveProvider: true },
        // A client library makes commands of the editor of them, which would be there twice.
        ...(options.carriesOutWork !== true && { executeCommandProvider: { commands: Object.keys(WORK_COMMANDS) } }),
        workspace: {
          workspaceFolders: { supported: true, changeNotifications: true },
          textDocumentContent: { schemes: [DOCUMENT_SCHEME] },
        },
      },
      serverInfo: { name: 'Waymark' },
    };
  }

  private handleFileEvents(): void {
    this.connection.onDidChangeWatchedFiles(({ changes }) => {
      const byFolder = new Map<Folder, string[]>();
      for (const { uri } of changes) {
        const held = this.folders.holding(uri);
        if (held) {
          const paths = byFolder.get(held.folder) ?? [];
          byFolder.set(held.folder, paths);
          paths.push(held.path);
        }
      }
      for (const [folder, paths] of byFolder) {
        folder.engine.filesChanged(paths);
      }
    });
  }

  private handleRequests(): void {
    const { connection, folders } = this;
    connection.onCodeLens(({ textDocument }) => {
      const held = folders.holding(textDocument.uri);
      return held ? codeLenses(held.folder, held.path) : [];
    });
    handleActions(connection, folders, this.texts, this.actionClient, this.messages);
    const edited = (): EditedTexts => ({
      documentOf: (uri) => this.texts.get(uri),
      canCreateFiles: this.actionClient.canCreateFiles,
    });
    handleWork(connection, folders, edited);
    handleStoryPages(connection, folders, edited);
    connection.workspace.textDocumentContent.on(async ({ uri }) => ({ text: await documentText(uri, folders) }));
    connection.onRequest(TreeRequest, (params) => this.rowsOf(params));
    handleBacklog(connection, folders, this.texts, this.actionClient);
    connection.onRequest(ItemsRequest, () => folders.all.flatMap(itemSummaries));
    connection.onRequest(LinksRequest, ({ folder, id }) => {
      const found = folders.find(folder);
      return found ? linksOf(found, id) : [];
    });
    connection.onRequest(RefreshRequest, async () => {
      await Promise.all(folders.all.map((folder) => folder.engine.refresh()));
    });
    connection.onRequest(DraftRequest, (params, token) =>
      this.drafting.answer(folders.find(params.folder), params, abortSignalOf(token)),
    );
    connection.onRequest(ExchangeRequest, (params) => exchange(folders.find(params.folder), params));
    connection.onRequest(CreateSampleRequest, (path) => createSampleWorkspace(path));
  }

  private rowsOf({ view, parent, backlog = {} }: TreeParams): TreeNode[] | Promise<TreeNode[]> {
    const { all } = this.folders;
    switch (view) {
      case 'roadmap':
        return roadmapRows(all, parent, backlogView(backlog));
      case 'unplanned':
        return unplannedRows(all, parent);
      case 'nextUp':
        return this.nextUp.rows(all, parent);
    }
  }

  private async addFolders(added: readonly { uri: string; name: string }[]): Promise<void> {
    for (const { uri, name } of added) {
      const answer: unknown = this.canAskSettings
        ? await this.connection.workspace.getConfiguration({ scopeUri: uri, section: SETTINGS_SECTION })
        : undefined;
      const { settings, problems } = readSettings(answer);
      for (const problem of problems) {
        this.connection.console.warn(problem);
      }
      const folder = this.folders.add(uri, name, settings, problems);
      if (folder) {
        this.texts.giveTo(folder);
      }
    }
    this.announcements.tell(ALL_VIEWS);
  }

  private removeFolder(uri: string): void {
    const folder = this.folders.remove(uri);
    if (folder) {
      this.diagnostics.clear(folder);
      this.announcements.tell(ALL_VIEWS);
    }
  }

  /** Settings or trust are other ones: everything is read anew with them. */
  private async openFoldersAgain(): Promise<void> {
    const open = this.folders.all.map(({ uri, name }) => ({ uri, name }));
    if (open.length === 0) {
      // A client tells its settings once as soon as they are listened to, before any folder is open: nothing is other then.
      return;
    }
    for (const { uri } of open) {
      this.removeFolder(uri);
    }
    await this.addFolders(open);
  }

  private folderChanged(folder: Folder, change: EngineChange): void {
    forgetBacklog(folder);
    this.diagnostics.publish(folder, change.paths);
    if (change.plan || change.history) {
      this.messages.checkAgain();
    }
    const isAnother = change.plan || change.history || change.paths.size > 0;
    // Next up is made of the plan alone.
    this.announcements.tell(change.plan ? ALL_VIEWS : isAnother ? ['roadmap', 'unplanned'] : []);
  }
}
