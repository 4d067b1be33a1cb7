import { t } from '../words/t';
import { parse } from 'csv-parse/sync';
import { headerAt } from './columnNames';
import { readJsonTable } from './jsonTable';
import { loss, type Note, type Table, type TableRow } from './table';

/**
 * Reads a table from CSV with any usual delimiter, or from JSON. Never throws: what cannot be read is a note with its line, and
 * the rest is read. Reading takes time in proportion to the text's length.
 */
export function readTable(text: string): Table {
  const plain = text.replace(/^\uFEFF/, '').replaceAll('\0', '');
  return /^\s*[[{]/.test(plain) ? (readJsonTable(plain) ?? readCsv(plain)) : readCsv(plain);
}

function readCsv(text: string): Table {
  // Excel's own way to say what parts the cells.
  const stated = /^sep=(.)\r?\n/i.exec(text);
  const firstLine = stated ? 2 : 1;
  const body = stated ? text.slice(stated[0].length) : text;
  const notes: Note[] = [];
  const records = recordsIn(body, stated?.[1] ?? delimiterOf(body), firstLine, notes).filter(({ cells }) =>
    cells.some((cell) => cell !== ''),
  );
  const at = headerAt(records.map(({ cells }) => cells));
  const [head, ...rows] = records.slice(at);
  const header = withoutEmptyTail(head?.cells ?? []);
  return { header, rows: rows.map((row) => fitted(row, header.length, notes)), notes };
}

/** So often reading starts anew behind a quote that is never closed; then broken records are read line by line. */
const MOST_RESTARTS = 5;

function recordsIn(text: string, delimiter: string, firstLine: number, notes: Note[]): TableRow[] {
  const records: TableRow[] = [];
  let rest = text;
  let line = firstLine;
  for (let restarts = 0; rest !== ''; restarts += 1) {
    const part = readPart(rest, delimiter);
    const isLast = restarts >= MOST_RESTARTS;
    for (const [index, record] of part.entries()) {
      if (!record.isBroken) {
        records.push({ line: line + record.line - 1, cells: record.cells });
        continue;
      }
      notes.push(
        loss(line + record.line - 1, t('A quotation mark is opened and never closed, so this row was left out.')),
      );
      const lines = linesOf(rest, record.line, part[index + 1]?.line);
      if (!isLast) {
        line += record.line;
        rest = lines.rest;
        break;
      }
      for (const [offset, single] of lines.own.entries()) {
        const [only] = readPart(single, delimiter);
        if (only && !only.isBroken) {
          records.push({ line: line + record.line + offset, cells: only.cells });
        }
      }
    }
    if (isLast || part.every((record) => !record.isBroken)) {
      break;
    }
  }
  return records;
}

interface ReadRecord extends TableRow {
  /** A quote was opened in it that is not closed where a cell may end. */
  readonly isBroken: boolean;
}

/** The records of a text, as they come. Where the last one never ends, it is broken. */
function readPart(text: string, delimiter: string): ReadRecord[] {
  const records: ReadRecord[] = [];
  let start = 1;
  const take = ({ record, raw }: RawRecord, { lines }: { readonly lines: number }) => {
    const isBroken = lines > start && record.some((cell) => isOverrun(cell, raw));
    records.push({ line: start, cells: record.map((cell) => cell.trim()), isBroken });
    start = lines + 1;
  };
  try {
    parse(text, {
      delimiter,
      raw: true,
      relax_column_count: true,
      relax_quotes: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      on_record: (record: unknown, info) => {
        take(record as RawRecord, info);
        return undefined;
      },
    });
  } catch {
    records.push({ line: start, cells: [], isBroken: true });
  }
  return records;
}

interface RawRecord {
  readonly record: readonly string[];
  /** As it stands in the text. */
  readonly raw: string;
}

/** A cell whose opening quote has no closing one before a delimiter keeps the quote, and runs on into other lines. */
function isOverrun(cell: string, raw: string): boolean {
  return cell.startsWith('"') && cell.includes('\n') && !raw.includes(`"${cell.replaceAll('"', '""')}"`);
}

/** The lines of a record behind its first, and everything behind that first line. */
function linesOf(text: string, line: number, nextLine: number | undefined): { own: readonly string[]; rest: string } {
  let offset = 0;
  for (let passed = 0; passed < line; passed += 1) {
    const end = text.indexOf('\n', offset);
    offset = end < 0 ? text.length : end + 1;
  }
  const rest = text.slice(offset);
  return { own: nextLine === undefined ? rest.split('\n') : rest.split('\n', nextLine - line - 1), rest };
}

const DELIMITERS = [',', ';', '\t', '|'];

/** What parts the cells of the first lines: the sign that stands most often outside of quotes. */
function delimiterOf(text: string): string {
  const counts = new Map<string, number>(DELIMITERS.map((sign) => [sign, 0]));
  let isQuoted = false;
  for (const sign of text.slice(0, LOOKED_AT)) {
    if (sign === '"') {
      isQuoted = !isQuoted;
    } else if (!isQuoted && counts.has(sign)) {
      counts.set(sign, (counts.get(sign) ?? 0) + 1);
    } else if (sign === '\n' && !isQuoted && [...counts.values()].some((count) => count > 0)) {
      break;
    }
  }
  return DELIMITERS.reduce((best, sign) => ((counts.get(sign) ?? 0) > (counts.get(best) ?? 0) ? sign : best), ',');
}

const LOOKED_AT = 100_000;

function withoutEmptyTail(header: readonly string[]): readonly string[] {
  let length = header.length;
  while (length > 0 && header[length - 1] === '') {
    length -= 1;
  }
  return header.slice(0, length);
}

function fitted({ line, cells }: TableRow, width: number, notes: Note[]): TableRow {
  if (cells.slice(width).some((cell) => cell !== '')) {
    notes.push(
      loss(line, t('This row has {0} cells where the header has {1}; the surplus was left out.', cells.length, width)),
    );
  }
  return { line, cells: Array.from({ length: width }, (_, index) => cells[index] ?? '') };
}
