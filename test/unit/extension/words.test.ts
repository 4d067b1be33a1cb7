import assert from 'node:assert/strict';
import { withoutIcons } from '../../../src/extension/words';

describe('words for the editor', () => {
  it('show no icon where a person wrote one', () => {
    assert.equal(withoutIcons('Use $(flame) and $5'), 'Use \\$(flame) and $5');
  });
});
