import { describe, expect, it } from 'vitest';
import { FONTS, onePagePdf, rawPdf, ucs2, FONT_RESOURCES } from './raw-pdf.js';
import { doubtKinds, READERS, readFirstPage, readPages, sketchGlyph, textOf } from './read-page.js';

describe.each(READERS)('glyphs read by %s', (reader) => {
  it('leaves white space out and keeps the place of what follows', async () => {
    const page = await readFirstPage(onePagePdf('BT /F1 10 Tf 50 200 Td (1 2) Tj ET'), reader);
    expect(page).toMatchObject({ kind: 'positioned', reader, pageNumber: 1, width: 400, height: 300, doubts: [] });
    // A digit of Helvetica is 5.56 wide at 10 pt, a space 2.78; the baseline stands at 300 − 200.
    expect(page.glyphs.map(sketchGlyph)).toEqual(['1 50,91,56,101', '2 58,91,64,101']);
    expect(page.glyphs[0]).toMatchObject({ fontSize: 10, font: 0, angleDeg: 0, isVisible: true });
    expect(page.fonts).toEqual([{ name: 'Helvetica', embedded: false }]);
  });

  it.each([
    ['a text matrix that scales', 'BT /F1 100 Tf .1 0 0 .1 50 200 Tm (12) Tj ET'],
    ['a page turned upside down and back', 'q 1 0 0 -1 0 300 cm BT /F1 10 Tf 1 0 0 -1 50 100 Tm (12) Tj ET Q'],
    ['nested transforms', 'q 2 0 0 2 0 0 cm q 1 0 0 1 5 20 cm BT /F1 5 Tf 20 80 Td (12) Tj ET Q Q'],
    ['separate shows', 'BT /F1 10 Tf 1 0 0 1 50 200 Tm (1) Tj (2) Tj ET'],
    ['spaced shows', 'BT /F1 10 Tf 55.56 200 Td [(2) 1112 (1)] TJ ET'],
    ['next-line operators', "BT /F1 10 Tf 12 TL 50 212 Td (1) ' 5.56 12 Td (2) ' ET"],
  ])('places glyphs alike through %s', async (_, content) => {
    const page = await readFirstPage(onePagePdf(content), reader);
    expect(page.glyphs.map(sketchGlyph).sort()).toEqual(['1 50,91,56,101', '2 56,91,61,101']);
    for (const glyph of page.glyphs) expect(glyph.fontSize).toBeCloseTo(10, 4);
  });

  it('follows character and word spacing, horizontal scale and rise', async () => {
    const page = await readFirstPage(
      onePagePdf('BT /F1 10 Tf 2 Tc 4 Tw 50 Tz 50 200 Td (1 2) Tj 100 Tz 4 Ts 0 Tc (3) Tj ET'),
      reader,
    );
    // 1: 5.56 + 2; space: 2.78 + 2 + 4; 2: 5.56 + 2; all halved.
    expect(page.glyphs.map(sketchGlyph)).toEqual(['1 50,91,53,101', '2 58,91,61,101', '3 62,87,68,97']);
  });

  it.each([
    ['upwards', '0 1 -1 0', 270, '1 41,94,51,100'],
    ['downwards', '0 -1 1 0', 90, '1 49,100,59,106'],
    ['upside down', '-1 0 0 -1', 180, '1 44,99,50,109'],
    ['a little askew', '.99 .1 -.1 .99', 0, '1 49,91,56,101'],
  ])('tells the turn of text that runs %s', async (_, matrix, angleDeg, sketch) => {
    const page = await readFirstPage(onePagePdf(`BT /F1 10 Tf ${matrix} 50 200 Tm (1) Tj ET`), reader);
    expect(page.glyphs.map((glyph) => glyph.angleDeg)).toEqual([angleDeg]);
    expect(page.glyphs.map(sketchGlyph)).toEqual([sketch]);
  });

  it.each([
    [0, 250, 200, 0, '1 20,21,26,31', 'h 40 0-100'],
    [90, 200, 250, 90, '1 169,20,179,26', 'v 160 0-100'],
    [180, 250, 200, 180, '1 224,169,230,179', 'h 160 150-250'],
    [270, 200, 250, 270, '1 21,224,31,230', 'v 40 150-250'],
  ])('turns a page by %i with its crop box', async (rotate, width, height, angleDeg, glyph, ruling) => {
    const content = 'BT /F1 10 Tf 120 220 Td (1) Tj ET 100 210 m 200 210 l S';
    const bytes = onePagePdf(content, { rotate, cropBox: [100, 50, 350, 250] });
    const page = await readFirstPage(bytes, reader);
    expect(page).toMatchObject({ width, height });
    expect(page.glyphs.map(sketchGlyph)).toEqual([glyph]);
    expect(page.glyphs[0]?.angleDeg).toBe(angleDeg);
    const [drawn] = page.rulings;
    expect(drawn && `${drawn.orientation.charAt(0)} ${drawn.position} ${drawn.start}-${drawn.end}`).toBe(ruling);
  });

  it('cuts a crop box that reaches beyond the media box', async () => {
    const bytes = onePagePdf('BT /F1 10 Tf 50 200 Td (1) Tj ET', { cropBox: [-50, -50, 300, 900] });
    const page = await readFirstPage(bytes, reader);
    expect(page).toMatchObject({ width: 300, height: 300 });
    expect(page.glyphs.map(sketchGlyph)).toEqual(['1 50,91,56,101']);
  });

  it('leaves out what is drawn in the soft mask of something else', async () => {
    const bytes = onePagePdf(
      '/M gs BT /F1 10 Tf 50 200 Td (12) Tj ET',
      {
        resources: `${FONT_RESOURCES} /ExtGState << /M << /SMask << /S /Luminosity /G @mask >> >> >>`,
      },
      {
        ...FONTS,
        mask: {
          dictionary: `/Type /XObject /Subtype /Form /BBox [0 0 400 300] /Group << /S /Transparency /CS /DeviceGray >>
          /Resources << ${FONT_RESOURCES} >>`,
          stream: '1 g 0 0 400 300 re f BT /F1 10 Tf 50 100 Td (99) Tj ET 0 g 0 0 m 400 0 l S',
        },
      },
    );
    const page = await readFirstPage(bytes, reader);
    expect(textOf(page)).toBe('12');
    expect(page.rulings).toEqual([]);
  });

  it('leaves out glyphs outside the page', async () => {
    const content = 'BT /F1 10 Tf 50 200 Td (1) Tj 1000 0 Td (2) Tj ET';
    expect(textOf(await readFirstPage(onePagePdf(content), reader))).toBe('1');
  });

  it('doubts a page most of whose glyphs lie outside', async () => {
    const content = 'BT /F1 10 Tf 50 200 Td (1) Tj 1000 0 Td (234) Tj ET';
    expect(doubtKinds(await readFirstPage(onePagePdf(content), reader))).toEqual(['odd-boxes']);
  });

  it('marks text that runs aslant, unless all of the page does', async () => {
    const level = 'BT /F1 10 Tf 1 0 0 1 50 200 Tm (123) Tj ET';
    const aslant = 'BT /F1 10 Tf .866 .5 -.5 .866 50 100 Tm (45) Tj ET';
    const slanted = async (content: string): Promise<string> => {
      const { glyphs } = await readFirstPage(onePagePdf(content), reader);
      return glyphs.flatMap(({ text, isSlanted }) => (isSlanted === true ? [text] : [])).join('');
    };
    expect(await slanted(`${level} ${aslant}`)).toBe('45');
    expect(await slanted(aslant)).toBe('');
    const tiles = Array.from({ length: 9 }, (_, at) =>
      aslant.replace('50 100 Tm', `${20 + 20 * at} ${30 + 15 * at} Tm`),
    );
    expect(await slanted([level, ...tiles].join(' '))).toBe('45'.repeat(9));
    expect(await slanted(`${level} BT /F1 10 Tf 1 0 .3 1 50 100 Tm (45) Tj 1 .03 -.03 1 50 50 Tm (6) Tj ET`)).toBe('');
  });

  it('marks text of invisible rendering modes', async () => {
    const page = await readFirstPage(
      onePagePdf('BT /F1 10 Tf 50 200 Td 3 Tr (1) Tj 0 Tr (2) Tj 7 Tr (3) Tj ET'),
      reader,
    );
    expect(page.glyphs.map((glyph) => `${glyph.text} ${String(glyph.isVisible)}`)).toEqual([
      '1 false',
      '2 true',
      '3 false',
    ]);
  });

  it('reads text in nested forms, each with its matrix', async () => {
    const form = (dictionary: string, stream: string) => ({
      dictionary: `/Type /XObject /Subtype /Form /BBox [0 0 400 300] /Resources << ${dictionary} >>`,
      stream,
    });
    const bytes = onePagePdf(
      'q 1 0 0 1 10 100 cm /X Do Q',
      { resources: '/XObject << /X @outer >>' },
      {
        ...FONTS,
        outer: { ...form('/XObject << /Y @inner >>', '2 0 0 2 0 0 cm /Y Do') },
        inner: {
          dictionary: `/Type /XObject /Subtype /Form /BBox [0 0 400 300] /Matrix [1 0 0 1 5 10]
          /Resources << ${FONT_RESOURCES} >>`,
          stream: 'BT /F1 5 Tf 15 40 Td (1) Tj ET 0 0 m 50 0 l S',
        },
      },
    );
    const page = await readFirstPage(bytes, reader);
    expect(page.glyphs.map(sketchGlyph)).toEqual(['1 50,91,56,101']);
    expect(page.rulings).toMatchObject([
      { orientation: 'horizontal', position: 180, start: 20, end: 120, thickness: 2 },
    ]);
  });

  it('gives glyphs without a width an em, and doubts them', async () => {
    const bytes = onePagePdf(
      'BT /F 10 Tf 50 200 Td (1) Tj ET',
      { resources: '/Font << /F @font >>' },
      {
        font: `<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [.001 0 0 .001 0 0] /FirstChar 49
        /LastChar 49 /Widths [0] /Encoding << /Differences [49 /one] >> /CharProcs << /one @glyph >> /Resources << >>
          /ToUnicode @map >>`,
        map: { dictionary: '', stream: toUnicode('<31> <0031>') },
        glyph: { dictionary: '', stream: '0 0 0 0 800 800 d1 0 0 800 800 re f' },
      },
    );
    const page = await readFirstPage(bytes, reader);
    expect(page.glyphs.map(sketchGlyph)).toEqual(['1 50,91,60,101']);
    expect(doubtKinds(page)).toEqual(['odd-boxes']);
  });

  it('reads form fields as they are drawn', async () => {
    const bytes = onePagePdf(
      'BT /F1 10 Tf 50 200 Td (1) Tj ET',
      { annotations: '[@link @field]' },
      {
        ...FONTS,
        link: '<< /Type /Annot /Subtype /Link /Rect [0 0 10 10] >>',
        field: `<< /Type /Annot /Subtype /Widget /FT /Tx /T (sum) /V (95) /F 4 /Rect [100 190 130 210] /AP << /N @look >> >>`,
        look: {
          dictionary: `/Type /XObject /Subtype /Form /BBox [0 0 30 20] /Resources << ${FONT_RESOURCES} >>`,
          stream: '/Tx BMC BT /F1 10 Tf 2 10 Td (95) Tj ET EMC 0 0 m 30 0 l S',
        },
      },
    );
    const page = await readFirstPage(bytes, reader);
    expect(page.glyphs.map(sketchGlyph)).toEqual(['1 50,91,56,101', '9 102,91,108,101', '5 108,91,113,101']);
    expect(page.rulings).toMatchObject([{ orientation: 'horizontal', position: 110, start: 100, end: 130 }]);
  });

  it('reads each page by its number', async () => {
    const pages = ['1', '2', '3'].map((text) => ({
      content: `BT /F1 10 Tf 50 200 Td (${text}) Tj ET`,
      resources: FONT_RESOURCES,
    }));
    const read = await readPages(rawPdf(pages), reader);
    expect(read.map((page) => `${page.pageNumber} ${textOf(page)}`)).toEqual(['1 1', '2 2', '3 3']);
  });

  it('gives the replacement character and a doubt where the file tells no text', async () => {
    const page = await readFirstPage(onePagePdf('BT /BARE 10 Tf 50 200 Td <00410042> Tj ET'), reader);
    expect(textOf(page)).toBe('\uFFFD\uFFFD');
    expect(doubtKinds(page)).toContain('no-unicode');
  });

  it('keeps characters of private use and doubts them', async () => {
    const page = await readFirstPage(
      onePagePdf(
        `BT /GB 10 Tf 50 200 Td <00310032> Tj ET BT /PUA 10 Tf 80 200 Td (a) Tj ET`,
        {
          resources: '/Font << /GB @gb /PUA @pua >>',
        },
        {
          ...FONTS,
          pua: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode @map >>',
          map: { dictionary: '', stream: toUnicode('<61> <E123>') },
        },
      ),
      reader,
    );
    expect(textOf(page)).toBe('12\uE123');
    expect(page.doubts).toContainEqual({ kind: 'no-unicode', detail: '1 of 3 glyphs' });
  });

  it.each([
    ['several characters for one code', '<61> <00660069>', 'fi'],
    ['a character beyond the first plane', '<61> <D842DFB7>', '𠮷'],
  ])('keeps %s together', async (_, entry, text) => {
    const page = await readFirstPage(
      onePagePdf(
        'BT /F 10 Tf 50 200 Td (a) Tj ET',
        { resources: '/Font << /F @font >>' },
        {
          font: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode @map >>',
          map: { dictionary: '', stream: toUnicode(entry) },
        },
      ),
      reader,
    );
    expect(page.glyphs.map((glyph) => glyph.text)).toEqual([text]);
  });
});

