import { STATUS_CATEGORIES } from '../model/status';
import { FIELDS, type FieldOwner, type FieldSpec, type FieldType } from './fields';
import { RULE_SEVERITIES } from '../model/finding';
import { RISK_STATUSES } from './statusNames';

/** A part of a JSON Schema, draft-07. */
export type JsonSchema = { readonly [key: string]: unknown };

/**
 * The JSON Schema (draft-07) of a roadmap in YAML or JSON: what editors complete and explain by. It lists canonical names only. It
 * rejects nothing, since the reader takes nearly every shape and points at what it cannot take: a mistake is told once, in plain
 * words, and not a second time by the extension that checks by the schema.
 */
export function roadmapJsonSchema(): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Waymark roadmap',
    description: 'Epics, stories, releases, goals and risks of a product, linked to its code and commits by Waymark.',
    ...mappingOf('roadmap'),
    definitions: Object.fromEntries(DEFINED.map((owner) => [owner, { title: TITLES[owner], ...mappingOf(owner) }])),
  };
}

/** Whether editors take the schema for a file of this path, as the package's manifest tells them. */
export function isOfSchema(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return schemaFileNames('yaml').includes(name) || schemaFileNames('json').includes(name);
}

/** The manifest lists names letter by letter: there, letter case counts, and a name holds for every folder. */
const SPELLINGS: readonly string[] = ['roadmap', 'ROADMAP', 'Roadmap', 'RoadMap'];
const SCHEMA_ENDINGS = { yaml: ['yaml', 'yml'], json: ['json'] } as const satisfies Record<string, readonly string[]>;

/** The names of files that editors take the schema for. */
export function schemaFileNames(format: 'yaml' | 'json'): readonly string[] {
  return SPELLINGS.flatMap((name) => SCHEMA_ENDINGS[format].map((ending) => `${name}.${ending}`));
}

const TITLES: Readonly<Record<FieldOwner, string>> = {
  roadmap: 'Roadmap',
  epic: 'Epic',
  story: 'Story',
  task: 'Task',
  release: 'Release',
  goal: 'Goal',
  risk: 'Risk',
  person: 'Person',
  metric: 'Metric',
  criterion: 'Acceptance criterion',
  suppression: 'Ignored finding',
  rule: 'Rule',
  component: 'Component',
};

const DEFINED: readonly FieldOwner[] = (Object.keys(TITLES) as FieldOwner[]).filter((owner) => owner !== 'roadmap');

function mappingOf(owner: FieldOwner): JsonSchema {
  const fields = FIELDS.filter((spec) => spec.on.includes(owner));
  return {
    properties: Object.fromEntries(fields.map((spec) => [spec.name, fieldSchema(spec)])),
  };
}

function fieldSchema(spec: FieldSpec): JsonSchema {
  return {
    title: spec.name,
    description: spec.description,
    markdownDescription: [
      spec.description,
      ...(spec.example === '' ? [] : [`Example: \`${spec.example}\``]),
      ...(spec.synonyms.length === 0 ? [] : [`Also read as ${someOf(spec.synonyms)}.`]),
    ].join('\n\n'),
    ...TYPES[spec.type],
  };
}

function someOf(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).map((name) => `\`${name}\``);
  return names.length > MOST_NAMES ? `${shown.join(', ')} and others` : shown.join(', ');
}

const MOST_NAMES = 4;

const COMMON_STATUSES: readonly string[] = ['todo', 'in-progress', 'in-review'];

/** The names of statuses that whoever completes by the schema offers. */
export const SCHEMA_STATUSES: readonly string[] = [...STATUS_CATEGORIES, ...COMMON_STATUSES];

/** Whatever stands there passes. */
const ANYTHING: JsonSchema = {};

const TYPES: Readonly<Record<FieldType, JsonSchema>> = {
  text: ANYTHING,
  name: ANYTHING,
  names: { items: ANYTHING },
  paths: { items: ANYTHING },
  date: ANYTHING,
  number: ANYTHING,
  score: offering(['low', 'medium', 'high']),
  level: offering(['low', 'medium', 'high']),
  share: offering(['low', 'medium', 'high']),
  amount: ANYTHING,
  progress: ANYTHING,
  estimate: ANYTHING,
  // `workflow` and common use know more than these.
  status: offering(SCHEMA_STATUSES),
  riskStatus: offering(RISK_STATUSES),
  yesNo: offering([true, false]),
  epics: thingsOf('epic'),
  stories: thingsOf('story'),
  tasks: thingsOf('task'),
  items: thingsOf('story'),
  releases: thingsOf('release'),
  goals: thingsOf('goal'),
  risks: thingsOf('risk'),
  people: thingsOf('person'),
  metrics: thingsOf('metric'),
  criteria: thingsOf('criterion'),
  suppressions: thingsOf('suppression'),
  rules: thingsOf('rule'),
  severity: offering(RULE_SEVERITIES),
  components: thingsOf('component'),
  days: { items: ANYTHING },
  workflow: { additionalProperties: offering(STATUS_CATEGORIES) },
  weights: { additionalProperties: ANYTHING },
  roadmap: { $ref: '#' },
};

/** Values that are offered; others pass too. */
function offering(values: readonly unknown[]): JsonSchema {
  return { anyOf: [{ enum: values }, ANYTHING] };
}

/** A list, or a mapping keyed by ID; words pass in their place. */
function thingsOf(owner: FieldOwner): JsonSchema {
  const thing = { $ref: `#/definitions/${owner}` };
  return { items: thing, additionalProperties: thing };
}
