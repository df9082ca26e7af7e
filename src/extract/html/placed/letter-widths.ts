/** How wide letters are: as their font says where it is at hand, else as most fonts of such documents have them. */
import type { FontFace } from '../sheet-rules.js';
import { widthsOfFont, type WidthOf } from './font-widths.js';

/** A width as a share of the size. */
export interface Width {
  readonly share: number;
  /** False where the font may have another one. */
  readonly isSure: boolean;
}

/** The widths of the fonts that a page brings along, by family. */
export type Fonts = ReadonlyMap<string, WidthOf>;

/** Reads the fonts that are embedded in a page. */
export function readFonts(faces: readonly FontFace[]): Fonts {
  return new Map(
    faces.flatMap(({ family, source }) => {
      const widthOf = widthsOfFont(source);
      return widthOf ? [[family, widthOf] as const] : [];
    }),
  );
}

/** The widths of letters in the first of some families that is known. */
export function widthIn(families: string, fonts: Fonts): (sign: string) => Width {
  const names = families.split(',').map((family) => family.replace(/["']/gu, '').trim());
  const brought = names.map((name) => fonts.get(name)).find((font) => font !== undefined);
  const known = FAMILIES.find(({ family }) => family.test(names[0] ?? ''));
  return (sign) => {
    const share = brought?.(sign);
    if (share !== undefined) return { share, isSure: true };
    if (FULL_WIDTH.test(sign)) return { share: 1, isSure: true };
    if (/\d/u.test(sign)) return { share: known?.digit ?? DIGIT_SHARE, isSure: known !== undefined };
    return { share: NARROW.test(sign) ? NARROW_SHARE : DIGIT_SHARE, isSure: false };
  };
}

/** Fonts of documents, and how wide their digits are. */
const FAMILIES = [
  { family: /times|simsun|simhei|fangsong|kaiti|宋|仿|楷|黑体|(?:^|\+)(?:fz|st)/u, digit: 0.5 },
  { family: /arial|helvetica|liberation sans/u, digit: 0.556 },
] as const;

/** Signs that are as wide as they are high: what is written with Chinese, and full-width forms. */
const FULL_WIDTH =
  /[\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u2014\u2018-\u201d\u2026\u2460-\u24ff\u{20000}-\u{3ffff}]/u;
const NARROW = /[ .,:;'"|!()[\]{}ijl/\\-]/u;
/** Half of the height is the width of a digit in the fonts of most Chinese documents. */
const DIGIT_SHARE = 0.5;
const NARROW_SHARE = 0.3;
