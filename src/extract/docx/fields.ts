/** Fields of a document: what is computed, and then what came out of it. Only that is printed. */
import { childOf, elementsOf, valueOf } from './xml-tree.js';
import type { XmlElement } from './xml-tree.js';

/** A field that is open. Changed in place, as the walk goes through its parts. */
export interface Field {
  /** What is computed, as far as it was read. */
  code: string;
  /** False from the mark on behind which its result stands. */
  isInCode: boolean;
  /** What is chosen in a list of a form. */
  readonly choice: string | undefined;
  /** The result is to be computed anew when the document is opened. */
  readonly isStale: boolean;
}

/** A field as its first mark describes it. */
export function beginField(mark: XmlElement): Field {
  const list = childOf(childOf(mark, 'w:ffData'), 'w:ddList');
  const entries = elementsOf(list).filter(({ name }) => name === 'w:listEntry');
  const chosen = entries[Number(valueOf(list, 'w:result') ?? valueOf(list, 'w:default') ?? 0)];
  return { code: '', isInCode: true, choice: chosen?.attributes.get('val'), isStale: isStale(mark) };
}

/** A field that is written as one element around its result. */
export function fieldAround(element: XmlElement): Field {
  const code = element.attributes.get('instr') ?? '';
  return { code, isInCode: false, choice: undefined, isStale: isStale(element) };
}

function isStale({ attributes }: XmlElement): boolean {
  return /^(?:true|1|on)$/u.test(attributes.get('dirty') ?? '');
}

/** What is computed whenever a page is shown, whatever result the file keeps: numbers of pages, days, times. */
const COMPUTED_ALWAYS = /^\s*(?:PAGE|NUMPAGES|SECTION|SECTIONPAGES|DATE|TIME)(?!\w)/iu;
/** What is drawn from its code, and keeps no result: letters set over one another, ringed, as a fraction. */
const DRAWN = /^\s*EQ(?!\w)/iu;

/** Whether a field may show something else than the result that the file keeps. */
export function mayShowOther({ isStale, code }: Field): boolean {
  return isStale || COMPUTED_ALWAYS.test(code);
}

/** Whether text stands in the code of a field, which nobody sees. */
export function isInCode(fields: readonly Field[]): boolean {
  return fields.some((field) => field.isInCode);
}

/**
 * What a field shows beside the result that the file keeps: the choice in a list of a form. Others without a result are
 * computed when the document is opened.
 */
export function endField({ isInCode, choice, code }: Field): { readonly text: string; readonly isUnknown: boolean } {
  const isUnknown = (isInCode && choice === undefined) || DRAWN.test(code);
  return { text: isInCode ? (choice ?? '') : '', isUnknown };
}
