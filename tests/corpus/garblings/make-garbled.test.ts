import { describe, expect, it } from 'vitest';
import { KINDS } from '../kinds.js';
import { openRun, readingsOf, undecidableRows, withSums } from './segmentations.js';

const garbled = KINDS['garbled'];
const make = (style: string, seed = 9) => garbled?.make({ seed, style });
const textOf = (style: string, seed = 9): string =>
  Buffer.from(make(style, seed)?.files[0]?.bytes ?? []).toString('utf8');

const SEEDS = [1, 2, 3, 4, 5, 6];

describe.each(garbled?.styles ?? [])('the garbling %s', (style) => {
  it('gives the same bytes for the same seed, other ones for another', () => {
    expect(textOf(style)).toBe(textOf(style));
    expect(textOf(style)).not.toBe(textOf(style, 10));
  });

  it('names as undecidable only rows that its truth has', () => {
    for (let seed = 1; seed <= 12; seed++) {
      const truth = make(style, seed)?.truth as unknown as Record<string, Record<string, unknown>>;
      const named = (truth['undecidable'] ?? []) as unknown as string[];
      for (const entry of named) {
        const [table = '', row = ''] = (entry.split(':')[0] ?? '').split('/');
        expect(Object.keys(truth[table] ?? {})).toContain(row);
      }
    }
  });
});

describe('what single garblings do', () => {
  it('keeps every figure of a text whose columns are read first', () => {
    const truth = make('columns-first')?.truth as unknown as { applications: Record<string, number[]> };
    const totals = Object.values(truth.applications).map((row) => row[6]);
    expect(textOf('columns-first')).toMatch(/本年新收[\s\S]*结转下/);
    expect(textOf('columns-first')).toContain(totals.slice(-8).join('\n'));
  });

  it('leaves no line between rows where separators are lost', () => {
    expect(textOf('no-separators').trimEnd()).not.toContain('\n');
    expect(textOf('no-separators')).toMatch(/\d{7,}二、上年结转/);
  });

  it('writes one Markdown table a row', () => {
    expect(textOf('markdown-per-row').match(/^\|( --- \|)+$/gm)?.length).toBeGreaterThan(25);
  });

  it('puts two reports on the same lines, with a truth for each', () => {
    const made = make('side-by-side');
    expect(made?.second).toBeDefined();
    expect(textOf('side-by-side')).toMatch(/^一、总体情况 {20,}\S|^一、本年新收.* {4,}\S/m);
  });

  it('says in the truth that notes to the drafter are left in, where it left any', () => {
    const noted = /该部分以表格形式报告|编写说明：|【此处填写/u;
    const isExpected = (seed: number): boolean =>
      make('drafting-notes', seed)?.truth.expected_remarks?.includes('text.template_residue') ?? false;
    const isNoted = SEEDS.map((seed) => noted.test(textOf('drafting-notes', seed)));
    expect(isNoted).toContain(true);
    expect(SEEDS.map(isExpected)).toEqual(isNoted);
  });

  it('loses characters of dates', () => {
    expect(textOf('dates-without-characters')).not.toMatch(/\d年1月1日起至\d{4}年12月31日/);
  });

  it('writes figures in full width', () => {
    expect(textOf('full-width-characters')).not.toMatch(/[0-9]/);
  });
});

describe('the readings of a run of digits', () => {
  it('are those without leading zeros', () => {
    expect(readingsOf('1203', openRun('1203'), 3)).toEqual([
      [1, 20, 3],
      [12, 0, 3],
    ]);
  });

  it('heed what is known between two digits', () => {
    expect(readingsOf('1203', ['apart', 'open', 'apart'], 3)).toEqual([[1, 20, 3]]);
    expect(readingsOf('1203', ['joined', 'open', 'open'], 3)).toEqual([[12, 0, 3]]);
  });

  it('are cut down by the sum of the row', () => {
    // 1 0 2 0 3, 12 0 0 0 12 and 0 0 0 0 0: the reading that a real table four of fifteen cells has.
    const digits = '10203120001200000';
    expect(withSums(readingsOf(digits, openRun(digits), 15), 5)).toEqual([
      [1, 0, 2, 0, 3, 12, 0, 0, 0, 12, 0, 0, 0, 0, 0],
    ]);
  });

  it('leave a row undecidable only where the columns do not tell either', () => {
    const row = (id: string, digits: string) => ({
      id,
      figures: [11, 1, 0, 0, 0, 0, 12],
      readings: withSums(readingsOf(digits, openRun(digits), 7), 7),
    });
    // Two rows whose figures can be parted in two ways, each right by itself: 11 1 0 0 0 0 12 and 1 11 0 0 0 0 12.
    const open = [row('new_received', '111000012'), row('handled_total', '111000012'), row('granted', '111000012')];
    expect(undecidableRows(open)).toEqual(['new_received', 'handled_total', 'granted']);
    expect(
      undecidableRows([{ ...row('new_received', '0'), readings: [[11, 1, 0, 0, 0, 0, 12]] }, ...open.slice(1)]),
    ).toEqual([]);
  });
});
