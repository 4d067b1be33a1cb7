import assert from 'node:assert/strict';
import { isOpenTarget, judgeableLinkOf, linksParamsOf } from '../../../src/extension/commands/commandArguments';

const position = { line: 1, character: 2 };
const links = { folder: 'file:///shop', id: 'SHOP-1' };

describe('the arguments of commands', () => {
  for (const [argument, isTaken] of [
    [{ uri: 'file:///a' }, true],
    [{ uri: 'file:///a', range: { start: position, end: position } }, true],
    [{ uri: 'file:///a', range: { start: position } }, false],
    [{ uri: 'file:///a', range: { start: position, end: { line: '1', character: 2 } } }, false],
    [{ uri: 1 }, false],
    ['file:///a', false],
    [undefined, false],
    [null, false],
  ] as const) {
    it(`${isTaken ? 'are' : 'are not'} a place to open: ${JSON.stringify(argument)}`, () => {
      assert.equal(isOpenTarget(argument), isTaken);
    });
  }

  it('name the item of a lens', () => {
    assert.deepEqual(linksParamsOf(links), links);
  });

  it('name the item of a row of a tree', () => {
    assert.deepEqual(linksParamsOf({ id: 'row', label: 'SHOP-1 Cart', item: links }), links);
  });

  it('name the link of a row, and nothing but the link', () => {
    const link = { folder: 'file:///shop', item: 'SHOP-1', written: 'shop-1', where: 'a.ts' };
    assert.deepEqual(judgeableLinkOf({ id: 'row', link: { ...link, accepted: true } }), link);
    for (const argument of [undefined, link, { link: { ...link, where: 1 } }, { link: 'SHOP-1' }]) {
      assert.equal(judgeableLinkOf(argument), undefined);
    }
  });

  it('name no item when they are something else', () => {
    for (const argument of [undefined, null, 'SHOP-1', { id: 'SHOP-1' }, { item: undefined }, { item: 'SHOP-1' }]) {
      assert.equal(linksParamsOf(argument), undefined);
    }
  });
});
