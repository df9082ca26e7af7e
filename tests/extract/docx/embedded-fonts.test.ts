import { describe, expect, it } from 'vitest';
import { docxToPage } from '../../../src/extract/index.js';
import { zip } from '../../corpus/docx/zip.js';
import { sketchBlocks } from '../marked.js';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
const TYPES = ['fontTable', 'styles', 'theme'];

const font = (name: string, faces: readonly string[], more = ''): string =>
  `<w:font w:name="${name}">${more}${faces.map((face) => `<w:embed${face} w:fontKey="{0}"/>`).join('')}</w:font>`;
const run = (text: string, properties = ''): string => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
const named = (attributes: string): string => `<w:rFonts ${attributes}/>`;
const cell = (inside: string): string => `<w:tc><w:p>${inside}</w:p></w:tc>`;
const table = (cells: string, properties = ''): string =>
  `<w:tbl><w:tblPr>${properties}</w:tblPr><w:tr>${cells}</w:tr></w:tbl>`;

async function read(body: string, fonts: string, styles = '', theme = ''): Promise<readonly string[]> {
  const parts: Readonly<Record<string, string>> = {
    'word/document.xml': `<w:document ${W}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': `<Relationships>${TYPES.map((type) => `<Relationship Id="${type}" Type="t/${type}" Target="${type}.xml"/>`).join('')}</Relationships>`,
    'word/fontTable.xml': `<w:fonts ${W}>${fonts}</w:fonts>`,
    'word/styles.xml': `<w:styles ${W}>${styles}</w:styles>`,
    'word/theme.xml': `<a:theme ${A}><a:themeElements><a:fontScheme>${theme}</a:fontScheme></a:themeElements></a:theme>`,
  };
  const page = await docxToPage(
    zip(
      Object.entries(parts).map(([name, text]) => ({ name, data: Buffer.from(text) })),
      true,
    ),
  );
  return sketchBlocks(page.blocks);
}

const EMBEDDED = font('宋体', ['Regular']);
const style = (type: string, id: string, properties: string, more = ''): string =>
  `<w:style w:type="${type}" w:styleId="${id}" ${more}><w:rPr>${properties}</w:rPr></w:style>`;

describe('figures in a font that the document embeds', () => {
  it.each([
    ['by themselves', cell(run('12', named('w:ascii="宋体"'))), EMBEDDED],
    [
      'in other letters',
      cell(run('12', named('w:ascii="SIMSUN"'))),
      font('宋体', ['Regular'], '<w:altName w:val="SimSun"/>'),
    ],
    ['in wide digits', cell(run('１２', named('w:ascii="Arial" w:eastAsia="宋体"'))), EMBEDDED],
    ['in a complex script', cell(run('12', `${named('w:ascii="Arial" w:cs="宋体"')}<w:cs/>`)), EMBEDDED],
    ['in bold that the regular face is drawn as', cell(run('12', `${named('w:ascii="宋体"')}<w:b/>`)), EMBEDDED],
    ['where nothing names a font', cell(run('12')), font('Times New Roman', ['Regular'])],
  ])('are doubted until sums prove them: %s', async (_, inside, fonts) => {
    expect(await read(table(inside), fonts)).toEqual([expect.stringMatching(/^\[..!font-unproved\]$/u)]);
  });

  const byName = named('w:ascii="宋体"');
  const byTheme = named('w:ascii="Arial" w:asciiTheme="minorHAnsi"');
  it.each([
    ['the document', `<w:docDefaults><w:rPrDefault><w:rPr>${byName}</w:rPr></w:rPrDefault></w:docDefaults>`, ''],
    ['the default of paragraphs', style('paragraph', 'a', byName, 'w:default="1"'), ''],
    ['the table', style('table', 'T', byName), ''],
    [
      'the theme',
      `<w:docDefaults><w:rPrDefault><w:rPr>${byTheme}</w:rPr></w:rPrDefault></w:docDefaults>`,
      '<a:minorFont><a:latin typeface="宋体"/></a:minorFont>',
    ],
  ])('are doubted where a style says so: of %s', async (_, styles, theme) => {
    const body = table(cell(run('12')), '<w:tblStyle w:val="T"/>');
    expect(await read(body, EMBEDDED, styles, theme)).toEqual(['[12!font-unproved]']);
  });

  it('are doubted for good in any but the one that draws most of them', async () => {
    const of = (name: string, text: string, more = ''): string => cell(run(text, named(`w:ascii="${name}"`) + more));
    const cells = of('宋体', '1') + of('宋体', '2') + of('仿宋', '3') + of('宋体', '4', '<w:b/>');
    expect(await read(table(cells), font('宋体', ['Regular', 'Bold']) + font('仿宋', ['Regular']))).toEqual([
      '[1!font-unproved|2!font-unproved|3!font-of-its-own|4!font-of-its-own]',
    ]);
  });

  it('are not where the words alone are in such a font, or no face of it is there', async () => {
    const body = `<w:p>${run('受理', named('w:ascii="Arial" w:eastAsia="宋体"'))}</w:p>`;
    const digits = `<w:p>${run('12', named('w:ascii="Arial" w:eastAsia="宋体" w:hint="eastAsia"'))}</w:p>`;
    expect(await read(body + digits, EMBEDDED)).toEqual(['受理', '12']);
    expect(await read(`<w:p>${run('12', named('w:ascii="Arial"'))}</w:p>`, font('Arial', []))).toEqual(['12']);
  });
});
