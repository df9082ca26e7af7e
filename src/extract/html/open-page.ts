/** Opens a page with what was saved along with it: its style sheets, the pages in its frames, the sheets of a workbook. */
import { PipelineError } from '../../model/index.js';
import { decodeText } from '../text/decode-text.js';
import { decodeHtml } from './decode-html.js';
import { allElements, attributeOf, type HtmlElement } from './html-elements.js';
import { readArchive, type ArchivedPart, type PageArchive } from './page-of-archive.js';
import { parsePage } from './parse-page.js';
import { takeInSheets } from './take-in-sheets.js';

/** A page that is read. */
export interface OpenedPage {
  readonly root: HtmlElement;
  /** The page in a frame, as far as it is at hand. */
  readonly frameOf: FrameOf;
}

/** The page that a frame shows, or a link leads to; `undefined` where it is not at hand. */
export type FrameOf = (frame: HtmlElement) => OpenedPage | undefined;

/** More frames than any page has; frames that show one another in every order are without end. */
const MOST_FRAMES = 200;

const TOO_MANY_FRAMES = {
  zh: `网页中的框架超过 ${MOST_FRAMES} 个，不予读取`,
  en: `the page has more than ${MOST_FRAMES} frames; it is not read`,
};

/**
 * Opens a page, or the one in a saved page.
 *
 * @throws {PipelineError} `memory-limit`, then or from a frame, for frames without end
 */
export function openPage(bytes: Uint8Array): OpenedPage | undefined {
  const archive = readArchive(bytes);
  if (!archive) return openText(decodeHtml(bytes));
  let opened = 0;
  const assertFewFrames = (): void => {
    if (opened++ > MOST_FRAMES) throw new PipelineError('memory-limit', TOO_MANY_FRAMES);
  };
  return openPart(archive.page, { ...archive, assertFewFrames }, []);
}

/** A saved page that is being opened. */
interface OpeningArchive extends PageArchive {
  /** Counts a part that is opened. */
  readonly assertFewFrames: () => void;
}

/** Opens the text of a page. */
export function openText(text: string): OpenedPage | undefined {
  const root = parsePage(text);
  if (root) takeInSheets(root, '');
  return root && { root, frameOf: written };
}

/** A page that is written into an attribute of another one. */
function written(frame: HtmlElement): OpenedPage | undefined {
  const text = attributeOf(frame, 'srcdoc');
  return text === undefined ? undefined : openText(text);
}

/** @param around the pages that it is a frame of: none of them is opened in itself again */
function openPart(
  part: ArchivedPart,
  archive: OpeningArchive,
  around: readonly ArchivedPart[],
): OpenedPage | undefined {
  archive.assertFewFrames();
  const root = parsePage(decodeHtml(part.bytes()));
  if (!root) return undefined;
  const inside = [...around, part];
  const partOf = (element: HtmlElement): ArchivedPart | undefined => {
    const address = attributeOf(element, 'src') ?? attributeOf(element, 'href') ?? '';
    return address.trim() === '' ? undefined : findPart(address.trim(), part.location, archive.parts);
  };
  takeInSheets(root, part.location, (address, base) => {
    const sheet = address === '' ? undefined : findPart(address, base, archive.parts);
    if (sheet?.type !== 'text/css') return undefined;
    return { text: decodeText(sheet.bytes()), base: sheet.location, isCertain: true };
  });
  return {
    root,
    frameOf: (frame) => {
      const own = written(frame);
      if (own) return own;
      const framed = partOf(frame);
      if (!framed?.type.includes('html') || inside.some(({ location }) => location === framed.location))
        return undefined;
      return openPart(framed, archive, inside);
    },
  };
}

/** The part that an address leads to, by its name or by where it was saved from. */
function findPart(address: string, base: string, parts: readonly ArchivedPart[]): ArchivedPart | undefined {
  const id = /^cid:(?<id>.*)$/iu.exec(address)?.groups?.['id'];
  if (id !== undefined) return parts.find((part) => part.id === decoded(id));
  const whole = resolved(address, base);
  // Parts of a workbook may name the folder that they were written in, and their links another.
  const isTail = ({ location }: ArchivedPart): boolean => decoded(location).endsWith(`/${decoded(address)}`);
  return parts.find(({ location }) => location !== '' && resolved(location, base) === whole) ?? parts.find(isTail);
}

function resolved(address: string, base: string): string {
  const url = URL.canParse(address, base) ? new URL(address, base) : undefined;
  if (url === undefined) return decoded(address);
  url.hash = '';
  return decoded(url.href);
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** The sheets of a workbook that was saved as a page, in their order: a frame shows one of them, others by a script. */
export function workbookSheets({ root, frameOf }: OpenedPage): readonly OpenedPage[] {
  const elements = allElements(root);
  if (!elements.some(({ tagName }) => tagName === 'frameset')) return [];
  const links = elements.filter((each) => each.tagName === 'link' && attributeOf(each, 'id') === 'shLink');
  const sheets = links.map(frameOf);
  return sheets.every((sheet) => sheet !== undefined) ? sheets : [];
}
