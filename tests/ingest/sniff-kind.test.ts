import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sniffKind } from '../../src/ingest/sniff-kind.js';

function latin1(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'latin1'));
}

/** Bytes that look like nothing in particular; the same ones each time. */
function noise(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return (state >> 16) & 0xff;
  });
}

function oleWith(stream: string): Uint8Array {
  const header = Buffer.alloc(512);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(header);
  return new Uint8Array(Buffer.concat([header, Buffer.from(stream, 'utf16le'), Buffer.alloc(512)]));
}

describe('sniffKind', () => {
  it.each([
    ['a PDF', latin1('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')],
    ['a PDF that is cut off', latin1('%PDF-1.4')],
    ['a PDF behind junk', latin1(`${'\0junk'.repeat(200)}%PDF-1.4`)],
    [
      'a PDF behind a web server’s header',
      latin1('HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.4\n'),
    ],
    ['the rest of a PDF whose head is lost', Uint8Array.of(...noise(2000), ...latin1('\nendobj\nstartxref\n9\n%%EOF'))],
  ])('takes %s for a PDF', async (_, bytes) => {
    expect(await sniffKind(bytes)).toEqual({ kind: 'pdf', contentType: 'application/pdf' });
  });

  it.each([
    ['UTF-8', new TextEncoder().encode('（七）总计 3 0\n')],
    ['UTF-8 with a byte-order mark', new TextEncoder().encode('\uFEFF总计')],
    ['UTF-16 with a byte-order mark', new Uint8Array(Buffer.from('\uFEFF（七）总计 3 0\n', 'utf16le'))],
    ['UTF-16 LE without one', new Uint8Array(Buffer.from('（七）总计 3 0 12345678\n', 'utf16le'))],
    ['UTF-16 BE without one', new Uint8Array(Buffer.from('（七）总计 3 0 12345678\n', 'utf16le').swap16())],
    ['GB18030', latin1('\xd7\xdc\xbc\xc6 3 0\r\n')],
    ['pages divided by form feeds', latin1('total 3\n\f\ntotal 4\n')],
  ])('takes %s for text', async (_, bytes) => {
    expect(await sniffKind(bytes)).toEqual({ kind: 'text', contentType: 'text/plain' });
  });

  it.each([
    [
      'a JPEG',
      Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0x10, ...latin1('JFIF\0\x01\x01'), ...noise(100)),
      'image/jpeg',
    ],
    [
      'a PNG',
      latin1('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\0IDAT'),
      'image/png',
    ],
    ['a TIFF', Uint8Array.of(0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, ...noise(100)), 'image/tiff'],
    ['an SVG', latin1('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'), 'image/svg+xml'],
  ])('takes %s for an image', async (_, bytes, contentType) => {
    expect(await sniffKind(bytes)).toEqual({ kind: 'image', contentType });
  });

  it.each([
    ['a web page', latin1('\n<!DOCTYPE html><html>')],
    ['a web page with a byte-order mark', latin1('\xef\xbb\xbf<html lang="zh">')],
    ['a web page in UTF-16', new Uint8Array(Buffer.from('\uFEFF<html><body>总计</body>', 'utf16le'))],
    ['a piece of a web page', latin1('<!-- saved -->\n<div class="x"><table>')],
    ['a piece that an editor made', latin1('<strong>\xb1\xed</strong>')],
    ['XHTML', latin1('<?xml version="1.0"?><!DOCTYPE html PUBLIC "x">')],
    ['a page that begins with its title as plain text', latin1(`2023\n<p>1</p>${'<td>1</td>'.repeat(5)}`)],
  ])('takes %s for a web page', async (_, bytes) => {
    expect(await sniffKind(bytes)).toEqual({ kind: 'html', contentType: 'text/html' });
  });

  it('takes a saved page for one', async () => {
    const saved = 'From: <Saved by WebKit>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n';
    const bytes = latin1(`${saved}\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>\r\n--b--`);
    expect(await sniffKind(bytes)).toEqual({ kind: 'html', contentType: 'multipart/related' });
  });

  it('takes Markdown with tables of HTML in it for a text, whose lines end where they end', async () => {
    const table = `<table>${'<tr><td>1</td><td>2</td></tr>'.repeat(9)}</table>`;
    const kindOf = async (text: string) => (await sniffKind(new Uint8Array(Buffer.from(text)))).kind;
    expect(await kindOf(`# 某局年度报告\n\n一、总体情况\n\n<html><body>${table}</body></html>\n\n六、其他`)).toBe(
      'text',
    );
    expect(await kindOf(`某局年度报告<br>一、总体情况<br>${table}`)).toBe('html');
  });

  it('takes a text that speaks of a tag for a text', async () => {
    expect(await sniffKind(latin1('total </td> 3\n'))).toEqual({ kind: 'text', contentType: 'text/plain' });
  });

  it('knows a word processor document whose parts are stored as they are', async () => {
    const part = (name: string, text: string): Buffer => {
      const header = Buffer.alloc(30);
      header.writeUInt32LE(0x04034b50, 0);
      header.writeUInt32LE(text.length, 18);
      header.writeUInt32LE(text.length, 22);
      header.writeUInt16LE(name.length, 26);
      return Buffer.concat([header, Buffer.from(name), Buffer.from(text)]);
    };
    const bytes = new Uint8Array(Buffer.concat([part('a.xml', '<a/>'), part('word/document.xml', '<w/>'.repeat(200))]));
    expect(await sniffKind(bytes)).toMatchObject({ kind: 'docx' });
  });

  it.each([
    ['a mail message', latin1('From: a@b\r\nMIME-Version: 1.0\r\n\r\nhello'), 'message/rfc822'],
    ['an encrypted Office document', oleWith('EncryptedPackage'), 'application/x-encrypted-office'],
    ['RTF', latin1('{\\rtf1\\ansi'), 'application/rtf'],
    ['XML', latin1('<?xml version="1.0"?><a/>'), 'application/xml'],
    ['a Word document', oleWith('WordDocument'), 'application/msword'],
    ['an Excel workbook', oleWith('Workbook'), 'application/vnd.ms-excel'],
    ['another OLE file', oleWith('Contents'), 'application/x-cfb'],
    ['noise', noise(3000), 'application/octet-stream'],
    ['zeros', new Uint8Array(3000), 'application/octet-stream'],
    ['nothing', new Uint8Array(), 'application/x-empty'],
  ])('takes %s for unsupported, and names it', async (_, bytes, contentType) => {
    expect(await sniffKind(bytes)).toEqual({ kind: 'unsupported', contentType });
  });

  it('names an OFD, which is a ZIP file', async () => {
    const name = 'OFD.xml';
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(name.length, 26);
    const bytes = new Uint8Array(Buffer.concat([header, Buffer.from(name)]));
    expect(await sniffKind(bytes)).toEqual({ kind: 'unsupported', contentType: 'application/ofd' });
  });

  it('never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        expect(await sniffKind(bytes)).toHaveProperty('kind');
      }),
    );
  });
});
