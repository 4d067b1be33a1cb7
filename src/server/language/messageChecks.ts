import { t } from '../../core/words/t';
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Connection,
  type Diagnostic,
  DiagnosticSeverity,
  type Range,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  insertId,
  lintMessage,
  namingTitle,
  type MessageFault,
  type MessageScene,
} from '../../core/mentioning/commitMessage';
import { commentSignOf } from '../../core/mentioning/messageText';
import { stagedItems } from '../../core/mentioning/stagedItems';
import type { TextChange } from '../../core/edit/textChange';
import type { Span } from '../../core/model/span';
import { branchWork } from '../../core/workflow/branchWork';
import { commentSetting } from '../../engine/git/commentSetting';
import { stagedFiles } from '../../engine/git/stagedFiles';
import { MentionStoryRequest, type MentionStoryResult } from '../../protocol/work';
import type { Folder } from '../folder';
import type { Folders } from '../folders';
import type { OpenTexts } from '../openTexts';
import { folderOfMessage, isCommitMessage } from './messageFolder';

const SEVERITIES: Readonly<Record<MessageFault['kind'], DiagnosticSeverity>> = {
  unknownId: DiagnosticSeverity.Warning,
  spelling: DiagnosticSeverity.Information,
  noId: DiagnosticSeverity.Information,
};

/** What is wrong with the messages of commits that are being written, and how to mend it. */
export class MessageChecks {
  private readonly open = new Set<string>();

  constructor(
    private readonly connection: Connection,
    private readonly folders: Folders,
    private readonly texts: OpenTexts,
  ) {
    texts.follow(
      (document) => {
        if (isCommitMessage(document.languageId)) {
          this.open.add(document.uri);
          void this.check(document);
        }
      },
      (uri) => {
        if (this.open.delete(uri)) {
          void connection.sendDiagnostics({ uri, diagnostics: [] });
        }
      },
    );
    connection.onRequest(MentionStoryRequest, ({ folder, text }) => mentionStory(folders.find(folder), text));
  }

  /** Roadmap, branch or history are others. */
  checkAgain(): void {
    for (const uri of this.open) {
      const document = this.texts.get(uri);
      if (document) {
        void this.check(document);
      }
    }
  }

  /** What can be done with a message; undefined: the document is none. */
  async actionsAt({ textDocument: { uri }, range, context }: CodeActionParams): Promise<CodeAction[] | undefined> {
    const document = this.texts.get(uri);
    if (!document || !this.open.has(uri)) {
      return undefined;
    }
    const folder = folderOfMessage(uri, this.folders);
    const isWanted = (kind: string) =>
      context.only?.some((each) => each === '' || kind === each || kind.startsWith(`${each}.`)) ?? true;
    if (!folder) {
      return [];
    }
    const text = document.getText();
    const scene = await sceneOf(folder, document.languageId, text);
    const change = (each: TextChange) => ({
      changes: { [uri]: [{ range: rangeIn(document, each.span), newText: each.text }] },
    });
    const faults = lintMessage(text, scene).filter(({ span }) => overlap(rangeIn(document, span), range));
    const fixes = faults.flatMap((fault) =>
      fault.fixes.map(
        (fix, index): CodeAction => ({
          title: fix.title,
          kind: CodeActionKind.QuickFix,
          diagnostics: [diagnosticOf(document, fault)],
          ...(index === 0 && { isPreferred: true }),
          edit: change(fix.change),
        }),
      ),
    );
    const inserted = scene.branchItem && insertId(text, scene.branchItem, scene);
    const title = scene.branchItem && namingTitle(scene.branchItem);
    const insertion: CodeAction[] =
      inserted && title !== undefined && fixes.every((fix) => fix.title !== title)
        ? [{ title, kind: CodeActionKind.RefactorRewrite, edit: change(inserted) }]
        : [];
    return [...fixes, ...insertion].filter(({ kind }) => kind !== undefined && isWanted(kind));
  }

  private async check(document: TextDocument): Promise<void> {
    const { uri, version, languageId } = document;
    const text = document.getText();
    const folder = folderOfMessage(uri, this.folders);
    const faults = folder ? lintMessage(text, await sceneOf(folder, languageId, text)) : [];
    // Git may have taken longer than the person: then the newer text is checked already.
    if (this.open.has(uri) && this.texts.get(uri)?.version === version) {
      void this.connection.sendDiagnostics({
        uri,
        version,
        diagnostics: faults.map((fault) => diagnosticOf(document, fault)),
      });
    }
  }
}

async function sceneOf(folder: Folder, languageId: string, text: string): Promise<MessageScene> {
  const { engine } = folder;
  const { trace, finder, head, repository, knownFacts } = engine;
  const staged = repository ? await stagedFiles(repository, engine.folder) : [];
  return {
    plan: trace.plan,
    finder,
    branchItem: head.branch === null ? undefined : branchWork(head.branch, trace.plan, finder),
    stagedItems: () => stagedItems(staged, trace, knownFacts.codeHistory),
    requiresId: false,
    commentSign:
      languageId === 'scminput' ? undefined : commentSignOf(repository && (await commentSetting(repository)), text),
  };
}

/** The message with the ID of the branch's story in it. */
async function mentionStory(folder: Folder | undefined, text: string): Promise<MentionStoryResult> {
  const scene = folder && (await sceneOf(folder, 'scminput', text));
  const item = scene?.branchItem;
  if (!scene || !item) {
    return { refusal: t('The branch names no story of the roadmap; start work on one first.') };
  }
  const change = insertId(text, item, scene);
  return change
    ? { text: text.slice(0, change.span.start) + change.text + text.slice(change.span.end) }
    : { refusal: t('The message names {0} already.', item.id) };
}

function diagnosticOf(document: TextDocument, { kind, span, sentence, remedy }: MessageFault): Diagnostic {
  return {
    range: rangeIn(document, span),
    severity: SEVERITIES[kind],
    source: 'Waymark',
    message: `${sentence} ${remedy}`,
  };
}

function rangeIn(document: TextDocument, { start, end }: Span): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

function overlap(a: Range, b: Range): boolean {
  const isBefore = (x: Range, y: Range) =>
    x.end.line < y.start.line || (x.end.line === y.start.line && x.end.character < y.start.character);
  return !isBefore(a, b) && !isBefore(b, a);
}
