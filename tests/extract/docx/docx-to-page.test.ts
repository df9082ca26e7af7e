import { describe, expect, it } from 'vitest';
import { docxToPage } from '../../../src/extract/index.js';
import { openZip } from '../../../src/extract/docx/zip-parts.js';
import { zip } from '../../corpus/docx/zip.js';
import { sketchBlocks } from '../marked.js';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const OTHERS =
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://purl.oclc.org/ooxml/officeDocument/math" xmlns:wps="w"';

/** A package with a body and other parts of `word/`; relations go to all of them. */
function packageOf(body: string, others: Readonly<Record<string, string>> = {}): Uint8Array {
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': body.startsWith('<')
      ? `<w:document ${W} ${OTHERS}><w:body>${body}</w:body></w:document>`
      : body,
    'word/_rels/document.xml.rels': `<Relationships>${Object.keys(others)
      .map((name, k) => `<Relationship Id="r${k}" Type="t/${name.split('.')[0] ?? ''}" Target="${name}"/>`)
      .join('')}</Relationships>`,
  };
  for (const [name, xml] of Object.entries(others)) parts[`word/${name}`] = xml;
  return zip(
    Object.entries(parts).map(([name, text]) => ({ name, data: Buffer.from(text) })),
    true,
  );
}

const read = async (body: string, others: Readonly<Record<string, string>> = {}): Promise<string[]> =>
  sketchBlocks((await docxToPage(packageOf(body, others))).blocks);

