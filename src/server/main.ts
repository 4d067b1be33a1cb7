import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { systemToday } from '../engine/clock';
import { startServer } from './server';
import { readTranslations } from './translations';

// The space for new objects would grow to three times 16 MB while a folder is read for the first time, and stay so. Reading
// takes no longer without.
setFlagsFromString('--semi-space-growth-factor=1');

// The transport stands in the arguments: --stdio for any editor, --node-ipc for the extension.
startServer(createConnection(ProposedFeatures.all), {
  today: systemToday,
  translationsFor: (locale) => readTranslations(join(__dirname, '..', 'l10n'), locale),
  ruleReference: URI.file(join(__dirname, '..', 'docs', 'rules.md')).toString(),
});

// The channel to the extension closes when the editor ends, however it ends; nothing has to look after it.
process.once('disconnect', () => process.exit());
