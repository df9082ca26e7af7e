/** Who reports on which year: from the title, and where it does not say so from what else the text states. */
import type { Family, Finding, Layout, Regions, Subject } from '../model/index.js';
import { describeBody, findScope } from './subject-body.js';
import { findContacts } from './subject-contacts.js';
import { findPeriod, findPublication, type Publication } from './subject-dates.js';
import { periodFindings, publicationFindings, titleFindings } from './subject-findings.js';
import { linesOfFrames, linesOfProperties, publishedDate } from './subject-properties.js';
import { withRunOnTitles } from './subject-run-on.js';
import { findSignature } from './subject-signature.js';
import { type PlainLine, toPlainLine } from './subject-text.js';
import { findTitle, type Title } from './subject-title.js';

// A title stands before the first table of figures; menus and a table of contents may come before it.
const HEAD_LINES = 150;
/** A table with fewer cells that hold nothing but a number is one that a web site puts above its documents. */
const FEWEST_FIGURES = 4;

/**
 * The agency as printed, without white space, and the year reported on: from the title, else from the statistical period,
 * else the year before publication; empty where unknown. Where they contradict each other the title wins and a finding
 * says so.
 *
 * @returns `isTitled` where a title names the year
 */
export function layoutToSubject(
  layout: Layout,
  family: Family,
  regions: Regions,
): { value: Subject; findings: readonly Finding[]; isTitled: boolean } {
  const lines = layout.lines.map(toPlainLine);
  const frames = framesAtHead(layout);
  const head = lines.filter(({ line }) => line.tablesBefore <= frames).slice(0, HEAD_LINES);
  const headTitle = findTitle(head, family, regions) ?? runOnTitle(head, family, regions);
  const ownTitle = findTitle(linesOfProperties(layout.properties), family, regions);
  const title = headTitle ?? findTitle(linesOfFirstTable(layout), family, regions) ?? ownTitle;
  const period = findPeriod(head, family.title);
  const stated = statedPublication(layout);
  const frame = linesOfFrames(layout.tables.slice(0, frames));
  const publication = findPublication([...lines, ...frame], family.title) ?? stated;
  // `head` is where `lines` begins, so that the title's indices are good for both.
  const agency = title?.agency ?? findSignature(lines, headTitle, frame) ?? ownTitle?.agency ?? '';
  const year = title?.year ?? period?.year ?? (publication === undefined ? undefined : publication.year - 1);
  const body = describeBody(agency, lines, family.bodies, regions);
  return {
    value: {
      agency,
      ...body,
      scope: findScope(body.unitType, lines, family.bodies),
      ...(year === undefined ? {} : { year }),
      ...(period === undefined ? {} : { period: { from: period.from, to: period.to } }),
      ...(publication && (publication.isCertain || isDay(publication, stated))
        ? { published: { date: publication.date, source: publication.source } }
        : {}),
      contacts: findContacts(head, family.contacts),
    },
    findings: [
      ...titleFindings(title),
      ...periodFindings(title, period, head[headTitle?.start ?? -1]),
      ...publicationFindings({ lines: [...lines, ...frame], family, year, unitType: body.unitType, stated }),
    ],
    isTitled: title?.year !== undefined,
  };
}

/** How many tables without figures stand before all others: the index number of a page, its author and date. */
function framesAtHead({ tables }: Layout): number {
  const at = tables.findIndex(({ cells }) => cells.filter(({ text }) => /^\d+$/u.test(text)).length >= FEWEST_FIGURES);
  return at < 0 ? tables.length : at;
}

/** The date that a document states beside its text; it stands in no line. */
function statedPublication({ properties }: Layout): Publication | undefined {
  const date = publishedDate(properties);
  if (date === undefined) return undefined;
  return { year: Number(date.slice(0, 4)), index: -1, source: 'label', date, isCertain: false };
}

/** Whether a date is the one that a document states beside its text, and says the day. */
function isDay(publication: Publication, stated: Publication | undefined): boolean {
  return publication === stated && publication.date.length > '2024'.length;
}

/** A title at the head of a line that goes on; its place is that line's. */
function runOnTitle(head: readonly PlainLine[], family: Family, regions: Regions): Title | undefined {
  const title = findTitle(withRunOnTitles(head, family), family, regions);
  return title && { ...title, start: 0, end: 0 };
}

/** Pages of web sites keep a document's name in a table of its own; its cells are read like lines. */
function linesOfFirstTable(layout: Layout): PlainLine[] {
  const cells = layout.tables[0]?.cells ?? [];
  return cells.map(({ text }) => toPlainLine({ text, pageNumber: 0, tablesBefore: 0 }));
}
