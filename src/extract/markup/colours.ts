/** Colours as style sheets write them (CSS Color 4), as far as pages of reports use them. */

/** Red, green and blue from 0 to 255, and how much covers what is below, from 0 to 1. */
export interface Colour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

/** As letters are drawn where no style says anything. */
export const BLACK: Colour = { red: 0, green: 0, blue: 0, alpha: 1 };
/** A page's ground where no style says anything. */
export const WHITE: Colour = { red: 255, green: 255, blue: 255, alpha: 1 };

/** Names that pages give to ink and paper; any other colour by name is seen on both. */
const NAMED: Readonly<Record<string, string>> = {
  ...{ black: '000', windowtext: '000', canvastext: '000', white: 'fff', window: 'fff', canvas: 'fff', red: 'f00' },
  ...{ blue: '00f', navy: '000080', yellow: 'ff0', green: '008000', lime: '0f0', aqua: '0ff', cyan: '0ff' },
  ...{ gray: '808080', grey: '808080', silver: 'c0c0c0', maroon: '800000', purple: '800080', teal: '008080' },
  ...{ orange: 'ffa500', snow: 'fffafa', ivory: 'fffff0', ghostwhite: 'f8f8ff', whitesmoke: 'f5f5f5' },
  ...{ floralwhite: 'fffaf0', azure: 'f0ffff', mintcream: 'f5fffa', lightgray: 'd3d3d3', lightgrey: 'd3d3d3' },
  transparent: '0000',
};

const FUNCTION = /^(?<name>rgb|hsl)a?\((?<parts>[^()]*)\)$/u;

/** A colour; `undefined` for a value that is none, or that is not followed here. */
export function parseColour(value: string): Colour | undefined {
  const text = value.trim().toLowerCase();
  const hex = /^#?([\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/u.exec(NAMED[text] ?? (text.startsWith('#') ? text : ''))?.[1];
  if (hex !== undefined) return ofHex(hex);
  const { name, parts = '' } = FUNCTION.exec(text)?.groups ?? {};
  const [first = '', second = '', third = '', fourth = '1'] = parts.split(/[\s,/]+/u).filter(Boolean);
  if (third === '') return undefined;
  const alpha = shareOf(fourth, 1);
  if (name === 'rgb') {
    return { red: shareOf(first, 255), green: shareOf(second, 255), blue: shareOf(third, 255), alpha };
  }
  return name === 'hsl' ? ofHue(Number.parseFloat(first), shareOf(second, 100), shareOf(third, 100), alpha) : undefined;
}

function ofHex(hex: string): Colour {
  const width = hex.length > 4 ? 2 : 1;
  const [red = 0, green = 0, blue = 0, alpha = 255] = [0, 1, 2, 3]
    .map((at) => hex.slice(at * width, (at + 1) * width))
    .filter(Boolean)
    .map((digits) => Number.parseInt(width === 1 ? digits + digits : digits, 16));
  return { red, green, blue, alpha: alpha / 255 };
}

/** A number as it is, or a percentage as a share of the most. */
function shareOf(text: string, most: number): number {
  const number = Number.parseFloat(text) || 0;
  return text.endsWith('%') ? (number / 100) * most : number;
}

function ofHue(hue: number, saturation: number, lightness: number, alpha: number): Colour {
  const light = lightness / 100;
  const reach = (saturation / 100) * Math.min(light, 1 - light);
  const channel = (offset: number): number => {
    const place = (offset + hue / 30) % 12;
    return 255 * (light - reach * Math.max(-1, Math.min(place - 3, 9 - place, 1)));
  };
  return { red: channel(0), green: channel(8), blue: channel(4), alpha };
}

/** Letters that cover less than this of what is below are not seen. */
const LEAST_ALPHA = 0.1;
/** Colours that differ by no more than this in each of red, green and blue are one to a reader. */
const SAME = 24;

/** Whether letters of a colour are not seen on a ground of another one. */
export function isUnseenOn(letters: Colour, ground: Colour): boolean {
  if (letters.alpha < LEAST_ALPHA) return true;
  return (['red', 'green', 'blue'] as const).every((part) => Math.abs(letters[part] - ground[part]) <= SAME);
}
