import type { FieldSpec } from '../roadmap/fields';
import type { Completion } from './completion';
import { fieldMarkdown } from './fieldWords';
import type { KeyPlace } from './place';
import { fieldsOf, THINGS } from './structure';

/**
 * The names of the fields that may stand at a place and do not stand beside it already. Where a name is half typed, those that
 * begin so, and then those of which another name does: to ask for more would offer fields for the words of a title.
 */
export function fieldCompletions(text: string, place: KeyPlace): readonly Completion[] {
  const typed = place.hasColon ? '' : text.slice(place.word.start, place.word.end).toLowerCase();
  const found = fieldsOf(place.owner)
    .filter((spec) => fitsNotation(spec, place) && !place.present.has(spec.name) && spec.type !== 'roadmap')
    .flatMap((spec): Completion[] => {
      const meant = [spec.name, ...spec.synonyms].find((name) => name.toLowerCase().startsWith(typed));
      const written = place.hasColon ? { text: spec.name } : withValue(spec, place);
      const completion: Completion = {
        label: spec.name,
        kind: 'field',
        detail: meant === spec.name ? undefined : meant,
        documentation: fieldMarkdown(spec, undefined),
        word: place.word,
        text: place.before + written.text,
        snippet: written.snippet === undefined ? undefined : place.before + written.snippet,
        filter: meant ?? spec.name,
        ...(WITH_VALUES.has(spec.name) && { leadsToValues: true }),
      };
      return meant === undefined ? [] : [completion];
    });
  const isOwnName = ({ label, filter }: Completion) => label === filter;
  return [...found.filter(isOwnName), ...found.filter((each) => !isOwnName(each))];
}

/** Fields of which the plan or the folder knows the values; behind others an editor would offer words of the text. */
const WITH_VALUES: ReadonlySet<string> = new Set([
  'status',
  'release',
  'goal',
  'epic',
  'owner',
  'depends',
  'mitigation',
  'code',
  'decisions',
]);

/** A line of Markdown says nothing that needs a list of things, and its title and text are not fields. */
function fitsNotation({ name, type }: FieldSpec, { notation }: KeyPlace): boolean {
  return notation !== 'markdown' || !(type in THINGS || type === 'days' || type === 'text' || name === 'id');
}

/** The name with what is to follow it, so that a value can be typed at once. */
function withValue(
  { name, type }: FieldSpec,
  { notation, column, quote }: KeyPlace,
): { text: string; snippet?: string | undefined } {
  if (notation === 'markdown') {
    return { text: `${name}: ` };
  }
  if (notation === 'block' && type in THINGS && !MAPPINGS.has(type) && quote === undefined) {
    return { text: `${name}:\n${' '.repeat(column + 2)}- ` };
  }
  const key = notation === 'json' && quote === undefined ? `"${name}"` : name;
  return withBrackets(key, `${quote ?? ''}: `, type);
}

/** Mostly written as names with what is said of each. */
const MAPPINGS: ReadonlySet<FieldSpec['type']> = new Set(['workflow', 'weights', 'rules', 'components']);
const LISTS: ReadonlySet<FieldSpec['type']> = new Set(['names', 'paths', 'days']);

function withBrackets(
  name: string,
  colon: string,
  type: FieldSpec['type'],
): { text: string; snippet?: string | undefined } {
  const start = `${name}${colon}`;
  const isMap = MAPPINGS.has(type);
  const isList = LISTS.has(type) || (type in THINGS && !isMap);
  return { text: start, snippet: isList ? `${start}[$0]` : isMap ? `${start}{ $0 }` : undefined };
}
