/** Tells archives from documents that are ZIP files inside (DOCX, XLSX, OFD, EPUB): those are read as what they are. */

/** Members by which a document is known, at the top of its package. */
const DOCUMENT_MARKS = new Set([
  '[Content_Types].xml',
  'OFD.xml',
  'mimetype',
  'META-INF/container.xml',
  'META-INF/manifest.xml',
  'META-INF/MANIFEST.MF',
  'Index/Document.iwa',
  'Index.zip',
]);

/** Members that documents begin with and archives of reports do not. */
const FIRST_OF_DOCUMENT = new Set([
  ...DOCUMENT_MARKS,
  '_rels/.rels',
  'docProps/app.xml',
  'docProps/core.xml',
  'word/document.xml',
]);

/** Whether a member of this name makes its package a document. */
export function isDocumentMark(name: string): boolean {
  return DOCUMENT_MARKS.has(name);
}

/** Whether bytes begin like a ZIP file. */
export function beginsLikeZip(bytes: Uint8Array): boolean {
  const [p, k, third, fourth] = bytes;
  if (p !== 0x50 || k !== 0x4b) return false;
  return (third === 3 && fourth === 4) || (third === 5 && fourth === 6) || (third === 7 && fourth === 8);
}

const LOCAL_HEADER_BYTES = 30;
const NAME_LENGTH_AT = 26;

/** Whether bytes begin like a document that is a ZIP file: told from the name of its first member. */
export function beginsLikeDocument(bytes: Uint8Array): boolean {
  if (bytes.length < LOCAL_HEADER_BYTES) return false;
  const nameLength = (bytes[NAME_LENGTH_AT] ?? 0) + 256 * (bytes[NAME_LENGTH_AT + 1] ?? 0);
  const name = bytes.subarray(LOCAL_HEADER_BYTES, LOCAL_HEADER_BYTES + nameLength);
  return FIRST_OF_DOCUMENT.has(new TextDecoder().decode(name));
}
