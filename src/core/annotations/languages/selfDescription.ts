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
  const head = text.slice(0, FARTHEST).split('\n').slice(0, NEAR).join('\n');
  const tail = text.slice(-FARTHEST).split('\n').slice(-NEAR).join('\n');
  const vim = VIM.exec(head) ?? VIM.exec(tail);
  const mode = vim?.[1] ?? EMACS.exec(head)?.[1] ?? EMACS_ONLY.exec(head)?.[1];
  const lower = mode?.toLowerCase();
  return lower === undefined ? undefined : (MODES[lower] ?? lower);
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
