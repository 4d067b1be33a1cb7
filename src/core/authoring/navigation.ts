import { canonicalId } from '../ids/canonicalId';
import type { FileMarks, Mention } from '../model/marks';
import type { Item, Person, Roadmap, WorkItem } from '../model/roadmap';
import type { Place, Span } from '../model/span';
import { mentionOf } from '../trace/evidence';
import { asWork, type Plan } from '../trace/plan';
import type { ReadonlyTrace } from '../trace/trace';
import { declarationOf, holds, isItem, nameAt, type NamePlace, namesIn } from './names';

/** What a name at a place stands for. */
export interface Meaning {
  /** The name as it stands there. */
  readonly span: Span;
  /** What declares it; undefined: nothing does, and only the name itself can be looked for. */
  readonly thing: Item | Person | undefined;
  readonly name: NamePlace | undefined;
}

/** What the name at an offset of a roadmap means; undefined: no name stands there. */
export function meaningInRoadmap(roadmap: Roadmap, offset: number, plan: Plan): Meaning | undefined {
  const name = nameAt(roadmap, offset);
  return name && { span: name.span, thing: declarationOf(name, plan), name };
}

/** The item that a comment or document names at an offset; undefined: none. */
export function meaningInMarks(file: FileMarks, offset: number, trace: ReadonlyTrace): Meaning | undefined {
  const mention = mentionsIn(file).find(({ span }) => holds(span, offset));
  const item = mention && trace.linkOf(mention, file)?.item;
  return item && { span: mention.span, thing: item, name: undefined };
}

/** Where a thing is declared. */
export function declarationPlace(thing: Item | Person, plan: Plan): Place | undefined {
  if (isItem(thing)) {
    return { path: thing.path, span: thing.headline };
  }
  const roadmap = plan.roadmaps.find(({ team }) => team.includes(thing));
  return roadmap && { path: roadmap.path, span: thing.headline };
}

/** All places in roadmaps, code and documents that name the same, each once, in the order of files and lines. */
export function referencesOf(
  { thing, name }: Meaning,
  trace: ReadonlyTrace,
  includeDeclaration: boolean,
): readonly Place[] {
  const { plan } = trace;
  const places: Place[] = [];
  for (const roadmap of plan.roadmaps) {
    for (const other of namesIn(roadmap)) {
      const isSame = thing
        ? declarationOf(other, plan) === thing
        : other.role === name?.role && sameName(other.name, name.name);
      if (isSame && (includeDeclaration || !other.declares)) {
        places.push({ path: other.path, span: other.span });
      }
    }
  }
  const work = thing && isItem(thing) ? asWork(thing) : undefined;
  return once([...places, ...(work ? marksOf(work, trace) : [])]);
}

function marksOf(item: WorkItem, trace: ReadonlyTrace): Place[] {
  const { annotations, references } = trace.evidenceOf(item);
  return [...annotations, ...references].map((link) => ({
    path: link.file.path,
    span: (mentionOf(link) as Mention).span,
  }));
}

function mentionsIn(file: FileMarks): Mention[] {
  return [...file.annotations.flatMap(({ mentions }) => mentions), ...file.references.map(({ mention }) => mention)];
}

function sameName(a: string, b: string): boolean {
  return canonicalId(a).toLowerCase() === canonicalId(b).toLowerCase();
}

function once(places: readonly Place[]): Place[] {
  const byPlace = new Map(places.map((place) => [`${place.span.start} ${place.span.end} ${place.path}`, place]));
  return [...byPlace.values()];
}
