/** Letters at either end of a text among which a modeline is looked for. */
const FARTHEST = 1_000;

/** The lines at the beginning, and at the end, in which editors look for a modeline. */
const NEAR = 5;

/** What editors write otherwise than Linguist. */
const MODES: Readonly<Record<string, string>> = {
  'c++': 'c++',
  cperl: 'perl',
  'shell-script': 'shell',
  sh: 'shell',
  zsh: 'shell',
  js2: 'javascript',
  'rust-ts': 'rust',
  tex: 'tex',
  plaintex: 'tex',
  dosini: 'ini',
  conf: 'option list',
  make: 'makefile',
  'makefile-gmake': 'makefile',
  lisp: 'common lisp',
};

/**
 * The language that a modeline names, in lower case: `vim: set ft=ruby:`, `-*- mode: ruby; coding: utf-8 -*-`, `-*- ruby -*-`;
 * undefined: there is no modeline.
 */
export function modelineOf(text: string): string | undefined {
  const mode = vimMode(text.slice(0, FARTHEST), NEAR) ?? emacsMode(text) ?? vimMode(text.slice(-FARTHEST), -NEAR);
  const lower = mode?.toLowerCase();
  return lower === undefined ? undefined : (MODES[lower] ?? lower);
}

/** @param lines how many of the stretch count, negative: from its end */
function vimMode(stretch: string, lines: number): string | undefined {
  // Hardly a text has one, and many a text is asked.
  if (!stretch.includes('ft=') && !stretch.includes('filetype=') && !stretch.includes('syntax=')) {
    return undefined;
  }
  const all = stretch.split('\n');
  return VIM.exec((lines < 0 ? all.slice(lines) : all.slice(0, lines)).join('\n'))?.[1];
}

function emacsMode(text: string): string | undefined {
  const stretch = text.slice(0, FARTHEST);
  if (!stretch.includes('-*-')) {
    return undefined;
  }
  const head = stretch.split('\n').slice(0, NEAR).join('\n');
  return EMACS.exec(head)?.[1] ?? EMACS_ONLY.exec(head)?.[1];
}

const VIM = /(?:^|\s)(?:vim?|ex)(?:[<=>]?\d{3})?:[^\n]{0,200}?\b(?:ft|filetype|syntax)=([\w+#-]+)/m;
const EMACS = /-\*-[^\n]{0,200}?\bmode:[ \t]*([\w+#-]+)[^\n]{0,200}-\*-/i;
const EMACS_ONLY = /-\*-[ \t]*([\w+#-]+)[ \t]*-\*-/;

/** The program that `#!` names, more exactly first: of `#!/usr/bin/env -S python3.12 -u` `python3.12`, `python3` and `python`. */
export function shebangOf(text: string): readonly string[] {
  const line = /^#![^\n]{0,200}/.exec(text)?.[0] ?? '';
  const program = /^#![ \t]*(?:\S*\/)?(?:env(?:[ \t]+(?:-\S+|\w+=\S*))*[ \t]+(?:\S*\/)?)?([^\s/]+)/.exec(line)?.[1];
  const name = program?.toLowerCase() ?? '';
  return name === '' ? [] : [name, name.replace(/\.[\d.]+$/, ''), name.replace(/[\d.]+$/, '')];
}