const t = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;
const field = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const p = (inner: string): string => `<w:p>${inner}</w:p>`;
const tc = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(t(text))}</w:tc>`;
const tr = (cells: string, properties = ''): string => `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`;
const tbl = (rows: string): string => `<w:tbl>${rows}</w:tbl>`;

describe('text of a document', () => {
  it.each([
    ['joins torn runs', p(`${t('总')}<w:proofErr w:type="gramStart"/>${t('计')}`), ['总计']],
    ['breaks lines where the document does', p(`${t('a')}<w:r><w:br/></w:r>${t('b')}`), ['a', 'b']],
    [
      'counts insertions and leaves out deletions',
      p(`<w:del><w:r><w:delText>1</w:delText></w:r></w:del><w:ins>${t('2')}</w:ins><w:moveFrom>${t('3')}</w:moveFrom>`),
      ['2'],
    ],
    [
      'leaves out hidden text',
      p(`<w:r><w:rPr><w:vanish/></w:rPr><w:t>1</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>2</w:t></w:r>`),
      ['2'],
    ],
    [
      'looks into content controls, links and fields',
      p(
        `<w:sdt><w:sdtContent>${t('1')}</w:sdtContent></w:sdt><w:hyperlink>${t('2')}</w:hyperlink><w:fldSimple>${t('3')}</w:fldSimple>`,
      ),
      ['123'],
    ],
    [
      'reads the result of a field and not its code',
      p(
        `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF a</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${t('7')}`,
      ),
      ['7'],
    ],
    [
      'tells raised text',
      p(`${t('3')}<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r>`),
      ['3^1'],
    ],
    ...['w:position w:val="8"', 'w:vertAlign w:val="subscript"'].map((raised): [string, string, string[]] => [
      `tells text set above or below the line: ${raised}`,
      p(`${t('3')}<w:r><w:rPr><${raised}/></w:rPr><w:t>1</w:t></w:r>`),
      ['3^1'],
    ]),
    [
      'leaves out what another field takes to compute its own',
      p(
        `${field('begin')}${t('4')}${field('begin')}${field('separate')}${t('5')}${field('end')}${t('6')}${field('separate')}${t('7')}${field('end')}${t('8')}`,
      ),
      ['78'],
    ],
    [
      'leaves out figures that are struck out, and keeps words',
      p(
        `<w:r><w:rPr><w:strike/></w:rPr><w:t>3</w:t></w:r><w:r><w:rPr><w:dstrike/></w:rPr><w:t>件</w:t></w:r>${t('4')}`,
      ),
      ['件4'],
    ],
    [
      'keeps the parts of a formula apart',
      p(
        `<m:f><m:num><m:r><m:t>2</m:t></m:r></m:num><m:den><m:r><m:t>3</m:t></m:r></m:den></m:f><m:sSup><m:e><m:r><m:t>4</m:t></m:r></m:e><m:sup><m:r><m:t>5</m:t></m:r></m:sup></m:sSup>`,
      ),
      ['2/34^5'],
    ],
    [
      'runs on where the mark of a paragraph was deleted',
      `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${t('总')}</w:p>${p(t('计'))}`,
      ['总计'],
    ],
    [
      'reads a text box once',
      p(
        `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${p(t('题'))}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${p(t('题'))}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>${t('a')}`,
      ),
      ['a', '题'],
    ],
  ])('%s', async (_, body, lines) => {
    expect(await read(body)).toEqual(lines);
  });

  it('knows hidden text by its style, and by the style that is based on', async () => {
    const styles = `<w:styles ${W}><w:style w:styleId="a"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>`;
    const body = p(`<w:r><w:rPr><w:rStyle w:val="b"/></w:rPr><w:t>1</w:t></w:r>${t('2')}`);
    expect(await read(body, { 'styles.xml': styles })).toEqual(['2']);
  });

  it('is read whatever prefix the file declares', async () => {
    const body = `<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>1</x:t></x:r></x:p></x:body></x:document>`;
    const bytes = zip([{ name: 'word/document.xml', data: Buffer.from(body) }], true);
    expect(sketchBlocks((await docxToPage(bytes)).blocks)).toEqual(['1']);
  });

  it('has footnotes behind it', async () => {
    const footnotes = `<w:footnotes ${W}><w:footnote w:type="separator">${p(t('-'))}</w:footnote><w:footnote w:id="1">${p(t('注'))}</w:footnote></w:footnotes>`;
    expect(await read(p(t('a')), { 'footnotes.xml': footnotes })).toEqual(['a', '注']);
  });

  it('holds a page of HTML that a program put into it', async () => {
    const bytes = zip(
      [
        {
          name: 'word/document.xml',
          data: Buffer.from(`<w:document ${W}><w:body><w:altChunk w:id="r1"/></w:body></w:document>`),
        },
        {
          name: 'word/_rels/document.xml.rels',
          data: Buffer.from('<R><Relationship Id="r1" Type="t/aFChunk" Target="a.html"/></R>'),
        },
        { name: 'word/a.html', data: Buffer.from('<p>1</p><table><tr><td>2<td>3</table>') },
      ],
      true,
    );
    expect(sketchBlocks((await docxToPage(bytes)).blocks)).toEqual(['1', '[2|3]']);
  });
});

describe('what a cell prints', () => {
  const styled = (properties: string): string => `<w:r><w:rPr>${properties}</w:rPr><w:t>4</w:t></w:r>`;
  const cellOf = (inner: string, properties = ''): string =>
    tbl(tr(`<w:tc><w:tcPr>${properties}</w:tcPr>${p(inner)}</w:tc>`));

  it.each([
    ['white letters', '<w:color w:val="FFFFFF"/>', '', '[34!hidden-text]'],
    ['white letters on a ground', '<w:color w:val="FFFFFF"/>', '<w:shd w:fill="4472C4"/>', '[34]'],
    ['letters of no size', '<w:sz w:val="2"/>', '', '[34!hidden-text]'],
    ['a figure struck out', '<w:strike/>', '', '[3!struck-out]'],
    ['characters drawn back over others', '<w:spacing w:val="-400"/>', '', '[34!order-by-style]'],
    ['characters drawn together', '<w:spacing w:val="-10"/>', '', '[34]'],
    ['a font of pictures', '<w:rFonts w:ascii="Wingdings"/>', '', '[34!font-of-its-own]'],
  ])('is doubted for %s', async (_, run, properties, expected) => {
    expect(await read(cellOf(t('3') + styled(run), properties))).toEqual([expected]);
  });

  it.each([
    ['reversed', `<w:bdo w:val="rtl">${t('12')}</w:bdo>`, '[12!order-by-style]'],
    [
      'computed when it is opened',
      `${field('begin')}<w:r><w:instrText>QUOTE 12</w:instrText></w:r>${field('end')}`,
      '[!hidden-text]',
    ],
    [
      'of a form',
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="9"/><w:listEntry w:val="12"/></w:ddList></w:ffData></w:fldChar></w:r>${field('end')}`,
      '[12]',
    ],
    [
      'drawn as letters',
      '<w:r><w:pict><v:shape><v:textpath string="12"/></v:shape></w:pict></w:r>',
      '[!picture-in-cell]',
    ],
  ])('is read or doubted where it is %s', async (_, inner, expected) => {
    expect(await read(cellOf(inner))).toEqual([expected]);
  });

  it('is doubted where a list numbers a figure, or stands for one', async () => {
    const numbering = `<w:numbering ${W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
    const numbered = (text: string): string =>
      `<w:tc><w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>${text}</w:p></w:tc>`;
    const row = tbl(tr(numbered(t('5')) + numbered('') + numbered(t('重复申请'))));
    expect(await read(row, { 'numbering.xml': numbering })).toEqual(['[1. 5!list-number|2.!list-number|3. 重复申请]']);
  });
});

describe('numbers of lists', () => {
  const numbering = (levels: string, nums = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'): string =>
    `<w:numbering ${W}><w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum>${nums}</w:numbering>`;
  const level = (at: number, format: string, text: string, more = ''): string =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
  const item = (text: string, numId = 1, at = 0): string =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${numId}"/></w:numPr></w:pPr>${t(text)}</w:p>`;

  it.each([
    ['decimal', '%1.', ['1. a', '2. b']],
    ['chineseCounting', '（%1）', ['（一） a', '（二） b']],
    ['decimalEnclosedCircle', '%1', ['① a', '② b']],
    ['bullet', '', ['a', 'b']],
  ])('are printed as %s', async (format, text, lines) => {
    expect(await read(item('a') + item('b'), { 'numbering.xml': numbering(level(0, format, text)) })).toEqual(lines);
  });

  it('stand close to the text where the list says so', async () => {
    const tight = numbering(level(0, 'chineseCounting', '%1、', '<w:suff w:val="nothing"/>'));
    expect(await read(item('总体情况'), { 'numbering.xml': tight })).toEqual(['一、总体情况']);
  });

  it('count on in lists of one definition, begin anew where told, and below each item', async () => {
    const nums = [1, 2, 3]
      .map(
        (id) =>
          `<w:num w:numId="${id}"><w:abstractNumId w:val="0"/>${id === 3 ? '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>' : ''}</w:num>`,
      )
      .join('');
    const xml = numbering(level(0, 'decimal', '%1.') + level(1, 'decimal', '%1.%2'), nums);
    const body = item('a') + item('b', 1, 1) + item('c', 2) + item('d', 1, 1) + item('e', 3);
    expect(await read(body, { 'numbering.xml': xml })).toEqual(['1. a', '1.1 b', '2. c', '2.1 d', '1. e']);
  });

  it('come from the paragraph style, and list 0 takes them away', async () => {
    const styles = `<w:styles ${W}><w:style w:styleId="h"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>`;
    const styled = (text: string, more = ''): string =>
      `<w:p><w:pPr><w:pStyle w:val="h"/>${more}</w:pPr>${t(text)}</w:p>`;
    const body = styled('a') + styled('b', '<w:numPr><w:numId w:val="0"/></w:numPr>') + styled('c');
    const others = { 'styles.xml': styles, 'numbering.xml': numbering(level(0, 'decimal', '%1.')) };
    expect(await read(body, others)).toEqual(['1. a', 'b', '2. c']);
  });
});