describe.each(READERS)('codes that look like something else, read by %s', (reader) => {
  it('are taken for the glyphs they stand for: code 32 is no space in a subset font', async () => {
    const bytes = onePagePdf(
      'BT /F 10 Tf 50 200 Td ( ) Tj ET',
      { resources: '/Font << /F @font >>' },
      {
        font: `<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [.001 0 0 .001 0 0] /FirstChar 32
          /LastChar 32 /Widths [1000] /Encoding << /Differences [32 /g] >> /CharProcs << /g @glyph >> /Resources << >>
          /ToUnicode @map >>`,
        glyph: { dictionary: '', stream: '1000 0 0 0 800 800 d1 0 0 800 800 re f' },
        map: { dictionary: '', stream: toUnicode('<20> <6240>') },
      },
    );
    const page = await readFirstPage(bytes, reader);
    expect(page.glyphs.map(sketchGlyph)).toEqual(['所 50,91,60,101']);
    expect(page.doubts).toEqual([]);
  });
});

describe('Chinese fonts that are not embedded', () => {
  const horizontal = `BT /GB 10 Tf 50 200 Td ${ucs2('年度')} Tj ET BT /GB 10 Tf 50 100 Td ${ucs2('无')} Tj ET`;
  const upright = `BT /GBV 200 Tf .05 0 0 .05 50 200 Tm ${ucs2('年')} Tj ET BT /GBV 200 Tf .05 0 0 .05 50 190 Tm ${ucs2('度')} Tj ET`;

  it('are read whole by pdf.js', async () => {
    const page = await readFirstPage(onePagePdf(horizontal), 'pdfjs');
    expect(page.glyphs.map(sketchGlyph)).toEqual(['年 50,91,60,101', '度 60,91,70,101', '无 50,191,60,201']);
    expect(page.doubts).toEqual([]);
    expect(page.fonts).toEqual([{ name: 'STSong-Light', embedded: false }]);
  });

  it('are read upright by pdf.js, cell below cell', async () => {
    const page = await readFirstPage(onePagePdf(upright), 'pdfjs');
    expect(page.glyphs.map(sketchGlyph)).toEqual(['年 45,100,55,110', '度 45,110,55,120']);
    expect(page.glyphs.map((glyph) => glyph.angleDeg)).toEqual([0, 0]);
  });

  it('keep the marks the file names, not their upright forms', async () => {
    const page = await readFirstPage(onePagePdf(`BT /GBV 10 Tf 50 200 Td ${ucs2('三、')} Tj ET`), 'pdfjs');
    expect(textOf(page)).toBe('三、');
  });

  it('are read in GBK by pdf.js', async () => {
    const page = await readFirstPage(onePagePdf('BT /GBK 10 Tf 50 200 Td <B1BEC4EA31> Tj ET'), 'pdfjs');
    expect(textOf(page)).toBe('本年1');
  });

  // PDFium hands out a text object of several such glyphs, but drops one that holds a single glyph.
  it.each([
    ['several glyphs', `BT /GB 10 Tf 50 200 Td ${ucs2('年度')} Tj ET`],
    ['a single glyph', `BT /GB 10 Tf 50 200 Td ${ucs2('无')} Tj ET`],
    ['upright single glyphs', upright],
    ['GBK', 'BT /GBK 10 Tf 50 200 Td <B1BEC4EA31> Tj ET'],
    ['a full-width digit', `BT /GB 10 Tf 50 200 Td ${ucs2('５')} Tj ET`],
  ])('are doubted by PDFium: %s', async (_, content) => {
    const page = await readFirstPage(onePagePdf(content), 'pdfium');
    expect(page.doubts).toContainEqual({ kind: 'font-not-embedded', detail: 'STSong-Light' });
  });

  it('are not doubted by PDFium where they drew nothing but ASCII', async () => {
    const page = await readFirstPage(onePagePdf(`BT /GB 10 Tf 50 200 Td ${ucs2('7')} Tj ET`), 'pdfium');
    expect(textOf(page)).toBe('7');
    expect(page.doubts).toEqual([]);
  });
});

