import { describe, expect, it } from 'vitest';
import type { Fact, PageReaders, PositionedPage } from '../../src/model/index.js';
import { readDocument, READERS_DIFFER } from '../../src/second-opinion.js';
import type { ReaderChoice, ReadDocument } from '../../src/second-opinion.js';
import { ScannedPages } from '../../src/scanned-pages.js';
import { CONTEXT, doubtedPage, drawReport, DrawnReadings, SOUND } from './drawn-report.js';
import type { WrittenReport } from './drawn-report.js';
import { write } from '../reconstruct/sketch.js';

/** Table four with a total that does not add up: 3 upheld, 0 in all. */
const BROKEN: WrittenReport = { ...SOUND, four: SOUND.four.with(3, '3|0|0|0|0|0|0|0|0|0|0|0|0|0|0') };

async function read(readings: DrawnReadings, choice: ReaderChoice = 'auto'): Promise<ReadDocument> {
  const scanned = new ScannedPages(readings, undefined, CONTEXT);
  return readDocument(readings, { choice, scanned, context: CONTEXT });
}

function readersOf({ readers }: ReadDocument): string[] {
  const agreement = ({ digitsAgree }: PageReaders): string =>
    digitsAgree === undefined ? '' : digitsAgree ? ' agree' : ' differ';
  return readers.map((page) => `${page.pageNumber} ${page.readers.join('+')}${agreement(page)}`);
}

function factOf({ analysis }: ReadDocument, id: string): Fact | undefined {
  return analysis.binding.facts.find(({ table, row, column }) => `${table}/${row}/${column}` === id);
}

function suspects({ analysis }: ReadDocument): string[] {
  return analysis.binding.facts
    .filter(({ status }) => status === 'suspect')
    .map(({ row, column }) => `${row}/${column}`);
}

describe('a sound document', () => {
  it('is read by the fast reader alone', async () => {
    const readings = new DrawnReadings(drawReport(SOUND), drawReport(SOUND, 'pdfjs'));
    const found = await read(readings);
    expect(found.analysis.binding.facts).toHaveLength(200);
    expect(found.analysis.binding.facts.every(({ status }) => status === 'printed')).toBe(true);
    expect(readersOf(found)).toEqual(['1 pdfium', '2 pdfium', '3 pdfium']);
    expect(readings.askedFor('pdfjs')).toEqual([]);
  });

  it.each(['pdfium', 'pdfjs'] as const)('is read by %s alone where it is chosen', async (reader) => {
    const readings = new DrawnReadings(drawReport(BROKEN), drawReport(BROKEN, 'pdfjs'));
    expect(readersOf(await read(readings, reader))).toEqual([1, 2, 3].map((page) => `${page} ${reader}`));
    expect(readings.askedFor(reader === 'pdfium' ? 'pdfjs' : 'pdfium')).toEqual([]);
  });

  it('is read by both throughout where both are chosen', async () => {
    const readings = new DrawnReadings(drawReport(SOUND), drawReport(SOUND, 'pdfjs'));
    expect(readersOf(await read(readings, 'both'))).toEqual([1, 2, 3].map((page) => `${page} pdfium+pdfjs agree`));
  });
});

describe('a page with a violated law', () => {
  it('is read by the second reader, and only it', async () => {
    const readings = new DrawnReadings(drawReport(BROKEN), drawReport(BROKEN, 'pdfjs'));
    const found = await read(readings);
    expect(readersOf(found)).toEqual(['1 pdfium', '2 pdfium', '3 pdfium+pdfjs agree']);
    expect(readings.askedFor('pdfjs')).toEqual([3]);
    expect(suspects(found)).toEqual([]);
  });

  it('has the figure marked in which the readers differ', async () => {
    const found = await read(new DrawnReadings(drawReport(BROKEN), drawReport(SOUND, 'pdfjs')));
    expect(readersOf(found)).toEqual(['1 pdfium', '2 pdfium', '3 pdfium+pdfjs differ']);
    expect(suspects(found)).toEqual(['review/total']);
    const fact = factOf(found, 'reviews/review/total');
    expect(fact?.doubts).toContain(READERS_DIFFER);
    expect([fact?.value, ...(fact?.alternatives ?? [])].sort()).toEqual(['0', '3']);
  });

  it('is believed in the reading whose laws hold', async () => {
    const found = await read(new DrawnReadings(drawReport(BROKEN), drawReport(SOUND, 'pdfjs')));
    expect(factOf(found, 'reviews/review/total')?.value).toBe('3');
  });

  it('has a figure marked that one reader does not see', async () => {
    const blank = { ...BROKEN, four: BROKEN.four.with(3, '3||0|0|0|0|0|0|0|0|0|0|0|0|0') };
    const found = await read(new DrawnReadings(drawReport(BROKEN), drawReport(blank, 'pdfjs')));
    expect(suspects(found)).toEqual(['review/corrected']);
    const other = await read(new DrawnReadings(drawReport(blank), drawReport(BROKEN, 'pdfjs')));
    expect(suspects(other)).toEqual(['review/corrected']);
  });
});

