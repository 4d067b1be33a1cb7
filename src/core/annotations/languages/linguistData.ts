// Made by scripts/languages.ts from linguist-languages 9.5.0 (MIT); do not edit.

/**
 * A language in each line: its name; extensions; file names; interpreters; other names. Items are separated by commas, and
 * all but the name are in lower case.
 */
export const LINGUIST_DATA = `\
1C Enterprise;.bsl,.os
2-Dimensional Array;.2da
4D;.4dm
ABAP;.abap
ABAP CDS;.asddls
ABNF;.abnf
AGS Script;.asc,.ash;;;ags
AIDL;.aidl;;aidl
AL;.al
ALGOL;.alg
AMPL;.ampl,.mod
ANTLR;.g4
API Blueprint;.apib
APL;.apl,.dyalog;;apl,aplx,dyalog
ASL;.asl,.dsl
ASN.1;.asn,.asn1
ASP.NET;.asax,.ascx,.ashx,.asmx,.aspx,.axd;;;aspx,aspx-vb
ATS;.dats,.hats,.sats;;;ats2
ActionScript;.as;;;actionscript 3,actionscript3,as3
Ada;.adb,.ada,.ads;;;ada95,ada2005
Adblock Filter List;.txt;;;ad block filters,ad block,adb,adblock
Adobe Font Metrics;.afm;;;acfm,adobe composite font metrics,adobe multiple font metrics,amfm
Agda;.agda
Aiken;.ak
Aleo;.aleo
Alloy;.als
Alpine Abuild;;apkbuild;;abuild,apkbuild
Altium Designer;.outjob,.pcbdoc,.prjpcb,.schdoc;;;altium
AngelScript;.as,.angelscript
Answer Set Programming;.lp;;clingo
Ant Build System;;ant.xml,build.xml
Antlers;.antlers.html,.antlers.php,.antlers.xml
ApacheConf;.apacheconf,.vhost;.htaccess,apache2.conf,httpd.conf;;aconf,apache
Apex;.cls,.apex,.trigger
Apollo Guidance Computer;.agc
AppleScript;.applescript,.scpt;;osascript;apples,osascript
Arc;.arc
AsciiDoc;.asciidoc,.adoc,.asc
AspectJ;.aj
Assembly;.asm,.a51,.i,.inc,.nas,.nasm,.s;;;asm,nasm
Astro;.astro
Asymptote;.asy;;asy
Augeas;.aug
AutoHotkey;.ahk,.ah1,.ah2,.ahkl;;;ahk
AutoIt;.au3;;;au3,autoit3,autoitscript
Avro IDL;.avdl
Awk;.awk,.auk,.gawk,.mawk,.nawk;;awk,gawk,mawk,nawk
B;.b
B (Formal Method);.mch
B4X;.bas;;;basic for android
BAML;.baml
BASIC;.bas
BBCode;.bbcode
BIRD2;;bird.conf;;bird,bird3
BQN;.bqn
Ballerina;.bal
Batchfile;.bat,.cmd;gradlew.bat,mvnw.cmd;;bat,batch,dosbatch,winbatch
Beef;.bf
Befunge;.befunge,.bf
Berry;.be;;;be
BibTeX;.bib,.bibtex
BibTeX Style;.bst
Bicep;.bicep,.bicepparam
Bikeshed;.bs
Bison;.bison
BitBake;.bb,.bbappend,.bbclass,.inc
Blade;.blade,.blade.php
BlitzBasic;.bb,.decls;;;b3d,blitz3d,blitzplus,bplus
BlitzMax;.bmx;;;bmax
Blueprint;.blp;;;blp
Bluespec;.bsv;;;bluespec bsv,bsv
Bluespec BH;.bs;;;bh,bluespec classic
Boo;.boo
Boogie;.bpl;;boogie
Brainfuck;.b,.bf
BrighterScript;.bs
Brightscript;.brs
Browserslist;;.browserslistrc,browserslist
Bru;.bru
BuildStream;.bst
C;.c,.cats,.h,.h.in,.idc;;tcc
C#;.cs,.cake,.cs.pp,.csx,.linq;;;csharp,cake,cakescript
C++;.cpp,.c++,.cc,.cp,.cppm,.cxx,.h,.h++,.hh,.hpp,.hxx,.inc,.inl,.ino,.ipp,.ixx,.re,.tcc,.tpp,.txx;;;cpp
C-ObjDump;.c-objdump
C2hs Haskell;.chs;;;c2hs
C3;.c3
CAP CDS;.cds;;;cds
CIL;.cil
CLIPS;.clp
CMake;.cmake,.cmake.in;cmakelists.txt
COBOL;.cob,.cbl,.ccp,.cobol,.cpy
CODEOWNERS;;codeowners
COLLADA;.dae
CQL;.cql
CSON;.cson
CSS;.css
CSV;.csv
CUE;.cue
CWeb;.w
Cabal Config;.cabal;cabal.config,cabal.project;;cabal
Caddyfile;.caddyfile;caddyfile;;caddy
Cadence;.cdc
Cairo;.cairo
Cairo Zero;.cairo
CameLIGO;.mligo
Cangjie;.cj
Cap'n Proto;.capnp
Carbon;.carbon
CartoCSS;.mss;;;carto
Ceylon;.ceylon
Chapel;.chpl;;;chpl
Charity;.ch
Checksums;.crc32,.md2,.md4,.md5,.sha1,.sha2,.sha224,.sha256,.sha256sum,.sha3,.sha384,.sha512;md5sums,sha1sums,sha256sums,sha256sums.txt,sha512sums,checksums.txt,cksums,md5sum.txt;;checksum,hash,hashes,sum,sums
ChucK;.ck
Circom;.circom
Cirru;.cirru
Clarion;.clw
Clarity;.clar
Classic ASP;.asp;;;asp
Clean;.icl,.dcl
Click;.click
Clojure;.clj,.bb,.boot,.cl2,.cljc,.cljs,.cljs.hl,.cljscm,.cljx,.hic;riemann.config;bb
Closure Templates;.soy;;;soy
Cloud Firestore Security Rules;;firestore.rules
Clue;.clue
CoNLL-U;.conllu,.conll;;;conll,conll-x
CodeQL;.ql,.qll;;;ql
CoffeeScript;.coffee,._coffee,.cake,.cjsx,.coffee.erb,.iced;cakefile;coffee;coffee,coffee-script
ColdFusion;.cfm,.cfml;;;cfm,cfml,coldfusion html
ColdFusion CFC;.cfc;;;cfc
Common Lisp;.lisp,.asd,.cl,.l,.lsp,.ny,.podsl,.sexp;;lisp,sbcl,ccl,clisp,ecl;lisp
Common Workflow Language;.cwl;;cwl-runner;cwl
Component Pascal;.cp,.cps
Cooklang;.cook
Cool;.cl
Cpp-ObjDump;.cppobjdump,.c++-objdump,.c++objdump,.cpp-objdump,.cxx-objdump;;;c++-objdump
Creole;.creole
Crystal;.cr;;crystal
Csound;.orc,.udo;;;csound-orc
Csound Document;.csd;;;csound-csd
Csound Score;.sco;;;csound-sco
Cuda;.cu,.cuh
Cue Sheet;.cue
Curry;.curry
Cycript;.cy
Cylc;.cylc;suite.rc
Cypher;.cyp,.cypher
Cython;.pyx,.pxd,.pxi;;;pyrex
D;.d,.di;;;dlang
D-ObjDump;.d-objdump
D2;.d2;;;d2lang
DIGITAL Command Language;.com;;;dcl
DM;.dm;;;byond
DNS Zone;.zone,.arpa
DTrace;.d;;dtrace;dtrace-script
Dafny;.dfy;;dafny
Darcs Patch;.darcspatch,.dpatch;;;dpatch
Dart;.dart;;dart
Daslang;.das
DataWeave;.dwl
Debian Package Control File;.dsc
DenizenScript;.dsc
Dhall;.dhall
Diff;.diff,.patch;;;udiff
DirectX 3D File;.x
Dockerfile;.dockerfile,.containerfile;containerfile,dockerfile;;containerfile
Dogescript;.djs
Dotenv;.env;.env,.env.ci,.env.dev,.env.development,.env.development.local,.env.example,.env.local,.env.prod,.env.production,.env.sample,.env.staging,.env.template,.env.test,.env.testing
Dune;;dune-project
Dylan;.dylan,.dyl,.intr,.lid
E;.e;;rune
E-mail;.eml,.mbox;;;email,eml,mail,mbox
EBNF;.ebnf
ECL;.ecl,.eclxml
ECLiPSe;.ecl
EJS;.ejs,.ect,.ejs.t,.jst
EQ;.eq
Eagle;.sch,.brd
Earthly;;earthfile;;earthfile
Easybuild;.eb
Ecere Projects;.epj
Ecmarkup;.html;;;ecmarkdown
Edge;.edge
EdgeQL;.edgeql,.esdl;;;esdl
EditorConfig;.editorconfig;.editorconfig;;editor-config
Edje Data Collection;.edc
Eiffel;.e
Elixir;.ex,.exs;mix.lock;elixir
Elm;.elm
Elvish;.elv;;elvish
Elvish Transcript
Emacs Lisp;.el,.emacs,.emacs.desktop;.abbrev_defs,.emacs,.emacs.desktop,.gnus,.spacemacs,.viper,cask,eask,project.ede,_emacs,abbrev_defs;;cask,eask,elisp,emacs
EmberScript;.em,.emberscript
Erlang;.erl,.app,.app.src,.es,.escript,.hrl,.xrl,.yrl;emakefile,rebar.config,rebar.config.lock,rebar.lock;escript
Euphoria;.e,.ex;;eui,euiw
F#;.fs,.fsi,.fsx;;;fsharp
F*;.fst,.fsti;;;fstar
FIGlet Font;.flf;;;figfont
FIRRTL;.fir
FLUX;.fx,.flux
FPP;.fpp,.fppi
Factor;.factor;.factor-boot-rc,.factor-rc
Fancy;.fy,.fancypack;fakefile
Fantom;.fan
Faust;.dsp
Fennel;.fnl;;fennel
Filebench WML;.f
Filterscript;.fs
FlatBuffers;.fbs
Flix;.flix
Fluent;.ftl
Formatted;.for,.eam.fs
Forth;.fth,.4th,.f,.for,.forth,.fr,.frt,.fs
Fortran;.f,.f77,.for,.fpp
Fortran Free Form;.f90,.f03,.f08,.f95
FreeBASIC;.bi,.bas;;;fb
FreeMarker;.ftl,.ftlh;;;ftl
Frege;.fr
Futhark;.fut
G-code;.g,.cnc,.gco,.gcode
GAML;.gaml
GAMS;.gms
GAP;.g,.gap,.gd,.gi,.tst
GCC Machine Description;.md
GDB;.gdb,.gdbinit
GDScript;.gd
GDShader;.gdshader,.gdshaderinc
GEDCOM;.ged
GLSL;.glsl,.fp,.frag,.frg,.fs,.fsh,.fshader,.geo,.geom,.glslf,.glslv,.gs,.gshader,.rchit,.rmiss,.shader,.tesc,.tese,.vert,.vrx,.vs,.vsh,.vshader
GN;.gn,.gni;.gn;gn
GSC;.gsc,.csc,.gsh
Game Maker Language;.gml
Gemfile.lock;;gemfile.lock
Gemini;.gmi;;;gemtext
Genero 4gl;.4gl
Genero per;.per
Genie;.gs
Genshi;.kid;;;xml+genshi,xml+kid
Gentoo Ebuild;.ebuild
Gentoo Eclass;.eclass
Gerber Image;.gbr,.cmp,.gbl,.gbo,.gbp,.gbs,.gko,.gml,.gpb,.gpt,.gtl,.gto,.gtp,.gts,.ncl,.sol;;gerbv,gerbview;rs-274x
Gettext Catalog;.po,.pot;;;pot
Gherkin;.feature,.story;;;cucumber
Git Attributes;;.gitattributes;;gitattributes
Git Commit;;.gitmessage,commit_editmsg;;commit
Git Config;.gitconfig;.gitconfig,.gitmodules,.tgitconfig,config.worktree;;gitconfig,gitmodules
Git Revision List;;.git-blame-ignore-revs;;git blame ignore revs
Gleam;.gleam
Glimmer JS;.gjs;;;gjs
Glimmer TS;.gts;;;gts
Glyph;.glf
Glyph Bitmap Distribution Format;.bdf
Gno;.gno;;;gnolang
Gnuplot;.gp,.gnu,.gnuplot,.p,.plot,.plt;;gnuplot
Go;.go;;;golang
Go Checksums;;go.sum,go.work.sum;;go.sum,go sum,go.work.sum,go work sum
Go Module;;go.mod;;go.mod,go mod
Go Template;.gohtml,.gotmpl,.html.tmpl,.tmpl,.tpl;_helpers.tpl;;gotmpl
Go Workspace;;go.work;;go.work,go work
Godot Resource;.gdnlib,.gdns,.tres,.tscn;project.godot
Golo;.golo
Gosu;.gs,.gst,.gsx,.vark
Grace;.grace
Gradle;.gradle
Gradle Kotlin DSL;.gradle.kts
Grammatical Framework;.gf;;;gf
Graph Modeling Language;.gml
GraphQL;.graphql,.gql,.graphqls
Graphviz (DOT);.dot,.gv
Groovy;.groovy,.grt,.gtpl,.gvy;jenkinsfile;groovy
Groovy Server Pages;.gsp;;;gsp,java server page
GtkRC;.gtkrc;gtkrc,gtkrc-2.0;;gtk,gtk 1,gtk 2
HAProxy;.cfg;haproxy.cfg
HCL;.hcl,.nomad,.tf,.tfvars,.tofu,.workflow;;;hashicorp configuration language,opentofu,terraform
HIP;.hip
HLSL;.hlsl,.cginc,.fx,.fxh,.hlsli
HOCON;.hocon;.scalafix.conf,.scalafmt.conf
HTML;.html,.hta,.htm,.html.hl,.inc,.xht,.xhtml;;;xhtml
HTML+ECR;.ecr;;;ecr
HTML+EEX;.html.eex,.heex,.leex;;;eex,heex,leex
HTML+ERB;.erb,.erb.deface,.rhtml;;;erb,rhtml,html+ruby
HTML+PHP;.phtml
HTML+Razor;.cshtml,.razor;;;razor
HTTP;.http
HXML;.hxml
Hack;.hack,.hh,.hhi,.php
Haml;.haml,.haml.deface
Handlebars;.handlebars,.hbs;;;hbs,htmlbars
Harbour;.hb
Hare;.ha
Haskell;.hs,.hs-boot,.hsc;;runghc,runhaskell,runhugs
Haxe;.hx,.hxsl
HiveQL;.q,.hql
HolyC;.hc
Hosts File;;hosts,hosts.txt;;hosts
Hurl;.hurl
Hy;.hy;;hy;hylang
HyPhy;.bf
IDL;.pro,.dlm
IGOR Pro;.ipf;;;igor,igorpro
IL Assembly;.il;;;ilasm,msil
INI;.ini,.cfg,.cnf,.container,.dof,.frm,.lektorproject,.mount,.network,.prefs,.pro,.properties,.service,.socket,.target,.timer,.url;.buckconfig,.coveragerc,.flake8,.gitreview,.pylintrc,hosts,buildozer.spec,pylintrc,vlcrc;;conf,dosini
IRC log;.irclog,.weechatlog;;;irc,irc logs
ISPC;.ispc
Idris;.idr,.lidr
Ignore List;.gitignore;.agignore,.atomignore,.babelignore,.bzrignore,.ckignore,.coffeelintignore,.cvsignore,.dockerignore,.easignore,.eleventyignore,.eslint-ignore,.eslintignore,.gitignore,.ignore,.markdownlintignore,.nodemonignore,.npmignore,.prettierignore,.rgignore,.stylelintignore,.vercelignore,.vscodeignore,gitignore-global,gitignore_global;;ignore,gitignore,git-ignore
ImHex Pattern Language;.hexpat;;;imhex,imhexpatternlanguage,imhexpl
ImageJ Macro;.ijm;;;ijm
Imba;.imba
Inform 7;.ni,.i7x;;;i7,inform7
Ink;.ink
Inno Setup;.iss,.isl
Io;.io;;io
Ioke;.ik;;ioke
Isabelle;.thy
Isabelle ROOT;;root
J;.ijs;;jconsole
JAR Manifest;;manifest.mf
JASS;.j;;;jass2
JCL;.jcl
JFlex;.flex,.jflex
JSON;.json,.4dform,.4dproject,.avsc,.geojson,.gltf,.har,.ice,.json-tmlanguage,.json.example,.jsonl,.mcmeta,.sarif,.slnlaunch,.tact,.tfstate,.tfstate.backup,.topojson,.webapp,.webmanifest,.yy,.yyp;.all-contributorsrc,.arcconfig,.auto-changelog,.c8rc,.htmlhintrc,.imgbotconfig,.nycrc,.releaserc,.secrets.baseline,.tern-config,.tern-project,.watchmanconfig,module.bazel.lock,package.resolved,pipfile.lock,bun.lock,composer.lock,deno.lock,flake.lock,mcmod.info;;geojson,jsonl,sarif,topojson
JSON with Comments;.jsonc,.code-snippets,.code-workspace,.hujson,.sublime-build,.sublime-color-scheme,.sublime-commands,.sublime-completions,.sublime-keymap,.sublime-macro,.sublime-menu,.sublime-mousemap,.sublime-project,.sublime-settings,.sublime-theme,.sublime-workspace,.sublime_metrics,.sublime_session,.tsconfig.json;.babelrc,.devcontainer.json,.eslintrc,.eslintrc.json,.jscsrc,.jshintrc,.jslintrc,.oxlintrc.json,.swcrc,api-extractor.json,devcontainer.json,jsconfig.json,language-configuration.json,tsconfig.json,tslint.json;;jsonc
JSON5;.json5
JSONLD;.jsonld
JSONiq;.jq
Jac;.jac
Jai;.jai
Janet;.janet;;janet
Jasmin;.j
Java;.java,.jav,.jsh
Java Properties;.properties
Java Server Pages;.jsp,.tag;;;jsp
Java Template Engine;.jte;;;jte
JavaScript;.js,._js,.bones,.cjs,.es,.es6,.frag,.gs,.jake,.javascript,.jsb,.jscad,.jsfl,.jslib,.jsm,.jspre,.jss,.jsx,.mjs,.njs,.pac,.sjs,.ssjs,.xsjs,.xsjslib;jakefile;bun,chakra,d8,deno,gjs,js,node,nodejs,qjs,rhino,v8,v8-shell;js,node
JavaScript+ERB;.js.erb
Jest Snapshot;.snap
JetBrains MPS;.mps,.mpl,.msd;;;mps
Jinja;.jinja,.j2,.jinja2;;;django,html+django,html+jinja,htmldjango
Jison;.jison
Jison Lex;.jisonlex
Jolie;.ol,.iol;;jolie
Jsonnet;.jsonnet,.libsonnet
Julia;.jl;;julia
Julia REPL
Jupyter Notebook;.ipynb;notebook;;ipython notebook
Just;.just;.justfile,justfile;;justfile
KCL;.k;kcl.mod,kcl.mod.lock
KDL;.kdl
KFramework;.k
KRL;.krl
Kaitai Struct;.ksy;;;ksy
KakouneScript;.kak;kakrc;;kak,kakscript
KerboScript;.ks
KiCad Layout;.kicad_pcb,.kicad_mod,.kicad_wks;fp-lib-table;;pcbnew
KiCad Legacy Layout;.brd
KiCad Schematic;.kicad_sch,.kicad_sym,.sch;;;eeschema schematic
Kickstart;.ks
Kit;.kit
KoLmafia ASH;.ash
Koka;.kk;;koka
Kotlin;.kt,.ktm,.kts
Kusto;.csl,.kql
LFE;.lfe
LLVM;.ll
LOLCODE;.lol
LSL;.lsl,.lslp;;lsl
LTspice Symbol;.asy
LabVIEW;.lvproj,.lvclass,.lvlib
Lambdapi;.lp
Langium;.langium
Lark;.lark
Lasso;.lasso,.las,.lasso8,.lasso9;;;lassoscript
Latte;.latte
Lean;.lean,.hlean
Lean 4;.lean;;;lean4
Leo;.leo
Less;.less;;;less-css
Lex;.l,.lex;lexer.x;;flex
LigoLANG;.ligo
LilyPond;.ly,.ily
Limbo;.b,.m
Linear Programming;.lp
Linker Script;.ld,.lds,.x;ld.script
Linux Kernel Module;.mod
Liquid;.liquid
Liquidsoap;.liq
Literate Agda;.lagda
Literate CoffeeScript;.litcoffee,.coffee.md;;;litcoffee
Literate Haskell;.lhs;;;lhaskell,lhs
LiveCode Script;.livecodescript
LiveScript;.ls,._ls;slakefile;;live-script,ls
Lobster;.lobster
Logos;.xm,.x,.xi
Logtalk;.lgt,.logtalk
LookML;.lkml,.lookml
LoomScript;.ls
Lua;.lua,.fcgi,.nse,.p8,.pd_lua,.rbxs,.rockspec,.wlua;.luacheckrc;lua,luajit
Luau;.luau;;luau
M;.mumps,.m;;;mumps
M3U;.m3u,.m3u8;;;hls playlist,m3u playlist
M4;.m4,.mc
M4Sugar;.m4;configure.ac;;autoconf
MATLAB;.matlab,.m;;;octave
MAXScript;.ms,.mcr
MDX;.mdx
MLIR;.mlir
MQL4;.mq4,.mqh
MQL5;.mq5,.mqh
MTML;.mtml
MUF;.muf,.m
Macaulay2;.m2;;m2;m2
Makefile;.mak,.d,.make,.makefile,.mk,.mkfile;bsdmakefile,gnumakefile,kbuild,makefile,makefile.am,makefile.boot,makefile.frag,makefile.in,makefile.inc,makefile.pc,makefile.wat,makefile.sco,mkfile;make;bsdmake,make,mf
Mako;.mako,.mao
Markdown;.md,.livemd,.markdown,.mdown,.mdwn,.mkd,.mkdn,.mkdown,.ronn,.scd,.workbook;contents.lr;;md,pandoc
Marko;.marko;;;markojs
Mask;.mask
Mathematical Programming System;.mps
Maven POM;;pom.xml
Max;.maxpat,.maxhelp,.maxproj,.mxt,.pat;;;max/msp,maxmsp
MeTTa;.metta
Mercury;.m,.moo;;mmi
Mermaid;.mmd,.mermaid;;;mermaid example
Meson;;meson.build,meson_options.txt
Metal;.metal
Microsoft Developer Studio Project;.dsp
Microsoft Visual Studio Solution;.sln
MiniD;.minid
MiniScript;.ms
MiniYAML;.yaml,.yml
MiniZinc;.mzn
MiniZinc Data;.dzn
Mint;.mint
Mirah;.druby,.duby,.mirah
Modelica;.mo
Modula-2;.mod
Modula-3;.i3,.ig,.m3,.mg
Module Management System;.mms,.mmk;descrip.mmk,descrip.mms
Mojo;.mojo
Monkey;.monkey,.monkey2
Monkey C;.mc
Moocode;.moo
MoonBit;.mbt
MoonScript;.moon;;moon
Motoko;.mo
Motorola 68K Assembly;.asm,.i,.inc,.s,.x68;;;m68k
Move;.move
Muse;.muse;;;amusewiki,emacs muse
Mustache;.mustache
Myghty;.myt
NASL;.nasl,.inc
NCL;.ncl
NEON;.neon;;;nette object notation,ne-on
NL;.nl
NMODL;.mod
NPM Config;;.npmrc;;npmrc
NSIS;.nsi,.nsh
NWScript;.nss
Nasal;.nas
Nearley;.ne,.nearley
Nemerle;.n
NetLinx;.axs,.axi
NetLinx+ERB;.axs.erb,.axi.erb
NetLogo;.nlogo
NewLisp;.nl,.lisp,.lsp;;newlisp
Nextflow;.nf;nextflow.config;nextflow
Nginx;.nginx,.nginxconf,.vhost;nginx.conf;;nginx configuration file
Nickel;.ncl
Nim;.nim,.nim.cfg,.nimble,.nimrod,.nims;nim.cfg
Ninja;.ninja
Nit;.nit
Nix;.nix;;;nixos
Noir;.nr;;;nargo
Nu;.nu;nukefile;nush;nush
NumPy;.numpy,.numpyw,.numsc
Nunjucks;.njk;;;njk
Nushell;.nu;;nu;nu-script,nushell-script
OASv2-json;.json
OASv2-yaml;.yaml,.yml
OASv3-json;.json
OASv3-yaml;.yaml,.yml
OCaml;.ml,.eliom,.eliomi,.ml4,.mli,.mll,.mly;;ocaml,ocamlrun,ocamlscript
OMNeT++ MSG;.msg;;;omnetpp-msg
OMNeT++ NED;.ned;;;omnetpp-ned
Oberon;.ob2
ObjDump;.objdump
Object Data Instance Notation;.odin
ObjectScript;.cls
Objective-C;.m,.h;;;obj-c,objc,objectivec
Objective-C++;.mm;;;obj-c++,objc++,objectivec++
Objective-J;.j,.sj;;;obj-j,objectivej,objj
Odin;.odin;;;odinlang,odin-lang
Omgrofl;.omgrofl
Opa;.opa
Opal;.opal
Open Policy Agent;.rego
OpenAPI Specification v2;;;;oasv2
OpenAPI Specification v3;;;;oasv3
OpenCL;.cl,.opencl
OpenEdge ABL;.p,.cls,.w;;;progress,openedge,abl
OpenQASM;.qasm
OpenRC runscript;;;openrc-run;openrc
OpenSCAD;.scad
OpenStep Property List;.plist,.glyphs
OpenType Feature File;.fea;;;afdko
Option List;;.ackrc,.rspec,.yardopts,ackrc,mocha.opts;;opts,ackrc
Org;.org
OverPy;.opy;;;opy
OverpassQL;.overpassql
Ox;.ox,.oxh,.oxo
Oxygene;.oxygene
Oz;.oz
P4;.p4
PDDL;.pddl
PEG.js;.pegjs,.peggy
PHP;.php,.aw,.ctp,.fcgi,.inc,.php3,.php4,.php5,.phps,.phpt;.php,.php_cs,.php_cs.dist,phakefile;php;inc
PLSQL;.pls,.bdy,.ddl,.fnc,.pck,.pkb,.pks,.plb,.plsql,.prc,.spc,.sql,.tpb,.tps,.trg,.vw
PLpgSQL;.pgsql,.sql
POV-Ray SDL;.pov,.inc;;;pov-ray,povray
Pact;.pact
Pan;.pan
Papyrus;.psc
Parrot;.parrot
Parrot Assembly;.pasm;;parrot;pasm
Parrot Internal Representation;.pir;;parrot;pir
Pascal;.pas,.dfm,.dpr,.inc,.lpr,.pascal,.pp;;instantfpc;delphi,objectpascal
Pawn;.pwn,.inc,.sma
Pep8;.pep
Perl;.pl,.al,.cgi,.fcgi,.perl,.ph,.plx,.pm,.psgi,.t;.latexmkrc,makefile.pl,rexfile,ack,cpanfile,latexmkrc;cperl,perl;cperl
Pic;.pic,.chem;;;pikchr
Pickle;.pkl
PicoLisp;.l;;picolisp,pil
PigLatin;.pig
Pike;.pike,.pmod;;pike
Pip Requirements;;dev-requirements.txt,requirements-dev.txt,requirements.lock.txt,requirements.txt
Pkl;.pkl;;pkl
PlantUML;.puml,.iuml,.plantuml
Pod;.pod;;perl
Pod 6;.pod,.pod6;;perl6
PogoScript;.pogo
Polar;.polar
Pony;.pony
Portugol;.por
PostCSS;.pcss,.postcss
PostScript;.ps,.eps,.epsi,.pfa;;;postscr
Power Query;.pq;;;powerquery
PowerBuilder;.pbt,.sra,.sru,.srw
PowerShell;.ps1,.psd1,.psm1;;pwsh;posh,pwsh
Praat;.praat
Prisma;.prisma
Pro*C;.pc
Processing;.pde
Procfile;;procfile
Proguard;.pro
Prolog;.pl,.plt,.pro,.prolog,.yap;;swipl,yap
Promela;.pml
Propeller Spin;.spin
Protocol Buffer;.proto;;;proto,protobuf,protocol buffers
Protocol Buffer Text Format;.textproto,.pbt,.pbtxt,.txtpb;;;text proto,protobuf text format
Public Key;.asc,.pub
Pug;.jade,.pug
Puppet;.pp;modulefile
Pure Data;.pd
PureBasic;.pb,.pbi
PureScript;.purs
Pyret;.arr
Python;.py,.cgi,.fcgi,.gyp,.gypi,.lmi,.py3,.pyde,.pyi,.pyp,.pyt,.pyw,.rpy,.spec,.tac,.wsgi,.xpy;.gclient,deps,sconscript,sconstruct,wscript;python,python2,python3,py,pypy,pypy3,uv;py,py3,python3,rusthon
Python console;;;;pycon
Python traceback;.pytb
Q#;.qs;;;qsharp
QML;.qml,.qbs
QMake;.pro,.pri;;qmake
Qt Script;.qs;installscript.qs,toolchain_installscript.qs
Quake;;m3makefile,m3overrides
QuakeC;.qc
Quartus Simulation IP;.sip
QuickBASIC;.bas,.bi;;;qb,qbasic,qb64,classic qbasic,classic quickbasic
Quint;.qnt
R;.r,.rd,.rhistory,.rsx;.rapp.history,.rhistory,.rprofile,expr-dist;rscript;rscript,splus
RAML;.raml
RAScript;.rascript
RBS;.rbs
RDoc;.rdoc
REALbasic;.rbbas,.rbfrm,.rbmnu,.rbres,.rbtbar,.rbuistate
REXX;.rexx,.pprx,.rex;;regina,rexx;arexx
RMarkdown;.qmd,.rmd
RON;.ron
ROS Interface;.msg,.action,.srv;;;rosmsg
RPC;.x;;;rpcgen,oncrpc,xdr
RPGLE;.rpgle,.sqlrpgle;;;ile rpg,sqlrpgle
RPM Spec;.spec;;;specfile
RUNOFF;.rnh,.rno
Racket;.rkt,.rktd,.rktl,.scrbl;;racket
Ragel;.rl;;;ragel-rb,ragel-ruby
Raku;.6pl,.6pm,.nqp,.p6,.p6l,.p6m,.pl,.pl6,.pm,.pm6,.raku,.rakumod,.t;;perl6,raku,rakudo;perl6,perl-6
Rascal;.rsc
Raw token data;.raw;;;raw
ReScript;.res,.resi;;ocaml
Readline Config;;.inputrc,inputrc;;inputrc,readline
Reason;.re,.rei
ReasonLIGO;.religo
Rebol;.reb,.r,.r2,.r3,.rebol
Record Jar;;language-subtag-registry.txt
Red;.red,.reds;;;red/system
Redcode;.cw
Redirect Rules;;_redirects;;redirects
Redscript;.reds
Regular Expression;.regexp,.regex;;;regexp,regex
Ren'Py;.rpy;;;renpy
RenderScript;.rs,.rsh
Rez;.r
Rhai;.rhai
Rich Text Format;.rtf
Ring;.ring
Riot;.riot
RobotFramework;.robot,.resource
Robots Exclusion Rules;;robots.txt;;robots,robots txt,robotx.txt
Roc;.roc
Rocq Prover;.v,.coq;;;coq,rocq
Roff;.roff,.1,.1in,.1m,.1x,.2,.3,.3in,.3m,.3p,.3pm,.3qt,.3x,.4,.5,.6,.7,.8,.9,.l,.man,.mdoc,.me,.ms,.n,.nr,.rno,.tmac;eqnrc,mmn,mmt,troffrc,troffrc-end;;groff,man,manpage,man page,man-page,mdoc,nroff,troff
Roff Manpage;.1,.1in,.1m,.1x,.2,.3,.3in,.3m,.3p,.3pm,.3qt,.3x,.4,.5,.6,.7,.8,.9,.man,.mdoc
Rouge;.rg
RouterOS Script;.rsc;;routeros
Ruby;.rb,.builder,.eye,.fcgi,.gemspec,.god,.jbuilder,.mspec,.pluginspec,.podspec,.prawn,.rabl,.rake,.rbi,.rbuild,.rbw,.rbx,.ru,.ruby,.spec,.thor,.watchr;.irbrc,.pryrc,.simplecov,appraisals,berksfile,brewfile,buildfile,capfile,dangerfile,deliverfile,fastfile,gemfile,guardfile,jarfile,mavenfile,podfile,puppetfile,rakefile,snapfile,steepfile,thorfile,vagrantfile;ruby,macruby,rake,jruby,rbx;jruby,macruby,rake,rb,rbx
Rust;.rs,.rs.in;;rust-script;rs
SAS;.sas
SCSS;.scss
SELinux Policy;.te;file_contexts,genfs_contexts,initial_sids,port_contexts,security_classes;;selinux kernel policy language,sepolicy
SIP;.sip
SMT;.smt2,.smt,.z3;;boolector,cvc4,mathsat5,opensmt,smtinterpol,smt-rat,stp,verit,yices2,z3
SPARQL;.sparql,.rq
SQF;.sqf,.hqf
SQL;.sql,.ddl,.inc,.mysql,.prc,.tab,.udf,.viw
SQLPL;.sql,.db2
SRecode Template;.srt
SSH Config;;ssh-config,ssh_config,sshconfig,sshconfig.snip,sshd-config,sshd_config;;sshconfig,sshdconfig,ssh_config,sshd_config
STAR;.star
STL;.stl;;;ascii stl,stla
STON;.ston
SVG;.svg
SWIG;.i,.swg,.swig
Sage;.sage,.sagews
Sail;.sail
Salt;.sls;;;saltstack,saltstate
Sass;.sass
Scala;.scala,.kojo,.sbt,.sc;;scala
Scaml;.scaml
Scenic;.scenic;;scenic
Scheme;.scm,.sch,.sld,.sls,.sps,.ss;;scheme,guile,bigloo,chicken,csi,gosh,r6rs
Scilab;.sci,.sce,.tst
Self;.self
ShaderLab;.shader
Shell;.sh,.bash,.bats,.cgi,.command,.fcgi,.ksh,.pacscript,.sbatch,.sh.in,.slurm,.tmux,.tool,.trigger,.zsh,.zsh-theme;.bash_aliases,.bash_functions,.bash_history,.bash_logout,.bash_profile,.bashrc,.cshrc,.envrc,.flaskenv,.kshrc,.login,.profile,.tmux.conf,.xinitrc,.xsession,.zlogin,.zlogout,.zprofile,.zshenv,.zshrc,9fs,pkgbuild,bash_aliases,bash_logout,bash_profile,bashrc,cshrc,gradlew,kshrc,login,man,mvnw,profile,tmux.conf,xinitrc,xsession,zlogin,zlogout,zprofile,zshenv,zshrc;ash,bash,dash,ksh,mksh,pdksh,rc,sh,zsh;sh,shell-script,bash,zsh,envrc
ShellCheck Config;;.shellcheckrc;;shellcheckrc
ShellSession;.sh-session;;;bash session,console
Shen;.shen
Sieve;.sieve
Simple File Verification;.sfv;;;sfv
Singularity;;singularity
Slang;.slang
Slash;.sl
Slice;.ice
Slim;.slim
Slint;.slint
SmPL;.cocci;;;coccinelle
Smali;.smali
Smalltalk;.st,.cs;;;squeak
Smarty;.tpl
Smithy;.smithy
Snakemake;.smk,.snakefile;snakefile;;snakefile
Solidity;.sol
Soong;;android.bp
SourcePawn;.sp,.inc;;;sourcemod
SpiceDB Schema;.zed
Spline Font Database;.sfd
Squirrel;.nut
Stan;.stan
Standard ML;.ml,.fun,.sig,.sml;;;sml
Starlark;.bzl,.star;buck,build,build.bazel,module.bazel,tiltfile,workspace,workspace.bazel,workspace.bzlmod;;bazel,bzl
Stata;.do,.ado,.doh,.ihlp,.mata,.matah,.sthlp
StringTemplate;.st
Stylus;.styl
SubRip Text;.srt
SugarSS;.sss
SuperCollider;.sc,.scd;;sclang,scsynth
SurrealQL;.surql;;;surql
Survex data;.svx
Svelte;.svelte
Sway;.sw
Sweave;.rnw
Swift;.swift
SystemVerilog;.sv,.svh,.vh
TI Program;.8xp,.8xp.txt
TL-Verilog;.tlv
TLA;.tla
TMDL;.tmdl;;;tabular model definition language
TOML;.toml,.toml.example;cargo.lock,cargo.toml.orig,gopkg.lock,pipfile,mise.local.lock,mise.lock,pdm.lock,poetry.lock,uv.lock
TSPLIB data;.tsp;;;travelling salesman problem,traveling salesman problem
TSQL;.sql
TSV;.tsv,.vcf;;;tab-seperated values
TSX;.tsx;;;typescriptreact
TXL;.txl
Tact;.tact
Talon;.talon
Tape;.tape;;;vhs
Tcl;.tcl,.adp,.sdc,.tcl.in,.tm,.xdc;owh,starfield;tclsh,wish;sdc,xdc
Tcsh;.tcsh,.csh;;tcsh,csh
TeX;.tex,.aux,.bbx,.cbx,.cls,.dtx,.ins,.lbx,.ltx,.mkii,.mkiv,.mkvi,.sty,.toc;;;latex
Tea;.tea
Teal;.tl;;tl
Terra;.t;;lua
Terraform Template;.tftpl
Texinfo;.texinfo,.texi,.txi;;makeinfo
Text;.txt,.fr,.nb,.ncl,.no;citation,citations,copying,copying.regex,copyright.regex,fontlog,install,install.mysql,license,license.mysql,news,readme.me,readme.mysql,readme.nss,readme.pc,click.me,delete.me,keep.me,package.mask,package.use.mask,package.use.stable.mask,read.me,readme.1st,test.me,use.mask,use.stable.mask;;fundamental,plain text
TextGrid;.textgrid
TextMate Properties;;.tm_properties;;tm-properties
Textile;.textile
Thrift;.thrift
Toit;.toit
Tolk;.tolk
Tor Config;;torrc;;torrc
Tree-sitter Query;.scm;;;tsq
Turing;.t,.tu
Turtle;.ttl
Twig;.twig
Type Language;.tl;;;tl
TypeScript;.ts,.cts,.mts;;bun,deno,ts-node,tsx,node;ts
TypeSpec;.tsp;;;tsp
Typst;.typ;;;typ
Unified Parallel C;.upc
Unity3D Asset;.anim,.asset,.mask,.mat,.meta,.prefab,.unity
Unix Assembly;.s,.ms;;;gas,gnu asm,unix asm
Uno;.uno
UnrealScript;.uc
Untyped Plutus Core;.uplc
UrWeb;.ur,.urs;;;ur/web,ur
V;.v;;;vlang
VBA;.bas,.cls,.frm,.vba;;;visual basic for applications
VBScript;.vbs
VCL;.vcl
VHDL;.vhdl,.vhd,.vhf,.vhi,.vho,.vhs,.vht,.vhw
Vala;.vala,.vapi
Valve Data Format;.vdf,.vmf;;;keyvalues,vdf
Velocity Template Language;.vtl;;;vtl,velocity
Vento;.vto
Verilog;.v,.veo
Verse;.verse
Vespa Schema Definition;.sd;;;vespa
Vim Help File;.txt;;;help,vimhelp
Vim Snippet;.snip,.snippet,.snippets;;;snipmate,ultisnip,ultisnips,neosnippet
Vim script;.vim,.vba,.vimrc,.vmb;.exrc,.gvimrc,.nvimrc,.vimrc,_vimrc,gvimrc,nvimrc,vimrc;;vim,viml,nvim,vimscript
Visual Basic .NET;.vb,.vbhtml;;;visual basic,vbnet,vb .net,vb.net
Visual Basic 6.0;.bas,.cls,.ctl,.dsr,.frm;;;vb6,vb 6,visual basic 6,visual basic classic,classic visual basic
Volt;.volt
Vue;.vue
Vyper;.vy
WDL;.wdl;;;workflow description language
WGSL;.wgsl
Wavefront Material;.mtl
Wavefront Object;.obj
Web Ontology Language;.owl
WebAssembly;.wast,.wat;;;wast,wasm
WebAssembly Interface Type;.wit;;;wit
WebIDL;.webidl
WebVTT;.vtt;;;vtt
Wget Config;;.wgetrc;;wgetrc
Whiley;.whiley
Wikitext;.mediawiki,.wiki,.wikitext;;;mediawiki,wiki
Win32 Message File;.mc
Windows Registry Entries;.reg
Witcher Script;.ws
Wolfram Language;.mathematica,.cdf,.m,.ma,.mt,.nb,.nbp,.wl,.wls,.wlt;;wolfram,wolframkernel,wolframscript,math,mathkernel,mathematicascript,wolframnb,mathematica;mathematica,mma,wolfram,wolfram lang,wl
Wollok;.wlk
World of Warcraft Addon Data;.toc
Wren;.wren;;;wrenlang
X BitMap;.xbm;;;xbm
X Font Directory Index;;encodings.dir,fonts.alias,fonts.dir,fonts.scale
X PixMap;.xpm,.pm;;;xpm
X10;.x10;;;xten
XC;.xc
XCompose;;.xcompose,xcompose
XML;.xml,.adml,.admx,.ant,.axaml,.axml,.builds,.ccproj,.ccxml,.clixml,.cproject,.cscfg,.csdef,.csl,.csproj,.ct,.depproj,.dita,.ditamap,.ditaval,.dll.config,.dotsettings,.filters,.fsproj,.fxml,.glade,.gml,.gmx,.gpx,.grxml,.gst,.hzp,.icls,.iml,.ivy,.jelly,.jsproj,.kml,.launch,.mdpolicy,.meta4,.mjml,.mm,.mod,.mojo,.mxml,.natvis,.ncl,.ndproj,.nproj,.nuspec,.odd,.osm,.pkgproj,.pluginspec,.proj,.props,.ps1xml,.psc1,.pt,.pubxml,.qhelp,.rbxmx,.rdf,.res,.resx,.rs,.rss,.sch,.scxml,.sfproj,.shproj,.slnx,.srdf,.storyboard,.sublime-snippet,.sw,.targets,.tml,.ts,.tsx,.typ,.ui,.urdf,.ux,.vbproj,.vcxproj,.vsixmanifest,.vssettings,.vstemplate,.vxml,.wixproj,.workflow,.wsdl,.wsf,.wxi,.wxl,.wxs,.x3d,.xacro,.xaml,.xib,.xlf,.xliff,.xmi,.xml.dist,.xmp,.xproj,.xsd,.xspec,.xul,.zcml;.classpath,.cproject,.project,app.config,nuget.config,settings.stylecop,web.debug.config,web.release.config,web.config,packages.config;;rss,xsd,wsdl
XML Property List;.plist,.sttheme,.tmcommand,.tmlanguage,.tmpreferences,.tmsnippet,.tmtheme
XPages;.xsp-config,.xsp.metadata
XProc;.xpl,.xproc
XQuery;.xquery,.xq,.xql,.xqm,.xqy
XS;.xs
XSLT;.xslt,.xsl;;;xsl
Xmake;;xmake.lua
Xojo;.xojo_code,.xojo_menu,.xojo_report,.xojo_script,.xojo_toolbar,.xojo_window
Xonsh;.xsh
Xtend;.xtend
YAML;.yml,.mir,.reek,.rviz,.sublime-syntax,.syntax,.yaml,.yaml-tmlanguage,.yaml.sed,.yml.mysql;.clang-format,.clang-tidy,.clangd,.eslintrc,.gemrc,.releaserc,citation.cff,glide.lock,pixi.lock,yarn.lock;;yml
YANG;.yang
YARA;.yar,.yara
YASnippet;.yasnippet;;;snippet,yas
Yacc;.y,.yacc,.yy
Yul;.yul
ZAP;.zap,.xzap
ZIL;.zil,.mud
Zeek;.zeek,.bro;;;bro
ZenScript;.zs
Zephir;.zep
Zig;.zig,.zig.zon
Zimpl;.zimpl,.zmpl,.zpl
Zmodel;.zmodel
cURL Config;;.curlrc,_curlrc;;curlrc
crontab;;crontab;;cron,cron table
desktop;.desktop,.desktop.in
dircolors;.dircolors;.dir_colors,.dircolors,dir_colors,_dir_colors,_dircolors
eC;.ec,.eh
edn;.edn
fish;.fish;;fish
hoon;.hoon
iCalendar;.ics,.ical;;;ical
jq;.jq;;gojq,jaq,jq,jqjq,jqq,query-json
kvlang;.kv
mIRC Script;.mrc
mcfunction;.mcfunction
mdsvex;.svx
mupad;.mu
nanorc;.nanorc;.nanorc,nanorc
nesC;.nc
ooc;.ooc
pkg-config;.pc,.pc.in;;;pkgconf
q;.q
reStructuredText;.rst,.rest,.rest.txt,.rst.txt;;;rst
sed;.sed;;gsed,minised,sed,ssed
templ;.templ
ucode;.uc;;ucode
vCard;.vcf;;;virtual contact file,electronic business card
wisp;.wisp
xBase;.prg,.ch,.prw;;;advpl,clipper,foxpro`;
