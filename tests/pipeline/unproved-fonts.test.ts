import { describe, expect, it } from 'vitest';
import { openZip } from '../../src/extract/docx/zip-parts.js';
import { loadFamilies, PIPELINES_DIRECTORY } from '../../src/families/index.js';
import { sourceToReports } from '../../src/pipeline.js';
import type { Fact, Source } from '../../src/model/index.js';
import { KINDS } from '../corpus/kinds.js';
import { zip } from '../corpus/docx/zip.js';
import { htmlSource } from './html-source.js';

const families = await loadFamilies(PIPELINES_DIRECTORY);
const FONT = '<style>@font-face{font-family:look;src:url(look.woff2)}body{font-family:look,SimSun}</style></head>';

/** The facts of a made page in a font from elsewhere. */
async function factsOf(seed: number, change: (body: string) => string = (body) => body): Promise<readonly Fact[]> {
  const made = KINDS['web']?.make({ seed, style: 'clean-cms' }).files[0]?.bytes;
  const [head = '', body = ''] = new TextDecoder().decode(made).split('<body>');
  const text = `${head.replace('</head>', FONT)}<body>${change(body)}`;
  const [report] = await sourceToReports(htmlSource(text), { families, reader: 'auto' });
  return report?.facts ?? [];
}

/** Digits exchanged in the cells of tables, as a font may do it. */
function exchanged(body: string): string {
  return body.replace(/(?<=<td[^>]*>)[\d.]+(?=<)/gu, (figure) =>
    figure.replace(/[12]/gu, (digit) => (digit === '1' ? '2' : '1')),
  );
}

describe('digits that a font from elsewhere draws', () => {
  it('are read where the sums prove them, those of table two as well', async () => {
    const facts = await factsOf(3);
    expect(facts.filter(({ value }) => Number(value) > 9).length).toBeGreaterThan(40);
    expect(facts.filter(({ status }) => status === 'suspect')).toEqual([]);
  });

  it('are doubted where the sums do not hold as written', async () => {
    const facts = (await factsOf(3, exchanged)).filter(({ table }) => table !== 'prose');
    const printed = facts.filter(({ status, value }) => status === 'printed' && /[12]/u.test(value));
    expect(printed).toEqual([]);
  });
});

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const TABLE = `<w:fonts ${W}><w:font w:name="Times New Roman"><w:embedRegular/></w:font></w:fonts>`;

/** The facts of a made document that embeds the font of its figures. */
async function factsOfDocument(change: (body: string) => string = (body) => body): Promise<readonly Fact[]> {
  const made = KINDS['docx']?.make({ seed: 502, style: 'plain' }).files[0]?.bytes;
  const parts = await openZip(made ?? new Uint8Array());
  const text = async (name: string): Promise<string> => new TextDecoder().decode(await parts.read(name));
  const packed = {
    'word/document.xml': change(await text('word/document.xml')),
    'word/numbering.xml': await text('word/numbering.xml'),
    'word/fontTable.xml': TABLE,
    'word/_rels/document.xml.rels': `<R>${['fontTable', 'numbering'].map((type) => `<R Type="t/${type}" Target="${type}.xml"/>`).join('')}</R>`,
  };
  const entries = Object.entries(packed).map(([name, data]) => ({ name, data: Buffer.from(data) }));
  const source: Source = { ...htmlSource(''), kind: 'docx', bytes: zip(entries, true) };
  const [report] = await sourceToReports(source, { families, reader: 'auto' });
  return report?.facts ?? [];
}

describe('digits of a font that a Word document embeds', () => {
  it('are read where the sums prove them', async () => {
    const facts = await factsOfDocument();
    expect(facts.filter(({ value }) => Number(value) > 9).length).toBeGreaterThan(30);
    expect(facts.filter(({ status }) => status === 'suspect')).toEqual([]);
  });

  it('are doubted where the sums do not hold as written', async () => {
    const swapped = (body: string): string =>
      body.replace(/(?<=<w:t[^>]*>)[\d.]+(?=<)/gu, (figure) =>
        figure.replace(/[12]/gu, (digit) => (digit === '1' ? '2' : '1')),
      );
    const facts = (await factsOfDocument(swapped)).filter(({ table }) => table !== 'prose');
    expect(facts.length).toBeGreaterThan(100);
    expect(facts.filter(({ status, value }) => status === 'printed' && /[12]/u.test(value))).toEqual([]);
  });
});
