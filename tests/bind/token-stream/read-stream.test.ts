import { describe, expect, it } from 'vitest';
import { streamFacts } from '../../../src/bind/stream-facts.js';
import { readStream } from '../../../src/bind/token-stream/index.js';
import { block, family } from '../tables.js';

/** Rows of table three, every sum right; those not named are all 0. */
const FIGURES: Readonly<Record<string, string>> = {
  new_received: '7 1 3 0 0 0 11',
  carried_in: '74 0 0 0 0 2 76',
  granted: '60 1 3 0 0 0 64',
  denied_8_admin_query: '12 0 0 0 0 0 12',
  handled_total: '72 1 3 0 0 0 76',
  carried_out: '9 0 0 0 0 2 11',
};
const applications = block('2021', 'applications');
const NOUGHTS = '0 0 0 0 0 0 0';

interface Row {
  readonly label: string;
  readonly figures: string;
}

function rows(changes: Readonly<Record<string, string>> = {}): readonly Row[] {
  return applications.rows.map(({ id, path }) => ({
    label: path.at(-1)?.text ?? '',
    figures: changes[id] ?? FIGURES[id] ?? NOUGHTS,
  }));
}

/** Rows of figures as read, certain ones plain, others with `?`, missing ones `!`. */
function read(lines: readonly string[], slot = 'applications'): Record<string, string> {
  const found = readStream(lines, family).get(slot);
  const facts = found ? streamFacts(found) : [];
  const byRow: Record<string, string> = {};
  for (const { row, value, status } of facts) {
    const mark = status === 'printed' ? '' : status === 'missing' ? '!' : '?';
    byRow[row] = `${byRow[row] === undefined ? '' : `${byRow[row]} `}${value}${mark}`;
  }
  return byRow;
}

const EXPECTED = Object.fromEntries(applications.rows.map(({ id }) => [id, FIGURES[id] ?? NOUGHTS]));

describe('a table of statistics in a stream', () => {
  it('is read where a unit stands between each label and its figures, behind the last label too', () => {
    const blocks = family.editions.flatMap((edition) => edition.blocks);
    const provincial = blocks.find(
      ({ slot, rows: own }) => slot === 'statistics' && own.some(({ id }) => id === 'req_mail_fax'),
    );
    const forms = provincial?.rows ?? [];
    expect(forms.map(({ unit }) => unit)).toContain('件');
    const text = forms.map(({ path, unit }) => `${path.at(-1)?.text ?? ''}${unit ?? ''}00`).join('');
    expect(read([`指标计量单位本年度历年累计${text}`], 'statistics')).toEqual(
      Object.fromEntries(forms.map(({ id }) => [id, '0 0'])),
    );
  });
});

