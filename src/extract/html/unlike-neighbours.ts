/**
 * Elements right beside a figure that look like part of it in the source, and may be none on the page: their digits are a note's mark,
 * the same figure for narrower windows, or words for readers who do not see.
 */
import { attributeOf, isInLine, parentOf, textOf } from './html-elements.js';
import type { HtmlElement } from './html-elements.js';

const DIGITS = /^\s*\p{N}+\s*$/u;

/** Whether digits right behind a figure may be a note's mark: a link within the page, or small letters. */
export function mayBeNote(element: HtmlElement): boolean {
  const isLink = element.tagName === 'a' && /^#./u.test(attributeOf(element, 'href') ?? '');
  return (isLink || element.tagName === 'small') && DIGITS.test(textOf(element));
}

/** Classes of words that are there to be read out, as all libraries of styles name them. */
const READ_OUT = /(?:^|\s)(?:sr-only|visually-?hidden|screen-reader(?:-text)?)(?:\s|$)/u;

/** Whether sheets elsewhere most likely let one of two elements in a line be seen, or this one by nobody. */
export function isSeenByTurns(element: HtmlElement): boolean {
  const name = classOf(element);
  if (READ_OUT.test(name)) return true;
  if (name === '' || !isInLine(element)) return false;
  const twin = elementBefore(element);
  if (twin === undefined || classOf(twin) === '' || classOf(twin) === name) return false;
  const text = textOf(element).trim();
  return DIGITS.test(text) && textOf(twin).trim() === text;
}

/** What a piece of a figure is written with. */
const PIECE = /^[\p{N}〇.,\-−+]+$/u;
/** Classes that word processors and browsers leave behind: they say of letters how they look. */
const OF_LETTERS = /^(?:mso|font\d|xl\d|\d|s\d+$|gram|spell|apple-|normalcharacter)/iu;

/**
 * Whether an element is a piece of a figure that a sheet elsewhere may leave out or set in another place, since it names the piece by its
 * class: it touches digits that are in no such element, or in one of another class, or each character has an element of its own.
 */
export function isPieceByClass(element: HtmlElement, hasOtherSheets: boolean): boolean {
  if (!hasOtherSheets || !isInLine(element) || !isNamedPiece(element)) return false;
  const around = parentOf(element)?.childNodes ?? [];
  const at = around.findIndex((child) => child === element);
  return [at - 1, at + 1].some((beside) => {
    const other = around[beside];
    if (other === undefined) return false;
    if (!('tagName' in other)) {
      const text = 'value' in other ? other.value : '';
      return beside < at ? /[\p{N}〇]$/u.test(text) : /^[\p{N}〇]/u.test(text);
    }
    const text = textOf(other);
    if (!isInLine(other) || !PIECE.test(text)) return false;
    return classOf(other) !== classOf(element) || (text.length === 1 && textOf(element).length === 1);
  });
}

function isNamedPiece(element: HtmlElement): boolean {
  const name = classOf(element);
  return name !== '' && !OF_LETTERS.test(name) && PIECE.test(textOf(element));
}

function classOf(element: HtmlElement): string {
  return attributeOf(element, 'class')?.trim() ?? '';
}

/** By element the one before it, of all children of a parent at once: each alone would look for itself among them. */
const befores = new WeakMap<HtmlElement, HtmlElement | undefined>();

/** The element before one, with nothing but white space between. */
function elementBefore(element: HtmlElement): HtmlElement | undefined {
  let before: HtmlElement | undefined;
  for (const child of befores.has(element) ? [] : (parentOf(element)?.childNodes ?? [])) {
    if ('tagName' in child) {
      befores.set(child, before);
      before = child;
    } else if (!('value' in child) || child.value.trim() !== '') before = undefined;
  }
  return befores.get(element);
}
