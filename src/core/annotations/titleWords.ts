/** A title that is longer stands badly in a list. */
const LONGEST_TITLE = 90;

/** Dots that end no sentence stand behind a single letter (`e.g.`), within a name, or behind one of these. */
const SHORT_FORM = /(?:^|[\s(])(?:\p{L}|\p{L}(?:\.\p{L})+|cf|etc|vs|resp|approx|incl|no|fig|sec)$/iu;

/**
 * What a comment or a commit says, as the title of a story: its first sentence, with a capital, and no longer than a list can show.
 *
 * @returns empty where the words say nothing
 */
export function titleOfWords(words: string): string {
  const line = words.trim().replace(/\s+/g, ' ');
  const sentence = firstSentence(line).replace(/^[\s\-–—:;,.*#/]+|[\s\-–—:;,.*/]+$/g, '');
  return /[\p{L}\p{N}]/u.test(sentence) ? capital(shortened(sentence)) : '';
}

function firstSentence(line: string): string {
  for (const { index } of line.matchAll(/[.!?](?=\s)/g)) {
    if (!SHORT_FORM.test(line.slice(0, index))) {
      return line.charAt(index) === '?' ? line.slice(0, index + 1) : line.slice(0, index);
    }
  }
  return line;
}

/** Cut between words. */
function shortened(sentence: string): string {
  if (sentence.length <= LONGEST_TITLE) {
    return sentence;
  }
  const cut = sentence.slice(0, LONGEST_TITLE - 1);
  const end = cut.lastIndexOf(' ');
  return `${(end > LONGEST_TITLE / 2 ? cut.slice(0, end) : cut).replace(/[\s,;:([-]+$/, '')}…`;
}

/** A name that is written in small letters for a reason keeps them: `iOS`, `refund()`, `user_id`. */
function capital(words: string): string {
  const [first = ''] = words.split(' ', 1);
  return /^\p{Ll}[\p{Ll}'’-]*[,:;]?$/u.test(first) ? words.charAt(0).toUpperCase() + words.slice(1) : words;
}
