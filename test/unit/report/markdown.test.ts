import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { escapeMarkdown, markdownCode } from '../../../src/core/report/markdown';

describe('Words of a workspace in Markdown', () => {
  it('cannot become markup, HTML, links, images, icons or mentions', () => {
    const hostile = '[a](command:x) ![i](http://x) <script>alert(1)</script> **b** `c` $(bug) # h\n- l www.x.y a@b.c';
    const escaped = escapeMarkdown(hostile);
    assert.doesNotMatch(escaped, /(?<!\\)[`*_[\]()!|~$]|[<>@]|www\.|:\/\/|\n/);
    assert.match(escaped, /^\\\[a\\\]\\\(command&#58;x\\\)/);
  });

  it('keep an ampersand an ampersand', () => assert.equal(escapeMarkdown('R&D &lt;'), 'R&#38;D &#38;lt;'));

  it('stay plain where nothing in them is special', () =>
    assert.equal(escapeMarkdown('Refund API, 3 marks'), 'Refund API, 3 marks'));

  it('stay in their code span, whatever backticks they hold', () => {
    assert.equal(markdownCode('a`b'), '``a`b``');
    assert.equal(markdownCode('`'), '`` ` ``');
    assert.equal(markdownCode('a\nb'), '`a b`');
    assert.equal(markdownCode(''), '');
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: fc.constantFrom('`', 'a', ' ') }), (text) => {
        const fence = /^`+/.exec(markdownCode(text).replace(/^(`+) .*$/s, '$1'))?.[0] ?? '';
        const inside = (text.match(/`+/g) ?? []).map((run) => run.length);
        assert.ok(fence.length > Math.max(0, ...inside) || !text.includes('`'));
      }),
    );
  });
});
