import type { DateValue, Goal, ItemKind, Release, Risk, Roadmap, WorkItem } from '../../../src/core/model/roadmap';
import { formatDay } from '../../../src/core/model/calendar';
import type { Item } from '../../../src/core/model/roadmap';
import type { Problem } from '../../../src/core/model/problem';

/**
 * A roadmap as compact text, so that a case is a file that a person reads: one line for each thing, its fields behind it in a
 * fixed order, then the problems with the words that they stand at.
 */
export function outline(text: string, roadmap: Roadmap | undefined): string {
  if (roadmap === undefined) {
    return 'not a roadmap\n';
  }
  return [...head(roadmap), ...roadmap.goals.map(goal), ...roadmap.releases.map(release)]
    .concat(roadmap.work.flatMap((item) => work(item, 0)))
    .concat(roadmap.risks.map(risk))
    .concat(roadmap.problems.map((each) => problem(text, each)))
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}

function head(roadmap: Roadmap): string[] {
  const { product, vision, keys, workflow, scoring, weights, team } = roadmap;
  return [
    product && `product ${product}`,
    vision && `vision ${vision}`,
    keys && `keys ${names(keys)}`,
    workflow.size > 0 && `workflow ${[...workflow].map(([name, category]) => `${name}=${category}`).join(' ')}`,
    scoring && `scoring ${scoring.name}`,
    Object.keys(weights).length > 0 && `weights ${JSON.stringify(weights)}`,
    ...team.map(
      ({ id, name, emails, capacity }) =>
        `person ${id} "${name}" ${emails.join(' ')}${capacity === undefined ? '' : ` capacity=${capacity}`}`,
    ),
  ].filter((line): line is string => typeof line === 'string');
}

function title(item: Item, kind: ItemKind = item.kind): string {
  return `${kind} ${item.derivedId ? '~' : ''}${item.id} "${item.title}"`;
}

function work(item: WorkItem, depth: number): string[] {
  const parts = [
    title(item),
    item.status && `status=${item.status.name}/${item.status.category}`,
    item.owner && `owner=${item.owner.name}`,
    item.goal && `goal=${item.goal.name}`,
    item.release && `release=${item.release.name}`,
    item.epic && `epic=${item.epic.name}`,
    item.start && `start=${days(item.start)}`,
    item.due && `due=${days(item.due)}`,
    item.estimate && `estimate=${item.estimate.value} ${item.estimate.unit}`,
    ...Object.entries(item.scores).map(([name, score]) => `${name}=${score.value}`),
    item.labels.length > 0 && `labels=${names(item.labels)}`,
    item.depends.length > 0 && `depends=${names(item.depends)}`,
    item.aliases.length > 0 && `aliases=${names(item.aliases)}`,
    ...item.verdicts.map(
      ({ accepted, written, where }) =>
        `${accepted ? 'accepts' : 'rejects'}="${written}"${where === undefined ? '' : ` in ${where}`}`,
    ),
    item.code.length > 0 && `code=${names(item.code)}`,
    item.decisions.length > 0 && `decisions=${names(item.decisions)}`,
    ...item.acceptance.map(({ text, done }) => `accept=${done ? '[x]' : '[ ]'}"${text}"`),
    item.link && `link=${item.link.name}`,
    item.description && `description="${item.description.replaceAll('\n', '\\n')}"`,
    ...others(item),
  ];
  return ['  '.repeat(depth) + joined(parts), ...item.children.flatMap((child) => work(child, depth + 1))];
}

function release(item: Release): string {
  return joined([
    title(item),
    item.status && `status=${item.status.name}/${item.status.category}`,
    item.start && `start=${days(item.start)}`,
    item.date && `date=${days(item.date)}`,
    item.freeze && `freeze=${days(item.freeze)}`,
    ...others(item),
  ]);
}

function goal(item: Goal): string {
  const metrics = item.metrics.map(
    ({ name, unit, baseline, target, current, asOf }) =>
      `metric="${name}" ${baseline?.value}->${target?.value} now ${current?.value} ${unit ?? ''}${asOf ? ` on ${days(asOf)}` : ''}`,
  );
  return joined([title(item), ...metrics, ...others(item)]);
}

function risk(item: Risk): string {
  return joined([
    title(item),
    `status=${item.status}`,
    item.probability && `probability=${item.probability.value}`,
    item.impact && `impact=${item.impact.value}`,
    item.owner && `owner=${item.owner.name}`,
    item.mitigation && `mitigation=${item.mitigation.name}`,
    item.review && `review=${days(item.review)}`,
    item.items.length > 0 && `items=${names(item.items)}`,
    item.code.length > 0 && `code=${names(item.code)}`,
    ...others(item),
  ]);
}

function others(item: Item): string[] {
  return [
    ...item.ignore.map(
      ({ rule, reason, until }) => `ignore=${rule}"${reason ?? ''}"${until ? ` until ${days(until)}` : ''}`,
    ),
    ...item.extras.map(({ name, text }) => `+${name}=${text.replaceAll('\n', '\\n')}`),
  ];
}

function problem(text: string, { code, span, message, suggestion }: Problem): string {
  const line = text.slice(0, span.start).split('\n').length;
  const words = text.slice(span.start, span.end).replaceAll('\n', '\\n');
  return `! ${code} line ${line} «${words}» ${message}${suggestion === undefined ? '' : ` -> ${suggestion}`}`;
}

function names(values: readonly { readonly name: string }[]): string {
  return values.map((value) => value.name).join(',');
}

function days({ first, last }: DateValue): string {
  return first === last ? formatDay(first) : `${formatDay(first)}..${formatDay(last)}`;
}

function joined(parts: readonly (string | false | undefined)[]): string {
  return parts.filter(Boolean).join(' ');
}
