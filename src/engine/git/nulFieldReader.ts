/**
 * Cuts a stream of bytes into records of a fixed number of fields, each field ended by NUL. Bytes are decoded only once
 * whole fields have arrived, so that a letter of several bytes may lie across two chunks.
 *
 * @param onRecords called at most once for each chunk, never with an empty list
 */
export function nulFieldReader(
  fieldsPerRecord: number,
  onRecords: (records: string[][]) => void,
): (chunk: Buffer) => undefined {
  const pending: Buffer[] = [];
  let fields: string[] = [];
  return (chunk) => {
    const end = chunk.lastIndexOf(0);
    if (end < 0) {
      pending.push(chunk);
      return;
    }
    const complete = Buffer.concat([...pending.splice(0), chunk.subarray(0, end)]);
    if (end + 1 < chunk.length) {
      pending.push(chunk.subarray(end + 1));
    }
    fields = fields.concat(decodeFields(complete));
    const records = [];
    let used = 0;
    for (; used + fieldsPerRecord <= fields.length; used += fieldsPerRecord) {
      records.push(fields.slice(used, used + fieldsPerRecord));
    }
    fields = fields.slice(used);
    if (records.length > 0) {
      onRecords(records);
    }
  };
}

const REPLACEMENT = '\uFFFD';

function decodeFields(bytes: Buffer): string[] {
  const text = bytes.toString('utf8');
  return text.includes(REPLACEMENT) ? decodeOneByOne(bytes) : text.split('\0');
}

/** Old commits say nothing of their encoding; a field that is not UTF-8 is most often Latin-1. */
function decodeOneByOne(bytes: Buffer): string[] {
  const fields = [];
  for (let start = 0; start <= bytes.length; ) {
    const nul = bytes.indexOf(0, start);
    const end = nul < 0 ? bytes.length : nul;
    const text = bytes.toString('utf8', start, end);
    fields.push(text.includes(REPLACEMENT) ? bytes.toString('latin1', start, end) : text);
    start = end + 1;
  }
  return fields;
}
