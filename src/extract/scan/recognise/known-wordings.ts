/** What forms are known to say: a line that says a part of it, character by character, needs no second reader. */

/** Wordings by their characters and digits alone. */
export interface KnownWordings {
  /** True where the characters stand in a wording one after the other, signs between them left out. */
  readonly includes: (characters: string) => boolean;
  /** The sign that wordings have between the characters at two places of the text, if any. */
  readonly signBehind: (characters: string, at: number) => string;
}

/** What tells wordings apart; signs do not. */
export const LETTER = /[\p{Script=Han}\p{Nd}]/u;
/** Between wordings: part of none. */
const BORDER = '\n';

/** Prepares wordings. */
export function knownWordings(wordings: readonly string[]): KnownWordings {
  const letters: string[] = [BORDER];
  /** By letter: the first sign that follows on it. */
  const signs: string[] = [''];
  for (const wording of wordings) {
    for (const character of wording.normalize('NFKC').replace(/\s/gu, '')) {
      if (LETTER.test(character)) {
        letters.push(character);
        signs.push('');
      } else if (signs.at(-1) === '') signs[signs.length - 1] = character;
    }
    letters.push(BORDER);
    signs.push(BORDER);
  }
  const all = letters.join('');
  return {
    includes: (characters) => all.includes(characters),
    signBehind: (characters, at) => {
      const sign = signs[all.indexOf(characters) + at] ?? '';
      return sign === BORDER ? '' : sign;
    },
  };
}
