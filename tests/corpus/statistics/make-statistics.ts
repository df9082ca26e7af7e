// Reports from before 2019 as files: web pages, pages for a browser to print, PDFs, word-processor files and text.
import { makeDocx } from '../docx/make-docx.js';
import { toDump } from '../dump.js';
import { openRun, readingsOf } from '../garblings/segmentations.js';
import { toHtml } from '../html.js';
import { renamed, type Composed, type MadeFiles } from '../made-files.js';
import type { PageStyle } from '../page-style.js';
import type { Random } from '../random.js';
import { namedFont } from '../raw-font.js';
import { layOutPages } from '../raw-layout.js';
import { toRawPdf } from '../raw-pdf.js';
import { makeWebPage, type WebStyleName } from '../web/make-web.js';
import type { StatisticsForm, StatisticsTruth } from './compose.js';

type Output = 'web' | 'print' | 'pdf' | 'docx' | 'tabs' | 'glued';

/** All styles by name: which report, and as what. */
export const STATISTICS_STYLES = {
  'national-web': { form: 'national', output: 'web', web: 'clean-cms' },
  'national-web-word': { form: 'national', output: 'web', web: 'word-pasted-gb2312' },
  'national-print': { form: 'national', output: 'print' },
  'national-pdf': { form: 'national', output: 'pdf' },
  'national-docx': { form: 'national', output: 'docx' },
  'national-text': { form: 'national', output: 'tabs' },
  'provincial-web': { form: 'provincial', output: 'web', web: 'layout-tables' },
  'provincial-pdf': { form: 'provincial', output: 'pdf' },
  'provincial-text': { form: 'provincial', output: 'tabs' },
  'provincial-glued': { form: 'provincial', output: 'glued' },
  'prose-web': { form: 'prose', output: 'web', web: 'no-declaration' },
  'prose-pdf': { form: 'prose', output: 'pdf' },
  'prose-text': { form: 'prose', output: 'tabs' },
} as const satisfies Readonly<Record<string, { form: StatisticsForm; output: Output; web?: WebStyleName }>>;

/** The name of a style. */
export type StatisticsStyleName = keyof typeof STATISTICS_STYLES;

const PAGE: PageStyle = { tablePt: 10, bodyPt: 14, marginMm: 25, pageNumber: '- n -' };

function pdfOf(made: Composed, random: Random): Uint8Array {
  const font = namedFont('UniGB-UCS2', 'STSong-Light');
  const pages = layOutPages(made.blocks, { ...PAGE, openBreaks: false, downwards: 'string' }, font.widthOf);
  return toRawPdf(pages, font, {}, random);
}

/** Rows whose two figures, grown together, can be parted in more than one way with the later one not the smaller. */
function undecidableRows(truth: StatisticsTruth): readonly string[] {
  return Object.entries(truth.statistics_by_id).flatMap(([row, { count, cumulative }]) => {
    if (cumulative === undefined) return [];
    const digits = `${count}${cumulative}`;
    const readings = readingsOf(digits, openRun(digits), 2).filter(([first = 0, second = 0]) => second >= first);
    return readings.length === 1 ? [] : [`statistics/${row}: ${digits}`];
  });
}

function gluedText(made: Composed, random: Random): string {
  return made.blocks
    .map((block) =>
      block.kind === 'plain-table'
        ? block.rows.map((cells) => cells.join('')).join('')
        : toDump([block], { form: 'tabs' }, random).trim(),
    )
    .join('\n');
}

/** Makes the file of a report. */
export function makeStatistics(
  made: Composed<StatisticsTruth>,
  styleName: StatisticsStyleName,
  random: Random,
): MadeFiles<StatisticsTruth> {
  const style: { output: Output; web?: WebStyleName } = STATISTICS_STYLES[styleName];
  const undecidable = style.output === 'glued' ? undecidableRows(made.truth) : [];
  const { name, truth } = renamed(made, 'statistics', styleName, { undecidable });
  const file = (extension: string, bytes: Uint8Array): MadeFiles<StatisticsTruth> => ({
    name,
    files: [{ name: `${name}.${extension}`, bytes }],
    truth,
  });
  const first = (files: MadeFiles): Uint8Array => files.files[0]?.bytes ?? new Uint8Array();
  switch (style.output) {
    case 'web':
      return file('html', first(makeWebPage(made, style.web ?? 'clean-cms', random)));
    case 'print':
      return file('html', Buffer.from(toHtml(made.blocks, PAGE), 'utf8'));
    case 'pdf':
      return file('pdf', pdfOf(made, random));
    case 'docx':
      return file('docx', first(makeDocx(made, 'plain', random)));
    case 'tabs':
      return file('txt', Buffer.from(toDump(made.blocks, { form: 'tabs' }, random), 'utf8'));
    case 'glued':
      return file('txt', Buffer.from(`${gluedText(made, random)}\n`, 'utf8'));
  }
}