describe('table three in a stream', () => {
  it('is read where nothing parts figures, labels and rows', () => {
    const text = rows().map(({ label, figures }) => label + figures.replaceAll(' ', ''));
    expect(read([text.join('')])).toEqual(EXPECTED);
  });

  it('is read where figures stand before their labels', () => {
    expect(read(rows().map(({ label, figures }) => `${figures}\t${label}`))).toEqual(EXPECTED);
  });

  it('is read where labels are wrapped around their figures', () => {
    const lines = rows().flatMap(({ label, figures }) => [`${label.slice(0, 5)} ${figures}`, label.slice(5)]);
    expect(read(lines)).toEqual(EXPECTED);
  });

  it('is doubted in the row after a label that ends behind its figures, where these are left over', () => {
    const wrapped = new Map([
      ['1.申请人', ['1.申请人', '无正当理由 58 7 1 1 0 2 69', '逾期不补正']],
      ['2.申请人', ['2.申请人 20 2 1 0 1 1 25', '逾期不缴费']],
    ]);
    const lines = rows().flatMap(({ label, figures }) => wrapped.get(label.slice(0, 5)) ?? [`${label} ${figures}`]);
    const found = read(lines);
    expect([found['other_1_no_correction'], found['other_2_fee_unpaid']]).not.toContain('20 2 1 0 1 1 25');
    expect(found['notproc_4_excessive']).toBe(NOUGHTS);
  });

  it('is read column by column', () => {
    const columns = Array.from({ length: 7 }, (_, at) => rows().map(({ figures }) => figures.split(' ')[at] ?? ''));
    expect(read([...rows().map(({ label }) => label), ...columns.flat()])).toEqual(EXPECTED);
  });

  it('is not taken for a list of another edition that has as many figures, one a line', () => {
    const columns = Array.from({ length: 7 }, (_, at) => rows().map(({ figures }) => figures.split(' ')[at] ?? ''));
    const lines = [...rows().map(({ label }) => label), ...columns.flat(), '其他', ...new Array<string>(24).fill('0')];
    expect([...readStream(lines, family).keys()]).toEqual(['applications']);
  });

  it('is read without any label, line by line', () => {
    expect(read(rows().map(({ figures }) => figures))).toEqual(EXPECTED);
  });

  it('is read where every digit stands apart', () => {
    const lines = rows().map(({ label, figures }) => `${label} ${Array.from(figures.replaceAll(' ', '')).join(' ')}`);
    expect(read(lines)).toEqual(EXPECTED);
  });

  it('is read where digits of one figure stand closer than figures', () => {
    const lines = rows().map(({ label, figures }) => {
      const spaced = figures.split(' ').map((figure) => Array.from(figure).join(' '));
      return `${label}  ${spaced.join('  ')}`;
    });
    expect(read(lines)).toEqual(EXPECTED);
  });

  describe('read column by column, with one cell that prints nothing', () => {
    const down = (changes: Readonly<Record<string, string>>): string[] => {
      const columns = Array.from({ length: 7 }, (_, at) => rows(changes).map(({ figures }) => figures.split(' ')[at]));
      const printed = columns.flat().filter((figure) => figure !== '_');
      return [...rows().map(({ label }) => label), ...printed.map((figure) => figure ?? '')];
    };

    it('is read, since the sums tell which cell it is', () => {
      const changed = { new_received: '7 1 3 0 0 0 _' };
      expect(read(down(changed))).toEqual({ ...EXPECTED, new_received: '7 1 3 0 0 0 ' });
    });

    it('is doubted in those cells of which the sums do not tell which one it is', () => {
      const found = read(down({ denied_1_state_secret: '_ 0 0 0 0 0 0' }));
      expect(found['granted']).toBe(EXPECTED['granted']);
      expect(found['denied_1_state_secret']).toBe('0? 0 0 0 0 0 0');
      expect(found['denied_2_law_prohibits']).toBe('0? 0 0 0 0 0 0');
    });

    it('is not read where the sums fail in whatever cell it is', () => {
      const found = read(down({ new_received: '7 1 3 0 0 0 _', carried_out: '9 0 0 0 0 3 12' }));
      expect(Object.values(found).join(' ')).not.toMatch(/\d(?!\?|\d)/u);
    });
  });

  it('is in doubt where no reading of the digits makes all sums hold', () => {
    const lines = rows({ carried_in: '74 0 0 0 0 3 77' }).map(
      ({ label, figures }) => label + figures.replaceAll(' ', ''),
    );
    const found = read([lines.join('')]);
    expect(found['new_received']).toMatch(/\?/u);
    expect(found['carried_in']).toMatch(/\?/u);
    expect(found['partial']).toBe('0? 0? 0? 0? 0? 0? 0?');
  });

  it('lists every reading that makes all sums hold', () => {
    // 11 1 0 0 0 0 12, 1 11 0 0 0 0 12 or 1 1 10 0 0 0 12, in all rows alike.
    const row = '11 1 0 0 0 0 12';
    const lines = rows({
      ...{ new_received: row, carried_in: NOUGHTS, granted: row },
      ...{ denied_8_admin_query: NOUGHTS, handled_total: row, carried_out: NOUGHTS },
    }).map(({ label, figures }) => label + figures.replaceAll(' ', ''));
    const stream = readStream([lines.join('')], family).get('applications');
    const facts = stream ? streamFacts(stream).filter((fact) => fact.row === 'granted') : [];
    expect(facts.map(({ alternatives }) => alternatives.join('|'))).toEqual(['1|11', '1|11', '10|0', '', '', '', '']);
    expect(facts.map(({ status }) => status)).toEqual([
      ...new Array<string>(3).fill('suspect'),
      ...new Array<string>(4).fill('printed'),
    ]);
  });

  it('is not taken from a dump that holds the report twice', () => {
    const lines = rows().map(({ label, figures }) => `${label} ${figures}`);
    expect(read([...lines, ...lines])).toEqual({});
  });

  it('says that a row is missing whose label is not there', () => {
    const lines = rows()
      .filter((_, at) => at !== 4)
      .map(({ label, figures }) => `${label} ${figures}`);
    expect(read(lines)['denied_1_state_secret']).toBe('! ! ! ! ! ! !');
  });
});

describe('the figures beside table three', () => {
  const TITLED = ['第二十条第（一）项', '信息内容 本年制发件数 本年废止件数 现行有效件数'];
  const glued = rows().map(({ label, figures }) => `${label} ${figures.replaceAll(' ', '')}`);

  it('are certain where they can be split in one way only', () => {
    expect(read([...TITLED, '规章 000', '行政规范性文件 205', ...glued], 'article_20_1')).toEqual({
      regulations: '0 0 0',
      normative_documents: '2 0 5',
    });
  });

  it('are in doubt where they can be split in several', () => {
    const found = read([...TITLED, '规章 000', '行政规范性文件 2214', ...glued], 'article_20_1');
    expect(found['normative_documents']).toBe('? ? ?');
  });

  it('are in doubt where a figure may be lacking and no table proves that none is', () => {
    const found = read([...TITLED, '规章 000', '行政规范性文件 105'], 'article_20_1');
    expect(found['normative_documents']).toBe('1? 0? 5?');
  });
});

describe('table four in a stream', () => {
  const HEADER = [
    '行政复议 行政诉讼',
    '结果维持 结果纠正 其他结果 尚未审结 总计 未经复议直接起诉 复议后起诉',
    '结果维持 结果纠正 其他结果 尚未审结 总计 结果维持 结果纠正 其他结果 尚未审结 总计',
  ];
  const glued = rows().map(({ label, figures }) => label + figures.replaceAll(' ', ''));

  it('is certain where there are as many digits as figures', () => {
    expect(read([...glued, ...HEADER, '100010200200022'], 'reviews')).toEqual({
      review: '1 0 0 0 1',
      litigation_direct: '0 2 0 0 2',
      litigation_after_review: '0 0 0 2 2',
    });
  });

  it('is in doubt where one broken sum would give other figures', () => {
    const found = read([...glued, ...HEADER, '12000120200200022'], 'reviews');
    expect(found['review']).toBe('12? 0? 0 0? 12?');
    expect(found['litigation_after_review']).toBe('0 0 0 2 2');
  });
});
