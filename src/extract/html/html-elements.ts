/** What elements of HTML are to a reader: shown or not, on lines of their own or in the line. */
import type { DefaultTreeAdapterTypes } from 'parse5';

/** An element of a parsed page. */
export type HtmlElement = DefaultTreeAdapterTypes.Element;
/** A node of a parsed page. */
export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;

/** Elements whose content is never shown. `noscript` is not, since pages are read as a browser with scripts shows them. */
const UNSEEN = new Set(
  (
    'audio canvas datalist embed head iframe meter noembed noframes noscript object progress rp rt rtc script style template ' +
    'title video annotation annotation-xml defs desc metadata mphantom symbol'
  ).split(' '),
);
/** Those of them whose text some browsers show after all. */
const SHOWN_BY_SOME = new Set(['rtc']);

/** Elements that stand on lines of their own (HTML, "Rendering": display: block, list-item and what a table is made of). */
const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option p plaintext pre ' +
    'search section summary table ul xmp'
  ).split(' '),
);

/** Values of `display` that put an element on lines of its own. */
const BLOCK_DISPLAY = /^(?:block|flow-root|flex|grid|list-item|table(?:-row|-cell|-caption)?)$/u;

/** Pictures. `canvas`, `object` and the like are pictures of a sort as well: what they show is not known. */
const PICTURES = new Set(['img', 'svg', 'canvas', 'object', 'embed', 'image', 'meter', 'progress']);

/** A picture no larger than this, in pixels, is there to push its neighbours apart. */
const SPACER_PX = 2;

/** An attribute's value; `undefined` where the element has none of that name. */
export function attributeOf(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

/** The element that an element stands in. */
export function parentOf({ parentNode }: HtmlElement): HtmlElement | undefined {
  return parentNode !== null && 'tagName' in parentNode ? parentNode : undefined;
}

const NO_STYLE: ReadonlyMap<string, string> = new Map();
const ownStyles = new WeakMap<HtmlElement, ReadonlyMap<string, string>>();

/** The value of a property that an element's own style sets, in lower case; empty where it sets none. */
export function styleOf(element: HtmlElement, property: string): string {
  const known = ownStyles.get(element);
  if (known) return known.get(property) ?? '';
  const style = attributeOf(element, 'style');
  const own = style === undefined ? NO_STYLE : declarationsOf(style);
  ownStyles.set(element, own);
  return own.get(property) ?? '';
}

function declarationsOf(style: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const declaration of style.split(';')) {
    const colon = declaration.indexOf(':');
    if (colon < 0) continue;
    const value = declaration.slice(colon + 1).replace(/!important/iu, '');
    found.set(declaration.slice(0, colon).trim().toLowerCase(), value.trim().toLowerCase());
  }
  return found;
}

/** True for an element that no reader sees: by its kind, its attributes or its own style. */
export function isUnseen(element: HtmlElement): boolean {
  const isShownAfterAll = shadowOf(element).length > 0;
  return (UNSEEN.has(element.tagName) && !isShownAfterAll) || isHidden(element);
}

/** What a template puts into the element around it when the page is opened (a declarative shadow root); mostly nothing. */
export function shadowOf(element: HtmlElement): readonly HtmlNode[] {
  return isTemplate(element) && attributeOf(element, 'shadowrootmode') !== undefined ? element.content.childNodes : [];
}

function isTemplate(element: HtmlElement): element is DefaultTreeAdapterTypes.Template {
  return element.tagName === 'template';
}

/** True for an element of a kind that is shown, which is switched off, or that some browsers show. */
export function isHidden(element: HtmlElement): boolean {
  return isInvisible(element) || isAbsent(element) || SHOWN_BY_SOME.has(element.tagName);
}

/** True for an element that takes its room and shows nothing in it, by its own style. */
export function isInvisible(element: HtmlElement): boolean {
  return styleOf(element, 'visibility') === 'hidden';
}

