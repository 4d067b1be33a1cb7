import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  type ExchangeAnswer,
  type ExchangeParams,
  ExchangeRequest,
  type ExchangeRow,
} from '../../src/protocol/messages';
import { withTempFolder, writeFiles } from '../support/tempRepo';
import { fileUri, type TestServer, withServer } from '../support/testServer';

const CSV = 'Key,Summary,Priority,Done by\nPAY-1,Refunds,High,2026-10-15\nPAY-2,Vouchers,Low,soon\n';

/** A conversation in a folder with these files. */
function talk(
  files: Readonly<Record<string, string>>,
  body: (folder: string, say: Say) => Promise<void>,
): Promise<void> {
  return withTempFolder(async (folder) => {
    writeFiles(folder, files);
    await withServer([folder], {}, async (server: TestServer) => {
      await body(folder, (params) =>
        server.client.sendRequest(ExchangeRequest, { folder: fileUri(folder), about: 'import', ...params }),
      );
    });
  });
}

type Say = (params: Partial<ExchangeParams>) => Promise<ExchangeAnswer>;

function rowsOf(answer: ExchangeAnswer): readonly ExchangeRow[] {
  assert.ok('rows' in answer, JSON.stringify(answer));
  return answer.rows;
}

function rowOf(answer: ExchangeAnswer, label: string): ExchangeRow {
  const row = rowsOf(answer).find((each) => each.label === label);
  assert.ok(row, `${label} in ${JSON.stringify(answer)}`);
  return row;
}

describe('a conversation about importing', () => {
  it('shows what each column is taken for, lets it be changed, and ends in a new file', () =>
    talk({ 'jira.csv': CSV }, async (folder, say) => {
      const columns = await say({ file: fileUri(join(folder, 'jira.csv')) });
      assert.deepEqual(
        rowsOf(columns).map(({ label, description }) => `${label}: ${description ?? ''}`),
        [
          'Import as YAML: 2 stories.',
          'Import as Markdown: 2 stories.',
          'Key: id · name',
          'Summary: title · name',
          'Priority: (left out) · unknown',
          'Done by: (left out) · unknown',
        ],
      );
      const fields = await say(rowOf(columns, 'Priority').next);
      const again = await say(rowOf(fields, 'Labels').next);
      assert.equal(rowOf(again, 'Priority').description, 'labels · chosen');
      const made = await say(rowOf(again, 'Import as YAML').next);
      assert.ok('edit' in made);
      assert.equal(made.uri, fileUri(join(folder, 'roadmap.yaml')));
      assert.match(JSON.stringify(made.edit), /"overwrite":false.*title: Refunds\\n {4}labels: \[High\]/);
      assert.equal(existsSync(join(folder, 'roadmap.yaml')), false);
    }));

  it('makes a document that is saved nowhere where there is a roadmap already, in whichever form', () =>
    talk({ 'jira.csv': CSV, 'ROADMAP.md': '- PAY-9 Mine\n' }, async (folder, say) => {
      const made = await say({ file: fileUri(join(folder, 'jira.csv')), to: 'yaml' });
      assert.ok('text' in made);
      assert.match(made.text, /^waymark: 1\n/);
      assert.match(made.sentence, /^2 stories\. There is a roadmap already/);
    }));

  it('says in a sentence why a file is no table', () =>
    talk({ 'numbers.csv': 'a,b\n1,2\n' }, async (folder, say) => {
      const no = await say({ file: fileUri(join(folder, 'numbers.csv')) });
      assert.match('refusal' in no ? no.refusal : '', /^No column names the items/);
      const none = await say({ file: fileUri(join(folder, 'none.csv')) });
      assert.match('refusal' in none ? none.refusal : '', /^This file could not be read: vanished\./);
    }));
});

describe('a conversation about exporting', () => {
  it('ends in a document in the form that was picked', () =>
    talk({ 'roadmap.yaml': 'stories: [{ id: PAY-1, title: Refunds }]\n' }, async (_folder, say) => {
      const forms = await say({ about: 'export' });
      const table = await say(rowOf(forms, 'CSV with semicolons').next);
      assert.match('text' in table ? table.text : '', /^ID;Kind;.*\r\nPAY-1;story;;Refunds;/);
      const markdown = await say(rowOf(forms, 'Markdown').next);
      assert.equal('text' in markdown ? markdown.text : '', '- PAY-1 Refunds\n');
    }));

  it('needs a roadmap', () =>
    talk({ 'a.txt': '' }, async (_folder, say) => {
      assert.deepEqual(await say({ about: 'export' }), { refusal: 'There is no roadmap in this folder to export.' });
    }));
});