describe('tables of a document', () => {
  const restart = '<w:vMerge w:val="restart"/>';
  const goesOn = '<w:vMerge/>';

  it.each([
    [
      'cells that go on below as one',
      tbl(tr(tc('a', restart) + tc('b')) + tr(tc('', goesOn) + tc('c'))),
      ['[2x1:a|b; c]'],
    ],
    ['cells over several columns', tbl(tr(tc('a', '<w:gridSpan w:val="3"/>') + tc('b'))), ['[1x3:a|b]']],
    ['a cell that goes on from nothing as a cell', tbl(tr(tc('a')) + tr(tc('b', goesOn))), ['[a; b]']],
    [
      'a cell that goes on at another width as a cell',
      tbl(tr(tc('a', restart) + tc('b')) + tr(tc('c', `${goesOn}<w:gridSpan w:val="2"/>`))),
      ['[a|b; 1x2:c]'],
    ],
    [
      'cells merged across in the old way',
      tbl(tr(tc('a', '<w:hMerge w:val="restart"/>') + tc('', '<w:hMerge/>') + tc('b'))),
      ['[1x2:a|b]'],
    ],
    [
      'columns left free before a row',
      tbl(tr(tc('a') + tc('b')) + tr(tc('c'), '<w:gridBefore w:val="1"/>')),
      ['[a|b; >c]'],
    ],
    [
      'rows inserted, not rows deleted or hidden',
      tbl(tr(tc('a'), '<w:ins/>') + tr(tc('b'), '<w:del/>') + tr(tc('c'), '<w:hidden/>')),
      ['[a]'],
    ],
    ['tables in cells', tbl(tr(`<w:tc>${tbl(tr(tc('a')))}<w:p/></w:tc>`)), ['[[a]]']],
    [
      'rows and cells in content controls',
      tbl(
        `<w:sdt><w:sdtContent>${tr(`<w:sdt><w:sdtContent>${tc('a')}</w:sdtContent></w:sdt>`)}</w:sdtContent></w:sdt>`,
      ),
      ['[a]'],
    ],
    [
      'a picture as a doubt',
      tbl(tr('<w:tc><w:p><w:r><w:drawing><pic/></w:drawing></w:r></w:p></w:tc>')),
      ['[!picture-in-cell]'],
    ],
  ])('have %s', async (_, body, blocks) => {
    expect(await read(body)).toEqual(blocks);
  });
});

