import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type Location,
  type LocationLink,
  type Position,
} from 'vscode-languageserver';
import {
  declarationPlace,
  highlightsOf,
  type Meaning,
  meaningInMarks,
  meaningInRoadmap,
  referencesOf,
} from '../../core/authoring/navigation';
import { isItem } from '../../core/authoring/names';
import type { FileMarks } from '../../core/model/marks';
import type { Roadmap } from '../../core/model/roadmap';
import type { Place } from '../../core/model/span';
import type { LinkedCommit } from '../../core/trace/evidence';
import { asWork } from '../../core/trace/plan';
import { SUBJECT_PLACE } from '../../engine/git/commits';
import { commitUri } from '../documentUris';
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

  /** Places in roadmaps, code and documents, and behind them the commits, newest first. */
  references(uri: string, position: Position, includeDeclaration: boolean): Location[] | undefined {
    const asked = this.meaningAt(uri, position);
    if (!asked) {
      return undefined;
    }
    const { folder, meaning } = asked;
    const { trace } = folder.engine;
    const work = meaning.thing && isItem(meaning.thing) ? asWork(meaning.thing) : undefined;
    return [
      ...referencesOf(meaning, trace, includeDeclaration).flatMap((place) => locationOf(folder, place) ?? []),
      ...(work ? trace.evidenceOf(work).commits.map((link) => commitLocation(folder, link)) : []),
    ];
  }

  /** undefined: no name stands there that the plan knows, and others may highlight the word. */
  highlights(uri: string, position: Position): DocumentHighlight[] | undefined {
    const asked = this.meaningAt(uri, position);
    const document = this.texts.get(uri);
    if (!asked || !document) {
      return undefined;
    }
    const { folder, meaning, roadmap, marks } = asked;
    const text = roadmap ? { roadmap } : marks && { marks };
    return (
      text &&
      highlightsOf(meaning, text, folder.engine.trace).map(({ span, declares }) => ({
        range: { start: document.positionAt(span.start), end: document.positionAt(span.end) },
        kind: declares ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      }))
    );
  }

  /** What stands at a place of a document that the client has open. */
  meaningAt(uri: string, position: Position): NamedPlace | undefined {
    this.texts.readNow(uri);
    const document = this.roadmaps.find(uri);
    const held = document ?? this.folders.holding(uri);
    const offset = this.texts.get(uri)?.offsetAt(position);
    if (!held || offset === undefined) {
      return undefined;
    }
    const { folder, path } = held;
    const { trace } = folder.engine;
    const roadmap = document?.read();
    const marks = trace.files.get(path);
    const meaning = roadmap
      ? meaningInRoadmap(roadmap, offset, trace.plan)
      : marks && meaningInMarks(marks, offset, trace);
    return meaning && { folder, meaning, roadmap, marks };
  }
}

/** A name, what it means, and what was read of the text that it stands in. */
export interface NamedPlace {
  readonly folder: Folder;
  readonly meaning: Meaning;
  /** undefined: the text is no roadmap. */
  readonly roadmap: Roadmap | undefined;
  readonly marks: FileMarks | undefined;
}

/** In the document of a commit the ID where its subject has it, else the whole subject. */
function commitLocation(
  { uri }: Folder,
  { commit: { sha, subject }, mention: { id, written } }: LinkedCommit,
): Location {
  const { line, column } = SUBJECT_PLACE;
  const name = written ?? id;
  const at = subject.indexOf(name);
  const [start, length] = at < 0 ? [column, subject.length] : [column + at, name.length];
  return {
    uri: commitUri(uri, sha),
    range: { start: { line, character: start }, end: { line, character: start + length } },
  };
}

/** undefined: nothing is known of the file any more. */
export function locationOf(folder: Folder, place: Place): Location | undefined {
  const lines = folder.engine.linesOf(place.path);
  return lines && { uri: uriOf(folder, place.path), range: rangeOf(lines, place.span) };
}
