import type { Position, Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Roadmap, RoadmapFormat } from '../../core/model/roadmap';
import type { Span } from '../../core/model/span';
import type { FieldOwner } from '../../core/roadmap/fields';
import { formatOf, isRoadmapPath, readRoadmap } from '../../core/roadmap/readRoadmap';
import type { Folder } from '../folder';
import type { Folders } from '../folders';
import type { OpenTexts } from '../openTexts';

/** A roadmap file as the client has it open. */
export interface RoadmapDocument {
  readonly folder: Folder;
  /** Relative to the folder. */
  readonly path: string;
  readonly format: RoadmapFormat;
  readonly text: string;
  /** What the front matter of a Markdown file says something of. */
  readonly frontMatter: FieldOwner;
  /** As it was last read, which may be a keystroke ago; undefined: it is not read yet, or is none. */
  readonly planned: Roadmap | undefined;
  /** As the text says. Only what needs the place of everything asks for it: the text may have to be read for it. */
  read(): Roadmap | undefined;
  offsetAt(position: Position): number;
  rangeOf(span: Span): Range;
}

/** Finds the roadmaps among the open documents. */
export class RoadmapDocuments {
  /** What was last read because the plan was behind. */
  private last: { readonly uri: string; readonly text: string; readonly roadmap: Roadmap | undefined } | undefined;

  constructor(
    private readonly folders: Folders,
    private readonly texts: OpenTexts,
  ) {}

  /** undefined: the document is not open, or no roadmap. */
  find(uri: string): RoadmapDocument | undefined {
    const document = this.texts.get(uri);
    const held = document && this.folders.holding(uri);
    if (!document || !held) {
      return undefined;
    }
    const { folder, path } = held;
    if (folder.engine.roadmapText(path) === undefined && !isRoadmapPath(path)) {
      return undefined;
    }
    const text = document.getText();
    const planned = folder.engine.roadmapOf(path);
    return {
      folder,
      path,
      format: formatOf(path),
      text,
      frontMatter: planned?.itemFile ? (planned.work[0]?.kind ?? 'story') : 'roadmap',
      planned,
      read: () => this.read(uri, folder, path, text),
      offsetAt: (position) => document.offsetAt(position),
      rangeOf: (span) => rangeIn(document, span),
    };
  }

  private read(uri: string, { engine }: Folder, path: string, text: string): Roadmap | undefined {
    if (engine.roadmapText(path) === text) {
      return engine.roadmapOf(path);
    }
    if (this.last?.uri !== uri || this.last.text !== text) {
      this.last = { uri, text, roadmap: readRoadmap(path, text, engine.roadmapOf(path)?.itemFile?.folder) };
    }
    return this.last.roadmap;
  }
}

export function rangeIn(document: TextDocument, { start, end }: Span): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}
