/** What becomes of an element's text on the page: by its kind, its own style and the style sheets inside the page. */
import { attributeOf, styleOf, textOf } from './html-elements.js';
import type { HtmlElement } from './html-elements.js';
import type { StyleSheets, Visibility } from './style-sheets.js';
import { LETTER_TRAITS, roomDeclared, TRAITS, traitsOf, type Trait } from './traits.js';

/** How an element looks. */
export interface Look {
  /** By style sheets; `uncertain` too where any style may keep a reader from seeing what the text says. */
  readonly visibility: Visibility;
  readonly isRaised: boolean;
  readonly isStruck: boolean;
  /** Of no size; `undefined` where the element takes the size of what is around it. */
  readonly isTiny: boolean | undefined;
  /** What may set the order in which its text is seen; see `OrderTrait`. */
  readonly isPlaced: boolean;
  readonly isArranged: boolean;
  readonly isRightward: boolean;
  readonly isTurned: boolean;
}

/** Cells and what is around them: styles that raise letters move nothing in them. */
const TABLE_PARTS = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'caption']);

/** How the elements of a page look, by its sheets and their own styles. */
export function looksOf(sheets: StyleSheets): (element: HtmlElement) => Look {
  // A cell is asked for several times, and each time every rule of the page would be matched against it.
  const known = new WeakMap<HtmlElement, Look>();
  const lookOf = (element: HtmlElement): Look => {
    const own = traitsOf((property) => styleOf(element, property));
    const has = Object.fromEntries(
      TRAITS.map((trait) => {
        return [trait, sheets.traitOf(element, trait, own.get(trait))];
      }),
    );
    const mayBe = (trait: Trait): boolean => has[trait] === 'yes' || has[trait] === 'maybe';
    const isPart = TABLE_PARTS.has(element.tagName);
    const isOpen = LETTER_TRAITS.some((trait) => has[trait] === 'maybe' && !(isPart && trait === 'raised'));
    const visibility = sheets.visibilityOf(element);
    const isConcealed = has['concealed'] === 'yes' || isOpen || (!isPart && isCutOff(element, sheets));
    return {
      visibility: visibility === 'shown' && isConcealed ? 'uncertain' : visibility,
      isRaised: !isPart && (has['raised'] === 'yes' || (isMark(element) && !isSetDown(element))),
      isStruck: has['struck'] === 'yes' || (STRUCK.has(element.tagName) && has['struck'] !== 'no'),
      isTiny: has['tiny'] === undefined || has['tiny'] === 'maybe' ? undefined : has['tiny'] === 'yes',
      isPlaced: mayBe('placed'),
      isArranged: mayBe('arranged'),
      isRightward: mayBe('rightward') || attributeOf(element, 'dir')?.toLowerCase() === 'rtl',
      isTurned: mayBe('turned') || isReversed(element),
    };
  };
  return (element) => {
    const look = known.get(element) ?? lookOf(element);
    known.set(element, look);
    return look;
  };
}

/** The width of a digit in letters of the usual size, in pixels. */
const DIGIT_PX = 8;

/** Whether a figure may be longer than the element that it is cut off by. */
function isCutOff(element: HtmlElement, sheets: StyleSheets): boolean {
  const rooms = sheets.valuesOf(
    element,
    'room',
    roomDeclared((property) => styleOf(element, property)),
  );
  if (rooms.length === 0) return false;
  const text = textOf(element).trim();
  // Words go on in the next line.
  return /^[\p{N}.,\s]+$/u.test(text) && rooms.some(({ value }) => Number(value) < DIGIT_PX * text.length);
}

const STRUCK = new Set(['del', 's', 'strike']);

/** A raised sign by its kind, or the link that leads to a note. */
function isMark(element: HtmlElement): boolean {
  if (element.tagName === 'sup' || element.tagName === 'sub') return true;
  if (/(?:foot|end)note-?ref|msocomanchor/iu.test(attributeOf(element, 'class') ?? '')) return true;
  return element.tagName === 'a' && /^#_?(?:ftn|edn|fn|msocom)/iu.test(attributeOf(element, 'href') ?? '');
}

/** Its own style sets it on the line, and does not move it from there as sheets that make all browsers alike do. */
function isSetDown(element: HtmlElement): boolean {
  return styleOf(element, 'vertical-align') === 'baseline' && styleOf(element, 'top') === '';
}

function isReversed(element: HtmlElement): boolean {
  return element.tagName === 'bdo' && attributeOf(element, 'dir')?.toLowerCase() === 'rtl';
}
