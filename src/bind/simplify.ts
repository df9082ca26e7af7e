/** Adapter to OpenCC's character lists: traditional characters as simplified ones, for comparing, never for what is kept. */
import { Converter } from 'opencc-js/t2cn';
import { foldRadicals } from './fold-radicals.js';

// The package's types name their own files without endings, which Node's resolution does not follow.
const convert = Converter({ from: 't', to: 'cn' }) as (text: string) => string;
/** By character: nearly every text is simplified already, and converting costs more than looking up. */
const known = new Map<string, string>();

/** A text with each traditional character, and each radical in place of one, as its simplified character; as long as before. */
export function simplify(text: string): string {
  return foldRadicals(text).replace(/\p{Script=Han}/gu, simplifyCharacter);
}

function simplifyCharacter(character: string): string {
  const before = known.get(character);
  if (before !== undefined) return before;
  const converted = convert(character);
  const simple = converted.length === character.length ? converted : character;
  known.set(character, simple);
  return simple;
}
