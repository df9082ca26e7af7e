// A page saved as one file (MHTML, RFC 2557), as browsers and word processors save it.

/** Bytes as quoted-printable: lines of 76 characters at most. */
function quotedPrintable(bytes: Uint8Array): string {
  const lines: string[] = [''];
  for (const byte of bytes) {
    if (byte === 0x0a) {
      lines.push('');
      continue;
    }
    if (byte === 0x0d) continue;
    const isPlain = byte >= 0x20 && byte <= 0x7e && byte !== 0x3d;
    const sign = isPlain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    const line = lines.at(-1) ?? '';
    if (line.length + sign.length > 75) {
      lines[lines.length - 1] = `${line}=`;
      lines.push(sign);
    } else lines[lines.length - 1] = line + sign;
  }
  return lines.join('\r\n');
}

/** A saved page with a style sheet behind it. */
export function toArchive(page: Uint8Array, encoding: 'quoted-printable' | 'base64'): Uint8Array {
  const body =
    encoding === 'base64'
      ? (
          Buffer.from(page)
            .toString('base64')
            .match(/.{1,76}/g) ?? []
        ).join('\r\n')
      : quotedPrintable(page);
  const boundary = '----MultipartBoundary--x3vY81';
  return Buffer.from(
    [
      'From: <Saved by Blink>',
      'Snapshot-Content-Location: http://www.example.gov.cn/nb/t20240118.html',
      'Subject: =?utf-8?Q?=E5=B9=B4=E6=8A=A5?=',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related;',
      '\ttype="text/html";',
      `\tboundary="${boundary}"`,
      '',
      '',
      `--${boundary}`,
      'Content-Type: text/html',
      'Content-ID: <frame-1@mhtml.blink>',
      `Content-Transfer-Encoding: ${encoding}`,
      '',
      body,
      `--${boundary}`,
      'Content-Type: text/css',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      'td { padding: 0 }',
      `--${boundary}--`,
      '',
    ].join('\r\n'),
    'latin1',
  );
}
