import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '../../../src/core/findings/registry';

const MANIFEST = join(__dirname, '../../../package.json');
const WORDS = join(__dirname, '../../../package.nls.json');
const SEVERITY = 'waymark.findings.severity';
const THRESHOLDS = 'waymark.findings.thresholds';

type Schema = Record<string, unknown>;
interface Manifest {
  readonly contributes: { readonly configuration: readonly { readonly properties: Record<string, Schema> }[] };
}

/** What the editor completes in the settings: each rule by its code, and each of its thresholds; their words by key. */
function severities({ type, enum: values }: Schema): Schema {
  return Object.fromEntries(RULES.map(({ code }) => [code, { type, enum: values, description: `%rule.${code}%` }]));
}

function thresholds(): Schema {
  const names = RULES.flatMap(({ code, settings = [] }) => settings.map(({ name }) => `${code}.${name}`));
  return Object.fromEntries(names.map((name) => [name, { type: 'number', minimum: 0, description: `%rule.${name}%` }]));
}

function words(): Record<string, string> {
  return Object.fromEntries(
    RULES.flatMap(({ code, title, severity, settings = [] }) => [
      [`rule.${code}`, `${title}. Without a setting: ${severity}.`],
      ...settings.map(({ name, default: value, unit, description }) => [
        `rule.${code}.${name}`,
        `${description} In ${unit}; without a setting: ${value}.`,
      ]),
    ]),
  );
}

describe('The settings of rules', () => {
  it('know every rule and threshold; UPDATE_DOCS=1 writes them again', () => {
    const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8')) as Manifest;
    const texts = JSON.parse(readFileSync(WORDS, 'utf8')) as Record<string, string>;
    const others = Object.entries(texts).filter(([key]) => !key.startsWith('rule.'));
    const group = manifest.contributes.configuration.find(({ properties }) => SEVERITY in properties);
    const [severity, threshold] = [group?.properties[SEVERITY] ?? {}, group?.properties[THRESHOLDS] ?? {}];
    const wanted = [severities(severity['additionalProperties'] as Schema), thresholds()];
    if (process.env['UPDATE_DOCS'] === '1') {
      [severity['properties'], threshold['properties']] = wanted;
      writeFileSync(MANIFEST, `${JSON.stringify(manifest, undefined, 2)}\n`);
      writeFileSync(WORDS, `${JSON.stringify({ ...Object.fromEntries(others), ...words() }, undefined, 2)}\n`);
    }
    assert.deepEqual([severity['properties'], threshold['properties']], wanted);
    const written = JSON.parse(readFileSync(WORDS, 'utf8')) as Record<string, string>;
    assert.deepEqual(written, { ...Object.fromEntries(others), ...words() });
  });
});
