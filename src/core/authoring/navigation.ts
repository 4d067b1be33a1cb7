import { canonicalId } from '../ids/canonicalId';
import { namingAt, namingsOf, namingsOfIn } from '../mentioning/namings';
import type { FileMarks } from '../model/marks';
import type { Item, Person, Roadmap } from '../model/roadmap';
import type { Place, Span } from '../model/span';
import type { Plan } from '../trace/plan';
import type { ReadonlyTrace } from '../trace/trace';
import { declarationOf, isItem, nameAt, type NamePlace, namesIn } from './names';

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

/** The thing that a comment or document names at an offset; undefined: none that the plan knows. */
export function meaningInMarks(file: FileMarks, offset: number, trace: ReadonlyTrace): Meaning | undefined {
  const naming = namingAt(file, offset, trace);
  return naming && { span: naming.span, thing: naming.item, name: undefined };
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
export function referencesOf(meaning: Meaning, trace: ReadonlyTrace, includeDeclaration: boolean): readonly Place[] {
  const { thing } = meaning;
  const inRoadmaps = trace.plan.roadmaps.flatMap((roadmap) =>
    namesOfSame(meaning, roadmap, trace.plan).filter(({ declares }) => includeDeclaration || !declares),
  );
  return once([...inRoadmaps, ...(thing && isItem(thing) ? namingsOf(thing, trace) : [])]);
}

/** A place of one text that names what is asked about. */
export interface Highlight {
  readonly span: Span;
  readonly declares: boolean;
}

/**
 * All places of one text that name the same, in order.
 *
 * @param text a roadmap as it is on the screen, or what was read of any other file
 */
export function highlightsOf(
  meaning: Meaning,
  text: { readonly roadmap: Roadmap } | { readonly marks: FileMarks },
  trace: ReadonlyTrace,
): readonly Highlight[] {
  const { thing } = meaning;
  if ('roadmap' in text) {
    return once(namesOfSame(meaning, text.roadmap, trace.plan))
      .map(({ span, declares }) => ({ span, declares: declares !== undefined }))
      .sort((a, b) => a.span.start - b.span.start);
  }
  const namings = thing && isItem(thing) ? namingsOfIn(thing, text.marks, trace) : [];
  return namings.map(({ span }) => ({ span, declares: false }));
}

function namesOfSame({ thing, name }: Meaning, roadmap: Roadmap, plan: Plan): readonly NamePlace[] {
  return [...namesIn(roadmap)].filter((other) =>
    thing ? declarationOf(other, plan) === thing : other.role === name?.role && sameName(other.name, name.name),
  );
}

function sameName(a: string, b: string): boolean {
  return canonicalId(a).toLowerCase() === canonicalId(b).toLowerCase();
}

/** Of several at one place the first, which is what is declared there. */
function once<T extends Place>(places: readonly T[]): T[] {
  const seen = new Set<string>();
  return places.filter(({ path, span }) => {
    const place = `${span.start} ${span.end} ${path}`;
    const isNew = !seen.has(place);
    seen.add(place);
    return isNew;
  });
}
