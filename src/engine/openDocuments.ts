/** Texts that an editor holds open, by path relative to the folder. They win over what is on disk. */
export class OpenDocuments {
  private readonly texts = new Map<string, string>();

  get(path: string): string | undefined {
    return this.texts.get(path);
  }

  set(path: string, text: string): void {
    this.texts.set(path, text);
  }

  delete(path: string): boolean {
    return this.texts.delete(path);
  }

  /** Those in a folder. */
  below(folder: string): string[] {
    return [...this.texts.keys()].filter((path) => path.startsWith(`${folder}/`));
  }

  paths(): IterableIterator<string> {
    return this.texts.keys();
  }
}
