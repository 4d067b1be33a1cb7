import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { FIELDS } from '../../../src/core/roadmap/fields';
import { roadmapJsonSchema } from '../../../src/core/roadmap/jsonSchema';

const FILE = join(__dirname, '../../../schemas/roadmap.schema.json');

describe('The JSON Schema of a roadmap', () => {
  it('is published as the table of fields says; UPDATE_DOCS=1 writes it again', () => {
    const expected = `${JSON.stringify(roadmapJsonSchema(), undefined, 2)}\n`;
    if (process.env['UPDATE_DOCS']) {
      mkdirSync(dirname(FILE), { recursive: true });
      writeFileSync(FILE, expected);
    }
    assert.ok(existsSync(FILE), 'schemas/roadmap.schema.json is missing');
    assert.equal(readFileSync(FILE, 'utf8'), expected);
  });

  it('describes every field of every kind of item', () => {
    const { properties, definitions } = roadmapJsonSchema() as {
      properties: Record<string, { description: string }>;
      definitions: Record<string, { properties: Record<string, { description: string }> }>;
    };
    for (const { name, on, description } of FIELDS) {
      for (const owner of on) {
        const known = owner === 'roadmap' ? properties : definitions[owner]?.properties;
        assert.equal(known?.[name]?.description, description, `${owner}.${name}`);
      }
    }
  });

  it('rejects nothing, so that a mistake is told once, by Waymark and in plain words', () => {
    const checked = [...rejecting(roadmapJsonSchema(), '')];
    assert.deepEqual(checked, []);
  });

  it('offers values beside any others', () => {
    const { definitions } = roadmapJsonSchema() as {
      definitions: Record<string, { properties: Record<string, { anyOf?: { enum?: string[] }[] }> }>;
    };
    const offered = definitions['story']?.properties['status']?.anyOf?.flatMap((each) => each.enum ?? []) ?? [];
    assert.ok(offered.includes('done') && offered.includes('in-progress'));
  });

  it('says in a hover what a field is, how it is written, and what else it is read as', () => {
    const { definitions } = roadmapJsonSchema() as {
      definitions: Record<string, { properties: Record<string, { markdownDescription: string }> }>;
    };
    assert.equal(
      definitions['release']?.properties['freeze']?.markdownDescription,
      'The day after which only fixes go in.\n\nExample: `2026-10-08`\n\nAlso read as `freeze_date`, `code_freeze`.',
    );
  });

  it('refers only to what it defines', () => {
    const schema = roadmapJsonSchema();
    const names = Array.from(JSON.stringify(schema).matchAll(/#\/definitions\/(\w+)/g), ([, name]) => name ?? '');
    assert.ok(names.length > 0);
    assert.deepEqual(
      names.filter((name) => !(name in (schema['definitions'] as object))),
      [],
    );
  });
});

/** Keywords by which no value can fail. `enum` can, unless anything else may stand in its place. */
const HARMLESS: ReadonlySet<string> = new Set(
  '$schema $ref title description markdownDescription properties additionalProperties items anyOf definitions'.split(
    ' ',
  ),
);

/** The places of keywords that can reject a value. */
function* rejecting(schema: object, place: string): Iterable<string> {
  for (const [keyword, value] of Object.entries(schema) as [string, unknown][]) {
    if (keyword === 'anyOf') {
      const options = value as object[];
      if (!options.some((option) => Object.keys(option).length === 0)) {
        yield `${place}/anyOf`;
      }
    } else if (!HARMLESS.has(keyword)) {
      yield `${place}/${keyword}`;
    } else if (keyword === 'properties' || keyword === 'definitions') {
      for (const [name, inner] of Object.entries(value as Record<string, object>)) {
        yield* rejecting(inner, `${place}/${keyword}/${name}`);
      }
    } else if (typeof value === 'object' && value !== null) {
      yield* rejecting(value, `${place}/${keyword}`);
    }
  }
}
