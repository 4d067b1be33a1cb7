/** A table of another tool, whichever way it was written. */
export interface Table {
  /** As written; a name may stand there more than once. */
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
  /** What could not be read, in the order of the lines. */
  readonly notes: readonly Note[];
}

export interface TableRow {
  /** Counted from 1; of an entry of JSON its place in the list. */
  readonly line: number;
  /** As many as the header has, without blanks around them. */
  readonly cells: readonly string[];
}

/** One sentence for the person about something that is not as one would expect. */
export interface Note {
  /** undefined: it is about the table as a whole. */
  readonly line: number | undefined;
  readonly message: string;
  /** Something of the table is missing in the result, against the person's wish. */
  readonly isLoss: boolean;
}

export function loss(line: number | undefined, message: string): Note {
  return { line, message, isLoss: true };
}

export function remark(message: string, line?: number): Note {
  return { line, message, isLoss: false };
}
