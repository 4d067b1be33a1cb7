import type { Grammar, Rule } from './grammar';
import { JAVASCRIPT, TYPESCRIPT } from './javascript';
import { HTML } from './markup';
import { startOfLine } from '../../model/lineEnds';
import { blockComment, grammar, lineComment, nestedComment, ownLineComment } from './rules';

/** Pages with code in them: the comments of the template, and those of the page around it. */

const PAGE = HTML.modes.code ?? [];
const HTML_COMMENT = blockComment('<!--', '-->');

export const HANDLEBARS: Grammar = grammar(
  blockComment('\\{\\{~?!--', '--}}'),
  blockComment('\\{\\{~?!', '}}'),
  HTML_COMMENT,
);

export const JINJA: Grammar = grammar(
  blockComment('\\{#', '#}'),
  blockComment('\\{%-?[ \\t]*comment\\b[^%]{0,200}%\\}', '{% endcomment %}'),
  HTML_COMMENT,
);

/** `<%# … %>`, `<%-- … --%>`, `<%!-- … --%>`, `%{-- … --%}`. */
export const ERB: Grammar = grammar(
  blockComment('<%#', '%>'),
  blockComment('<%!?--', '--%>'),
  blockComment('%\\{--', '--}%'),
  HTML_COMMENT,
);

/** `@* … *@`. */
export const RAZOR: Grammar = grammar(blockComment('@\\*', '*@'), ...PAGE);

/** `{{-- … --}}`. */
export const BLADE: Grammar = grammar(blockComment('\\{\\{--', '--}}'), ...PAGE);

/** `{{# … #}}`. */
export const ANTLERS: Grammar = grammar(blockComment('\\{\\{#', '#}}'), ...PAGE);

/** `{* … *}`. */
export const SMARTY: Grammar = grammar(blockComment('\\{\\*', '*}'), ...PAGE);

/** `<#-- … -->`. */
export const FREEMARKER: Grammar = grammar(blockComment('<#--', '-->'), ...PAGE);

/** `{{/* … *\/}}`. */
export const GO_TEMPLATE: Grammar = grammar(blockComment('\\{\\{-?[ \\t]*\\/\\*', '*/'), ...PAGE);

/** Lines that begin with `##`, and `<%doc>` … `</%doc>`. */
export const MAKO: Grammar = grammar(blockComment('<%doc>', '</%doc>'), ownLineComment('##'), HTML_COMMENT);

/** `##` and `#* … *#`. */
export const VELOCITY: Grammar = grammar(blockComment('#\\*', '*#'), lineComment('##'), HTML_COMMENT);

/** `<!--- … --->`, which nest. */
export const COLDFUSION: Grammar = grammar(nestedComment('<!---', '--->'), ...PAGE);

export const COLDFUSION_COMPONENT: Grammar = grammar(
  nestedComment('<!---', '--->'),
  lineComment('\\/\\/(?<!:\\/\\/)'),
  blockComment('\\/\\*', '*/'),
);

/** `<!-- … -->` and `<! … !>`. */
export const STRING_TEMPLATE: Grammar = grammar(
  blockComment('<!(?!-|DOCTYPE|doctype|\\[)', '!>'),
  lineComment('\\/\\/(?<=^[ \\t]{0,200}\\/\\/)'),
  blockComment('\\/\\*', '*/'),
);

/** A sign that begins a line takes the deeper indented lines below with it; `open` is RegExp source of the sign. */
function indentedComment(open: string): Rule {
  return {
    open: `${open}(?<=^[ \\t]{0,200}${open})`,
    end(text, inside, index) {
      const indent = index - startOfLine(text, index);
      const next = new RegExp(`^(?:[ \\t]{0,${Math.min(indent, 200)}}[^\\s])`, 'gm');
      next.lastIndex = inside;
      const end = next.exec(text) ? startOfLine(text, next.lastIndex) : text.length;
      return Math.max(inside, inside + text.slice(inside, end).trimEnd().length);
    },
    comment: { style: 'block' },
  };
}

export const PUG: Grammar = grammar(indentedComment('\\/\\/-?'));
export const HAML: Grammar = grammar(indentedComment('-#'), indentedComment('\\/'));
export const SLIM: Grammar = grammar(indentedComment('\\/'));

/** The part above the page, between two lines of `---`, is a script. */
export const ASTRO: Grammar = grammar(
  {
    open: '---(?<![^]---)[ \\t]*\\r?\\n',
    end(text, inside) {
      const at = text.indexOf('\n---', inside - 1);
      return at === -1 ? text.length : at;
    },
    embed: () => TYPESCRIPT,
  },
  ...PAGE,
);

/** A template in a script. */
function scriptWithTemplate(script: Grammar): Grammar {
  const template: Rule = {
    open: '<template>',
    end(text, inside) {
      const at = text.indexOf('</template', inside);
      return at === -1 ? text.length : at;
    },
    embed: () => HANDLEBARS,
  };
  return { ...script, modes: { ...script.modes, code: [template, ...(script.modes.code ?? [])] } };
}

export const GLIMMER: Grammar = scriptWithTemplate(TYPESCRIPT);

/** JavaScript within a page of Ruby: what the template puts in is no code of it. */
export const SCRIPT_IN_ERB: Grammar = grammar(...(ERB.modes.code ?? []), ...(JAVASCRIPT.modes.code ?? []).slice(0, 4));
