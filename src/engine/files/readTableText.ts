import { isUtf8 } from 'node:buffer';
import { decodeText, readBytes, type ReadResult, utf16Of } from './readText';

/** Letters that Japanese text has and no misread European one: their bytes are rare signs there. */
const KANA = /[\u3041-\u30FA]/;

/**
 * Reads a table that another program wrote, often in the code page of the system: where the bytes are not UTF-8, Japanese is
 * read as Shift_JIS and everything else as Windows-1252. Never throws.
 */
export function readTableText(path: string): ReadResult {
  const bytes = readBytes(path);
  return typeof bytes === 'string' ? { skipped: bytes } : decodeTable(bytes);
}

export function decodeTable(bytes: Buffer): ReadResult {
  const decoded = decodeText(bytes);
  if ('skipped' in decoded || utf16Of(bytes) !== undefined || isUtf8(bytes) || isHardlyDamaged(bytes)) {
    return decoded;
  }
  const japanese = decodedAs('shift_jis', bytes);
  const text = japanese !== undefined && KANA.test(japanese) ? japanese : decodedAs('windows-1252', bytes);
  return text === undefined ? decoded : { text };
}

/** UTF-8 with a few broken letters among many whole ones. */
function isHardlyDamaged(bytes: Buffer): boolean {
  const letters = bytes.toString('utf8').match(/[^\0-\x7F]/gu) ?? [];
  const broken = letters.filter((letter) => letter === '\uFFFD').length;
  return broken * 2 < letters.length;
}

/** undefined: this Node was built without the encoding. */
function decodedAs(encoding: string, bytes: Buffer): string | undefined {
  try {
    const decoder = new TextDecoder(encoding);
    // In one go, Node 20 takes Windows-1252 for Latin-1, which has no €.
    return decoder.decode(bytes, { stream: true }) + decoder.decode();
  } catch {
    return undefined;
  }
}