describe('a package that cannot be read', () => {
  it('is damaged where a part does not have its checksum', async () => {
    const bytes = Buffer.from(zip([{ name: 'word/document.xml', data: Buffer.from('<a>12345</a>') }], false));
    bytes[bytes.indexOf('12345')] = 0x39;
    await expect(docxToPage(bytes)).rejects.toMatchObject({ code: 'truncated' });
  });

  it('is damaged where its directory is cut off, or its XML', async () => {
    await expect(docxToPage(packageOf(p(t('a'))).subarray(0, 200))).rejects.toMatchObject({ code: 'truncated' });
    await expect(docxToPage(packageOf('<w:p>'))).rejects.toMatchObject({ code: 'truncated' });
  });

  it('is too large where a part inflates beyond the limit, whatever size it states', async () => {
    const bomb = zip([{ name: 'word/document.xml', data: Buffer.alloc(100_000) }], true);
    const parts = await openZip(bomb, 10_000);
    await expect(parts.read('word/document.xml')).rejects.toMatchObject({ code: 'memory-limit' });
  });

  it('is no document without a main part', async () => {
    await expect(docxToPage(zip([{ name: 'a.xml', data: Buffer.from('<a/>') }], true))).rejects.toMatchObject({
      code: 'truncated',
    });
  });

  it('expands no entities', async () => {
    const laughs = `<!DOCTYPE a [<!ENTITY x "1234567890"><!ENTITY y "&x;&x;&x;&x;">]><w:document ${W}><w:body>${p(t('&y;'))}</w:body></w:document>`;
    const bytes = zip([{ name: 'word/document.xml', data: Buffer.from(laughs) }], true);
    await expect(docxToPage(bytes)).rejects.toMatchObject({ code: 'truncated' });
  });
});