describe('a doubtful page', () => {
  const blind = (report: WrittenReport): ReturnType<typeof drawReport> =>
    drawReport(report).map((page, k) => (k === 1 ? doubtedPage(page, 'font-not-embedded') : page));

  it('is read by the careful reader at once', async () => {
    const readings = new DrawnReadings(blind(SOUND), drawReport(SOUND, 'pdfjs'));
    const found = await read(readings);
    expect(readings.askedFor('pdfjs')).toEqual([2]);
    expect(readersOf(found)).toEqual(['1 pdfium', '2 pdfium+pdfjs agree', '3 pdfium']);
    expect(found.analysis.pages.map((page) => page.kind === 'positioned' && page.reader)).toEqual([
      'pdfium',
      'pdfjs',
      'pdfium',
    ]);
  });

  it('is not disputed where the blind reader lacks figures', async () => {
    const lost = { ...SOUND, three: SOUND.three.map((line) => line.replace('|12|', '||')) };
    const found = await read(new DrawnReadings(blind(lost), drawReport(SOUND, 'pdfjs')));
    expect(readersOf(found)[1]).toBe('2 pdfium+pdfjs agree');
    expect(suspects(found)).toEqual([]);
    expect(factOf(found, 'applications/granted/natural_person')?.value).toBe('12');
  });

  it('is disputed where the blind reader has another figure', async () => {
    const other = { ...SOUND, three: SOUND.three.with(5, (SOUND.three[5] ?? '').replace('|12|', '|18|')) };
    const found = await read(new DrawnReadings(blind(other), drawReport(SOUND, 'pdfjs')));
    expect(readersOf(found)[1]).toBe('2 pdfium+pdfjs differ');
    expect(suspects(found)).toEqual(['granted/natural_person']);
    expect(factOf(found, 'applications/granted/natural_person')?.value).toBe('12');
  });
});

/** Neither rules nor figures: without its rules alone a table is still told by the places of its figures. */
function withoutTables(page: PositionedPage): PositionedPage {
  const tops = page.rulings.filter((ruling) => ruling.orientation === 'horizontal').map((ruling) => ruling.position);
  const first = Math.min(...tops);
  return { ...page, rulings: [], glyphs: page.glyphs.filter(({ box }) => box.bottom < first) };
}

describe('an incomplete document', () => {
  const lost = { ...SOUND, three: SOUND.three.toSpliced(10, 1) };

  it('is read throughout by the second reader', async () => {
    const readings = new DrawnReadings(drawReport(lost), drawReport(lost, 'pdfjs'));
    const found = await read(readings);
    expect(readings.askedFor('pdfjs')).toEqual([1, 2, 3]);
    expect(found.analysis.binding.facts.filter(({ status }) => status === 'missing')).toHaveLength(7);
  });

  it('is believed in the reading that leaves fewer figures open', async () => {
    const found = await read(new DrawnReadings(drawReport(lost), drawReport(SOUND, 'pdfjs')));
    expect(found.analysis.binding.facts.every(({ status }) => status === 'printed' || status === 'suspect')).toBe(true);
    expect(found.analysis.binding.facts.filter(({ status }) => status === 'missing')).toEqual([]);
  });

  it('marks in the believed reading what the other does not see', async () => {
    const found = await read(new DrawnReadings(drawReport(lost), drawReport(SOUND, 'pdfjs')));
    expect(readersOf(found)[1]).toBe('2 pdfium+pdfjs differ');
    // Rows below the lost one stand a row higher there: nearly all of table three is disputed, nothing else is.
    expect(
      new Set(found.analysis.binding.facts.filter(({ status }) => status === 'suspect').map(({ table }) => table)),
    ).toEqual(new Set(['applications']));
  });

  it('is not read again where it is no report at all', async () => {
    const prose = drawReport(SOUND, 'pdfium', '某某公司电话簿').map(withoutTables);
    const readings = new DrawnReadings(prose, prose);
    const found = await read(readings);
    expect(found.analysis.binding.facts).toEqual([]);
    expect(readings.askedFor('pdfjs')).toEqual([]);
  });

  it('is read again where its title says that it is a report', async () => {
    const without = drawReport(SOUND).map(withoutTables);
    const readings = new DrawnReadings(without, drawReport(SOUND, 'pdfjs'));
    const found = await read(readings);
    expect(readings.askedFor('pdfjs')).toEqual([1, 2, 3]);
    expect(found.analysis.binding.facts).toHaveLength(200);
  });
});

describe('a section that both readers miss', () => {
  const missed = (page: PositionedPage): PositionedPage => ({
    ...page,
    glyphs: page.glyphs.filter(({ box }) => page.pageNumber !== 3 || box.top !== 360),
  });
  const overprinted = (page: PositionedPage): PositionedPage =>
    page.pageNumber === 3 ? { ...page, glyphs: [...page.glyphs, ...write('健全沟通机制降低争议', 63, 324)] } : page;

  async function causeOfMissing(change: (page: PositionedPage) => PositionedPage): Promise<string | undefined> {
    const pages = (['pdfium', 'pdfjs'] as const).map((reader) => drawReport(SOUND, reader).map(change));
    const { analysis } = await read(new DrawnReadings(pages[0] ?? [], pages[1] ?? []), 'both');
    return analysis.findings.find(({ rule }) => rule === 'form.missing_section')?.cause;
  }

  it('was left out by the publisher', async () => {
    expect(await causeOfMissing(missed)).toBe('publisher');
  });

  it('may stand under the other text where texts are printed over one another', async () => {
    expect(await causeOfMissing((page) => overprinted(missed(page)))).toBe('unknown');
  });
});
