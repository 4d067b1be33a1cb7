/** Why the files of a language have nothing to read, with the languages it is true of. The names are those of GitHub Linguist. */
export const COMMENTLESS: readonly (readonly [reason: string, languages: string])[] = [
  ['a table of values', '2-Dimensional Array, CSV, Formatted, NL, Raw token data, TSV, X Font Directory Index'],
  ['a copy of other files', 'Darcs Patch, Diff'],
  ['a copy of what the program says', 'Gettext Catalog, Jest Snapshot'],
  ['written by a tool that reads code', 'C-ObjDump, Cpp-ObjDump, D-ObjDump, ObjDump'],
  [
    'written by a tool, not by people',
    'Checksums, Gemfile.lock, Go Checksums, Linux Kernel Module, Simple File Verification',
  ],
  ['what a program printed', 'Elvish Transcript, IRC log, Julia REPL, Python console, Python traceback, ShellSession'],
  [
    'a drawing, kept by the program that draws it',
    'Altium Designer, KiCad Layout, KiCad Legacy Layout, KiCad Schematic',
  ],
  ['a drawing, kept by the program that draws it', 'LTspice Symbol, Max, Pure Data, STL, Spline Font Database'],
  ['a scene or score, kept by the program that makes it', 'Unity3D Asset, TextGrid, STON, Pickle'],
  ['letters drawn with letters', 'FIGlet Font'],
  ['a key', 'Public Key'],
  ['letters and calendars of people', 'E-mail, GEDCOM, iCalendar, vCard'],
  ['words for viewers', 'SubRip Text'],
  ['a list of names and values without comments', 'JAR Manifest'],
  ['marks of type between all words', 'Rich Text Format'],
  ['no sign for comments: every letter is an order, or ignored', 'Befunge, Brainfuck, TI Program'],
  ['no sign for comments: a number sign is a letter of the pattern', 'Regular Expression'],
  ['no sign for comments', 'Bru'],
  ['a template for texts of any language', 'Terraform Template'],
];
