import assert from 'node:assert/strict';
import { itemOfState, messageFromPage } from '../../../src/extension/storyPage/pageMessages';

const item = { folder: 'file:///acme', id: 'PAY-12' };
const link = { folder: 'file:///acme', item: 'PAY-12', written: 'pay-12', where: 'a.ts' };
const range = { start: { line: 1, character: 3 }, end: { line: 1, character: 5 } };

describe('What a story page asks of the extension', () => {
  for (const message of [
    { kind: 'ready' },
    { kind: 'actions' },
    { kind: 'open', target: { kind: 'open', open: { uri: 'file:///acme/a.ts', range } }, beside: false },
    { kind: 'open', target: { kind: 'rule', code: 'WM203' }, beside: true },
    { kind: 'open', target: { kind: 'fixes', open: { uri: 'file:///acme/a.ts', range } }, beside: false },
    { kind: 'open', target: { kind: 'judge', accepted: true, link }, beside: false },
    { kind: 'tick', criterion: 1, text: 'It is paid once', done: true },
  ]) {
    it(`is done: ${JSON.stringify(message)}`, () => assert.deepEqual(messageFromPage(message), message));
  }

  it('is done where it leads to another story', () => {
    const message = { kind: 'open', target: { kind: 'story', item }, beside: false };
    assert.deepEqual(messageFromPage(message), message);
  });

  for (const message of [
    undefined,
    'ready',
    { kind: 'delete' },
    { kind: 'open' },
    { kind: 'open', target: { kind: 'command', command: 'evil' } },
    { kind: 'open', target: { kind: 'open', open: { uri: 7 } } },
    { kind: 'open', target: { kind: 'open', open: { uri: 'file:///a', range: { start: 1, end: 2 } } } },
    { kind: 'open', target: { kind: 'story', item: { folder: 1 } } },
    { kind: 'open', target: { kind: 'fixes' } },
    { kind: 'open', target: { kind: 'judge', accepted: 'yes', link } },
    { kind: 'open', target: { kind: 'judge', accepted: true, link: { ...link, where: 7 } } },
    { kind: 'tick', criterion: '1', text: 'a', done: true },
    { kind: 'tick', criterion: 1, done: true },
  ]) {
    it(`is left alone: ${JSON.stringify(message)}`, () => assert.equal(messageFromPage(message), undefined));
  }

  it('is about the item of its state after a reload, and about none where the state is of something else', () => {
    assert.deepEqual(itemOfState({ item: { ...item, more: 1 }, scroll: 7 }), item);
    for (const state of [undefined, 'PAY-12', {}, { item: 'PAY-12' }, { item: { id: 'PAY-12' } }]) {
      assert.equal(itemOfState(state), undefined);
    }
  });
});
