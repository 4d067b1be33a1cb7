const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** Where the line with this offset ends, before its line break. */
export function endOfLine(text: string, from: number): number {
  LINE_END.lastIndex = from;
  return LINE_END.exec(text)?.index ?? text.length;
}

const LINE_END = /[\r\n]/g;

/** As {@link endOfLine}, but never looks beyond the limit: a line of a megabyte may hold a hundred thousand tokens. */
export function endOfLineUpTo(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && text.charCodeAt(at) !== LINE_FEED && text.charCodeAt(at) !== CARRIAGE_RETURN) {
    at++;
  }
  return at;
}

/** Looks back no farther than the line: a search through the whole text would cost its length every time. */
export function startOfLine(text: string, index: number): number {
  let at = index;
  while (at > 0 && text.charCodeAt(at - 1) !== LINE_FEED && text.charCodeAt(at - 1) !== CARRIAGE_RETURN) {
    at--;
  }
  return at;
}
