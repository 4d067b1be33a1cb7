import type { Commit } from '../model/commit';
import type { Annotation } from '../model/marks';
import type { Verdict } from '../model/roadmap';
import type { Place } from '../model/span';
import { categoryOf } from '../planning/progress';
import type { CommitFate } from '../trace/commitLog';
import type { Evidence } from '../trace/evidence';
import type { Plan } from '../trace/plan';
import type { ReadonlyTrace } from '../trace/trace';
import { untilJson } from './annotationWords';
import { statusWords } from './itemWords';
import type { Locate } from './locate';
import type { ReadingStatus } from './readingStatus';

/**
 * The join as the command line prints it: `schemaVersion` 1. Fields may be added, never changed. Lines and columns start
 * at 1, columns are UTF-16 units, paths are relative to the folder.
 */
export function traceJson(trace: ReadonlyTrace, status: ReadingStatus, locate: Locate) {
  const { plan } = trace;
  return {
    schemaVersion: 1,
    workspace: {
      head: status.git.available ? status.git.head : null,
      commits: trace.commitCount,
      filesSearched: status.filesSearched,
      filesRead: status.filesRead,
      skipped: status.skipped.map(({ path, reason }) => ({ path, reason })),
    },
    roadmaps: status.roadmaps,
    items: plan.workItems.map((item) => ({
      id: item.id,
      kind: item.kind,
      title: item.title,
      status: item.status?.name ?? statusWords(item, trace),
      category: categoryOf(item, plan),
      parent: plan.parentOf(item)?.id ?? null,
      release: plan.releaseOf(item)?.name ?? null,
      owner: plan.ownerOf(item)?.name ?? null,
      path: item.path,
      line: locate({ path: item.path, span: item.headline }).line + 1,
      ...evidenceJson(trace.evidenceOf(item), trace, locate),
    })),
    unplanned: unplannedJson(trace, locate),
  };
}

function evidenceJson(evidence: Evidence, trace: ReadonlyTrace, locate: Locate) {
  const { plan } = trace;
  return {
    annotations: evidence.annotations.map(({ file, annotation, certainty, accepted }) => ({
      ...placeJson({ path: file.path, span: annotation.span }, locate),
      tag: annotation.tag,
      text: annotation.message,
      ...factsJson(annotation, plan),
      certainty,
      ...acceptedJson(accepted, locate),
    })),
    references: evidence.references.map(({ file, reference, certainty, accepted }) => ({
      ...placeJson({ path: file.path, span: reference.mention.span }, locate),
      role: reference.role,
      via: reference.via,
      within: reference.within ?? null,
      certainty,
      ...acceptedJson(accepted, locate),
    })),
    commits: evidence.commits.map(({ commit, mention, certainty, accepted }) => ({
      sha: commit.sha,
      date: commit.date,
      author: commit.author,
      subject: commit.subject,
      via: mention.via,
      closes: mention.closes,
      certainty,
      ...acceptedJson(accepted, locate),
      ...originJson(commit, trace.fateOf(commit)),
    })),
  };
}

function originJson({ coAuthors, pickedFrom }: Commit, { state, by, undoes, copyOf }: CommitFate) {
  return {
    coAuthors: coAuthors.map(({ name, email }) => ({ name, email })),
    state,
    stateBy: by?.commit.sha ?? null,
    stateCertainty: by?.certainty ?? 'certain',
    reverts: undoes.map(({ commit }) => commit.sha),
    pickedFrom: pickedFrom.at(-1) ?? null,
    copyOf: copyOf?.sha ?? null,
  };
}

function unplannedJson(trace: ReadonlyTrace, locate: Locate) {
  const files = [...trace.files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  return {
    annotations: files.flatMap((file) =>
      file.annotations
        .filter((annotation) => trace.itemsOf(file, annotation).length === 0)
        .map((annotation) => ({
          ...placeJson({ path: file.path, span: annotation.span }, locate),
          tag: annotation.tag,
          text: annotation.message,
          ...factsJson(annotation, trace.plan),
          names: annotation.mentions.map((mention) => mention.id),
        })),
    ),
    unknownIds: trace.unknownIds().map(({ id, evidence }) => ({
      id,
      annotations: evidence.annotations.length,
      references: evidence.references.length,
      commits: evidence.commits.length,
    })),
    commitCount: trace.unplannedCommitCount(),
  };
}

function factsJson({ kind, severity, owner, priority, until, within }: Annotation, plan: Plan) {
  return {
    kind,
    severity,
    owner: owner ?? null,
    priority: priority ?? null,
    until: until ? untilJson(until, plan) : null,
    within: within ?? null,
  };
}

/** Only on links that are certain because the roadmap accepts them: where it does. */
function acceptedJson(accepted: Verdict | undefined, locate: Locate) {
  return accepted && { accepted: placeJson(accepted, locate) };
}

function placeJson(place: Place, locate: Locate) {
  const { line, column } = locate(place);
  return { path: place.path, line: line + 1, column: column + 1 };
}
