/** Walks a page whose styles place its text, and sets each text where it is seen. */
import { assertDepth } from '../context.js';
import { isBlock, isUnseen, textOf, type HtmlElement, type HtmlNode } from '../html-elements.js';
import type { Look } from '../look.js';
import { combine, shift, UNMOVED } from './affine.js';
import { placedFrame, sizeOf, type Frame } from './box-places.js';
import { LineSetter, type PageDraft } from './page-draft.js';
import { drawnBy, LEAST_SHEET_PX } from './box-rules.js';
import type { StatedStyle } from './stated-styles.js';
import { PLAIN_TEXT, styleInside, toPx, type PageStyles, type TextStyle } from './text-style.js';

/** What became of the digits of a page. */
export interface PlacedText {
  readonly drafts: readonly PageDraft[];
  /** Digits in places, in the flow of text, and where nothing says where they are or whether they are seen. */
  readonly digits: { placed: number; flowing: number; lost: number };
  /** Boxes that text is placed in. */
  readonly boxCount: number;
}

/** Where an element stands. */
interface Surroundings {
  readonly frame: Frame;
  readonly style: TextStyle;
  /** The page, and the lines of the box; absent in the flow of text. */
  readonly box?: { readonly draft: PageDraft; readonly setter: LineSetter };
  /** The page that boxes in the flow are placed on. */
  readonly draft?: PageDraft;
  readonly depth: number;
}

/** Sets the text of a page in its places. */
export function placeText(root: HtmlElement, styles: PageStyles, lookOf: (element: HtmlElement) => Look): PlacedText {
  const walker = new Walker(styles, lookOf);
  walker.inside(root, { frame: { toPage: UNMOVED }, style: PLAIN_TEXT, depth: 0 });
  walker.finish();
  return walker;
}

class Walker implements PlacedText {
  readonly drafts: PageDraft[] = [];
  readonly digits = { placed: 0, flowing: 0, lost: 0 };
  boxCount = 0;
  readonly #styles: PageStyles;
  readonly #stated: StatedStyle;
  readonly #lookOf: (element: HtmlElement) => Look;
  /** Text that nothing places stands on pages of its own, in its order. */
  #flow: { readonly draft: PageDraft; readonly setter: LineSetter } | undefined;
  /** What is placed on no sheet. */
  #loose: PageDraft | undefined;

  constructor(styles: PageStyles, lookOf: (element: HtmlElement) => Look) {
    this.#styles = styles;
    this.#stated = styles.stated;
    this.#lookOf = lookOf;
  }

  /** Goes through what is in an element. */
  inside(element: HtmlElement, around: Surroundings): void {
    assertDepth(around);
    for (const child of element.childNodes) this.#visit(child, around);
  }

  /** Ends what is open. */
  finish(): void {
    this.#flow?.setter.breakLine(PLAIN_TEXT, false);
    this.#flow = undefined;
  }

