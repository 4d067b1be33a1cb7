/** `feat(api)!:` and the like; a word in brackets alone is a component's name, which says something. */
const KIND = /^(?:build|chore|ci|docs?|feat|feature|fix|hotfix|perf|refactor|revert|style|tests?)(?:\([^)]*\))?!?:\s*/i;

/** Numbers of pull requests and what is said to machines, at the end of a subject. */
const TAIL = /\s*(?:\((?:#\d+|closes\s+#\d+)\)|\[(?:skip ci|ci skip|no ci)\])\s*$/i;

/** What is left where an ID stood: brackets, and what set it off. */
const EMPTY_BRACKETS = /[[({<]\s*[,;]?\s*[\])}>]/g;
const SET_OFF = /^[\s:,;.)\]–—_-]+|[\s:,;.([–—_-]+$/g;
/** Behind `[PAY-12` the bracket that opened before it is left. */
const OPEN_BRACKET = /^[[(](?![^[\](){}]*[\])])\s*/;

/** A commit's subject in the words that say what was done: without the ID that it names and the kind that some teams put before it. */
export function subjectWords(subject: string, id: string): string {
  let words = tidy(subject.split(id).join(' '));
  words = tidy(words.replace(KIND, ''));
  while (TAIL.test(words)) {
    words = tidy(words.replace(TAIL, ''));
  }
  return words;
}

function tidy(words: string): string {
  return words.replace(EMPTY_BRACKETS, ' ').replace(SET_OFF, '').replace(OPEN_BRACKET, '').replace(/\s+/g, ' ');
}
