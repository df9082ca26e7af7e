/**
 * Takes a saved page apart (MHTML, RFC 2557): a message of parts, the page first, its frames, pictures and style sheets
 * behind it. Bytes go in and bytes come out, since what such files say of their encoding is as unreliable as in pages;
 * libraries for mail hand out text that they have decoded by it, and join all pages of a file.
 */

/** A message or a part of one. */
interface MimePart {
  /** Lower-case name → value, folded lines joined. */
  readonly headers: ReadonlyMap<string, string>;
  /** Bytes as characters of Latin-1: nothing is decoded yet. */
  readonly body: string;
}

/** Messages within messages; a saved page has two levels at most. */
const DEEPEST = 8;

const HEADER_LINE = /^[!-9;-~]+:/u;

/** A part of a saved page. */
export interface ArchivedPart {
  /** Where it was saved from; empty where that is not stated. */
  readonly location: string;
  /** The name by which other parts may refer to it (`cid:…`); empty for most. */
  readonly id: string;
  /** Lower case, without parameters: `text/css`. */
  readonly type: string;
  readonly bytes: () => Uint8Array;
}

/** A page with what was saved along with it. */
export interface PageArchive {
  readonly page: ArchivedPart;
  /** All parts, in the order of the file. */
  readonly parts: readonly ArchivedPart[];
}

/**
 * The parts of a saved page.
 *
 * @returns `undefined` where the bytes are no such message, or one without a page
 */
export function readArchive(bytes: Uint8Array): PageArchive | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096)).toString('latin1');
  if (!HEADER_LINE.test(head.trimStart()) || !/^(?:mime-version|content-type):/imu.test(head)) return undefined;
  const message = toPart(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1').trimStart());
  const page = findPage(message, 0);
  return page && { page: toArchived(page), parts: leavesOf(message, 0).map(toArchived) };
}

function toArchived(part: MimePart): ArchivedPart {
  return {
    location: part.headers.get('content-location') ?? '',
    id: (part.headers.get('content-id') ?? '').replace(/^<|>$/gu, ''),
    type: (part.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '',
    bytes: () => decodeBody(part),
  };
}

function leavesOf(part: MimePart, depth: number): readonly MimePart[] {
  const inside = depth > DEEPEST ? [] : innerParts(part);
  return inside.length === 0 ? [part] : inside.flatMap((each) => leavesOf(each, depth + 1));
}

function innerParts({ headers, body }: MimePart): readonly MimePart[] {
  const type = headers.get('content-type') ?? '';
  const boundary = parameterOf(type, 'boundary');
  return /^multipart\//iu.test(type) && boundary !== '' ? partsOf(body, boundary) : [];
}

function toPart(text: string): MimePart {
  const end = /\r?\n\r?\n/u.exec(text);
  const head = end ? text.slice(0, end.index) : text;
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/gu, ' ').split(/\r?\n/u)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, body: end ? text.slice(end.index + end[0].length) : '' };
}

/** The part that is the page: the one that the message names as its root, else the first that is HTML. */
function findPage(part: MimePart, depth: number): MimePart | undefined {
  const type = part.headers.get('content-type') ?? '';
  if (/^(?:text\/html|application\/xhtml\+xml)/iu.test(type)) return part;
  if (depth > DEEPEST) return undefined;
  const parts = innerParts(part);
  const start = parameterOf(type, 'start');
  const root = start === '' ? undefined : parts.find(({ headers }) => headers.get('content-id') === start);
  const candidates = root ? [root, ...parts] : parts;
  for (const each of candidates) {
    const page = findPage(each, depth + 1);
    if (page) return page;
  }
  return undefined;
}

function parameterOf(type: string, name: string): string {
  const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]+))`, 'iu').exec(type);
  return match?.[1] ?? match?.[2] ?? '';
}

function partsOf(body: string, boundary: string): readonly MimePart[] {
  const parts: MimePart[] = [];
  // Split at the delimiter, which begins a line; what stands before the first is no part, what follows `--` neither.
  const pieces = `\n${body}`.split(`\n--${boundary}`).slice(1);
  for (const piece of pieces) {
    if (piece.startsWith('--')) break;
    parts.push(toPart(piece.replace(/^[ \t]*\r?\n/u, '').replace(/\r$/u, '')));
  }
  return parts;
}

function decodeBody({ headers, body }: MimePart): Uint8Array {
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase() ?? '';
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1');
  // White space at the end of a line was added on the way; `=` there joins it to the next.
  const lines = body.split('\n').map((line) => line.trimEnd());
  const joined = lines.reduce((text, line) => (text.endsWith('=') ? text.slice(0, -1) + line : `${text}\n${line}`));
  const decoded = joined.replace(/=([0-9a-f]{2})/giu, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return Buffer.from(decoded, 'latin1');
}
