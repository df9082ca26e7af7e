/**
 * Tells what a file is from its content. Names are not looked at: a JPEG called `.pdf` is an image, and a report without
 * an extension is a report.
 */
import type { SourceKind } from '../model/index.js';
import { beginsLikeZip } from './archive/document-packages.js';
import { looksLikeText } from './looks-like-text.js';

/** What a file's content is. */
export interface SniffedKind {
  readonly kind: SourceKind;
  /** A MIME type, for people. */
  readonly contentType: string;
}

/** How far into a file its `%PDF-` may stand: what readers accept (ISO 32000-2, annex H of its predecessor). */
const PDF_HEADER_REACH = 1024;

/** How much of a text is looked at for a mark-up language's opening. */
const MARKUP_REACH = 1024;

const UNKNOWN: SniffedKind = { kind: 'unsupported', contentType: 'application/octet-stream' };

/** Tells what a file's bytes are. */
export async function sniffKind(bytes: Uint8Array): Promise<SniffedKind> {
  if (bytes.length === 0) return { kind: 'unsupported', contentType: 'application/x-empty' };
  // Before all others: an archive may hold a PDF, or nothing but text, as it is.
  if (beginsLikeZip(bytes)) return sniffContainer(bytes);
  if (hasPdfHeader(bytes)) return { kind: 'pdf', contentType: 'application/pdf' };
  if (looksLikeText(bytes)) return sniffMarkup(bytes) ?? { kind: 'text', contentType: 'text/plain' };
  if (hasPdfRemains(bytes)) return { kind: 'pdf', contentType: 'application/pdf' };
  return sniffContainer(bytes);
}

async function sniffContainer(bytes: Uint8Array): Promise<SniffedKind> {
  // Only now: loading the library costs more than handling a small file, and most runs never need it.
  const { fileTypeFromBuffer } = await import('file-type');
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (found === undefined) return UNKNOWN;
  if (found.mime.startsWith('image/')) return { kind: 'image', contentType: found.mime };
  return { kind: 'unsupported', contentType: refineContainer(found.mime, bytes) };
}

function hasPdfHeader(bytes: Uint8Array): boolean {
  return asBuffer(bytes).subarray(0, PDF_HEADER_REACH).includes('%PDF-');
}

/** True for a PDF whose head was lost on the way: a reader may still rebuild it, or else says that it is damaged. */
function hasPdfRemains(bytes: Uint8Array): boolean {
  const buffer = asBuffer(bytes);
  return buffer.includes('endobj') && (buffer.includes('startxref') || buffer.includes('%%EOF'));
}

/** Openings of texts that are no plain text, tried on the first characters without byte-order mark and white space. */
const MARKUP_OPENINGS: readonly (readonly [RegExp, string])[] = [
  [/^(<!--.*?-->\s*|<\?xml[^>]*\?>\s*)*<!doctype html/is, 'text/html'],
  [
    /^(<!--.*?-->\s*|<\?xml[^>]*\?>\s*)*<(html|head|body|meta|title|style|script|div|table|p|span|h[1-6])\b/is,
    'text/html',
  ],
  [/^(<\?xml[^>]*\?>\s*)?<svg\b/i, 'image/svg+xml'],
  [/^<\?xml\b/i, 'application/xml'],
  [/^\{\\rtf/, 'application/rtf'],
  [/^%!PS/, 'application/postscript'],
  [/^(from|subject|date|mime-version):.*\bmime-version:|^mime-version:/is, 'multipart/related'],
];

function sniffMarkup(bytes: Uint8Array): SniffedKind | undefined {
  // Latin letters survive in every encoding; the NULs of UTF-16 and any byte-order mark are taken out.
  const head = asBuffer(bytes)
    .subarray(0, MARKUP_REACH)
    .toString('latin1')
    .replace(/^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
    .replaceAll('\0', '')
    .trimStart();
  const contentType = MARKUP_OPENINGS.find(([opening]) => opening.test(head))?.[1];
  if (contentType === undefined) return undefined;
  return { kind: contentType.startsWith('image/') ? 'image' : 'unsupported', contentType };
}

/** Names what is in the containers that Chinese offices use: an OLE file may be a Word document, a ZIP file an OFD. */
function refineContainer(contentType: string, bytes: Uint8Array): string {
  const buffer = asBuffer(bytes);
  if (contentType === 'application/x-cfb') {
    if (buffer.includes(Buffer.from('WordDocument', 'utf16le'))) return 'application/msword';
    if (buffer.includes(Buffer.from('Workbook', 'utf16le'))) return 'application/vnd.ms-excel';
    if (buffer.includes(Buffer.from('PowerPoint Document', 'utf16le'))) return 'application/vnd.ms-powerpoint';
  }
  if (contentType === 'application/zip' && buffer.includes('OFD.xml')) return 'application/ofd';
  return contentType;
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
