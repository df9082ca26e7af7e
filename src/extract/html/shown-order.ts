/** Cells whose characters are seen in another order than they stand in the source, or somewhere else. */
import { allElements, attributeOf, holdsBlock, parentOf, textOf, type HtmlElement } from './html-elements.js';
import type { Look } from './look.js';

type LookOf = (element: HtmlElement) => Look;

/** What a figure is written with. */
const FIGURE_SIGNS = /[\p{N}〇.,\-−+]/gu;
const DIGIT = /[\p{N}〇]/u;

/** Whether styles may set the figure in a cell in another order, or out of it. */
export function isOutOfOrder(cell: HtmlElement, lookOf: LookOf): boolean {
  const all = countSigns(cell);
  if (all === 0) return false;
  const { isTurned, isArranged } = lookOf(cell);
  if (isTurned || ((isArranged || isRightToLeft(cell, lookOf)) && countPieces(cell) > 1)) return true;
  return elementsOf(cell).some((element) => isMoved(element, all, lookOf));
}

/** Whether styles move the cells of a row, by what they say of it or of one of them. */
export function isOutOfPlace(row: HtmlElement, lookOf: LookOf): boolean {
  const own = lookOf(row);
  if (own.isArranged || own.isPlaced || own.isTurned) return true;
  return elementsOf(row).some((cell) => lookOf(cell).isPlaced);
}

function isMoved(element: HtmlElement, all: number, lookOf: LookOf): boolean {
  // What stands in a table inside the cell is another cell's.
  if (element.tagName === 'table') return false;
  const text = textOf(element);
  if (!DIGIT.test(text)) return element.childNodes.length > 0 && isSignMoved(element, text, lookOf);
  const look = lookOf(element);
  // What is no part of the figure, or may not be seen, is doubted as such.
  if (look.isRaised || look.visibility !== 'shown') return false;
  const isPlaced = look.isPlaced || DRAWN.has(element.tagName);
  if (look.isTurned || isScattered(element) || (isPlaced && countSigns(element) < all)) return true;
  if ((look.isArranged || look.isRightward) && countPieces(element) > 1) return true;
  return elementsOf(element).some((child) => isMoved(child, all, lookOf));
}

/** Texts of a drawing stand where it says, in any order. */
const DRAWN: ReadonlySet<string> = new Set(['text', 'tspan', 'textpath']);

/** Whether a drawing gives each character a place of its own, or turns its text. */
export function isScattered(element: HtmlElement): boolean {
  if (/rotate|matrix|skew|scale\([^)]*-/u.test(attributeOf(element, 'transform') ?? '')) return true;
  return DRAWN.has(element.tagName) && PLACES.some((name) => /\d[\s,]+[-+.\d]/u.test(attributeOf(element, name) ?? ''));
}

const PLACES = ['x', 'dx', 'rotate'];

/** A point or a sign that is moved makes another figure too. */
function isSignMoved(element: HtmlElement, text: string, lookOf: LookOf): boolean {
  return /^\s*[.,\-−+]\s*$/u.test(text) && lookOf(element).isPlaced;
}

/** Whether an element sets pieces of a figure that stand in its line in another order. */
export function isDisplacing(element: HtmlElement, { isArranged }: Look): boolean {
  return isArranged && countPieces(element) > 1 && !holdsBlock(element);
}

function isRightToLeft(cell: HtmlElement, lookOf: LookOf): boolean {
  for (let around: HtmlElement | undefined = cell; around !== undefined; around = parentOf(around)) {
    if (lookOf(around).isRightward) return true;
  }
  return false;
}

function countSigns(element: HtmlElement): number {
  return textOf(element).match(FIGURE_SIGNS)?.length ?? 0;
}

const pieceCounts = new WeakMap<HtmlElement, number>();

/** The texts in an element that part of a figure stands in. */
function countPieces(element: HtmlElement): number {
  for (const each of pieceCounts.has(element) ? [] : allElements(element).toReversed()) {
    const own = each.childNodes.map((node) =>
      'tagName' in node ? (pieceCounts.get(node) ?? 0) : countIn(textOf(node)),
    );
    pieceCounts.set(
      each,
      own.reduce((sum, count) => sum + count, 0),
    );
  }
  return pieceCounts.get(element) ?? 0;
}

function countIn(text: string): number {
  return text.match(/[\p{N}〇.,\-−+]+/gu)?.length ?? 0;
}

function elementsOf({ childNodes }: HtmlElement): readonly HtmlElement[] {
  return childNodes.filter((child): child is HtmlElement => 'tagName' in child);
}