describe('text that PDFium leaves out', () => {
  it('is doubted where an ActualText covers several text objects', async () => {
    const content =
      '/Span << /ActualText (95) >> BDC BT /F1 10 Tf 50 200 Td (9) Tj ET BT /F1 10 Tf 150 200 Td (5) Tj ET EMC';
    const page = await readFirstPage(onePagePdf(content), 'pdfium');
    expect(page.doubts).toContainEqual({ kind: 'font-not-embedded', detail: 'Helvetica' });
  });

  it('is doubted where one of two like numbers that overlap is dropped', async () => {
    const content = 'BT /F1 10 Tf 50 200 Td (11) Tj ET BT /F1 10 Tf 53 200 Td (11) Tj ET';
    const page = await readFirstPage(onePagePdf(content), 'pdfium');
    expect(textOf(page)).toBe('11');
    expect(page.doubts).toHaveLength(1);
  });

  it('is doubted where an ActualText gives other digits than are drawn', async () => {
    const content = '/Span << /ActualText (95) >> BDC BT /F1 10 Tf 50 200 Td (96) Tj ET EMC';
    const page = await readFirstPage(onePagePdf(content), 'pdfium');
    expect(page.glyphs.map(sketchGlyph)).toEqual(['9 50,91,55,101', '5 55,91,61,101']);
    expect(page.doubts).toEqual([{ kind: 'odd-boxes', detail: '2 digits given by ActualText' }]);
    expect(textOf(await readFirstPage(onePagePdf(content), 'pdfjs'))).toBe('96');
  });

  it('is not doubted where it is a space', async () => {
    const content = 'BT /F1 10 Tf 50 200 Td ( ) Tj 20 0 Td ( ) Tj 20 0 Td (12) Tj ET';
    const page = await readFirstPage(onePagePdf(content), 'pdfium');
    expect(textOf(page)).toBe('12');
    expect(page.doubts).toEqual([]);
  });

  it('is not doubted where a glyph is drawn twice for bold print', async () => {
    const content = 'BT /F1 10 Tf 50 200 Td (95) Tj ET BT /F1 10 Tf 50.3 200 Td (95) Tj ET';
    const page = await readFirstPage(onePagePdf(content), 'pdfium');
    expect(textOf(page)).toBe('95');
    expect(page.doubts).toEqual([]);
  });

  it('is placed where it is drawn, also in a form, where an ActualText replaces it', async () => {
    const bytes = onePagePdf(
      'q 1 0 0 1 40 150 cm /X Do Q',
      { resources: '/XObject << /X @form >>' },
      {
        ...FONTS,
        form: {
          dictionary: `/Type /XObject /Subtype /Form /BBox [0 0 400 300] /Resources << ${FONT_RESOURCES} >>`,
          stream: '/Span << /ActualText (I) >> BDC BT /F1 10 Tf 10 50 Td (1) Tj ET EMC',
        },
      },
    );
    const page = await readFirstPage(bytes, 'pdfium');
    expect(page.doubts).toEqual([]);
    const [glyph] = page.glyphs;
    expect(glyph?.text).toBe('I');
    expect(glyph?.box.x0).toBeCloseTo(50, 1);
    expect(glyph?.box.bottom).toBeCloseTo(101.2, 1);
  });
});

/** A ToUnicode CMap of one-byte codes with one entry. */
function toUnicode(entry: string): string {
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def
    1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar ${entry} endbfchar
    endcmap CMapName currentdict /CMap defineresource pop end end`;
}
