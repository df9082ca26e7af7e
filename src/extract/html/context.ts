/** What elements further out have decided of the text in an element of a page. */
import { PipelineError } from '../../model/index.js';
import { isInLine, styleOf } from './html-elements.js';
import type { HtmlElement } from './html-elements.js';
import { inkInside, PLAIN_INK, type Ink } from './ink.js';
import { liftedHidings } from './lifted-hiding.js';
import { looksOf, type Look } from './look.js';
import type { FrameOf, OpenedPage } from './open-page.js';
import { fontDoubts, type FontDoubtOf } from './own-fonts.js';
import { scriptedElements } from './scripted-elements.js';
import { isReordering } from './reordered-children.js';
import { isDisplacing, isScattered } from './shown-order.js';
import { readStyleSheets, type StyleSheets } from './style-sheets.js';

/** What is known of an element's surroundings. */
export interface Context {
  readonly isRaised: boolean;
  /** A line is drawn through it. */
  readonly isStruck: boolean;
  /** Its letters have no size. */
  readonly isTiny: boolean;
  /** Its letters are mirrored, turned or reversed. */
  readonly isTurned: boolean;
  /** Within its line it may be seen in another place than where it stands. */
  readonly isDisplaced: boolean;
  /** It runs from right to left. */
  readonly isRightward: boolean;
  /** Within its line it may not be seen, or a script may write something else. */
  readonly isUnsure: boolean;
  readonly ink: Ink;
  /** Line ends of the source are line ends on the page. */
  readonly isPreformatted: boolean;
  /** Whether it is in a cell, which is doubted as a whole; elsewhere single digits are left out where they are not certain. */
  readonly isInCell: boolean;
  readonly depth: number;
  readonly sheets: StyleSheets;
  /** What the page's own styles make of an element. */
  readonly lookOf: (element: HtmlElement) => Look;
  /** Why the digits right in an element may be drawn as others. */
  readonly fontDoubtOf: FontDoubtOf;
  /** Whether a script inside the page writes what an element shows. */
  readonly isScripted: (element: HtmlElement) => boolean;
  /** Whether an element is hidden only until a script inside the page shows it. */
  readonly isLifted: (element: HtmlElement) => boolean;
  readonly frameOf: FrameOf;
}

/** Elements within one another; browsers stop at 512. A page beyond it was made to harm. */
const DEEPEST = 1000;

const TOO_DEEP = {
  zh: `网页元素嵌套超过 ${DEEPEST} 层，不予读取`,
  en: `elements of the page are nested more than ${DEEPEST} deep; it is not read`,
};

/** The surroundings of a page's root. */
export function contextOf({ root, frameOf }: OpenedPage): Context {
  const sheets = readStyleSheets(root);
  const lifted = liftedHidings(root, sheets);
  return {
    isRaised: false,
    isStruck: false,
    isTiny: false,
    isTurned: false,
    isDisplaced: false,
    isRightward: false,
    isUnsure: false,
    ink: PLAIN_INK,
    isPreformatted: false,
    isInCell: false,
    depth: 0,
    sheets,
    lookOf: shownBy(looksOf(sheets), lifted),
    isLifted: (element) => lifted.has(element),
    fontDoubtOf: fontDoubts(root, sheets),
    isScripted: scriptedElements(root),
    frameOf,
  };
}

function shownBy(lookOf: Context['lookOf'], lifted: ReadonlySet<HtmlElement>): Context['lookOf'] {
  if (lifted.size === 0) return lookOf;
  return (element) => (lifted.has(element) ? { ...lookOf(element), visibility: 'shown' } : lookOf(element));
}

/** @throws {PipelineError} `memory-limit` for elements nested without end */
export function assertDepth({ depth }: Pick<Context, 'depth'>): void {
  if (depth > DEEPEST) throw new PipelineError('memory-limit', TOO_DEEP);
}

/** The surroundings of what is in an element. */
export function insideOf(element: HtmlElement, context: Context): Context {
  const { tagName } = element;
  const look = context.lookOf(element);
  const space = styleOf(element, 'white-space');
  const isPreformatted = /^(?:pre|listing|xmp|plaintext|textarea)$/u.test(tagName) || space.startsWith('pre');
  const isMoved = (look.isPlaced || context.isRightward || isScattered(element)) && isInLine(element);
  return {
    ...context,
    isRaised: context.isRaised || look.isRaised,
    isStruck: context.isStruck || look.isStruck,
    isTiny: look.isTiny ?? context.isTiny,
    isTurned: context.isTurned || look.isTurned,
    isDisplaced:
      context.isDisplaced || isMoved || isDisplacing(element, look) || isReordering(element, look, context.sheets),
    isRightward: context.isRightward || look.isRightward,
    isUnsure: context.isUnsure || (look.visibility === 'uncertain' && isInLine(element)),
    ink: inkInside(element, context.ink, context.sheets),
    isPreformatted: space === 'normal' ? false : context.isPreformatted || isPreformatted,
    depth: context.depth + 1,
  };
}

/** The surroundings of what is in a cell: a figure in it is judged by itself. */
export function insideOfCell(cell: HtmlElement, context: Context): Context {
  const around = { ...context, isRaised: false, isTiny: false, isDisplaced: false, isUnsure: false, isInCell: true };
  return insideOf(cell, around);
}
