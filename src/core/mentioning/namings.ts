import { canonicalId } from '../ids/canonicalId';
import type { Annotation, Certainty, FileMarks, Mention, Until } from '../model/marks';
import type { Item } from '../model/roadmap';
import type { Place } from '../model/span';
import { asWork, type Plan } from '../trace/plan';
import type { ReadonlyTrace } from '../trace/trace';

/** A place in code or a document that names a thing of the plan. */
export interface Naming extends Place {
  readonly item: Item;
  /** As the text has it; the whole range where one names it. */
  readonly written: string;
  /** `certain` also where a person accepted what is only probable by itself. */
  readonly certainty: Certainty;
}

/** All places of one file that name something that the plan knows, in no order; what a person rejected is left out. */
function* namingsIn(file: FileMarks, trace: ReadonlyTrace): Generator<Naming> {
  for (const annotation of file.annotations) {
    for (const mention of annotation.mentions) {
      yield* namingBy(mention, annotation.certainty, file, trace);
    }
    yield* namingByUntil(annotation, file, trace.plan);
  }
  for (const { mention } of file.references) {
    yield* namingBy(mention, 'certain', file, trace);
  }
}

/** What stands in code or a document at an offset, or ends there; undefined: nothing that the plan knows. */
export function namingAt(file: FileMarks, offset: number, trace: ReadonlyTrace): Naming | undefined {
  for (const naming of namingsIn(file, trace)) {
    if (naming.span.start <= offset && offset <= naming.span.end) {
      return naming;
    }
  }
  return undefined;
}

/** All places in code and documents that name a thing, each once, by path and then by place. */
export function namingsOf(item: Item, trace: ReadonlyTrace): readonly Naming[] {
  const paths = [...filesThatMayName(item, trace)].sort();
  return paths.flatMap((path) => {
    const file = trace.files.get(path);
    return file ? namingsOfIn(item, file, trace) : [];
  });
}

/** The places of one file that name a thing, each once, in the order of the text. */
export function namingsOfIn(item: Item, file: FileMarks, trace: ReadonlyTrace): readonly Naming[] {
  const found = [...namingsIn(file, trace)].filter((naming) => naming.item === item);
  const byPlace = new Map(found.map((naming) => [`${naming.span.start} ${naming.span.end}`, naming]));
  return [...byPlace.values()].sort((a, b) => a.span.start - b.span.start);
}

/** Ends that annotations state are in no index: they are looked through. */
function filesThatMayName(item: Item, trace: ReadonlyTrace): ReadonlySet<string> {
  const names = [...(item.derivedId ? [] : [item.id]), ...(asWork(item)?.aliases.map(({ name }) => name) ?? [])];
  const paths = new Set<string>();
  for (const id of names.map(canonicalId)) {
    for (const naming of [id, ...trace.namingsOf(id)]) {
      for (const path of trace.filesNaming(naming)) {
        paths.add(path);
      }
    }
  }
  for (const { path, annotations } of trace.files.values()) {
    if (annotations.some(({ until }) => until !== undefined && untilItem(until, trace.plan) === item)) {
      paths.add(path);
    }
  }
  return paths;
}

function* namingBy(mention: Mention, atMost: Certainty, file: FileMarks, trace: ReadonlyTrace): Generator<Naming> {
  const { id, written, span, certainty } = mention;
  const link = trace.linkOf(mention, file);
  if (link) {
    const isSure = link.certainty === 'certain' && (atMost === 'certain' || link.accepted !== undefined);
    yield { path: file.path, span, written, item: link.item, certainty: isSure ? 'certain' : 'probable' };
    return;
  }
  // Releases, goals and risks are no work, so nothing is linked to them, but they are named all the same.
  const other = certainty === 'certain' ? trace.plan.find(id) : undefined;
  if (other && !asWork(other)) {
    yield { path: file.path, span, written, item: other, certainty: atMost };
  }
}

function* namingByUntil({ until, certainty }: Annotation, { path }: FileMarks, plan: Plan): Generator<Naming> {
  const item = until && untilItem(until, plan);
  if (until && item) {
    const isAsWritten = until.id === undefined || canonicalId(until.text) === canonicalId(until.id);
    yield { path, span: until.span, written: until.text, item, certainty: isAsWritten ? certainty : 'probable' };
  }
}

function untilItem({ id, text }: Until, plan: Plan): Item | undefined {
  return id === undefined ? plan.findRelease(text) : plan.find(id);
}
