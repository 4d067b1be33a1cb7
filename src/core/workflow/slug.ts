/**
 * Words as a part of a name that every file system, shell and forge takes: small letters and digits with `-` between words. Letters with
 * marks become plain ones, those of Greek and Cyrillic what they sound like; of scripts without such a rule nothing is left, so the result
 * may be empty.
 */
export function slugOf(words: string): string {
  const spelled = words
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{ASCII}]/gu, (letter) => SPELLED.get(letter) ?? letter);
  return spelled
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{ASCII}]/gu, (letter) => SPELLED.get(letter) ?? ' ')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Letters that are no plain letter with a mark, and those of German, which are written out. */
const LATIN = 'ä ae ö oe ü ue ß ss å a æ ae œ oe ø o đ d ð d ħ h ı i ĸ k ł l ŋ ng þ th ŧ t';

const CYRILLIC =
  'а a б b в v г g ґ g д d е e ё e є ye ж zh з z и i і i ї yi й y ј j к k л l љ lj м m н n њ nj о o п p р r с s т t ћ c ђ dj у u ў u ф f ' +
  'х kh ц ts ч ch џ dz ш sh щ shch ъ - ы y ь - э e ю yu я ya';

const GREEK = 'α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o';

const SPELLED: ReadonlyMap<string, string> = new Map(
  [LATIN, CYRILLIC, GREEK].flatMap((table) =>
    [...table.matchAll(/(\S+) (\S+)/g)].map(
      ([, letter = '', plain = '']) => [letter, plain === '-' ? '' : plain] as const,
    ),
  ),
);