  #visit(node: HtmlNode, around: Surroundings): void {
    if (node.nodeName === '#text' && 'value' in node) this.#addText(node.value, around);
    else if ('tagName' in node && !isUnseen(node)) this.#visitElement(node, around);
  }

  #addText(text: string, { box, style }: Surroundings): void {
    const count = countDigits(text);
    if (box) {
      this.digits.placed += count;
      box.setter.addText(text, style);
    } else if (text.trim() !== '') {
      this.digits.flowing += count;
      this.#openFlow().addText(text, { ...PLAIN_TEXT, isPre: style.isPre });
    }
  }

  #openFlow(): LineSetter {
    if (this.#flow === undefined) {
      const draft = this.#open({ toPage: UNMOVED });
      this.#flow = { draft, setter: new LineSetter(draft, draft.frame) };
    }
    return this.#flow.setter;
  }

  #open(frame: Frame): PageDraft {
    this.finish();
    const draft: PageDraft = { stretches: [], rulings: [], sheets: [], frame };
    this.drafts.push(draft);
    return draft;
  }

  #visitElement(element: HtmlElement, around: Surroundings): void {
    if (this.#stated(element, 'display') === 'none') return;
    const style = styleInside(element, around.style, this.#styles);
    const position = this.#stated(element, 'position');
    const { visibility } = this.#lookOf(element);
    if (visibility === 'absent') return;
    if (style === undefined || position === undefined || visibility === 'uncertain') {
      this.digits.lost += countDigits(textOf(element));
      return;
    }
    const inside = { ...around, style, depth: around.depth + 1 };
    if (position === 'absolute' || position === 'fixed') this.#place(element, inside);
    else if (position === 'relative' && isBlock(element)) this.#visitFrame(element, inside);
    else this.#visitFlowing(element, inside);
  }

  /** A box out of the flow. */
  #place(element: HtmlElement, around: Surroundings): void {
    const frame = placedFrame(element, around.frame, around.style.size, this.#stated);
    if (frame === undefined) {
      // A container that is as large as what it stands in, for one, need not say where it is if it holds sheets.
      if (holdsSheets(element, this.#stated)) this.inside(element, around);
      else this.digits.lost += countDigits(textOf(element));
      return;
    }
    const draft = around.box?.draft ?? around.draft ?? this.#looseDraft();
    const { rulings, sheet } = drawnBy(element, frame, this.#stated);
    draft.rulings.push(...rulings);
    if (sheet) draft.sheets.push(sheet);
    this.boxCount++;
    const setter = new LineSetter(draft, frame);
    this.inside(element, { ...around, frame, box: { draft, setter } });
    setter.breakLine(around.style, false);
  }

  #looseDraft(): PageDraft {
    this.#loose ??= this.#open({ toPage: UNMOVED });
    return this.#loose;
  }

  /** A block in the flow that others are placed in: a sheet, or a part of a box. */
  #visitFrame(element: HtmlElement, around: Surroundings): void {
    const { box, style } = around;
    const size = sizeOf(element, around.frame, style.size, this.#stated);
    if (box && (size.height ?? 0) < LEAST_SHEET_PX) {
      box.setter.breakLine(style, false);
      const [x, y] = box.setter.place;
      const frame: Frame = { ...size, toPage: combine(around.frame.toPage, shift(x, y)) };
      const setter = new LineSetter(box.draft, frame);
      this.inside(element, { ...around, frame, box: { draft: box.draft, setter } });
      setter.breakLine(style, false);
      return;
    }
    const frame: Frame = { ...size, toPage: UNMOVED };
    this.inside(element, { style, depth: around.depth, frame, draft: this.#lazyDraft(element, frame) });
    this.#flow?.setter.breakLine(style, false);
  }

  /** A page for what is placed in an element; none where nothing is. */
  #lazyDraft(element: HtmlElement, frame: Frame): PageDraft {
    const holdsPlaced = element.childNodes.some((child) => 'tagName' in child && isPlaced(child, this.#stated));
    return holdsPlaced ? this.#open(frame) : this.#looseDraft();
  }

  #visitFlowing(element: HtmlElement, around: Surroundings): void {
    const { box, style } = around;
    const setter = box?.setter ?? this.#flow?.setter;
    if (element.tagName === 'br') setter?.breakLine(style);
    else if (isBlock(element)) {
      setter?.breakLine(style, false);
      this.inside(element, around);
      (box?.setter ?? this.#flow?.setter)?.breakLine(style, false);
    } else if (box) this.#visitInLine(element, around, box.setter);
    else this.inside(element, around);
  }

  /** An element of a line, which may have a width of its own or stand some way from what is before it. */
  #visitInLine(element: HtmlElement, around: Surroundings, setter: LineSetter): void {
    const of = { em: around.style.size, whole: around.frame.width };
    const margin = this.#stated(element, 'margin-left') ?? '';
    const [x] = setter.place;
    const start = x + (toPx(margin, of) ?? 0);
    if (start !== x) setter.moveTo(start);
    const width = this.#stated(element, 'display') === 'inline-block' ? this.#stated(element, 'width') : '';
    const px = toPx(width ?? '', of);
    if (px === undefined) this.inside(element, around);
    else
      setter.setWithin(px, () => {
        this.inside(element, around);
      });
  }
}

function isPlaced(element: HtmlElement, stated: StatedStyle): boolean {
  return stated(element, 'position') === 'absolute';
}

/** Whether an element holds blocks that others are placed in. */
function holdsSheets(element: HtmlElement, stated: StatedStyle): boolean {
  return element.childNodes.some((child) => 'tagName' in child && stated(child, 'position') === 'relative');
}

function countDigits(text: string): number {
  return text.match(/\p{N}/gu)?.length ?? 0;
}
