import { STATUS_CATEGORIES } from '../model/status';
import { FIELDS, type FieldOwner, type FieldSpec, type FieldType } from './fields';
import { RISK_STATUSES } from './statusNames';

/** A part of a JSON Schema, draft-07. */
export type JsonSchema = { readonly [key: string]: unknown };

/**
 * The JSON Schema (draft-07) of a roadmap in YAML or JSON: what editors complete, explain and check by. It lists canonical
 * names only; synonyms and a team's own fields pass it, since the reader takes them.
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
  return /(?:^|\/)(?:roadmap|ROADMAP|Roadmap)\.(?:ya?ml|json)$/.test(path);
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
};

const DEFINED: readonly FieldOwner[] = (Object.keys(TITLES) as FieldOwner[]).filter((owner) => owner !== 'roadmap');

function mappingOf(owner: FieldOwner): JsonSchema {
  const fields = FIELDS.filter((spec) => spec.on.includes(owner));
  return {
    type: 'object',
    additionalProperties: true,
    properties: Object.fromEntries(fields.map((spec) => [spec.name, fieldSchema(spec)])),
  };
}

function fieldSchema(spec: FieldSpec): JsonSchema {
  return {
    title: spec.name,
    description: spec.description,
    markdownDescription: spec.example === '' ? spec.description : `${spec.description}\n\nExample: \`${spec.example}\``,
    ...TYPES[spec.type],
  };
}

const COMMON_STATUSES: readonly string[] = ['todo', 'in-progress', 'in-review'];

/** The names of statuses that whoever completes by the schema offers. */
export const SCHEMA_STATUSES: readonly string[] = [...STATUS_CATEGORIES, ...COMMON_STATUSES];

/** A field may stand there and state nothing yet. */
const WORDS: JsonSchema = { type: ['string', 'number', 'boolean', 'null'] };
const NAMES: JsonSchema = {
  type: ['array', 'string', 'number', 'null'],
  items: { type: ['string', 'number', 'object'] },
};
const LEVEL_WORDS: JsonSchema = { enum: ['low', 'medium', 'high'] };

const TYPES: Readonly<Record<FieldType, JsonSchema>> = {
  text: WORDS,
  name: WORDS,
  names: NAMES,
  paths: NAMES,
  date: { type: ['string', 'integer', 'null'] },
  number: { type: ['number', 'string', 'null'] },
  score: { anyOf: [{ type: 'number', exclusiveMinimum: 0, maximum: 5 }, LEVEL_WORDS, { type: ['string', 'null'] }] },
  level: { anyOf: [{ type: 'number', minimum: 0, maximum: 5 }, LEVEL_WORDS, { type: ['string', 'null'] }] },
  share: { anyOf: [{ type: 'number', minimum: 0, maximum: 100 }, LEVEL_WORDS, { type: ['string', 'null'] }] },
  amount: { type: ['number', 'string', 'null'] },
  progress: { type: ['number', 'string', 'null'] },
  estimate: { type: ['number', 'string', 'null'] },
  // Any word passes: `workflow` and common use know more than these.
  status: { anyOf: [{ enum: STATUS_CATEGORIES }, { enum: COMMON_STATUSES }, WORDS] },
  riskStatus: { anyOf: [{ enum: RISK_STATUSES }, WORDS] },
  yesNo: { type: ['boolean', 'string', 'null'] },
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
  workflow: {
    type: ['object', 'array', 'null'],
    additionalProperties: { anyOf: [{ enum: STATUS_CATEGORIES }, { type: 'array', items: { type: 'string' } }] },
  },
  weights: { type: ['object', 'null'], additionalProperties: { type: 'number' } },
  roadmap: { type: ['object', 'array', 'null'] },
};

/** A list of mappings or words, or a mapping keyed by ID. */
function thingsOf(owner: FieldOwner): JsonSchema {
  const thing = { anyOf: [{ $ref: `#/definitions/${owner}` }, WORDS] };
  return {
    anyOf: [{ type: 'array', items: thing }, { type: 'object', additionalProperties: thing }, { type: 'null' }],
  };
}
