import path from 'node:path';
import { URI } from 'vscode-uri';
import type { InitializeParams, Range } from 'vscode-languageserver';
import type { Place, Span } from '../core/model/span';
import type { LineTable } from '../core/model/lineTable';
import type { Engine } from '../engine/engine';
import type { OpenTarget } from '../protocol/messages';
import type { Settings } from '../protocol/settings';

/** One workspace folder: its engine, and the only place where its paths become URIs and its offsets become ranges. */
export interface Folder {
  /** As the client names it. */
  readonly uri: string;
  readonly name: string;
  readonly engine: Engine;
  readonly settings: Settings;
  /** One sentence for each setting whose value makes no sense and whose default is used. */
  readonly settingsProblems: readonly string[];
}

/** undefined: the URI is no file. */
export function pathOfUri(uri: string): string | undefined {
  const parsed = URI.parse(uri);
  return parsed.scheme === 'file' ? parsed.fsPath : undefined;
}

/** The path of a file inside the folder, separated by `/`; undefined: it lies elsewhere. */
export function relativePath(folder: Folder, uri: string): string | undefined {
  const absolute = pathOfUri(uri);
  if (absolute === undefined) {
    return undefined;
  }
  const relative = path.relative(folder.engine.folder, absolute);
  const inside = relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative);
  return inside ? relative.split(path.sep).join('/') : undefined;
}

export function uriOf(folder: Folder, relative: string): string {
  return URI.file(path.resolve(folder.engine.folder, relative)).toString();
}

/** Where a place stands, in the client's words. A file of which nothing is known any more is opened at its beginning. */
export function targetOf(folder: Folder, place: Place): OpenTarget {
  const lines = folder.engine.linesOf(place.path);
  const uri = uriOf(folder, place.path);
  return lines ? { uri, range: rangeOf(lines, place.span) } : { uri };
}

export function rangeOf(lines: LineTable, span: Span): Range {
  const start = lines.positionAt(span.start);
  const end = lines.positionAt(span.end);
  return {
    start: { line: start.line, character: start.column },
    end: { line: end.line, character: end.column },
  };
}

/** A client that knows no workspace folders has at most one. */
export function rootFolder({ rootUri }: InitializeParams): { uri: string; name: string }[] {
  return rootUri ? [{ uri: rootUri, name: path.basename(pathOfUri(rootUri) ?? rootUri) }] : [];
}
