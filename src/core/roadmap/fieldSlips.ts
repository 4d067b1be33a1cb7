import { readDayRange } from './dateWords';
import { fieldAlways, fieldKey, fieldNamed, type FieldOwner, FIELDS, type FieldType, ofEachOwner } from './fields';
import { canHoldThings, isCollection, isSettingOf } from './shapes';
import type { EmptyNode, MapEntry, ValueNode } from './valueNode';

/** Of shorter words nearly every slip is another word: `data` for `date`, `form` for `from`, `core` for `code`. */
const SHORTEST_WORD = 5;

/** Only in a synonym as long as this another letter is a slip; shorter ones are near too many words. */
const LONG_WORD = 8;

/** Words that are a slip away from a name, and that people mean when they write them. */
const OWN_WORDS: ReadonlySet<string> = new Set(
  'issued phrases roles scoping smart stats stores storing talks treat vague'.split(' '),
);

/** The field that an entry plainly means under a misspelt name, one that its value could be of; undefined: it is of its own. */
export function misspeltField(owner: FieldOwner, { key, value }: MapEntry): string | undefined {
  const nearest = nearestFieldName(owner, key);
  const type = nearest === undefined ? undefined : fieldNamed(owner, nearest)?.type;
  return type === undefined || value.kind === 'empty' || couldBe(type, value) ? nearest : undefined;
}

/** Words are no list that is misspelt (`requirement: MUST`), a list is no name, and what is no date was not meant as one. */
function couldBe(type: FieldType, value: StatedNode): boolean {
  switch (type) {
    case 'names':
    case 'paths':
    case 'criteria':
      return value.kind !== 'map';
    case 'date':
      return value.kind === 'scalar' && readDayRange(value.text) !== undefined;
    case 'number':
    case 'score':
    case 'share':
      return value.kind === 'scalar' && /\d/.test(value.text);
    case 'rules':
    case 'components':
      return isSettingOf(type, value);
    case 'weights':
    case 'roadmap':
      return value.kind === 'map';
    case 'days':
    case 'suppressions':
    case 'workflow':
      return isCollection(value);
    case 'epics':
    case 'stories':
    case 'tasks':
    case 'items':
    case 'releases':
    case 'goals':
    case 'risks':
    case 'people':
    case 'metrics':
      return canHoldThings(value);
    default:
      return value.kind === 'scalar';
  }
}

type StatedNode = Exclude<ValueNode, EmptyNode>;

/** The known name or synonym that a misspelt key most likely means. */
export function nearestFieldName(owner: FieldOwner, key: string): string | undefined {
  const asked = `${owner} ${key}`;
  if (!nearestBefore.has(asked)) {
    if (nearestBefore.size >= MOST_REMEMBERED) {
      nearestBefore.clear();
    }
    nearestBefore.set(asked, findNearestName(owner, key));
  }
  return nearestBefore.get(asked);
}

/** A team's own fields stand in every item, and in every version of the file that its history has. */
const nearestBefore = new Map<string, string | undefined>();

const MOST_REMEMBERED = 5_000;

function findNearestName(owner: FieldOwner, key: string): string | undefined {
  const written = fieldKey(key);
  // A key of a team's own is often set apart by these.
  if (/^(?:x[-_]|[_$.])/i.test(key) || OWN_WORDS.has(written) || isKnownElsewhere(key)) {
    return undefined;
  }
  const { canonical, synonyms } = SPELLINGS[owner];
  for (const [word, name] of canonical) {
    if (isSlip(written, word, true)) {
      return name;
    }
  }
  for (const [word, name] of synonyms) {
    if (isSlip(written, word, false)) {
      return name;
    }
  }
  return undefined;
}

/** `goals` in a release is what it says, and no slip of the `goal` of a story. */
function isKnownElsewhere(key: string): boolean {
  return OWNERS.some((owner) => fieldAlways(owner, key) !== undefined);
}

/**
 * Whether one letter too few, too many or wrong, or two that changed places, makes one word of the other, and in a way in which
 * fingers slip: they get the first letter right, and another ending makes another form of a word (`resolver`, `workflows`).
 *
 * @param isCanonical other tools have more names than these: a word that is near a synonym is mostly its own
 */
function isSlip(written: string, known: string, isCanonical: boolean): boolean {
  if (written === known || Math.min(written.length, known.length) < SHORTEST_WORD) {
    return false;
  }
  let at = 0;
  while (at < written.length && written[at] === known[at]) {
    at += 1;
  }
  if (written.length === known.length) {
    const isSwap = written[at] === known[at + 1] && written[at + 1] === known[at];
    return isSwap
      ? written.slice(at + 2) === known.slice(at + 2)
      : at > 0 &&
          at < known.length - 1 &&
          (isCanonical || known.length >= LONG_WORD) &&
          written.slice(at + 1) === known.slice(at + 1);
  }
  if (at === 0) {
    return false;
  }
  return written.length < known.length
    ? written.slice(at) === known.slice(at + 1) && (isCanonical || at < known.length - 1)
    : written.slice(at + 1) === known.slice(at) && (at < known.length || written[at] === written[at - 1]);
}

/** Names and synonyms as the table writes them, by their one spelling. */
const SPELLINGS = ofEachOwner((owner) => {
  const own = FIELDS.filter((spec) => spec.on.includes(owner));
  const spellings = (words: readonly string[]) => new Map(words.map((word) => [fieldKey(word), word]));
  return {
    canonical: spellings(own.map(({ name }) => name)),
    synonyms: spellings(own.flatMap((spec) => [...spec.synonyms])),
  };
});

const OWNERS = [...new Set(FIELDS.flatMap((spec) => spec.on))];