/** True for an element that takes no room, by its kind, its attributes or its own style. */
function isAbsent(element: HtmlElement): boolean {
  if (element.tagName === 'dialog' && attributeOf(element, 'open') === undefined) return true;
  if (element.tagName === 'input' && attributeOf(element, 'type')?.toLowerCase() === 'hidden') return true;
  const display = styleOf(element, 'display');
  if (display === 'none' || styleOf(element, 'visibility') === 'collapse') return true;
  // An own style shows an element again that is `hidden`.
  return attributeOf(element, 'hidden') !== undefined && display === '';
}

/** True for an element on lines of its own. */
export function isBlock(element: HtmlElement): boolean {
  const display = styleOf(element, 'display');
  if (display === '' || display === 'inherit' || display === 'initial') return BLOCKS.has(element.tagName);
  return BLOCK_DISPLAY.test(display);
}

// Elements stand within elements, and each may be asked: without a memory the work doubles with every level.
const withBlocks = new WeakMap<HtmlElement, boolean>();

/** Whether some element within an element stands on lines of its own, whatever styles make of it. */
export function holdsBlock(element: HtmlElement): boolean {
  // What is inside comes behind, and so is known before what is around it.
  for (const each of withBlocks.has(element) ? [] : allElements(element).toReversed()) {
    const inside = each.childNodes.filter((child) => 'tagName' in child);
    withBlocks.set(
      each,
      inside.some((child) => isOnOwnLines(child) || withBlocks.get(child) === true),
    );
  }
  return withBlocks.get(element) === true;
}

/** True for an element that is part of a line, with nothing in it that is not. */
export function isInLine(element: HtmlElement): boolean {
  return !isOnOwnLines(element) && !holdsBlock(element);
}

function isOnOwnLines(element: HtmlElement): boolean {
  return BLOCKS.has(element.tagName) || isBlock(element);
}

/** True for a picture that may show something. */
export function isPicture(element: HtmlElement): boolean {
  if (!PICTURES.has(element.tagName)) return false;
  const sides = ['width', 'height'].map((side) => Number.parseFloat(attributeOf(element, side) ?? ''));
  return !sides.some((side) => side <= SPACER_PX);
}

/** All text of an element, shown or not. */
export function textOf(node: HtmlNode): string {
  // Joined once, not level by level: elements stand within elements without end.
  const texts: string[] = [];
  const open: HtmlNode[] = [node];
  for (let each = open.pop(); each !== undefined; each = open.pop()) {
    if (each.nodeName === '#text' && 'value' in each) texts.push(each.value);
    else if ('childNodes' in each) for (const child of each.childNodes.toReversed()) open.push(child);
  }
  return texts.join('');
}

/** How much text stands in an element. */
export interface TextExtent {
  /** In characters that are no white space. */
  readonly length: number;
  readonly hasDigit: boolean;
}

const extents = new WeakMap<HtmlElement, TextExtent>();
const NO_TEXT: TextExtent = { length: 0, hasDigit: false };

/** How much text stands in an element, shown or not: asked at every level, the texts themselves would be gathered as often. */
export function extentOf(element: HtmlElement): TextExtent {
  for (const each of extents.has(element) ? [] : allElements(element).toReversed()) {
    const own = each.childNodes.map((node): TextExtent => {
      if ('tagName' in node) return extents.get(node) ?? NO_TEXT;
      if (node.nodeName !== '#text' || !('value' in node)) return NO_TEXT;
      return { length: node.value.replace(/\s/gu, '').length, hasDigit: /\p{N}/u.test(node.value) };
    });
    extents.set(each, {
      length: own.reduce((sum, { length }) => sum + length, 0),
      hasDigit: own.some(({ hasDigit }) => hasDigit),
    });
  }
  return extents.get(element) ?? NO_TEXT;
}

/** An element and all within it, in the order of the page; without recursion, for pages are nested without end to do harm. */
export function allElements(root: HtmlElement): readonly HtmlElement[] {
  const found: HtmlElement[] = [];
  const open = [root];
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    found.push(element);
    open.push(...element.childNodes.filter((child): child is HtmlElement => 'tagName' in child).reverse());
  }
  return found;
}
