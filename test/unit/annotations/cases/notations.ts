/** A TypeScript text, what is read from it, and why. */
type Case = readonly [text: string, expected: readonly string[], reason: string];

export const NOTATION_CASES: readonly Case[] = [
  ['// TODO(PAY-12): retry', ['TODO PAY-12 "retry"'], 'an ID in brackets'],
  ['// TODO PAY-12: retry', ['TODO PAY-12 "retry"'], 'an ID before the colon'],
  ['// TODO: PAY-12 retry', ['TODO PAY-12 "retry"'], 'an ID after the colon'],
  ['// TODO retry (PAY-12)', ['TODO PAY-12 "retry"'], 'an ID at the end'],
  ['// TODO[PAY-12] retry', ['TODO PAY-12 "retry"'], 'square brackets'],
  ['// FIXME(@ana, PAY-12, until: 2026-09-30): x', ['FIXME PAY-12 @ana until:2026-09-30 "x"'], 'owner, ID and end'],
  ['// TODO(ana): x', ['TODO @ana "x"'], 'a lone word that is no ID is a person'],
  ['// TODO(PAY-1, PAY-2): x', ['TODO PAY-1 PAY-2 "x"'], 'several IDs'],
  ['// todo: x', ['TODO "x"'], 'lower case before a colon'],
  ['// todo(PAY-1) x', ['TODO PAY-1 "x"'], 'lower case before a bracket'],
  ['// this is on my todo list', [], 'a word in a sentence'],
  ['// the TODO list is long', [], 'capitals in a sentence'],
  ['// no TODOs here', [], 'a longer word'],
  ["const a = 'TODO(PAY-1): x';", [], 'a string'],
  ['const TODO = 1;', [], 'an identifier'],
  ['// TODO: first line\n// and the second', ['TODO "first line and the second"'], 'a message over two lines'],
  ['// TODO: first\n\n// something else', ['TODO "first"'], 'an empty line ends it'],
  ['// TODO: first\n// FIXME: second', ['TODO "first"', 'FIXME "second"'], 'the next tag ends it'],
  ['/*\n * TODO(PAY-1): in a block\n */', ['TODO PAY-1 "in a block"'], 'the signs of a block are none of it'],
  ['/** TODO(PAY-1): short */', ['TODO PAY-1 "short"'], 'the end of a block is none of it'],
  ['call(); // HACK PAY-3 around a bug', ['HACK PAY-3 "around a bug"'], 'a comment behind code'],
  ['// TODO(pay-12): x', ['TODO PAY-12? "x"'], 'the wrong case is probable'],
];
