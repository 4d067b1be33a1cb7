import { FIELDS, type FieldOwner, type FieldSpec, type FieldType } from './fields';
import { RISK_STATUSES } from './statusNames';

/** A part of a JSON Schema, draft 7, as editors read it. */
export type JsonSchema = { readonly [key: string]: unknown };

/** What a list of things holds, by the field's type. */
const LISTS: Readonly<Partial<Record<FieldType, FieldOwner>>> = {
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
};

const TEXT: JsonSchema = { type: ['string', 'number'] };
const DATE: JsonSchema = {
  type: ['string', 'number'],
  pattern: '^\\d{4}(-\\d{1,2}(-\\d{1,2}.*)?|[- ]?[Qq][1-4])?$|^[Qq][1-4][- ]?\\d{4}$',
  patternErrorMessage: 'A date: 2026-08-03, a month 2026-08, or a quarter 2026-Q3.',
};
const LEVEL: JsonSchema = { anyOf: [{ type: 'number', minimum: 1, maximum: 5 }, { type: 'string' }] };
const NAMES: JsonSchema = { anyOf: [TEXT, { type: 'array', items: TEXT }] };

/**
 * The JSON Schema of a roadmap file, for completion and checks in editors. Made from {@link FIELDS}, so it cannot know
 * another field than the reader does. It is milder than the reader: other fields are allowed, since people keep their own.
 */
export function roadmapJsonSchema(): JsonSchema {
  const owners = [...new Set(FIELDS.flatMap(({ on }) => on))].filter((owner) => owner !== 'roadmap');
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Waymark roadmap',
    description: 'A plan of epics, stories and releases that code and commits are linked to.',
    ...objectOf('roadmap'),
    definitions: Object.fromEntries(owners.map((owner) => [owner, objectOf(owner)])),
  };
}

function objectOf(owner: FieldOwner): JsonSchema {
  const fields = FIELDS.filter(({ on }) => on.includes(owner));
  return { type: 'object', properties: Object.fromEntries(fields.map((field) => [field.name, propertyOf(field)])) };
}

function propertyOf(field: FieldSpec): JsonSchema {
  return { description: field.description, ...valueOf(field.type) };
}

function valueOf(type: FieldType): JsonSchema {
  const owner = LISTS[type];
  if (owner !== undefined) {
    return listOf(owner);
  }
  switch (type) {
    case 'names':
    case 'paths':
      return NAMES;
    case 'date':
      return DATE;
    case 'number':
      return { type: 'number' };
    case 'score':
      return { type: 'number', minimum: 1, maximum: 5 };
    case 'level':
      return LEVEL;
    case 'yesNo':
      return { type: 'boolean' };
    case 'riskStatus':
      return { enum: RISK_STATUSES };
    case 'workflow':
      return {
        type: 'object',
        additionalProperties: { enum: ['planned', 'active', 'blocked', 'done', 'dropped'] },
      };
    case 'weights':
      return { type: 'object', additionalProperties: { type: 'number' } };
    case 'roadmap':
      return { type: 'object' };
    default:
      return TEXT;
  }
}

/** A list, or a map by ID; people and criteria may be just words. */
function listOf(owner: FieldOwner): JsonSchema {
  const one = { anyOf: [{ $ref: `#/definitions/${owner}` }, TEXT] };
  return {
    anyOf: [
      { type: 'array', items: one },
      { type: 'object', additionalProperties: one },
    ],
  };
}
