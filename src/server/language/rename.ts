import { existsSync } from 'node:fs';
import path from 'node:path';
import { t } from '../../core/words/t';
import {
  type AnnotatedTextEdit,
  type ChangeAnnotation,
  type InitializeParams,
  LSPErrorCodes,
  type Position,
  type Range,
  type RenameFile,
  ResponseError,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { Refusal } from '../../core/edit/refusal';
import {
  nothingToRename,
  renamableAt,
  type RenameDoubt,
  renameEverywhere,
  type Renaming,
} from '../../core/mentioning/renaming';
import { LineTable } from '../../core/model/lineTable';
import type { Item } from '../../core/model/roadmap';
import { fixScene } from '../fixes/fixContext';
import { type Folder, rangeOf, uriOf } from '../folder';
import type { OpenTexts } from '../openTexts';
import type { Navigation } from './navigation';

/** What a client can do with an edit. */
interface RenameClient {
  /** It asks a person before it makes changes that are marked so. */
  readonly asksBefore: boolean;
  readonly renamesFiles: boolean;
}

export function renameClient({ capabilities: { workspace, textDocument } }: InitializeParams): RenameClient {
  const edits = workspace?.workspaceEdit;
  return {
    asksBefore: edits?.changeAnnotationSupport !== undefined && textDocument?.rename?.honorsChangeAnnotations === true,
    renamesFiles: edits?.resourceOperations?.includes('rename') ?? false,
  };
}

/** Renames IDs of the plan, from any file that names them. What cannot be renamed is an error with one plain sentence. */
export class Renames {
  constructor(
    private readonly navigation: Navigation,
    private readonly texts: OpenTexts,
  ) {}

  /** @throws the sentence that says why nothing can be renamed there */
  prepare(uri: string, position: Position): { readonly range: Range; readonly placeholder: string } {
    const { item, range } = this.itemAt(uri, position);
    return { range, placeholder: item.id };
  }

  /**
   * undefined: nothing has to be changed.
   *
   * @throws the sentence that says why it cannot be renamed so
   */
  edit(uri: string, position: Position, newId: string, client: RenameClient): WorkspaceEdit | undefined {
    const { item, folder } = this.itemAt(uri, position);
    const scene = fixScene(folder, (each) => this.texts.get(each));
    const { trace } = folder.engine;
    const textOf = (file: string) =>
      scene.roadmaps.find((each) => each.path === file)?.text ?? scene.sourceText(file) ?? '';
    const renaming = renameEverywhere(item, newId.trim(), { trace, ...scene, sourceText: textOf });
    if (renaming instanceof Refusal) {
      throw refused(renaming);
    }
    return renaming.files.length === 0 ? undefined : this.workspaceEdit(folder, renaming, textOf, client);
  }

  private itemAt(
    uri: string,
    position: Position,
  ): { readonly item: Item; readonly folder: Folder; readonly range: Range } {
    const named = this.navigation.meaningAt(uri, position);
    const document = this.texts.get(uri);
    if (!named || !document) {
      throw refused(nothingToRename());
    }
    const { start, end } = named.meaning.span;
    const range = { start: document.positionAt(start), end: document.positionAt(end) };
    const item = renamableAt(named.meaning, document.getText(range));
    if (item instanceof Refusal) {
      throw refused(item);
    }
    return { item, folder: named.folder, range };
  }

  private workspaceEdit(
    folder: Folder,
    { files, move }: Renaming,
    textOf: (file: string) => string,
    { asksBefore, renamesFiles }: RenameClient,
  ): WorkspaceEdit {
    const doubts = new Set<RenameDoubt>();
    const documentChanges: (TextDocumentEdit | RenameFile)[] = files.flatMap(({ path: file, changes }) => {
      const lines = LineTable.of(textOf(file));
      const edits = changes.flatMap(({ span, text, doubt }): (TextEdit | AnnotatedTextEdit)[] => {
        const edit: TextEdit = { range: rangeOf(lines, span), newText: text };
        if (doubt === undefined) {
          return [edit];
        }
        if (!asksBefore) {
          return [];
        }
        doubts.add(doubt);
        return [{ ...edit, annotationId: doubt }];
      });
      const uri = uriOf(folder, file);
      return edits.length === 0
        ? []
        : [{ textDocument: { uri, version: this.texts.get(uri)?.version ?? null }, edits }];
    });
    if (move && renamesFiles && !existsSync(path.resolve(folder.engine.folder, move.to))) {
      documentChanges.push({ kind: 'rename', oldUri: uriOf(folder, move.from), newUri: uriOf(folder, move.to) });
    }
    const asked = Object.fromEntries(Array.from(doubts, (doubt) => [doubt, QUESTIONS[doubt]()]));
    return { documentChanges, ...(doubts.size > 0 && { changeAnnotations: asked }) };
  }
}

const QUESTIONS: Readonly<Record<RenameDoubt, () => ChangeAnnotation>> = {
  probable: () => ({
    label: t('Probably this ID'),
    description: t('Written in another letter case, with another separator or with other zeros.'),
    needsConfirmation: true,
  }),
  former: () => ({
    label: t('A former ID'),
    description: t('Still leads to the same item if it stays.'),
    needsConfirmation: true,
  }),
};

function refused({ refusal }: Refusal): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestFailed, refusal);
}
