/** What becomes of an element's text on the page: by its kind, its own style and the style sheets inside the page. */
import { attributeOf, parentOf, styleOf } from './html-elements.js';
import type { HtmlElement } from './html-elements.js';
import type { StyleSheets, Visibility } from './style-sheets.js';
import { LETTER_TRAITS, TRAITS, traitsOf, type Trait } from './traits.js';

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
        const isOwn = own.get(trait);
        return [trait, isOwn === undefined ? sheets.traitOf(element, trait) : isOwn ? 'yes' : 'no'];
      }),
    );
    const mayBe = (trait: Trait): boolean => has[trait] === 'yes' || has[trait] === 'maybe';
    const isPart = TABLE_PARTS.has(element.tagName);
    const isOpen = LETTER_TRAITS.some((trait) => has[trait] === 'maybe' && !(isPart && trait === 'raised'));
    const visibility = sheets.visibilityOf(element);
    const isConcealed = has['concealed'] === 'yes' || isOpen || isPale(element);
    return {
      visibility: visibility === 'shown' && isConcealed ? 'uncertain' : visibility,
      isRaised: !isPart && (has['raised'] === 'yes' || isMark(element)),
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

const STRUCK = new Set(['del', 's', 'strike']);

/** A raised sign by its kind, or the link that leads to a note. */
function isMark(element: HtmlElement): boolean {
  if (element.tagName === 'sup' || element.tagName === 'sub') return true;
  if (/(?:foot|end)note-?ref|msocomanchor/iu.test(attributeOf(element, 'class') ?? '')) return true;
  return element.tagName === 'a' && /^#_?(?:ftn|edn|fn|msocom)/iu.test(attributeOf(element, 'href') ?? '');
}

function isReversed(element: HtmlElement): boolean {
  return element.tagName === 'bdo' && attributeOf(element, 'dir')?.toLowerCase() === 'rtl';
}

const WHITE = /^(?:white|#f{3}|#f{6}|transparent|rgba?\((?:255[,\s]*){3}\)|rgba\([^)]*,\s*0\))$/iu;

/** White letters inside a cell, where nothing up to the table gives them a ground to stand out from. */
function isPale(element: HtmlElement): boolean {
  if (TABLE_PARTS.has(element.tagName)) return false;
  const color = styleOf(element, 'color') || (element.tagName === 'font' ? attributeOf(element, 'color') : '');
  if (color === undefined || !WHITE.test(color.trim())) return false;
  for (let around: HtmlElement | undefined = element; around !== undefined; around = parentOf(around)) {
    if (styleOf(around, 'background') !== '' || styleOf(around, 'background-color') !== '') return false;
    if (attributeOf(around, 'bgcolor') !== undefined || attributeOf(around, 'background') !== undefined) return false;
    if (around.tagName === 'table') return true;
  }
  return false;
}
