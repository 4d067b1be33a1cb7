import type { Location, LocationLink, Position } from 'vscode-languageserver';
import {
  declarationPlace,
  type Meaning,
  meaningInMarks,
  meaningInRoadmap,
  referencesOf,
} from '../../core/authoring/navigation';
import type { Place } from '../../core/model/span';
import { type Folder, rangeOf, uriOf } from '../folder';
import type { Folders } from '../folders';
import type { OpenTexts } from '../openTexts';
import type { RoadmapDocuments } from './roadmapDocument';

/** Leads from a name to what declares it, and to all that name the same: in roadmaps, and in files with marks. */
export class Navigation {
  constructor(
    private readonly folders: Folders,
    private readonly texts: OpenTexts,
    private readonly roadmaps: RoadmapDocuments,
  ) {}

  /** undefined: no name stands there, or nothing declares it. */
  definition(uri: string, position: Position): LocationLink[] | undefined {
    const asked = this.meaningAt(uri, position);
    const place = asked?.meaning.thing && declarationPlace(asked.meaning.thing, asked.folder.engine.trace.plan);
    const target = asked && place && locationOf(asked.folder, place);
    const document = this.texts.get(uri);
    if (!target || !document) {
      return undefined;
    }
    const { span } = asked.meaning;
    return [
      {
        originSelectionRange: { start: document.positionAt(span.start), end: document.positionAt(span.end) },
        targetUri: target.uri,
        targetRange: target.range,
        targetSelectionRange: target.range,
      },
    ];
  }

  references(uri: string, position: Position, includeDeclaration: boolean): Location[] | undefined {
    const asked = this.meaningAt(uri, position);
    return (
      asked &&
      referencesOf(asked.meaning, asked.folder.engine.trace, includeDeclaration).flatMap(
        (place) => locationOf(asked.folder, place) ?? [],
      )
    );
  }

  private meaningAt(
    uri: string,
    position: Position,
  ): { readonly folder: Folder; readonly meaning: Meaning } | undefined {
    this.texts.readNow(uri);
    const roadmap = this.roadmaps.find(uri);
    const held = roadmap ?? this.folders.holding(uri);
    if (!held) {
      return undefined;
    }
    const { folder, path } = held;
    const { trace } = folder.engine;
    const read = roadmap?.read();
    const marks = trace.files.get(path);
    const offset = this.texts.get(uri)?.offsetAt(position);
    if (offset === undefined) {
      return undefined;
    }
    const meaning = read ? meaningInRoadmap(read, offset, trace.plan) : marks && meaningInMarks(marks, offset, trace);
    return meaning && { folder, meaning };
  }
}

function locationOf(folder: Folder, place: Place): Location | undefined {
  const lines = folder.engine.linesOf(place.path);
  return lines && { uri: uriOf(folder, place.path), range: rangeOf(lines, place.span) };
}
