import { describe, expect, it } from 'vitest';
import { loadFamilies, PIPELINES_DIRECTORY } from '../../src/families/index.js';
import { sourceToReports } from '../../src/pipeline.js';
import type { Report } from '../../src/model/index.js';
import { KINDS } from '../corpus/kinds.js';
import { htmlSource } from './html-source.js';

const families = await loadFamilies(PIPELINES_DIRECTORY);

/** What is read of a made page of which rows are written anew, by words of their labels; without the row where nothing is given. */
async function reportOf(changes: Readonly<Record<string, readonly string[]>>): Promise<Report> {
  const made = KINDS['web']?.make({ seed: 3, style: 'clean-cms' }).files[0]?.bytes;
  const text = new TextDecoder().decode(made).replace(/<tr>[^]*?<\/tr>\n?/gu, (row) => {
    const figures = Object.entries(changes).find(([label]) => row.includes(label))?.[1];
    if (figures === undefined) return row;
    let at = 0;
    return figures.length === 0
      ? ''
      : row.replace(/<td>(?:\d+|\s*|&nbsp;)<\/td>/gu, () => `<td>${figures[at++] ?? ''}</td>`);
  });
  const [report] = await sourceToReports(htmlSource(text), { families, reader: 'auto' });
  if (!report) throw new Error('no report');
  return report;
}

const contradictions = ({ findings }: Report): readonly string[] =>
  findings
    .filter(({ rule }) => rule === 'value.contradiction')
    .map(({ row, column, cause, message }) => `${row}/${column} ${cause} ${message.en}`);

const OTHER = '（六）其他处理';
const ALL = '（七）总计';

describe('sums that cannot hold together', () => {
  it('are found where a missing row must have two values', async () => {
    const report = await reportOf({ [OTHER]: ['59', '5', '', '2', '4', '5', '75'], [ALL]: [] });
    expect(contradictions(report)).toEqual([
      'handled_total/total publisher Table 3, (7) total × total has no figure, and no number in it lets these sums hold together: T3.handled ((7) total × total) demands 2649, T3.balance ((7) total × total) demands 2648',
      expect.stringContaining('T3.handled ((7) total × natural persons) demands 2189, T3.balance'),
    ]);
  });

  it('are found where blanks of a row and of its columns must differ', async () => {
    const report = await reportOf({ '4.保护第三方合法权益': ['28', '4', '', '', '0', '4', '37'] });
    expect(contradictions(report)).toEqual([
      expect.stringMatching(
        /^denied_4_third_party\/research publisher .*T3\.rowsum .*T3\.handled .*T3\.handled [^,]*$/u,
      ),
      expect.stringMatching(/^denied_3_three_securities\/legal_service publisher /u),
    ]);
    // Nothing is derived where it may be wrong, and nothing is marked that the page itself states.
    expect(report.facts.filter(({ row, status }) => row === 'denied_4_third_party' && status !== 'printed')).toEqual(
      [],
    );
  });

  it('are none where blanks have one value', async () => {
    const report = await reportOf({ [OTHER]: ['58', '5', '', '2', '4', '5', ''], [ALL]: [] });
    expect(contradictions(report)).toEqual([]);
    expect(report.facts.find(({ row, column }) => row === 'other_total' && column === 'total')?.value).toBe('74');
  });
});
