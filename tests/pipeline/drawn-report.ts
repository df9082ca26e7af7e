/** A report of three pages drawn with rules and glyphs, and readings of it that can be told what each reader sees. */
import type { AnalysisContext } from '../../src/analysis.js';
import { PdfReadings } from '../../src/extract/index.js';
import { loadFamilies, PIPELINES_DIRECTORY } from '../../src/families/index.js';
import type { Glyph, PageDoubt, PdfReader, PositionedPage, Ruling } from '../../src/model/index.js';
import { horizontal, page, vertical, write } from '../reconstruct/sketch.js';
import { formRows, HEADER_THREE, TABLE_FOUR, TABLE_TWO, writeRows } from '../bind/tables.js';

const families = await loadFamilies(PIPELINES_DIRECTORY);

/** What a pass needs, without a list of divisions. */
export const CONTEXT: AnalysisContext = {
  families,
  regions: { findRegion: () => undefined, nameInDivision: () => undefined, isAmbiguous: () => false },
  notApplicableMarks: [...new Set(families.flatMap((family) => family.notApplicableMarks))],
  onStage: () => undefined,
};

const TOP = 100;
const LEFT = 40;
const ROW_HEIGHT = 20;
const WIDTH = 500;

interface Drawing {
  readonly glyphs: readonly Glyph[];
  readonly rulings: readonly Ruling[];
}

/** Draws a written table: `|` between cells, `<` where a cell goes on to the right, `^` below. */
function drawTable(lines: readonly string[]): Drawing {
  const squares = lines.map((line) => line.split('|'));
  const columns = Math.max(...squares.map((row) => row.length));
  const width = WIDTH / columns;
  const glyphs: Glyph[] = [];
  const rulings: Ruling[] = [];
  for (const [r, row] of squares.entries()) {
    for (const [c, text] of row.entries()) {
      const [x, y] = [LEFT + c * width, TOP + r * ROW_HEIGHT];
      if (text !== '^') rulings.push(horizontal(y, x, x + width));
      if (text !== '<') rulings.push(vertical(x, y, y + ROW_HEIGHT));
      if (text === '<' || text === '^') continue;
      let span = 1;
      while (row[c + span] === '<') span++;
      const size = Math.min(10, (span * width - 4) / Math.max(1, text.length));
      glyphs.push(...write(text, x + 2, y + 5, { size: /^[\d.]*$/u.test(text) ? 10 : size }));
    }
  }
  const [right, bottom] = [LEFT + WIDTH, TOP + lines.length * ROW_HEIGHT];
  rulings.push(horizontal(bottom, LEFT, right), vertical(right, TOP, bottom));
  return { glyphs, rulings };
}

/** The lines of the three tables, as the form has them. */
export interface WrittenReport {
  readonly two: readonly string[];
  readonly three: readonly string[];
  readonly four: readonly string[];
}

/** A report in which every law holds: 12 applications granted, 3 reviews upheld. */
export const SOUND: WrittenReport = {
  two: TABLE_TWO,
  three: [
    ...HEADER_THREE,
    ...writeRows(
      formRows('2021').map((row, k) => ({
        ...row,
        figures: [0, 2, 23].includes(k) ? ['12', '0', '0', '0', '0', '0', '12'] : new Array<string>(7).fill('0'),
      })),
    ),
  ],
  four: TABLE_FOUR.with(3, '3|0|0|0|3|0|0|0|0|0|0|0|0|0|0'),
};

/** What the form wants said besides its tables, by page, with the top of each line. */
const TEXT: readonly (readonly (readonly [string, number])[])[] = [
  [['一、总体情况。全年公开信息，均按时更新。', 52]],
  [],
  [
    ['五、存在的主要问题及改进情况', 300],
    ['解读形式较为单一，基层人员业务不够熟练；', 320],
    ['将加强培训，丰富解读方式，完善督查机制。', 340],
    ['六、其他需要报告的事项', 360],
    ['2023年未收取信息处理费。', 380],
  ],
];

/** The pages of a report as one reader sees them: title and table two, table three, table four. */
export function drawReport(
  report: WrittenReport,
  reader: PdfReader = 'pdfium',
  title = '某某局2023年政府信息公开工作年度报告',
): PositionedPage[] {
  return [report.two, report.three, report.four].map((lines, k) => {
    const { glyphs, rulings } = drawTable(lines);
    const heading = [
      '二、主动公开政府信息情况',
      '三、收到和处理政府信息公开申请情况',
      '四、政府信息公开行政复议、行政诉讼情况',
    ][k];
    const above = [...(k === 0 ? write(title, 60, 40) : []), ...write(heading ?? '', 60, 70)];
    const around = TEXT[k]?.flatMap(([text, y]) => write(text, 60, y)) ?? [];
    return { ...page([...above, ...around, ...glyphs], rulings, { pageNumber: k + 1 }), reader };
  });
}

/** A page with a doubt of its reader. */
export function doubtedPage(of: PositionedPage, kind: PageDoubt['kind']): PositionedPage {
  return { ...of, doubts: [{ kind, detail: '' }] };
}

/** Readings without a file: what each reader would see, and which pages it was asked for. */
export class DrawnReadings extends PdfReadings {
  readonly #pages: Readonly<Record<PdfReader, readonly PositionedPage[]>>;
  readonly #read = new Set<string>();

  constructor(pdfium: readonly PositionedPage[], pdfjs: readonly PositionedPage[]) {
    super(new Uint8Array());
    this.#pages = { pdfium, pdfjs };
  }

  /** Pages a reader was asked for, ascending. */
  askedFor(reader: PdfReader): number[] {
    return this.#pages[reader]
      .map(({ pageNumber }) => pageNumber)
      .filter((number) => this.#read.has(`${reader} ${number}`));
  }

  override read(reader: PdfReader, pageNumbers?: readonly number[]): Promise<readonly PositionedPage[]> {
    const wanted = this.#pages[reader].filter(({ pageNumber }) => pageNumbers?.includes(pageNumber) ?? true);
    for (const { pageNumber } of wanted) this.#read.add(`${reader} ${pageNumber}`);
    return Promise.resolve(wanted);
  }

  override reading(reader: PdfReader, pageNumber: number): PositionedPage | undefined {
    const isRead = this.#read.has(`${reader} ${pageNumber}`);
    return isRead ? this.#pages[reader].find((each) => each.pageNumber === pageNumber) : undefined;
  }
}
