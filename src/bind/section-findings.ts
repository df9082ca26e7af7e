/** Says which of the official sections a report lacks or leaves empty. */
import { PICTURE_MARK } from '../model/index.js';
import type { Block, Family, Finding, Layout } from '../model/index.js';
import { findSections, type FoundSection } from './find-sections.js';
import { remark } from './remark.js';
import { simplify } from './simplify.js';
import { isAgencyName } from './subject-agency.js';
import { type PlainLine, squeeze } from './subject-text.js';

/** With fewer headings than this, headings are pictures, or text was lost: single ones are not missed then. */
const FEWEST_HEADINGS = 3;
const DATE =
  /^[（(]?(?:19|20|[二一])[\d〇○零一二三四五六七八九]{2,3}年[\d一二三四五六七八九十]{1,2}月(?:[\d一二三四五六七八九十]{1,3}日)?[）)]?$/u;

/**
 * `form.missing_section`, `form.missing_heading`, `form.empty_section`, `form.no_headings` and `text.section_short`. Only
 * of reports of an edition that prescribes sections.
 *
 * @param found the blocks that were found
 */
export function sectionFindings(layout: Layout, family: Family, found: readonly Block[]): readonly Finding[] {
  const { editions } = family.completeness;
  if (!found.some(({ edition }) => editions.includes(edition))) return [];
  const lines = layout.lines
    .filter(({ isFurniture }) => isFurniture !== true)
    .map((line) => ({ text: simplify(squeeze(line.text)), line }));
  const sections = findSections(lines, layout, family.sections);
  if (sections.filter(({ isFound }) => isFound).length < FEWEST_HEADINGS) return [noHeadings()];
  const tables = new Set(found.map(({ table }) => table));
  return sections.flatMap((section) => {
    if (!section.isFound) return [missing(section, tables)];
    if (section.rule.table !== undefined && tables.has(section.rule.table)) return [];
    return [...emptyFindings(section), ...shortFindings(section)];
  });
}

function nameOf({ rule }: FoundSection): string {
  return rule.headings[0] ?? rule.id;
}

function noHeadings(): Finding {
  return remark('form.no_headings', 'info', {
    zh: '没有找到规定的各部分标题',
    en: 'the headings of the official sections were not found',
  });
}

function missing(section: FoundSection, tables: ReadonlySet<string>): Finding {
  const { table, severity } = section.rule;
  const name = nameOf(section);
  if (table !== undefined && tables.has(table)) {
    return remark('form.missing_heading', 'info', {
      zh: `没有找到标题“${name}”，表格已找到`,
      en: `the heading “${name}” was not found; its table was`,
    });
  }
  return remark('form.missing_section', severity, {
    zh: `没有找到“${name}”部分：可能未公布，也可能未能识别，请对照原文`,
    en: `the section “${name}” was not found: not published, or not recognised; compare the source`,
  });
}

/** A heading with nothing below it but another heading, or the signature. */
function emptyFindings(section: FoundSection): Finding[] {
  const { body, heading } = section;
  if (body === undefined || body.holdsTable || heading === undefined) return [];
  // More text than its lines: a sentence follows the heading in the same line.
  if (body.text !== body.lines.map(({ text }) => text).join('')) return [];
  if (!body.lines.every(isSignature)) return [];
  const name = nameOf(section);
  const message = {
    zh: `“${name}”部分只有标题，没有内容`,
    en: `the section “${name}” has a heading and nothing below it`,
  };
  return [remark('form.empty_section', 'warning', message, heading)];
}

function isSignature({ text }: PlainLine): boolean {
  return DATE.test(text) || isAgencyName(text) || isAgencyName(text.replace(/(?:19|20)\d\d年.{2,6}日$/u, ''));
}

function shortFindings(section: FoundSection): Finding[] {
  const { body, heading, rule } = section;
  if (body === undefined || body.holdsTable || rule.shortest === undefined || body.text === '') return [];
  if (body.text.length >= rule.shortest || body.text.includes(PICTURE_MARK)) return [];
  const name = nameOf(section);
  const message = {
    zh: `“${name}”部分只有 ${body.text.length} 字：${body.text}`,
    en: `the section “${name}” has only ${body.text.length} characters: ${body.text}`,
  };
  return [{ ...remark('text.section_short', 'info', message, heading), actual: body.text }];
}
