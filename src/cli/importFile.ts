import { headerKey } from '../core/exchange/columnNames';
import { type ImportedRoadmap, importRoadmap, type WrittenForm } from '../core/exchange/importRoadmap';
import { columnRows, countWords, noteWords } from '../core/exchange/importWords';
import { readTableText } from '../engine/files/readTableText';
import { EXIT, UsageError } from './commandLine';
import { checkOutput, type OutputOptions, writeOutput } from './outputFile';
import type { Terminal } from './terminal';

export interface ImportFileOptions extends OutputOptions {
  readonly to: WrittenForm | undefined;
  readonly map: readonly string[] | undefined;
  readonly keepUnknown: boolean;
  readonly dates: 'day-first' | 'month-first' | undefined;
  readonly dryRun: boolean;
  readonly format: string;
  readonly color: 'auto' | 'always' | 'never';
  readonly quiet: boolean;
}

/** `waymark import`: a roadmap of what another tool exported; exit code 1 when something of it is missing. */
export function runImport(file: string, options: ImportFileOptions, terminal: Terminal): number {
  const to = formOf(options);
  checkOutput(options.dryRun ? { output: undefined, force: false } : options);
  const read = readTableText(file);
  if ('skipped' in read) {
    const why = read.skipped === 'vanished' ? 'does not exist' : `could not be read: ${read.skipped}`;
    throw new UsageError(`The file ${file} ${why}. Name a file of CSV or JSON.`);
  }
  const choices = choicesOf(options.map ?? []);
  const dateOrder =
    options.dates === undefined ? undefined : options.dates === 'day-first' ? 'day first' : 'month first';
  const imported = importRoadmap(read.text, { to, choices, keepUnknown: options.keepUnknown, dateOrder });
  if (typeof imported === 'string') {
    throw new UsageError(
      imported.startsWith('No column') ? `${imported} For example: --map "Summary=title".` : imported,
    );
  }
  checkChoices(imported, choices);
  print(imported, options, terminal);
  return imported.notes.some(({ isLoss }) => isLoss) ? EXIT.findings : EXIT.done;
}

function print(imported: ImportedRoadmap, options: ImportFileOptions, terminal: Terminal): void {
  const { columns, notes, counts } = imported;
  if (options.dryRun && options.format === 'json') {
    terminal.printJson({
      schemaVersion: 1,
      columns: columns.map(columnJson),
      notes,
      counts: Object.fromEntries(counts),
    });
    return;
  }
  const lines = [...tableLines(columnRows(columns)), '', ...noteWords(notes), countWords(counts)];
  if (options.dryRun) {
    terminal.print(lines.map((line) => `${terminal.fit(line)}\n`).join(''));
    return;
  }
  const lost = noteWords(notes.filter(({ isLoss }) => isLoss));
  for (const line of options.quiet ? lost : lines) {
    terminal.warn(line);
  }
  writeOutput(imported.text, options, terminal);
}

function columnJson({ name, field, extra, why, example }: ImportedRoadmap['columns'][number]) {
  return { column: name, field: field ?? null, keptAs: extra ?? null, why, example };
}

const GAP = 2;

function tableLines(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, index) => Math.max(...rows.map((row) => row[index]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, index) => cell.padEnd((widths[index] ?? 0) + GAP))
      .join('')
      .trimEnd(),
  );
}

/** The file's name tells the form where nothing else does. */
function formOf({ to, output }: ImportFileOptions): WrittenForm {
  const isMarkdown = output === undefined ? undefined : /\.(?:md|markdown)$/i.test(output);
  const form = to ?? (isMarkdown === true ? 'markdown' : 'yaml');
  if (isMarkdown !== undefined && isMarkdown !== (form === 'markdown')) {
    throw new UsageError(
      `The file ${output} would not be read as ${form}. Give it a name that ends in ${form === 'yaml' ? '.yaml' : '.md'}.`,
    );
  }
  return form;
}

/** `Column=field`; the last `=` parts them, since names of columns may hold one. */
function choicesOf(maps: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    maps.map((map) => {
      const at = map.lastIndexOf('=');
      if (at < 1) {
        throw new UsageError(`--map takes a column and a field: --map "Summary=title", not ${map}.`);
      }
      const column = map.slice(0, at).trim();
      return [/^#\d+$/.test(column) ? column : headerKey(column), map.slice(at + 1).trim()];
    }),
  );
}

function checkChoices({ columns }: ImportedRoadmap, choices: ReadonlyMap<string, string>): void {
  const known = new Set(columns.flatMap(({ name, index }) => [headerKey(name), `#${index + 1}`]));
  const unknown = [...choices.keys()].find((choice) => !known.has(choice));
  if (unknown !== undefined) {
    const names = columns.map(({ name }) => name).join(', ');
    throw new UsageError(`There is no column ${unknown}. The columns are: ${names}.`);
  }
}
