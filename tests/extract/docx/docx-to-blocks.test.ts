import { describe, expect, it } from 'vitest';
import { docxToPage } from '../../../src/extract/index.js';
import { zip } from '../../corpus/docx/zip.js';
import { sketchBlocks } from '../marked.js';

const SPACES =
  'xmlns:w14="w14" ' +
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" ' +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://purl.oclc.org/ooxml/officeDocument/math"';

async function read(body: string): Promise<readonly string[]> {
  const document = `<w:document ${SPACES}><w:body>${body}</w:body></w:document>`;
  const page = await docxToPage(zip([{ name: 'word/document.xml', data: Buffer.from(document) }], true));
  return sketchBlocks(page.blocks);
}

const run = (text: string, properties = ''): string => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
const sentence = async (inside: string): Promise<string | undefined> =>
  (await read(`<w:p>${run('收到')}${inside}${run('件。')}</w:p>`))[0];
const cell = async (inside: string, properties = ''): Promise<string | undefined> =>
  (await read(`<w:tbl><w:tr><w:tc><w:tcPr>${properties}</w:tcPr><w:p>${inside}</w:p></w:tc></w:tr></w:tbl>`))[0];

const inline = '<w:r><w:drawing><wp:inline xmlns:wp="wp"><pic/></wp:inline></w:drawing></w:r>';
const anchored = '<w:r><w:drawing><wp:anchor xmlns:wp="wp"><pic/></wp:anchor></w:drawing></w:r>';
const control = (properties: string, text: string): string =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${run(text)}</w:sdtContent></w:sdt>`;

/** What a paragraph shows of `inside`, and what a cell does. */
const CASES: readonly (readonly [name: string, inside: string, sentence: string, cell: string])[] = [
  ['white letters', run('1') + run('9', '<w:color w:val="FEFEFE"/>'), '收到1\ufffd件。', '[19!hidden-text]'],
  [
    'letters of the colour of the theme’s paper',
    run('1') + run('9', '<w:color w:themeColor="background1"/>'),
    '收到1\ufffd件。',
    '[19!hidden-text]',
  ],
  [
    'letters whose colour is the theme’s paper, whatever is kept beside it',
    run('1') + run('9', '<w:color w:val="auto" w:themeColor="background1"/>'),
    '收到1\ufffd件。',
    '[19!hidden-text]',
  ],
  ['letters blacked out', run('9', '<w:highlight w:val="black"/>'), '收到\ufffd件。', '[9!hidden-text]'],
  ['letters marked', run('9', '<w:highlight w:val="yellow"/>'), '收到9件。', '[9]'],
  ['white letters on black', run('9', '<w:color w:val="FFFFFF"/><w:highlight w:val="black"/>'), '收到9件。', '[9]'],
  [
    'a field to be computed anew',
    `<w:fldSimple w:instr="=SUM(LEFT)" w:dirty="true">${run('9')}</w:fldSimple>`,
    '收到9件。!script-filled',
    '[9!script-filled]',
  ],
  [
    'a field in marks to be computed anew',
    '<w:r><w:fldChar w:fldCharType="begin" w:dirty="1"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' +
      `${run('9')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
    '收到9件。!script-filled',
    '[9!script-filled]',
  ],
  [
    'letters of the colour of their ground',
    run('9', '<w:color w:val="000000"/><w:shd w:val="clear" w:fill="000000"/>'),
    '收到\ufffd件。',
    '[9!hidden-text]',
  ],
  [
    'white letters on a ground that is none',
    run('9', '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:color="auto" w:fill="auto"/>'),
    '收到\ufffd件。',
    '[9!hidden-text]',
  ],
  [
    'white letters on a ground',
    run('9', '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="1F497D"/>'),
    '收到9件。',
    '[9]',
  ],
  [
    'letters without a filling',
    run('9', '<w14:textFill><w14:noFill/></w14:textFill>'),
    '收到\ufffd件。',
    '[9!hidden-text]',
  ],
  ['dots', run('9', '<w:sz w:val="5"/>'), '收到\ufffd件。', '[9!hidden-text]'],
  ['strokes', run('9', '<w:w w:val="1"/>'), '收到\ufffd件。', '[9!hidden-text]'],
  ['reversed digits', `<w:bdo w:val="rtl">${run('81')}</w:bdo>`, '收到81件。!order-by-style', '[81!order-by-style]'],
  [
    'digits in a font of pictures',
    run('27', '<w:rFonts w:ascii="Wingdings"/>'),
    '收到27件。!font-of-its-own',
    '[27!font-of-its-own]',
  ],
  ['a picture in a figure', run('1') + inline + run('3'), '收到1\ufffd3件。', '[1\ufffd3!picture-in-cell]'],
  ['a picture that floats', run('1') + anchored + run('3'), '收到13件。', '[13!picture-in-cell]'],
  [
    'a field without a result',
    `${run('1')}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>=3</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`,
    '收到1\ufffd件。!hidden-text',
    '[1\ufffd!hidden-text]',
  ],
  [
    'a field that is drawn from its code',
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> EQ \\o(2,0) </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>${run('9')}`,
    '收到\ufffd9件。!hidden-text',
    '[\ufffd9!hidden-text]',
  ],
  [
    'a field that counts pages anew',
    `<w:fldSimple w:instr=" NUMPAGES ">${run('9')}</w:fldSimple>`,
    '收到9件。!script-filled',
    '[9!script-filled]',
  ],
  [
    'a field that names a reference',
    `<w:fldSimple w:instr=" PAGEREF x ">${run('9')}</w:fldSimple>`,
    '收到9件。',
    '[9]',
  ],
  ['what a control asks for', control('<w:showingPlcHdr/>', '12'), '收到12件。!hidden-text', '[12!hidden-text]'],
  [
    'what a control fetches from elsewhere',
    control('<w:dataBinding/>', '12'),
    '收到12件。!script-filled',
    '[12!script-filled]',
  ],
  [
    'a note’s mark that its writer has chosen',
    `${run('18')}<w:r><w:footnoteReference w:customMarkFollows="1"/><w:t>1</w:t></w:r>`,
    '收到18^1件。',
    '[18^1]',
  ],
  ['a formula', '<m:oMath><m:acc><m:e><m:r><m:t>18</m:t></m:r></m:e></m:acc></m:oMath>', '收到18件。', '[18]'],
  [
    'a shadow in a formula',
    `${run('18')}<m:oMath><m:phant><m:e><m:r><m:t>9</m:t></m:r></m:e></m:phant></m:oMath>`,
    '收到18件。!hidden-text',
    '[18!hidden-text]',
  ],
  [
    'an alternative that no word processor knows',
    `<mc:AlternateContent><mc:Choice Requires="zzz">${run('9')}</mc:Choice><mc:Fallback>${run('18')}</mc:Fallback></mc:AlternateContent>`,
    '收到18件。',
    '[18]',
  ],
  ['the number of a page', `${run('1')}<w:r><w:pgNum/></w:r>`, '收到1\ufffd件。', '[1\ufffd]'],
];

describe('digits of a document', () => {
  it.each(CASES)('are read, left out or doubted: %s', async (_, inside, expected, inCell) => {
    expect(await sentence(inside)).toBe(expected);
    expect(await cell(inside)).toBe(inCell);
  });

  it('are seen in white on the ground of their cell', async () => {
    const white = run('9', '<w:color w:val="FFFFFF"/>');
    expect(await cell(white, '<w:shd w:val="clear" w:fill="1F497D"/>')).toBe('[9]');
    expect(await cell(white, '<w:shd w:val="clear" w:fill="auto"/>')).toBe('[9!hidden-text]');
  });

  it('are doubted where a cell that goes on from above holds some', async () => {
    const merged = (text: string, value: string): string =>
      `<w:tr><w:tc><w:tcPr><w:vMerge w:val="${value}"/></w:tcPr><w:p>${run(text)}</w:p></w:tc></w:tr>`;
    expect(await read(`<w:tbl>${merged('1', 'restart')}${merged('', 'continue')}</w:tbl>`)).toEqual(['[2x1:1; ]']);
    expect(await read(`<w:tbl>${merged('1', 'restart')}${merged('2', 'continue')}</w:tbl>`)).toEqual([
      '[2x1:1!hidden-text; ]',
    ]);
  });

  it('are doubted in paragraphs that a control asks for', async () => {
    const body = `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p>${run('收到2件')}</w:p></w:sdtContent></w:sdt>`;
    expect(await read(`${body}<w:p>${run('收到3件')}</w:p>`)).toEqual(['收到2件!hidden-text', '收到3件']);
  });
});
