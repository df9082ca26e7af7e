/** Text boxes and pictures. New word processors write a text box twice, once for old ones: only one of the two is read. */
import { elementsOf } from './xml-tree.js';
import type { XmlElement } from './xml-tree.js';

/** The alternative that is read: the newest, unless only an older one holds text. */
export function chosenAlternative(content: XmlElement): XmlElement {
  const alternatives = elementsOf(content).filter(({ name }) => name === 'mc:Choice' || name === 'mc:Fallback');
  const known = alternatives.filter(isUnderstood);
  const chosen = known.find((each) => textBoxesOf(each).length > 0) ?? known[0];
  return chosen ?? { name: content.name, attributes: new Map(), children: [] };
}

/** Prefixes of what word processors of today understand, as they are written without exception. */
const UNDERSTOOD = /^(?:w\d\d\w*|wp[a-z]?\d*|a\d*|c\d*|cx\d*|v|o|m|am3d|aink|a\d+svg|asvg)$/u;

/** Whether word processors read an alternative: an older one stands in for what they do not understand. */
function isUnderstood({ attributes }: XmlElement): boolean {
  const requires = (attributes.get('Requires') ?? '').split(/\s+/u).filter((prefix) => prefix !== '');
  return requires.every((prefix) => UNDERSTOOD.test(prefix));
}

/** Whether a drawing stands in the line like a letter, and not somewhere on the page. */
export function isInLine(drawing: XmlElement): boolean {
  return elementsOf(drawing).every((child) =>
    child.name === 'anchor' ? false : !/position:\s*absolute/iu.test(child.attributes.get('style') ?? ''),
  );
}

/** The contents of text boxes in a drawing, in order; boxes within boxes are part of those around them. */
export function textBoxesOf(element: XmlElement): readonly XmlElement[] {
  return elementsOf(element).flatMap((child) => {
    if (child.name === 'w:txbxContent') return [child];
    return textBoxesOf(child.name === 'mc:AlternateContent' ? chosenAlternative(child) : child);
  });
}

/** Elements that draw something; a line or an empty shape shows no figure. */
const PICTURES = new Set(['pic', 'v:imagedata', 'v:textpath', 'chart', 'relIds']);

/** Whether a drawing holds a picture or a chart. */
export function hasPicture(element: XmlElement): boolean {
  return elementsOf(element).some((child) => PICTURES.has(child.name) || hasPicture(child));
}
