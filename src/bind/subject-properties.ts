/** What a document says of itself beside its text, as evidence of who reports on which year: asked where the text is silent. */
import type { MarkupProperties, Table } from '../model/index.js';
import { type PlainLine, squeeze, toPlainLine } from './subject-text.js';

/** What stands between the parts of a window's title: `年度报告_某局_某网`. */
const SEPARATOR = /[_|｜—–]|\s-\s/u;

/** The parts of a document's own title, as lines. */
export function linesOfProperties(properties: MarkupProperties | undefined): PlainLine[] {
  const parts = (properties?.title ?? '').split(SEPARATOR).map((text) => ({ text: squeeze(text), raw: text.trim() }));
  return parts
    .filter(({ text }) => text !== '')
    .map(({ text, raw }) => ({ text, line: { text: raw, pageNumber: 1, tablesBefore: 0 } }));
}

/** The day on which a document says it was published, or only the year: `YYYY-MM-DD` or `YYYY`. */
export function publishedDate(properties: MarkupProperties | undefined): string | undefined {
  const stated = /^((?:19|20)\d\d)(?:[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)|[-/.年]|$)/u.exec(
    properties?.published ?? '',
  );
  if (stated === null) return undefined;
  const [, year = '', month, day] = stated;
  return month === undefined || day === undefined
    ? year
    : [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-');
}

/** What the first tables of a page say, a label and what stands behind it in a line: 发布机构：某局. */
export function linesOfFrames(tables: readonly Table[]): PlainLine[] {
  return tables.flatMap(({ cells }) =>
    cells.flatMap(({ text, rowIndex }, at) => {
      const next = cells[at + 1];
      const isLabel = next?.rowIndex === rowIndex && text !== '' && text.length <= LONGEST_LABEL;
      if (!isLabel) return [];
      return [
        toPlainLine({ text: `${squeeze(text).replace(/[:：]$/u, '')}：${next.text}`, pageNumber: 1, tablesBefore: 0 }),
      ];
    }),
  );
}

/** 发布机构, 信息公开类别: longer texts are no labels. */
const LONGEST_LABEL = 12;
