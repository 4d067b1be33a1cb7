import { FIELDS, type FieldOwner, type FieldSpec, type FieldType, fieldNamed } from '../roadmap/fields';

/** One level down: under a key, or into an entry of a list. */
export type Step = { readonly key: string } | 'entry';

/** What stands where a way down from the top of the file ends. */
export type Inside =
  /** The fields of one thing. */
  | { readonly at: 'fields'; readonly owner: FieldOwner }
  /** A list of things, or a mapping of them by ID. */
  | { readonly at: 'things'; readonly owner: FieldOwner }
  | { readonly at: 'value'; readonly owner: FieldOwner; readonly field: FieldSpec; readonly inList: boolean }
  /** The team's own status names, each with a category. */
  | { readonly at: 'statusNames'; readonly field: FieldSpec };

/** Follows a way down; undefined: nothing is known of what stands there. */
export function insideOf(steps: readonly Step[], top: FieldOwner): Inside | undefined {
  let inside: Inside | undefined = { at: 'fields', owner: top };
  for (const step of steps) {
    inside = inside && (step === 'entry' ? intoEntry(inside) : underKey(inside, step.key));
  }
  return inside;
}

function intoEntry(inside: Inside): Inside | undefined {
  switch (inside.at) {
    case 'things':
      return { at: 'fields', owner: inside.owner };
    case 'value':
      return inside.inList ? undefined : { ...inside, inList: true };
    case 'fields':
      // A file that is a bare list is one of stories.
      return inside.owner === 'roadmap' ? { at: 'fields', owner: 'story' } : undefined;
    case 'statusNames':
      return undefined;
  }
}

function underKey(inside: Inside, key: string): Inside | undefined {
  switch (inside.at) {
    case 'fields':
      return underField(inside.owner, key);
    case 'things':
      // `stories: { id: PAY-1 }` is one story, `stories: { PAY-1: { … } }` a mapping of them.
      return fieldNamed(inside.owner, key) ? underField(inside.owner, key) : { at: 'fields', owner: inside.owner };
    case 'statusNames':
      return { at: 'value', owner: 'roadmap', field: inside.field, inList: false };
    case 'value':
      return undefined;
  }
}

function underField(owner: FieldOwner, key: string): Inside | undefined {
  const field = fieldNamed(owner, key);
  if (!field) {
    // Lists under names that no table knows may hold stories.
    return owner === 'roadmap' ? { at: 'things', owner: 'story' } : undefined;
  }
  if (field.type === 'roadmap') {
    return { at: 'fields', owner: 'roadmap' };
  }
  if (field.type === 'workflow') {
    return { at: 'statusNames', field };
  }
  const things = THINGS[field.type];
  return things ? { at: 'things', owner: things } : { at: 'value', owner, field, inList: false };
}

/** What the fields of these types hold. */
export const THINGS: Readonly<Partial<Record<FieldType, FieldOwner>>> = {
  epics: 'epic',
  stories: 'story',
  tasks: 'task',
  items: 'story',
  releases: 'release',
  goals: 'goal',
  risks: 'risk',
  people: 'person',
  metrics: 'metric',
  criteria: 'criterion',
  suppressions: 'suppression',
  rules: 'rule',
  components: 'component',
};

/** The canonical names that keys mean; keys that mean nothing are left out. */
export function canonicalNames(owner: FieldOwner, keys: Iterable<string>): ReadonlySet<string> {
  return new Set(Array.from(keys, (key) => fieldNamed(owner, key)?.name ?? '').filter((name) => name !== ''));
}

/** The fields that something can have: what it is before what it holds, else in the documentation's order. */
export function fieldsOf(owner: FieldOwner): readonly FieldSpec[] {
  const fields = FIELDS.filter((spec) => spec.on.includes(owner));
  const holds = ({ on }: FieldSpec) => owner !== 'roadmap' && on.includes('roadmap');
  return [...fields.filter((spec) => !holds(spec)), ...fields.filter(holds)];
}
