/** Makes texts fit a width without knowing the font: Han characters are as wide as high, others at most some 0.6 of it. */

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;
const NARROW_EM = 0.62;

/** The width of a text in em, rather too much than too little. */
export function textWidth(text: string): number {
  return Array.from(text).reduce((width, character) => width + widthOf(character), 0);
}

/** The text, or as much of its beginning and end as fits with `…` between: bodies of one city begin alike. */
export function fitText(text: string, widthEm: number): string {
  if (textWidth(text) <= widthEm) return text;
  const characters = Array.from(text);
  let tail = '';
  let head = '';
  let left = widthEm - 1;
  let at = 0;
  for (let end = characters.length - 1; at <= end;) {
    // Two from the end for each from the beginning: what tells bodies apart is at the end of their names.
    const isHead = textWidth(head) * 2 <= textWidth(tail);
    const character = characters[isHead ? at : end] ?? '';
    left -= widthOf(character);
    if (left < 0) break;
    if (isHead) {
      head += character;
      at++;
    } else {
      tail = character + tail;
      end--;
    }
  }
  return `${head}…${tail}`;
}

function widthOf(character: string): number {
  return WIDE.test(character) || (character.codePointAt(0) ?? 0) > 0xffff ? 1 : NARROW_EM;
}
