import { t } from '../words/t';
import { type Day, formatDay, formatDayShort } from '../model/calendar';
import type { Goal, Item, Person, Release, Risk, Roadmap } from '../model/roadmap';
import type { Span } from '../model/span';
import type { StatusCategory } from '../model/status';
import { storiesByRelease } from '../planning/releases';
import { findingsMarkdown, type StoryQuestion, storyMarkdown } from '../mentioning/storyMarkdown';
import { counted } from '../report/itemWords';
import { escapeMarkdown, markdownCode } from '../report/markdown';
import { type Outlook, outlookSentences } from '../report/outlookWords';
import { type FieldOwner, fieldNamed } from '../roadmap/fields';
import type { Plan } from '../trace/plan';
import { fieldMarkdown } from './fieldWords';
import { holds, isItem } from './names';
import { type Meaning, meaningInRoadmap } from './navigation';
import { innermostItem, nameOf } from './outline';
import { placeAt } from './placeAt';
import { kindWord, riskStatusWord } from '../words/names';

/** What a person reads over a word, as Markdown in which every word of the workspace is escaped. */
export interface Explanation {
  readonly span: Span;
  readonly markdown: string;
}

export interface HoverQuestion extends StoryQuestion {
  readonly text: string;
  readonly roadmap: Roadmap;
  readonly offset: number;
  /** Another extension explains fields by the published schema. */
  readonly hasSchema: boolean;
}

/** Explains the name, the status or the field at an offset of a roadmap; undefined: there is nothing to explain. */
export function explain(question: HoverQuestion): Explanation | undefined {
  const { roadmap, offset, trace } = question;
  const meaning = meaningInRoadmap(roadmap, offset, trace.plan);
  const markdown = meaning && wordsOfMeaning(meaning, question);
  if (meaning && markdown !== undefined) {
    return { span: meaning.span, markdown };
  }
  return statusAt(roadmap, offset) ?? (question.hasSchema ? undefined : fieldAt(question));
}

/** undefined: the title of what is declared right here says all. */
function wordsOfMeaning({ thing, name }: Meaning, question: HoverQuestion): string | undefined {
  if (thing === undefined) {
    return name && name.role !== 'item'
      ? t(
          'The {0} {1} is declared nowhere.',
          name.role === 'person' ? t('person') : kindWord(name.role),
          markdownCode(name.name),
        )
      : undefined;
  }
  return isItem(thing) ? itemMarkdown(thing, question) : personMarkdown(thing, question.trace.plan);
}

/** What an item is: its title, then kind, status, owner and dates, what lies ahead, and what is found of it. */
function itemMarkdown(item: Item, question: HoverQuestion): string {
  if (item.kind !== 'release' && item.kind !== 'goal' && item.kind !== 'risk') {
    return storyMarkdown(item, question);
  }
  const { trace, today, findingsOf } = question;
  const facts = otherFacts(item, trace.plan, today).map(escapeMarkdown).join(' · ');
  const ahead = item.kind === 'release' ? outlookMarkdown(item, trace.plan, question) : [];
  const findings = findingsMarkdown(findingsOf(item), question);
  return [`**${escapeMarkdown(nameOf(item))}**`, facts, ...ahead, ...findings].join('\n\n');
}

/** One paragraph, or none. */
function outlookMarkdown(item: Release, plan: Plan, outlook: Outlook): string[] {
  const sentences = outlookSentences(item, plan, outlook);
  return sentences.length === 0 ? [] : [sentences.map(escapeMarkdown).join(' ')];
}

function otherFacts(item: Goal | Release | Risk, plan: Plan, today: Day): string[] {
  switch (item.kind) {
    case 'release': {
      const stories = storiesByRelease(plan).get(item)?.length ?? 0;
      const date = item.date ? [t('due {0}', formatDayShort(item.date.last, today))] : [];
      const freeze = item.freeze ? [t('frozen after {0}', formatDayShort(item.freeze.last, today))] : [];
      return [
        kindWord('release'),
        ...(item.status ? [item.status.name] : []),
        ...date,
        ...freeze,
        counted(stories, 'story'),
      ];
    }
    case 'goal': {
      const metrics = item.metrics.map(({ name, current, target, unit }) =>
        [name, current && `${current.value}`, target && t('of {0}', target.value), unit].filter(Boolean).join(' '),
      );
      return [kindWord('goal'), ...metrics];
    }
    case 'risk':
      return [
        kindWord('risk'),
        riskStatusWord(item.status),
        ...(item.probability ? [t('probability {0}', item.probability.value)] : []),
        ...(item.impact ? [t('impact {0}', item.impact.value)] : []),
        ...(item.owner ? [item.owner.name] : []),
        ...(item.review ? [t('review {0}', formatDay(item.review.last))] : []),
      ];
  }
}

function personMarkdown(person: Person, plan: Plan): string {
  const owned = plan.workItems.filter(({ owner }) => owner && plan.findPerson(owner.name) === person).length;
  const capacity = person.capacity === undefined ? [] : [t('{0} points a sprint', person.capacity)];
  const facts = [...person.emails, ...capacity, t('{0} in this plan', counted(owned, 'item'))];
  return [`**${escapeMarkdown(person.name)}**`, facts.map(escapeMarkdown).join(' · ')].join('\n\n');
}

const CATEGORY_MEANINGS: Readonly<Record<StatusCategory, () => string>> = {
  planned: () => t('nobody works on it yet'),
  active: () => t('somebody works on it'),
  blocked: () => t('something is in its way'),
  done: () => t('it is finished'),
  dropped: () => t('it will not be done'),
};

/** The category that a status counts as. */
function statusAt(roadmap: Roadmap, offset: number): Explanation | undefined {
  const item = innermostItem(roadmap, offset);
  const status = item && 'status' in item && typeof item.status === 'object' ? item.status : undefined;
  if (!status || !holds(status.span, offset)) {
    return undefined;
  }
  const { name, category } = status;
  const meaning = CATEGORY_MEANINGS[category]();
  const markdown =
    name === category
      ? `**${category}**: ${meaning}.`
      : t('{0} counts as {1}: {2}.', markdownCode(name), `**${category}**`, meaning);
  return { span: status.span, markdown };
}

/** The field whose key stands at the offset. */
function fieldAt({ text, roadmap, offset }: HoverQuestion): Explanation | undefined {
  const place = placeAt(roadmap.format, text, offset, roadmap.itemFile ? 'story' : 'roadmap');
  if (place?.kind === 'key' && place.hasColon) {
    return ofField(place.owner, place.word, text);
  }
  const item = innermostItem(roadmap, offset);
  const field = item && [...item.fields].find(([, { key }]) => key && holds(key, offset));
  return item && field?.[1].key && ofField(item.kind, field[1].key, text);
}

function ofField(owner: FieldOwner, { start, end }: Span, text: string): Explanation | undefined {
  const written = text.slice(start, end);
  const field = fieldNamed(owner, written);
  return field && { span: { start, end }, markdown: fieldMarkdown(field, written) };
}
