/**
 * Elements without text that show something all the same: a picture behind them, or a sign that a sheet in a file of its own
 * draws by their class.
 */
import { attributeOf, parentOf, styleOf, type HtmlElement, type HtmlNode } from './html-elements.js';
import type { StyleSheets } from './style-sheets.js';

/** Elements of a line that pages give a class, and nothing else, to have something drawn. */
const CARRIERS: ReadonlySet<string> = new Set(['i', 'b', 'em', 's', 'u', 'span', 'font']);

/** Whether an empty element of a line may show a sign. */
export function isDrawnElsewhere(element: HtmlElement, { sheets }: { readonly sheets: StyleSheets }): boolean {
  if (!CARRIERS.has(element.tagName) || !isEmpty(element)) return false;
  const own = `${styleOf(element, 'background')} ${styleOf(element, 'background-image')}`;
  if (own.includes('url(') || sheets.valuesOf(element, 'background').some(({ value }) => value.includes('url(')))
    return true;
  // What a sheet inside the page writes into it is known.
  if ((['before', 'after'] as const).some((side) => sheets.contentsOf(element, side).length > 0)) return false;
  if (!sheets.hasOthers || attributeOf(element, 'class') === undefined) return false;
  // Editors leave a single one behind; digits come several at a time.
  return element.tagName === 'i' || neighboursOf(element).some((each) => attributeOf(each, 'class') !== undefined);
}

function isEmpty({ childNodes }: HtmlElement): boolean {
  return childNodes.length === 0;
}

/** Other empty elements right beside an element. */
function neighboursOf(element: HtmlElement): readonly HtmlElement[] {
  const around: readonly HtmlNode[] = parentOf(element)?.childNodes ?? [];
  const at = around.indexOf(element);
  return [around[at - 1], around[at + 1]].flatMap((node) =>
    node && 'tagName' in node && CARRIERS.has(node.tagName) && isEmpty(node) ? [node] : [],
  );
}
