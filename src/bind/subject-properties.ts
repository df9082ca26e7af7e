/** What a document says of itself beside its text, as evidence of who reports on which year: asked where the text is silent. */
import type { MarkupProperties } from '../model/index.js';
import { type PlainLine, squeeze } from './subject-text.js';

/** What stands between the parts of a window's title: `年度报告_某局_某网`. */
const SEPARATOR = /[_|｜—–]|\s-\s/u;

/** The parts of a document's own title, as lines. */
export function linesOfProperties(properties: MarkupProperties | undefined): PlainLine[] {
  const parts = (properties?.title ?? '').split(SEPARATOR).map((text) => ({ text: squeeze(text), raw: text.trim() }));
  return parts
    .filter(({ text }) => text !== '')
    .map(({ text, raw }) => ({ text, line: { text: raw, pageNumber: 1, tablesBefore: 0 } }));
}

/** The year in which a document says it was published. */
export function publishedYear(properties: MarkupProperties | undefined): number | undefined {
  const year = /^(?<year>(?:19|20)\d\d)(?:[-/.年]|$)/u.exec(properties?.published ?? '')?.groups?.['year'];
  return year === undefined ? undefined : Number(year);
}
