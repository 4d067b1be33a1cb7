import { setImmediate } from 'node:timers/promises';
import {
  type CompletionParams,
  CompletionRequest,
  type Connection,
  DocumentLinkRequest,
  type DocumentSelector,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  type InitializeParams,
  SelectionRangeRequest,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { explain } from '../../core/authoring/hover';
import { isOfSchema } from '../../core/roadmap/jsonSchema';
import type { InitializationOptions } from '../../protocol/messages';
import type { Folders } from '../folders';
import type { OpenTexts } from '../openTexts';
import { completionList, TRIGGER_CHARACTERS } from './completion';
import { hoverOf, storyQuestion } from './hover';
import { documentLinks, resolveLink } from './links';
import { MENTION_TRIGGERS, Mentions } from './mentions';
import { Navigation } from './navigation';
import { type RoadmapDocument, RoadmapDocuments } from './roadmapDocument';
import { renameClient, Renames } from './rename';
import { documentSymbols, foldingRanges, selectionRanges } from './structure';
import { workspaceSymbols } from './workspaceSymbols';

/** The language of roadmap files: completion, hover, definitions, references, outline, folding, selections and links. */
export class RoadmapLanguage {
  private readonly documents: RoadmapDocuments;
  private readonly navigation: Navigation;
  private readonly renames: Renames;
  private readonly mentions: Mentions;
  private params: InitializeParams | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly folders: Folders,
    private readonly texts: OpenTexts,
  ) {
    this.documents = new RoadmapDocuments(folders, texts);
    this.navigation = new Navigation(folders, texts, this.documents);
    this.renames = new Renames(this.navigation, texts);
    this.mentions = new Mentions(folders, texts);
    this.handleRequests();
  }

  /** What the server says of itself at the start: that which a client lets it say for roadmap files alone is said later. */
  capabilities(params: InitializeParams): ServerCapabilities {
    this.params = params;
    const prepareProvider = params.capabilities.textDocument?.rename?.prepareSupport === true;
    const anywhere = {
      definitionProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      workspaceSymbolProvider: true,
      inlayHintProvider: true,
      renameProvider: prepareProvider ? { prepareProvider } : true,
    };
    return canRegister(params) ? anywhere : { ...anywhere, ...FOR_ROADMAPS };
  }

  /** Registers what only roadmaps have for files that can be some; IDs are named everywhere. */
  async register(): Promise<void> {
    if (!this.params || !canRegister(this.params)) {
      return;
    }
    const { client } = this.connection;
    const options = { documentSelector: ROADMAPS };
    await Promise.all([
      client.register(CompletionRequest.type, { documentSelector: EVERYWHERE, ...FOR_ROADMAPS.completionProvider }),
      client.register(HoverRequest.type, { documentSelector: EVERYWHERE }),
      client.register(DocumentSymbolRequest.type, { ...options, label: 'Waymark' }),
      client.register(FoldingRangeRequest.type, options),
      client.register(SelectionRangeRequest.type, options),
      client.register(DocumentLinkRequest.type, { ...options, ...FOR_ROADMAPS.documentLinkProvider }),
    ]);
  }

  private handleRequests(): void {
    const { connection } = this;
    connection.onCompletion((params) => {
      const document = this.documents.find(params.textDocument.uri);
      return document ? this.completionIn(document, params) : this.mentions.completion(params);
    });
    connection.onHover(async (params) => {
      const { textDocument, position } = params;
      const inRoadmap = await this.onRead(textDocument.uri, (document) => {
        const roadmap = document.read();
        const offset = document.offsetAt(position);
        const about = storyQuestion(document.folder, this.options.linkCommands);
        const hasSchema = this.hasSchema(document);
        const found = roadmap && explain({ ...about, text: document.text, roadmap, offset, hasSchema });
        return { hover: found && hoverOf(found, (span) => document.rangeOf(span)) };
      });
      return (inRoadmap ? inRoadmap.hover : this.mentions.hover(params, this.options.linkCommands)) ?? null;
    });
    connection.languages.inlayHint.on((params) => this.mentions.inlayHints(params));
    connection.onDocumentSymbol(({ textDocument }) => this.onRead(textDocument.uri, documentSymbols));
    connection.onFoldingRanges(({ textDocument }) => this.on(textDocument.uri, foldingRanges));
    connection.onSelectionRanges(({ textDocument, positions }) =>
      this.onRead(textDocument.uri, (document) => selectionRanges(document, positions)),
    );
    connection.onDocumentLinks(({ textDocument }) => this.onRead(textDocument.uri, documentLinks));
    connection.onDocumentLinkResolve((link) => resolveLink(link, this.folders));
    connection.onDefinition(async ({ textDocument, position }) => {
      await this.taken(textDocument.uri);
      return this.definition(textDocument.uri, position);
    });
    connection.onReferences(async ({ textDocument, position, context }) => {
      await this.taken(textDocument.uri);
      return this.navigation.references(textDocument.uri, position, context.includeDeclaration) ?? null;
    });
    connection.onDocumentHighlight(async ({ textDocument, position }) => {
      await this.taken(textDocument.uri);
      return this.navigation.highlights(textDocument.uri, position) ?? null;
    });
    connection.onWorkspaceSymbol(({ query }) => workspaceSymbols(this.folders, query));
    connection.onPrepareRename(async ({ textDocument, position }) => {
      await this.taken(textDocument.uri);
      return this.renames.prepare(textDocument.uri, position);
    });
    connection.onRenameRequest(async ({ textDocument, position, newName }) => {
      await this.taken(textDocument.uri);
      const client = this.params && renameClient(this.params);
      return (client && this.renames.edit(textDocument.uri, position, newName, client)) ?? null;
    });
  }

  private completionIn(document: RoadmapDocument, params: CompletionParams) {
    return completionList(document, params, {
      snippets: this.params?.capabilities.textDocument?.completion?.completionItem?.snippetSupport === true,
      hasSchema: this.hasSchema(document),
      suggestCommand: this.options.suggestCommand,
    });
  }

  private definition(...[uri, position]: Parameters<Navigation['definition']>) {
    const links = this.navigation.definition(uri, position);
    const takesLinks = this.params?.capabilities.textDocument?.definition?.linkSupport === true;
    if (!links || takesLinks) {
      return links ?? null;
    }
    return links.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange }));
  }

  /** For what needs the place of everything. null for documents that are no roadmaps: other providers answer for them. */
  private async onRead<T>(uri: string, answer: (document: RoadmapDocument) => T): Promise<NonNullable<T> | null> {
    await this.taken(uri);
    return this.on(uri, answer);
  }

  /** The engine reads a changed text a turn later, and of a long one only what changed: that is sooner than to read it here. */
  private async taken(uri: string): Promise<void> {
    this.texts.readNow(uri);
    await setImmediate();
    await setImmediate();
  }

  /** For what the text alone tells: a large one is not read at each keystroke for it. */
  private on<T>(uri: string, answer: (document: RoadmapDocument) => T): NonNullable<T> | null {
    const document = this.documents.find(uri);
    return (document && answer(document)) ?? null;
  }

  private get options(): Partial<InitializationOptions> {
    return this.params?.initializationOptions ?? {};
  }

  private hasSchema({ path, format }: RoadmapDocument): boolean {
    return isOfSchema(path) && (this.options.schemaFormats ?? []).some((known) => known === format);
  }
}

const FOR_ROADMAPS = {
  completionProvider: { triggerCharacters: [...new Set([...TRIGGER_CHARACTERS, ...MENTION_TRIGGERS])] },
  hoverProvider: true,
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  documentLinkProvider: { resolveProvider: true },
} satisfies ServerCapabilities;

/** One registration, because a file that is in two is asked about twice. */
const EVERYWHERE: DocumentSelector = [{ scheme: 'file' }, { language: 'scminput' }, { language: 'git-commit' }];

const ROADMAPS: DocumentSelector = [{ scheme: 'file', pattern: '**/*.{yaml,yml,json,jsonc,md,markdown}' }];

function canRegister({ capabilities: { textDocument } }: InitializeParams): boolean {
  return [
    textDocument?.completion,
    textDocument?.hover,
    textDocument?.documentSymbol,
    textDocument?.foldingRange,
    textDocument?.selectionRange,
    textDocument?.documentLink,
  ].every((each) => each?.dynamicRegistration === true);
}
