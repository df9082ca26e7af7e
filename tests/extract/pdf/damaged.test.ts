import { describe, expect, it } from 'vitest';
import { openPdf } from '../../../src/extract/pdf/index.js';
import { isTrap, loadPdfium } from '../../../src/extract/pdf/pdfium/pdfium-library.js';
import { encryptedPdf } from './encrypted-pdf.js';
import { FONT_RESOURCES, onePagePdf, rawPdf } from './raw-pdf.js';
import { doubtKinds, READERS, readFirstPage, textOf } from './read-page.js';

const CONTENT = 'BT /F1 10 Tf 50 200 Td (12) Tj ET';

describe.each(READERS)('damaged and locked files through %s', (reader) => {
  it('reads a file that is encrypted but needs no password', async () => {
    expect(textOf(await readFirstPage(encryptedPdf('95', ''), reader))).toBe('95');
  });

  it('says that a password is needed and what to do', async () => {
    const opening = openPdf(encryptedPdf('95', 'secret'), reader);
    await expect(opening).rejects.toMatchObject({ name: 'PipelineError', code: 'encrypted' });
    await expect(opening).rejects.toThrow(/password.*decrypt/);
  });

  it.each([
    ['nothing at all', new Uint8Array()],
    ['something else', new TextEncoder().encode('政府信息公开工作年度报告')],
    ['the beginning of a PDF', new TextEncoder().encode('%PDF-1.7\n%âãÏÓ\n')],
    ['half a PDF', onePagePdf(CONTENT).subarray(0, 600)],
  ])('refuses %s', async (_, bytes) => {
    const opening = openPdf(bytes, reader);
    await expect(opening).rejects.toMatchObject({ name: 'PipelineError', code: 'truncated' });
  });

  it('names the page that cannot be read', async () => {
    const page = { content: CONTENT, resources: FONT_RESOURCES };
    const text = Buffer.from(rawPdf([page, page])).toString('latin1');
    // The second page is looked for where no object is.
    const broken = text.replace(/(\/Kids \[\d+ 0 R )\d+( 0 R)/, '$199$2');
    const pdf = await openPdf(Buffer.from(broken, 'latin1'), reader);
    expect(textOf(await pdf.readPage(1))).toBe('12');
    await expect(pdf.readPage(2)).rejects.toMatchObject({ name: 'PipelineError', code: 'truncated' });
    await expect(pdf.readPage(2)).rejects.toThrow(/Page 2 /);
    await pdf.close();
  });

  it('leaves the bytes it was given alone, also those of a Buffer', async () => {
    const bytes = Buffer.from(onePagePdf(CONTENT));
    const before = Buffer.from(bytes).toString('hex');
    expect(textOf(await readFirstPage(bytes, reader))).toBe('12');
    expect(textOf(await readFirstPage(bytes, reader))).toBe('12');
    expect(bytes.toString('hex')).toBe(before);
  });

  it('closes twice without complaint and reads nothing afterwards', async () => {
    const pdf = await openPdf(onePagePdf(CONTENT), reader);
    await pdf.close();
    await pdf.close();
    await expect(pdf.readPage(1)).rejects.toThrow(/closed/);
  });

  it('holds on to no memory', { timeout: 120_000 }, async () => {
    const bytes = onePagePdf(`${CONTENT} ${'50 200 m 150 200 l S\n'.repeat(2000)}`);
    const locked = encryptedPdf('95', 'secret');
    const readMany = async (times: number): Promise<void> => {
      for (let turn = 0; turn < times; turn += 1) {
        await readFirstPage(bytes, reader);
        await openPdf(locked, reader).catch(() => undefined);
        await openPdf(bytes.subarray(0, 600), reader).catch(() => undefined);
      }
    };
    await readMany(40);
    const before = process.memoryUsage();
    await readMany(reader === 'pdfium' ? 250 : 60);
    const after = process.memoryUsage();
    // The file is 40 kB, its page some 2 MB of objects: any of it kept would show as 16 MB and more.
    expect(after.arrayBuffers + after.external - before.arrayBuffers - before.external).toBeLessThan(8e6);
    expect(after.rss - before.rss).toBeLessThan(60e6);
  });
});

describe('PDFium', () => {
  it('is started anew after it broke down', async () => {
    const broken = await loadPdfium();
    expect(isTrap(new Error('not from WebAssembly'))).toBe(false);
    expect(await loadPdfium()).toBe(broken);
    // The name WebAssembly.RuntimeError has; the project's types know no WebAssembly.
    expect(isTrap(Object.assign(new Error('unreachable'), { name: 'RuntimeError' }))).toBe(true);
    expect(await loadPdfium()).not.toBe(broken);
    expect(textOf(await readFirstPage(onePagePdf(CONTENT), 'pdfium'))).toBe('12');
  });
});

describe('errors within a page', () => {
  it.each([
    ['an illegal character', `${CONTENT} ) BT /F1 10 Tf 50 100 Td (34) Tj ET`],
    ['a form that does not exist', `/Nope Do ${CONTENT}`],
    ['a font that does not exist', `${CONTENT} BT /Nope 10 Tf 50 100 Td (34) Tj ET`],
  ])('are doubted by pdf.js, which drops what follows: %s', async (_, content) => {
    expect(doubtKinds(await readFirstPage(onePagePdf(content), 'pdfjs'))).toEqual(['odd-boxes']);
  });

  it('are named by pdf.js where an operator has what none of its kind takes', async () => {
    const reading = readFirstPage(onePagePdf(`BT /F1 10 Tf (50) 200 Td (12) Tj ET`), 'pdfjs');
    await expect(reading).rejects.toMatchObject({ name: 'PipelineError', code: 'truncated' });
  });

  it('are doubted by PDFium where the end of the file is missing', async () => {
    const whole = onePagePdf(CONTENT);
    // The trailer's keys are kept and its end cut off, so that the file can still be pieced together.
    const text = Buffer.from(whole)
      .toString('latin1')
      .replace(/startxref[^]*$/, '');
    const page = await readFirstPage(Buffer.from(text, 'latin1'), 'pdfium');
    expect(textOf(page)).toBe('12');
    expect(doubtKinds(page)).toEqual(['odd-boxes']);
  });

  it('are refused by PDFium where a cut file has lost a page’s content', async () => {
    const text = Buffer.from(onePagePdf(CONTENT))
      .toString('latin1')
      .replace(/startxref[^]*$/, '');
    const empty = Buffer.from(text.replace(CONTENT, ' '.repeat(CONTENT.length)), 'latin1');
    await expect(readFirstPage(empty, 'pdfium')).rejects.toMatchObject({ code: 'truncated' });
  });
});
