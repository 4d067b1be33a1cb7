import assert from 'node:assert/strict';
import { headingFragment, withoutIcons } from '../../../src/extension/words';

describe('words for the editor', () => {
  it('show no icon where a person wrote one', () => {
    assert.equal(withoutIcons('Use $(flame) and $5'), 'Use \\$(flame) and $5');
  });

  for (const [heading, fragment] of [
    ['WM203', 'wm203'],
    ['WM101 Syntax error in a roadmap', 'wm101-syntax-error-in-a-roadmap'],
    ['WM110 Suppression without reason, or expired', 'wm110-suppression-without-reason-or-expired'],
  ] as const) {
    it(`know the heading "${heading}" as #${fragment}`, () => {
      assert.equal(headingFragment(heading), fragment);
    });
  }
});
