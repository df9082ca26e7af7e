import { describe, expect, it } from 'vitest';
import { familiesToForms, formsToFigureRows } from '../../../src/export/wide/form-figures.js';
import { reportToWideRows, WIDE_COLUMNS, wideHeader } from '../../../src/export/wide/wide-rows.js';
import { loadFamilies, PIPELINES_DIRECTORY } from '../../../src/families/index.js';
import { sampleFact, sampleReport } from '../sample-report.js';

const forms = familiesToForms(await loadFamilies(PIPELINES_DIRECTORY));

/** The row of a report in the table of one form, by the names of its columns. */
function wideRow(report: ReturnType<typeof sampleReport>, id: string): Record<string, string> | undefined {
  const form = forms.find((each) => each.id === id);
  const row = reportToWideRows(report, forms, 'plain').find((each) => each.form === id);
  if (form === undefined || row === undefined) return undefined;
  const names = wideHeader(form, 'plain', 'key').trim().split(',');
  return Object.fromEntries(
    row.csv
      .trimEnd()
      .split(',')
      .map((text, at) => [names[at] ?? '', text]),
  );
}

describe('familiesToForms', () => {
  it('has every figure of each edition once, in the order of the form, named in both languages', () => {
    expect(forms.map(({ id }) => id)).toEqual(['2014', '2019', '2021', 'prose']);
    const figures = formsToFigureRows(forms).filter(({ form }) => form === '2021');
    expect(figures).toHaveLength(200);
    expect(figures[0]).toMatchObject({
      key: 'disclosure__regulations__made',
      unit: '件',
      name_zh: '表二·规章·本年制发件数',
    });
    expect(new Set(figures.map(({ key }) => key)).size).toBe(200);
    expect(figures.filter(({ name_zh: zh, name_en: en }) => zh === '' || en === '')).toEqual([]);
  });
});

describe('reportToWideRows', () => {
  it('puts each figure into its column, and who reports before them', () => {
    const row = wideRow(sampleReport({ facts: [sampleFact()] }), '2021');
    expect(row).toMatchObject({
      agency: '某某市某某局',
      year: '2023',
      edition: '2021',
      applications__granted__total: '3',
    });
    expect(Object.keys(row ?? {})).toHaveLength(WIDE_COLUMNS.length + 200);
  });

  it('leaves a figure in doubt empty and names it, and names what the source lacks', () => {
    const facts = [
      sampleFact({ status: 'suspect' }),
      sampleFact({ row: 'partial', status: 'missing', value: '', printed: '' }),
      sampleFact({ row: 'new_received', status: 'derived', value: '7' }),
    ];
    expect(wideRow(sampleReport({ facts }), '2021')).toMatchObject({
      suspect: 'applications__granted__total',
      missing: 'applications__partial__total',
      applications__granted__total: '',
      applications__partial__total: '',
      applications__new_received__total: '7',
    });
  });

  it('never puts a figure of another unit beside those of the form', () => {
    const fee = sampleFact({ table: 'disclosure', row: 'fees', column: 'amount', value: '251000', unit: '元' });
    expect(wideRow(sampleReport({ facts: [fee] }), '2021')).toMatchObject({
      disclosure__fees__amount: '',
      other_unit: 'disclosure__fees__amount',
    });
    expect(wideRow(sampleReport({ facts: [{ ...fee, unit: '万元' }] }), '2021')).toMatchObject({
      disclosure__fees__amount: '251000',
      other_unit: '',
    });
  });

  it('gives a report of several editions a row in the table of each, and figures in prose one of their own', () => {
    const facts = [
      sampleFact({ row: 'other_total', edition: '2019', value: '5' }),
      sampleFact(),
      sampleFact({ table: 'prose', row: 'received', column: 'unstated', value: '9' }),
    ];
    const report = sampleReport({ facts, edition: '2019+2021' });
    expect(wideRow(report, '2019')).toMatchObject({ edition: '2019+2021', applications__other_total__total: '5' });
    expect(wideRow(report, '2019')?.['applications__granted__total']).toBe('');
    expect(wideRow(report, '2021')).toMatchObject({ applications__granted__total: '3' });
    expect(reportToWideRows(report, forms, 'plain').map(({ form }) => form)).toEqual(['2019', '2021', 'prose']);
  });

  it('has Chinese headers with units beside the names for programs', () => {
    const form = forms.find(({ id }) => id === '2021');
    if (form === undefined) throw new Error('no edition 2021');
    const [keys, names] = [wideHeader(form, 'plain', 'key'), wideHeader(form, 'plain', 'zh')];
    expect(names).toContain('表二·规章·本年制发件数（件）');
    expect(names.split(',')).toHaveLength(keys.split(',').length);
  });
});
