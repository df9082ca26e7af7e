/** What `ingest` hands on: one input file, identified by its bytes. */

/** What a file is, told from its content. */
export type SourceKind = 'pdf' | 'html' | 'docx' | 'text' | 'image' | 'unsupported';

/** One input file, read and identified. */
export interface Source {
  /** Relative to the argument it came from, `/`-separated, prefixed by that folder's own name. */
  readonly sourcePath: string;
  /** SHA-256 of the bytes, lower-case hex. */
  readonly sha256: string;
  readonly kind: SourceKind;
  /** What the content looks like, for people: a MIME type. */
  readonly contentType: string;
  readonly bytes: Uint8Array;
}
