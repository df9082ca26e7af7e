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
  const contentType = refineContainer(found.mime, bytes);
  return { kind: WORD_DOCUMENT.test(contentType) ? 'docx' : 'unsupported', contentType };
}

function hasPdfHeader(bytes: Uint8Array): boolean {
  return asBuffer(bytes).subarray(0, PDF_HEADER_REACH).includes('%PDF-');
}

/** True for a PDF whose head was lost on the way: a reader may still rebuild it, or else says that it is damaged. */
function hasPdfRemains(bytes: Uint8Array): boolean {
  const buffer = asBuffer(bytes);
  return buffer.includes('endobj') && (buffer.includes('startxref') || buffer.includes('%%EOF'));
}

/** Documents, templates and documents with macros are read alike. */
const WORD_DOCUMENT =
  /^application\/vnd\.(?:openxmlformats-officedocument\.wordprocessingml|ms-word\.(?:document|template)\.macroenabled)/iu;

const WORD_DOCUMENT_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Openings of texts that are no plain text, tried on the first characters without byte-order mark and white space. */
const MARKUP_OPENINGS: readonly (readonly [RegExp, string])[] = [
  [/^(<!--.*?-->\s*|<\?xml[^>]*\?>\s*)*<!doctype html/is, 'text/html'],
  [
    /^(<!--.*?-->\s*|<\?xml[^>]*\?>\s*)*<(html|head|body|meta|title|style|script|div|table|p|span|h[1-6])\b/is,
    'text/html',
  ],
  // What editors begin a piece of a page with.
  [
    /^(<!--.*?-->\s*)*<(a|article|b|base|br|center|font|form|header|img|link|main|ol|section|strong|ul)\b/is,
    'text/html',
  ],
  [/^(<\?xml[^>]*\?>\s*)?<svg\b/i, 'image/svg+xml'],
  [/^<\?xml\b/i, 'application/xml'],
  [/^\{\\rtf/, 'application/rtf'],
  [/^%!PS/, 'application/postscript'],
  [/^[!-9;-~]+:.*\bmime-version:|^mime-version:/is, 'multipart/related'],
];

/** Tags that a page closes again and again; a text that speaks of HTML has one or two of them. */
const CLOSING_TAG = /<\/(?:td|tr|p|div|span|table)>/giu;
const FEWEST_CLOSING_TAGS = 5;
/** How much of a text is searched for them. */
const TAGS_REACH = 65_536;

function sniffMarkup(bytes: Uint8Array): SniffedKind | undefined {
  // Latin letters survive in every encoding; the NULs of UTF-16 and any byte-order mark are taken out.
  const head = asBuffer(bytes)
    .subarray(0, MARKUP_REACH)
    .toString('latin1')
    .replace(/^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
    .replaceAll('\0', '')
    .trimStart();
  const contentType = MARKUP_OPENINGS.find(([opening]) => opening.test(head))?.[1];
  if (contentType === undefined) return hasManyTags(bytes) ? { kind: 'html', contentType: 'text/html' } : undefined;
  if (contentType === 'text/html') return { kind: 'html', contentType };
  // A saved page; any other message is a mail.
  if (contentType === 'multipart/related') return sniffMessage(bytes);
  return { kind: contentType.startsWith('image/') ? 'image' : 'unsupported', contentType };
}

/**
 * True for a page that begins with plain text: an editor's content, copied without what stands around it. A text with
 * tables of HTML in it and no other tag is Markdown, and its lines end where they end.
 */
function hasManyTags(bytes: Uint8Array): boolean {
  const text = asBuffer(bytes).subarray(0, TAGS_REACH).toString('latin1').replaceAll('\0', '');
  if ((text.match(CLOSING_TAG)?.length ?? 0) < FEWEST_CLOSING_TAGS) return false;
  return TAG_OF_TEXT.test(text.replace(WHOLE_TABLE, ''));
}

/** A table, or what is left of it where the searched part ends. */
const WHOLE_TABLE = /<table\b[\s\S]*?(?:<\/table\s*>|$)/giu;
const TAG_OF_TEXT = /<(?:p|div|span|br|font|section|article|li|h[1-6]|strong|a|td)\b/iu;

function sniffMessage(bytes: Uint8Array): SniffedKind {
  const isPage = /^content-type:\s*(?:text\/html|application\/xhtml\+xml)\b/imu.test(
    asBuffer(bytes).toString('latin1'),
  );
  return isPage
    ? { kind: 'html', contentType: 'multipart/related' }
    : { kind: 'unsupported', contentType: 'message/rfc822' };
}

/** Names what is in the containers that Chinese offices use: an OLE file may be a Word document, a ZIP file an OFD. */
function refineContainer(contentType: string, bytes: Uint8Array): string {
  const buffer = asBuffer(bytes);
  if (contentType === 'application/x-cfb') {
    if (buffer.includes(Buffer.from('EncryptedPackage', 'utf16le'))) return 'application/x-encrypted-office';
    if (buffer.includes(Buffer.from('WordDocument', 'utf16le'))) return 'application/msword';
    if (buffer.includes(Buffer.from('Workbook', 'utf16le'))) return 'application/vnd.ms-excel';
    if (buffer.includes(Buffer.from('PowerPoint Document', 'utf16le'))) return 'application/vnd.ms-powerpoint';
  }
  if (contentType === 'application/zip' && buffer.includes('OFD.xml')) return 'application/ofd';
  if (contentType === 'application/zip' && buffer.includes('word/document.xml')) return WORD_DOCUMENT_TYPE;
  return contentType;
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
