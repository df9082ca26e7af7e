import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Column } from '../../src/export/columns.js';
import { columnsToHeader, defuseFormula, recordsToCsv, rowsToCsv } from '../../src/export/csv.js';

const description = { zh: '', en: '' };
const COLUMNS = [
  { name: 'a', type: 'string', description },
  { name: 'b', type: 'string', description },
] as const satisfies readonly Column[];

describe('rowsToCsv', () => {
  it('writes CRLF, and quotes only where they are needed', () => {
    const rows = [
      { a: '3', b: '某局' },
      { a: 'x, y', b: 'say "no"' },
      { a: 'two\nlines', b: '' },
    ];
    expect(rowsToCsv(COLUMNS, rows)).toBe('3,某局\r\n"x, y","say ""no"""\r\n"two\nlines",\r\n');
  });

  it('writes nothing for no rows', () => {
    expect(rowsToCsv(COLUMNS, [])).toBe('');
  });

  it('goes by the columns’ order, not by the row’s', () => {
    expect(rowsToCsv(COLUMNS, [{ b: '2', a: '1' }])).toBe('1,2\r\n');
    expect(columnsToHeader(COLUMNS)).toBe('a,b\r\n');
  });

  it('is read back as it was written, but for the mark on formulas', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '3', ' ', ',', '"', "'", '\n', '\r', '\t', '=', '-', '局') });
    const row = fc.record({ a: text, b: text });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), (rows) => {
        const read: unknown = parse(rowsToCsv(COLUMNS, rows), { columns: ['a', 'b'] });
        expect(read).toEqual(rows.map(({ a, b }) => ({ a: defuseFormula(a), b: defuseFormula(b) })));
      }),
    );
  });
});

describe('defuseFormula', () => {
  it.each(['=1+1', '+cmd', '-1+2', '@SUM(A1)', '\tx', '\rx', '--', '-（含上年）', '+', '='])('marks %j', (text) => {
    expect(defuseFormula(text)).toBe(`'${text}`);
  });

  it.each(['', '-', '—', '/', '-5', '+173', '-1,234.50', '+12,345', '3', "'x", '件', '（-5）'])('leaves %j', (text) => {
    expect(defuseFormula(text)).toBe(text);
  });

  it('writes every line as the library would, those too that it is not asked about', () => {
    const part = fc.constantFrom('', '"', ',', '\r', '\n', '\r\n', '勾稽', '7', ' ', ';', "'", '\t', '\uFEFF');
    const field = fc.array(part, { maxLength: 4 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(fc.array(field, { minLength: 1, maxLength: 3 }), { maxLength: 4 }), (records) => {
        const whole = records.map((record) => stringify([record], { record_delimiter: '\n', quoted_match: /[\r\n]/ }));
        expect(recordsToCsv(records, 'plain')).toBe(whole.join(''));
      }),
    );
  });

  it('never lets a formula pass, and never changes what is none', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '1', ',', '.', 'a') }), (text) => {
        const defused = defuseFormula(text);
        expect([text, `'${text}`]).toContain(defused);
        const isHarmless =
          !/^[=+\-@\t\r]/.test(defused) || defused === '-' || !Number.isNaN(Number(defused.replaceAll(',', '')));
        expect(isHarmless).toBe(true);
      }),
    );
  });
});
