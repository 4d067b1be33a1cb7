import { join } from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { systemToday } from '../engine/clock';
import { startServer } from './server';

// The transport stands in the arguments: --stdio for any editor, --node-ipc for the extension.
startServer(createConnection(ProposedFeatures.all), {
  today: systemToday,
  ruleReference: URI.file(join(__dirname, '..', 'docs', 'rules.md')).toString(),
});

// The channel to the extension closes when the editor ends, however it ends; nothing has to look after it.
process.once('disconnect', () => process.exit());
