import { describe, expect, it } from 'vitest';
import { onePagePdf, rawPdf } from './raw-pdf.js';
import { READERS, readFirstPage, sketchRulings } from './read-page.js';

// Pages are 400 wide and 300 high; PDF counts y from below, the model from above: y 200 becomes 100.

describe.each(READERS)('rulings read by %s', (reader) => {
  const rulingsOf = async (content: string): Promise<string[]> =>
    sketchRulings(await readFirstPage(onePagePdf(content), reader));

  it.each([
    ['a stroke', '50 200 m 150 200 l S', ['h 100 50-150']],
    ['a stroke drawn backwards', '150 200 m 50 200 l S', ['h 100 50-150']],
    ['an upright stroke', '50 200 m 50 100 l S', ['v 50 100-200']],
    ['a stroke drawn twice', '50 200 m 150 200 l S 50 200 m 150 200 l S', ['h 100 50-150']],
    ['strokes that touch', '50 200 m 150 200 l S 150 200 m 250 200 l S', ['h 100 50-250']],
    ['strokes with a gap', '50 200 m 150 200 l S 160 200 m 250 200 l S', ['h 100 160-250', 'h 100 50-150']],
    [
      'strokes on lines half a point apart',
      '50 200 m 150 200 l S 50 200.5 m 150 200.5 l S',
      ['h 100 50-150', 'h 100 50-150'],
    ],
    ['several strokes of one path', '50 200 m 150 200 l 50 100 m 50 200 l S', ['h 100 50-150', 'v 50 100-200']],
    ['an open polyline', '50 200 m 150 200 l 150 100 l S', ['h 100 50-150', 'v 150 100-200']],
    [
      'a closed polyline',
      '50 200 m 150 200 l 150 100 l 50 100 l s',
      ['h 100 50-150', 'h 200 50-150', 'v 150 100-200', 'v 50 100-200'],
    ],
    ['a stroked rectangle', '50 100 100 100 re S', ['h 100 50-150', 'h 200 50-150', 'v 150 100-200', 'v 50 100-200']],
    [
      'a rectangle stroked and filled',
      '.5 g 50 100 100 100 re B',
      ['h 100 50-150', 'h 200 50-150', 'v 150 100-200', 'v 50 100-200'],
    ],
    ['a hairline', '0 w 50 200 m 150 200 l S', ['h 100 50-150']],
    ['a dashed stroke', '[3 2] 0 d 50 200 m 150 200 l S', ['h 100 50-150']],
    ['a stroke a little off its axis', '50 200 m 150 200.3 l S', ['h 100 50-150']],
    ['a thin filled rectangle', '50 200 100 .5 re f', ['h 100 50-150']],
    ['a thin filled rectangle of negative height', '50 200 100 -.5 re f', ['h 100 50-150']],
    ['an upright thin filled rectangle', '50 100 1 100 re f', ['v 51 100-200']],
    [
      'a filled path of several thin rectangles',
      '50 200 100 .5 re 50 100 .5 100 re f*',
      ['h 100 50-150', 'v 50 100-200'],
    ],
    ['a thin trapezoid', '50 200 m 150 200 l 149 199 l 51 199 l h f', ['h 101 50-150']],
    [
      'a frame filled as a rectangle with one cut out',
      '50 100 100 100 re 51 101 98 98 re f*',
      ['h 101 50-150', 'h 200 50-150', 'v 150 100-200', 'v 51 100-200'],
    ],
  ])('finds %s', async (_, content, expected) => {
    expect(await rulingsOf(content)).toEqual([...expected].sort());
  });

  it.each([
    ['a slanted stroke', '50 200 m 150 150 l S'],
    ['a curve', '50 200 m 80 200 120 200 150 200 c S'],
    ['a large filled rectangle', '.2 .4 .8 rg 50 100 100 100 re f'],
    ['a thick bar', '50 200 100 3 re f'],
    ['a white stroke', '1 G 50 200 m 150 200 l S'],
    ['a white thin rectangle', '1 1 1 rg 50 200 100 1 re f'],
    ['a white rectangle in CMYK', '0 0 0 0 k 50 200 100 1 re f'],
    ['a path that is not painted', '50 200 100 1 re n'],
    ['a lone dot', '50 200 1 1 re f'],
    ['a round shape', '50 200 m 60 200 60 202 50 202 c 40 202 40 200 50 200 c f'],
    ['a stroke outside the page', '50 400 m 150 400 l S'],
    ['a stroke outside the clip', '0 0 400 150 re W n 50 200 m 150 200 l S'],
  ])('finds nothing in %s', async (_, content) => {
    expect(await rulingsOf(content)).toEqual([]);
  });

  it('finds the gaps through which a dark table shows between its cells', async () => {
    const cells = [51, 102].flatMap((x) => [101, 122].map((y) => `${x} ${y} 50 20 re f`)).join(' ');
    // A merged cell below two columns has no gap in its middle.
    const page = `0 g 50 79 103 64 re f 1 g ${cells} .9 g 51 80 101 20 re f`;
    expect(await rulingsOf(page)).toEqual(
      [
        'h 158 50-153',
        'h 179 50-153',
        'h 200 50-153',
        'h 221 50-153',
        'v 102 157-200',
        'v 153 157-221',
        'v 51 157-221',
      ].sort(),
    );
  });

  it('finds the edges of cells below which a dark table shows as far as the page break', async () => {
    const cells = [51, 102].map((x) => `${x} 122 50 20 re f`).join(' ');
    const page = `0 g 50 40 103 103 re f 1 g ${cells}`;
    expect(await rulingsOf(page)).toEqual([
      'h 158 50-153',
      'h 179 50-153',
      'v 102 157-179',
      'v 153 157-179',
      'v 51 157-179',
    ]);
  });

  it.each([
    ['cells on a white table', '1 g 50 100 104 44 re f .9 g 51 101 50 20 re f 102 101 50 20 re f'],
    ['cells on nothing', '.9 g 51 101 50 20 re f 102 101 50 20 re f'],
    ['cells without a gap', '0 g 0 0 400 300 re f 1 g 50 101 50 20 re f 100 101 50 20 re f'],
    ['cells far apart', '.8 g 0 0 400 300 re f 1 g 50 101 50 20 re f 110 101 50 20 re f'],
  ])('finds no gaps in %s', async (_, content) => {
    expect(await rulingsOf(content)).toEqual([]);
  });

  it('finds nothing in wholly transparent paint', async () => {
    const bytes = rawPdf(
      [{ content: '/T gs 50 200 100 1 re f 50 100 m 150 100 l S', resources: '/ExtGState << /T << /ca 0 /CA 0 >> >>' }],
      {},
    );
    expect(sketchRulings(await readFirstPage(bytes, reader))).toEqual([]);
  });

  it('gives thickness and source', async () => {
    const content = 'q 2 0 0 2 0 0 cm .75 w 25 100 m 75 100 l S Q 50 100 100 .5 re f';
    const { rulings } = await readFirstPage(onePagePdf(content), reader);
    expect(rulings).toHaveLength(2);
    expect(rulings[0]).toMatchObject({ position: 100, thickness: 1.5, source: 'stroke' });
    expect(rulings[1]?.thickness).toBeCloseTo(0.5, 3);
    expect(rulings[1]).toMatchObject({ source: 'fill' });
  });

  it('follows transforms that turn and flip', async () => {
    expect(await rulingsOf('0 1 -1 0 200 50 cm 0 0 m 100 0 l S')).toEqual(['v 200 150-250']);
    expect(await rulingsOf('1 0 0 -1 0 300 cm 50 100 m 150 100 l S')).toEqual(['h 100 50-150']);
  });

  it.each([
    ['squares', 1, 1, 2],
    ['far squares', 0.8, 0.8, 2.4],
    ['dashes', 3, 1, 6],
    ['thick dashes', 4, 2, 8],
  ])('joins a row of %s', async (_, length, thickness, period) => {
    const row = (upright: boolean): string =>
      Array.from({ length: 40 }, (__, index) => {
        const at = 50 + index * period;
        const [along, across] = [length, thickness];
        return upright ? `100 ${at - 40} ${across} ${along} re f` : `${at} 200 ${along} ${across} re f`;
      }).join('\n');
    const end = Math.round(50 + 39 * period + length);
    const horizontal = await readFirstPage(onePagePdf(row(false), { mediaBox: [0, 0, 500, 500] }), reader);
    expect(sketchRulings(horizontal)).toEqual([`h ${Math.round(300 - thickness / 2)} 50-${end}`]);
    const upright = await readFirstPage(onePagePdf(row(true), { mediaBox: [0, 0, 500, 500] }), reader);
    expect(sketchRulings(upright)).toEqual([`v ${Math.round(100 + thickness / 2)} ${500 - end + 40}-490`]);
  });

  it('joins round dots', async () => {
    const dot = (x: number): string =>
      `${x} 200 m ${x} 201.1 ${x + 0.9} 202 ${x + 1} 202 c ${x + 2.1} 202 ${x + 2} 201 ${x + 2} 200 c h f`;
    const dots = Array.from({ length: 30 }, (_, index) => dot(50 + 4 * index)).join('\n');
    expect(await rulingsOf(dots)).toEqual(['h 99 50-168']);
  });

  it('leaves the gap of a merged cell between short rules open', async () => {
    // Rows of 12 points; the rule between the columns is missing in the second and fourth row.
    const rules = [0, 24, 48].map((y) => `100 ${250 - y} m 100 ${238 - y} l S`).join(' ');
    expect(await rulingsOf(rules)).toEqual(['v 100 50-62', 'v 100 74-86', 'v 100 98-110']);
  });

  it('cuts a rule to its clip', async () => {
    expect(await rulingsOf('80 0 40 300 re W n 50 200 m 150 200 l S')).toEqual(['h 100 80-120']);
    expect(await rulingsOf('50 200 100 1 re W n 0 0 400 300 re f')).toEqual(['h 100 50-150']);
  });

  it('notes rectangular clips once, and none as large as the page', async () => {
    const content =
      'q 0 0 400 300 re W n 0 0 m 1 1 l S q 50 100 60 20 re W n 0 0 m 1 1 l S Q q 50 100 60 20 re W n 0 0 m 1 1 l S Q Q';
    const page = await readFirstPage(onePagePdf(content), reader);
    expect(page.clips).toEqual([{ x0: 50, top: 180, x1: 110, bottom: 200 }]);
  });

  it('notes images, also inline ones', async () => {
    const inline = 'q 100 0 0 50 20 30 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xff EI Q';
    const bytes = rawPdf(
      [{ content: `${inline} q 10 0 0 10 200 200 cm /I Do Q`, resources: '/XObject << /I @image >>' }],
      {
        image: {
          dictionary: '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8',
          stream: '\x00',
        },
      },
    );
    const page = await readFirstPage(bytes, reader);
    expect(page.images).toEqual([
      { x0: 20, top: 220, x1: 120, bottom: 270 },
      { x0: 200, top: 90, x1: 210, bottom: 100 },
    ]);
  });

  it('finds thousands of dots without delay', async () => {
    const rows = Array.from({ length: 60 }, (_, row) =>
      Array.from({ length: 190 }, (__, column) => `${10 + 2 * column} ${10 + 4 * row} 1 1 re f`).join('\n'),
    );
    const started = performance.now();
    const page = await readFirstPage(onePagePdf(rows.join('\n')), reader);
    expect(page.rulings.filter((ruling) => ruling.orientation === 'horizontal')).toHaveLength(60);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
