import { describe, expect, it } from 'vitest';
import { assertSupported } from '../../src/ingest/assert-supported.js';
import { PipelineError, type Source } from '../../src/model/index.js';

function source(part: Partial<Source>): Source {
  return {
    sourcePath: 'a.pdf',
    sha256: '00',
    kind: 'unsupported',
    contentType: 'application/zip',
    bytes: Uint8Array.of(1),
    ...part,
  };
}

function refusal(part: Partial<Source>): PipelineError {
  try {
    assertSupported(source(part));
  } catch (error) {
    if (error instanceof PipelineError) return error;
  }
  throw new Error('not refused');
}

describe('assertSupported', () => {
  it('lets PDFs and texts pass', () => {
    expect(() => {
      assertSupported(source({ kind: 'pdf', contentType: 'application/pdf' }));
      assertSupported(source({ kind: 'text', contentType: 'text/plain' }));
    }).not.toThrow();
  });

  it('counts a file without bytes as failed', () => {
    expect(refusal({ bytes: new Uint8Array() })).toMatchObject({ code: 'empty', outcome: 'failed' });
  });

  it('skips an image and names its type', () => {
    const error = refusal({ kind: 'image', contentType: 'image/jpeg' });
    expect(error).toMatchObject({ code: 'image', outcome: 'skipped' });
    expect(error.text.zh).toContain('image/jpeg');
  });

  it('lets pictures of pages pass where they are read, but no drawing', () => {
    const pass = (contentType: string) => (): void => {
      assertSupported(source({ kind: 'image', contentType }), { readsPictures: true });
    };
    for (const type of ['image/jpeg', 'image/png', 'image/tiff']) expect(pass(type)).not.toThrow();
    expect(pass('image/svg+xml')).toThrow(/--no-ocr/);
  });

  it('counts an Office document behind a password as encrypted', () => {
    const error = refusal({ contentType: 'application/x-encrypted-office' });
    expect(error).toMatchObject({ code: 'encrypted', outcome: 'failed' });
  });

  it('counts a .pdf in which nothing of a PDF is left as truncated', () => {
    const error = refusal({ sourcePath: 'x/某.PDF', contentType: 'application/octet-stream' });
    expect(error).toMatchObject({ code: 'truncated', outcome: 'failed' });
  });

  it.each([
    ['message/rfc822', '附件'],
    ['application/msword', '另存为 DOCX 或 PDF'],
    ['application/rtf', '另存为 DOCX 或 PDF'],
    ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', '另存为 PDF'],
    ['application/vnd.ms-powerpoint', '另存为 PDF'],
    ['application/x-cfb', '.wps'],
    ['application/ofd', 'OFD'],
    ['application/zip', '解压'],
    ['application/x-rar-compressed', '解压'],
    ['audio/mpeg', 'audio/mpeg'],
  ])('says what to do with %s', (contentType, advice) => {
    const error = refusal({ contentType });
    expect(error).toMatchObject({ code: 'unsupported-kind', outcome: 'skipped' });
    expect(error.text.zh).toContain(advice);
  });
});
