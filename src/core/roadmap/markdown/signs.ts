/** A sign that stands for a status, where a text begins with one. */
export interface Sign {
  /** A status word that everybody knows. */
  readonly word: string;
  readonly length: number;
}

const SIGNS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    done:
      '✅ ☑ ✔ 🎉 🏁 🟢 🆗 :white_check_mark: :heavy_check_mark: :ballot_box_with_check: :tada: :checkered_flag: ' +
      ':green_circle:',
    'in progress':
      '🚧 🏗 🔄 🔃 🔨 🏃 🟡 :construction: :building_construction: :hammer: :runner: :arrows_counterclockwise: ' +
      ':yellow_circle: :large_yellow_circle:',
    dropped: '❌ ✖ ❎ 🚫 🗑 :x: :heavy_multiplication_x: :negative_squared_cross_mark: :no_entry_sign: :wastebasket:',
    blocked: '⛔ 🛑 ⏸ :no_entry: :octagonal_sign: :stop_sign: :pause_button:',
    planned:
      '⏳ ⌛ 🔜 📅 📆 🗓 📋 🔲 🔳 ⬜ ☐ 💡 ⚪ 💤 :hourglass: :hourglass_flowing_sand: :soon: :calendar: :date: :clipboard: ' +
      ':bulb: :white_circle: :white_large_square: :white_medium_square: :zzz:',
  }).flatMap(([word, signs]) => signs.split(' ').map((sign): [string, string] => [sign, word])),
);

/** Coloured circles also tell how important something is. */
const IMPORTANCE = /^[\s\uE000*_]*(?:very )?(?:low|medium|high|critical|urgent|must|should|could|p\d)(?![\p{L}])/iu;

const SHORTCODE = /^:[a-z0-9_+-]{1,40}:/;

/** The sign at the start of a text. */
export function signAt(text: string): Sign | undefined {
  const first = text.codePointAt(0);
  // Letters, digits and most of punctuation are no signs; this is asked for each line.
  if (first === undefined || (first < 0x2000 && first !== 0x3a)) {
    return undefined;
  }
  const sign = first === 0x3a ? SHORTCODE.exec(text)?.[0] : String.fromCodePoint(first);
  const word = SIGNS.get(sign ?? '');
  if (sign === undefined || word === undefined) {
    return undefined;
  }
  const length = text[sign.length] === '\uFE0F' ? sign.length + 1 : sign.length;
  return IMPORTANCE.test(text.slice(length, length + 40)) ? undefined : { word, length };
}

/** With what joins and colours pictures. */
const DECORATION =
  /^(?:[\s\uE000]*(?:\p{Extended_Pictographic}(?:\uFE0F|\u200D|\p{Emoji_Modifier})*|:[a-z0-9_+-]{1,40}:))+/u;

/** How much of a heading's start are pictures that say nothing. © ® and ™ are words. */
export function decorationLength(text: string): number {
  return /^[\s\uE000]*[©®™]/.test(text) ? 0 : (DECORATION.exec(text.slice(0, 200))?.[0].length ?? 0);
}
