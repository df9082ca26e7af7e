/** A page on which text is set letter by letter, in pixels. */
import { bboxOfCorners, type Bbox, type Ruling } from '../../../model/index.js';
import { applied, heightScale, type Affine } from './affine.js';
import type { Frame } from './box-places.js';
import { lineHeight, type TextStyle } from './text-style.js';

/** A letter in its place. */
export interface DraftGlyph {
  readonly text: string;
  readonly box: Bbox;
  readonly size: number;
  readonly angleDeg: 0 | 90 | 180 | 270;
  readonly isSlanted: boolean;
  readonly isVisible: boolean;
  /** It stands behind others in its line whose width is known but roughly. */
  readonly isUnsure: boolean;
  /** Its own width is known but roughly. */
  readonly isRough: boolean;
}

/** A page that is being set; added to in place. */
export interface PageDraft {
  /** Text that runs on, with nothing between its letters: their widths are known but roughly, the places of both ends better. */
  readonly stretches: (readonly DraftGlyph[])[];
  readonly rulings: Ruling[];
  /** Frames drawn around whole pages, where a document is one page with all its sheets below each other. */
  readonly sheets: Bbox[];
  readonly frame: Frame;
}

interface SetSign {
  readonly text: string;
  readonly x: number;
  readonly width: number;
  readonly style: TextStyle;
  readonly isUnsure: boolean;
  readonly isRough: boolean;
}

/** Sets the lines of one box. */
export class LineSetter {
  readonly #draft: PageDraft;
  readonly #toPage: Affine;
  readonly #width: number | undefined;
  #x = 0;
  #y = 0;
  /** Height of the line so far. */
  #height = 0;
  #isAtStart = true;
  #endsInSpace = false;
  /** Letters so far of which it is not certain how wide they are, and whether some room lies behind them. */
  #roughCount = 0;
  #isApart = false;
  #line: SetSign[][] = [[]];

  constructor(draft: PageDraft, { toPage, width }: Frame) {
    this.#draft = draft;
    this.#toPage = toPage;
    this.#width = width;
  }

  /** The place where text goes on. */
  get place(): readonly [x: number, y: number] {
    return [this.#x, this.#y];
  }

  /** Sets text behind what stands in the line. */
  addText(text: string, style: TextStyle): void {
    const shown = style.isPre ? text : text.replace(/[\t\n\f\r ]+/gu, ' ');
    for (const sign of shown) {
      if (style.isPre && sign === '\n') this.breakLine(style);
      else this.#addSign(sign, style);
    }
  }

  #addSign(sign: string, style: TextStyle): void {
    const isCollapsing = sign === ' ' && !style.isPre;
    if (isCollapsing && (this.#isAtStart || this.#endsInSpace)) return;
    this.#endsInSpace = isCollapsing;
    this.#isAtStart = false;
    this.#height = Math.max(this.#height, lineHeight(style));
    const { share, isSure } = style.widthOf(sign);
    const [width, x] = [share * style.size, this.#x];
    const isSpace = /[\s\u00a0]/u.test(sign);
    if (isSpace) this.#part();
    else
      this.#line.at(-1)?.push({
        text: sign,
        x,
        width,
        style,
        isUnsure: this.#isApart && this.#roughCount >= MOST_ROUGH,
        isRough: !isSure,
      });
    if (!isSure) this.#roughCount++;
    this.#x += width + style.letterGap + (isSpace ? style.wordGap : 0);
    if (style.letterGap > GAP_SHARE * style.size) this.#part();
  }

  #part(): void {
    this.#line.push([]);
    this.#isApart ||= !this.#isAtStart;
  }

  /** Sets what is in an element of a width of its own, whatever width its text has, and goes on behind it. */
  setWithin(width: number, set: () => void): void {
    const [end, roughCount] = [this.#x + width, this.#roughCount];
    set();
    this.moveTo(end);
    this.#roughCount = roughCount;
  }

  /** Goes on at another place of the line. */
  moveTo(x: number): void {
    if (x !== this.#x) this.#part();
    this.#x = x;
    this.#isAtStart = false;
    this.#endsInSpace = false;
  }

  /** Ends the line; `isForced` also where nothing stands in it. */
  breakLine(style: TextStyle, isForced = true): void {
    if (this.#isAtStart && !isForced) return;
    const height = this.#height || lineHeight(style);
    this.#setLine(height);
    this.#y += height;
    this.#x = 0;
    this.#height = 0;
    this.#isAtStart = true;
    this.#endsInSpace = false;
    this.#roughCount = 0;
    this.#isApart = false;
  }

  #setLine(height: number): void {
    const signs = this.#line.flat();
    const last = signs.at(-1);
    const rest = last && this.#width !== undefined ? this.#width - last.x - last.width : 0;
    const align = signs[0]?.style.align ?? 'left';
    const indent = align === 'left' ? 0 : align === 'right' ? rest : rest / 2;
    for (const stretch of this.#line) {
      const glyphs = stretch.map((sign) => {
        const top = this.#y + (height - sign.style.size) / 2;
        return this.#toGlyph({ ...sign, x: sign.x + indent }, top);
      });
      if (glyphs.length > 0) this.#draft.stretches.push(glyphs);
    }
    this.#line = [[]];
  }

  #toGlyph({ text, x, width, style: { size, isVisible }, isUnsure, isRough }: SetSign, top: number): DraftGlyph {
    const [x0, y0] = applied(this.#toPage, x, top);
    const [x1, y1] = applied(this.#toPage, x + width, top + size);
    const degrees = (Math.atan2(this.#toPage[1], this.#toPage[0]) * 180) / Math.PI;
    const quarter = Math.round(degrees / 90);
    return {
      text,
      box: bboxOfCorners(x0, y0, x1, y1),
      size: size * heightScale(this.#toPage),
      angleDeg: ANGLES[((quarter % 4) + 4) % 4] ?? 0,
      isSlanted: Math.abs(degrees - quarter * 90) > MOST_SLANT_DEG,
      isVisible,
      isUnsure,
      isRough,
    };
  }
}

const ANGLES = [0, 90, 180, 270] as const;
/** Text turned by more is no text of a table. */
const MOST_SLANT_DEG = 3;
/** Behind so many letters whose width may be a tenth of their size more or less, a text may stand in another column. */
const MOST_ROUGH = 3;
/** Letters further apart than this share of their size are no one stretch. */
const GAP_SHARE = 0.25;
