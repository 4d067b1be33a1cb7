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
