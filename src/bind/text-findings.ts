/** Says what a report's words leave in or leave out: notes of the form's authors, other years, expected subjects. */
import type { Fact, Family, Finding, Layout, Subject } from '../model/index.js';
import { remark } from './remark.js';
import { matchFirst, type PlainLine, readYear, toExpression, toPlainLine } from './subject-text.js';

/** What the words of a report are judged by. */
export interface TextContext {
  readonly layout: Layout;
  readonly family: Family;
  readonly subject: Subject;
  readonly facts: readonly Fact[];
}

/** `text.template_residue`, `text.stale_year`, and the family's rules on what a report is expected to mention. */
export function textFindings({ layout, family, subject, facts }: TextContext): readonly Finding[] {
  const lines = layout.lines.map(toPlainLine);
  const cells = layout.tables.flatMap((table) => table.cells).filter(({ text }) => text !== '');
  const inCells = cells.map(({ text, parts }): PlainLine => {
    const [part] = parts;
    const place = part === undefined ? { pageNumber: 0 } : { pageNumber: part.pageNumber, box: part.box };
    return toPlainLine({ text, tablesBefore: 0, ...place });
  });
  return [
    ...residueFindings([...lines, ...inCells], family),
    ...staleYearFindings(lines, family, subject.year),
    ...mentionFindings([...lines, ...inCells], family, subject, facts),
  ];
}

/** One finding for each kind of note, with the number of its places. */
function residueFindings(texts: readonly PlainLine[], { completeness }: Family): Finding[] {
  return completeness.residue.flatMap(({ pattern, severity }) => {
    const places = texts.filter(({ text }) => toExpression(pattern).test(text));
    const [first] = places;
    if (first === undefined) return [];
    const found = toExpression(pattern).exec(first.text)?.[0] ?? '';
    const message = {
      zh: `留有模板或编写说明的文字“${found}”，共 ${places.length} 处`,
      en: `words of a template are left in: “${found}”, ${places.length} ${places.length === 1 ? 'place' : 'places'}`,
    };
    return [{ ...remark('text.template_residue', severity, message, first), actual: found }];
  });
}

/** Titles of tables that name another year than the report. */
function staleYearFindings(lines: readonly PlainLine[], { completeness }: Family, year: number | undefined): Finding[] {
  if (year === undefined) return [];
  return lines.flatMap((line) => {
    const named = readYear(matchFirst(completeness.datedTitles, line.text)?.['year']);
    if (named === undefined || named === year) return [];
    const message = {
      zh: `报告 ${year} 年的情况，表题却写 ${named} 年：${line.text}`,
      en: `reports on ${year}, but the title of a table says ${named}: ${line.text}`,
    };
    const finding = remark('text.stale_year', 'info', message, line);
    return [{ ...finding, expected: String(year), actual: String(named) }];
  });
}

function mentionFindings(
  texts: readonly PlainLine[],
  { completeness }: Family,
  { year, unitType }: Subject,
  facts: readonly Fact[],
): Finding[] {
  const whole = texts.map(({ text }) => text).join('');
  const silent = completeness.mentions.filter(({ pattern, unitTypes, where, fromYear }) => {
    const isAsked = year !== undefined && year >= fromYear && unitTypes?.includes(unitType) !== false;
    const isAboveZero = where === undefined || facts.some((fact) => isAt(fact, where) && Number(fact.value) > 0);
    return isAsked && isAboveZero && !toExpression(pattern).test(whole);
  });
  return [...new Set(silent.map(({ rule }) => rule))].map((rule) => {
    const own = silent.filter((each) => each.rule === rule);
    const message = {
      zh: `没有写到${own.map(({ name }) => name.zh).join('、')}`,
      en: `says nothing of ${own.map(({ name }) => name.en).join(', ')}`,
    };
    return remark(rule, own[0]?.severity ?? 'info', message);
  });
}

function isAt(fact: Fact, place: { readonly table: string; readonly row: string; readonly column: string }): boolean {
  return fact.table === place.table && fact.row === place.row && fact.column === place.column;
}
