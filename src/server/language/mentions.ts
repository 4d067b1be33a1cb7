import {
  type CompletionList,
  type CompletionParams,
  CompletionTriggerKind,
  type Hover,
  type HoverParams,
  type InlayHint,
  type InlayHintParams,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { placeInCode } from '../../core/mentioning/codePlace';
import { TypedComments } from '../../core/mentioning/typedComments';
import { explainMention } from '../../core/mentioning/mentionHover';
import { placeInMessage } from '../../core/mentioning/messagePlace';
import { storyCompletions } from '../../core/mentioning/storyCompletions';
import { titleHints } from '../../core/mentioning/titleHints';
import type { Span } from '../../core/model/span';
import type { Folder } from '../folder';
import type { Folders } from '../folders';
import type { OpenTexts } from '../openTexts';
import { itemOfBranch } from '../overview';
import { toItem } from './completion';
import { hoverOf, storyQuestion } from './hover';
import { folderOfMessage, isCommitMessage } from './messageFolder';
import { rangeIn } from './roadmapDocument';

/** Typing one of these asks for IDs: behind a tag, in its brackets, in a list, behind a prefix. Letters ask by themselves. */
export const MENTION_TRIGGERS: readonly string[] = [' ', '(', '[', ',', '-', '#'];

/** Code, a document or a commit's message as the client has it open. */
interface WrittenDocument {
  readonly document: TextDocument;
  readonly folder: Folder;
  /** Relative to the folder; undefined: a commit's message. */
  readonly path: string | undefined;
}

/** What helps to name items outside of roadmaps. */
export class Mentions {
  private readonly comments = new TypedComments();

  constructor(
    private readonly folders: Folders,
    private readonly texts: OpenTexts,
  ) {}

  /** undefined: no item is named here, so nothing is offered. */
  completion({ textDocument, position, context }: CompletionParams): CompletionList | undefined {
    const written = this.find(textDocument.uri);
    if (!written) {
      return undefined;
    }
    const { document, folder, path } = written;
    const { trace, tags, knownFacts } = folder.engine;
    const text = document.getText();
    const offset = document.offsetAt(position);
    const { vocabulary } = trace.plan;
    const place =
      path === undefined
        ? placeInMessage(text, offset, vocabulary)
        : placeInCode(path, text, offset, { tags, vocabulary, comments: this.comments });
    if (!place || (context?.triggerKind === CompletionTriggerKind.TriggerCharacter && !place.isAskedFor)) {
      return undefined;
    }
    const { codeHistory } = knownFacts;
    const { list, isPart } = storyCompletions(place, { trace, path, codeHistory, branchItem: itemOfBranch(folder) });
    const rangeOf = (span: Span) => rangeIn(document, span);
    const wishes = { snippets: false, hasSchema: false, suggestCommand: undefined };
    return { isIncomplete: isPart, items: list.map((each, index) => toItem({ rangeOf }, each, index, wishes)) };
  }

  /** undefined: no item of the plan is named here. */
  hover({ textDocument, position }: HoverParams, linkCommands: readonly string[] | undefined): Hover | undefined {
    const written = this.find(textDocument.uri);
    const marks = written?.path === undefined ? undefined : written.folder.engine.trace.files.get(written.path);
    if (!written || !marks) {
      return undefined;
    }
    const { document, folder } = written;
    const found = explainMention(marks, document.offsetAt(position), storyQuestion(folder, linkCommands));
    return found && hoverOf(found, (span) => rangeIn(document, span));
  }

  /** Nothing where the setting is off. */
  inlayHints({ textDocument, range }: InlayHintParams): InlayHint[] {
    const written = this.find(textDocument.uri);
    const { trace } = written?.folder.engine ?? {};
    const marks = written?.path === undefined ? undefined : trace?.files.get(written.path);
    if (!written?.folder.settings.inlayHints.enabled || !trace || !marks) {
      return [];
    }
    const { document } = written;
    const seen = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
    return titleHints(document.getText(), marks, seen, trace).map(({ offset, title }) => ({
      position: document.positionAt(offset),
      label: title,
      paddingLeft: true,
    }));
  }

  private find(uri: string): WrittenDocument | undefined {
    const document = this.texts.get(uri);
    if (!document) {
      return undefined;
    }
    if (isCommitMessage(document.languageId)) {
      const folder = folderOfMessage(uri, this.folders);
      return folder && { document, folder, path: undefined };
    }
    const held = this.folders.holding(uri);
    return held && { document, ...held };
  }
}
