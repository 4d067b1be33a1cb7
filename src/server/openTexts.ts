import { type Connection, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Folder } from './folder';
import type { Folders } from './folders';
import { LargeDocuments } from './largeDocuments';

/** The texts that the client holds open, each given to the engine of its folder as it changes. */
export class OpenTexts {
  private readonly documents = new TextDocuments(TextDocument);
  private readonly large = new LargeDocuments();

  constructor(private readonly folders: Folders) {
    this.documents.onDidChangeContent(({ document }) => {
      const text = document.getText();
      this.large.changed(document.uri, text.length, () => {
        const held = this.folders.holding(document.uri);
        held?.folder.engine.changeDocument(held.path, text);
      });
    });
    this.documents.onDidClose(({ document }) => {
      this.large.forget(document.uri);
      const held = this.folders.holding(document.uri);
      held?.folder.engine.closeDocument(held.path);
    });
  }

  /** Calls back with each text that is opened or changed, and with the URI of each that is closed. */
  follow(onChange: (document: TextDocument) => void, onClose: (uri: string) => void): void {
    this.documents.onDidChangeContent(({ document }) => onChange(document));
    this.documents.onDidClose(({ document }) => onClose(document.uri));
  }

  listen(connection: Connection): void {
    this.documents.listen(connection);
  }

  /** undefined: the client does not hold it open. */
  get(uri: string): TextDocument | undefined {
    return this.documents.get(uri);
  }

  /** For an answer that must be about the text as it is. */
  readNow(uri: string): void {
    this.large.readNow(uri);
  }

  /** A folder that was opened later than its documents. */
  giveTo(folder: Folder): void {
    for (const document of this.documents.all()) {
      const held = this.folders.holding(document.uri);
      if (held?.folder === folder) {
        folder.engine.changeDocument(held.path, document.getText());
      }
    }
  }

  dispose(): void {
    this.large.dispose();
  }
}
