import assert from 'node:assert/strict';
import { createTagSet } from '../../../src/core/annotations/tags';
import { vocabularyOf } from '../../../src/core/ids/vocabulary';
import { TypedComments } from '../../../src/core/mentioning/typedComments';
import { placeInCode } from '../../../src/core/mentioning/codePlace';
import { placeInMessage } from '../../../src/core/mentioning/messagePlace';
import { atCursor } from '../authoring/plan';
import { PLACES } from './cases/places';

const RECOGNISED = { tags: createTagSet(), vocabulary: vocabularyOf(['PAY'], ['PAY-12', 'E1-F2', 'login-page', '#7']) };

describe('Where an item is offered outside of roadmaps', () => {
  for (const { why, path, text: marked, replaces, becomes, takesTitles, onlyAsked } of PLACES) {
    it(`${path ?? 'a commit’s message'}: ${why}`, () => {
      const { text, offset } = atCursor(marked);

      const place =
        path === undefined
          ? placeInMessage(text, offset, RECOGNISED.vocabulary)
          : placeInCode(path, text, offset, { ...RECOGNISED, comments: new TypedComments() });

      assert.equal(place && text.slice(place.word.start, place.word.end), replaces);
      if (place) {
        assert.equal(place.typed, text.slice(place.word.start, offset));
        assert.equal(place.takesTitles, takesTitles === true);
        assert.equal(place.isAskedFor, onlyAsked !== true);
      }
      if (place && becomes !== undefined) {
        assert.equal(`${text.slice(0, place.word.start)}PAY-12${text.slice(place.word.end)}`, becomes);
      }
    });
  }
});
