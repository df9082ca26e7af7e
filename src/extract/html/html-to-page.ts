/** Reads a web page, whole or saved: bytes in, what a reader sees out. */
import type { MarkupBlock, MarkupPage, MarkupProperties, PlacedPages } from '../../model/index.js';
import { BlockBuilder } from '../markup/block-builder.js';
import { contentElsewhere } from './content-elsewhere.js';
import { attributeOf, textOf } from './html-elements.js';
import type { HtmlElement } from './html-elements.js';
import { gatherBlocks } from './html-to-blocks.js';
import { openPage, openText, workbookSheets, type OpenedPage } from './open-page.js';
import { placedPages } from './placed/placed-pages.js';

/** Reads a page, or the page in a saved one (MHTML). */
export function htmlToPage(bytes: Uint8Array): MarkupPage {
  return toMarkupPage(openPage(bytes));
}

/** Reads a page whose styles place its text by where that is seen, any other by its mark-up. */
export function htmlToPages(bytes: Uint8Array): MarkupPage | PlacedPages {
  const page = openPage(bytes);
  return (page && placedPages(page.root)) ?? toMarkupPage(page);
}

/** Reads the text of a page. */
export function htmlTextToPage(text: string): MarkupPage {
  return toMarkupPage(openText(text));
}

function toMarkupPage(page: OpenedPage | undefined): MarkupPage {
  const builder = new BlockBuilder();
  const sheets = page ? workbookSheets(page) : [];
  for (const each of sheets.length > 0 ? sheets : page ? [page] : []) gatherBlocks(each, builder);
  const { blocks } = builder.finish();
  const root = page?.root;
  const elsewhere = root && contentElsewhere(root, shownText(blocks));
  return {
    kind: 'markup',
    pageNumber: 1,
    properties: root ? propertiesOf(root) : { title: '', published: '' },
    blocks,
    ...(elsewhere && { elsewhere }),
  };
}

/** The text of paragraphs, and whether there are tables. */
function shownText(blocks: readonly MarkupBlock[]): string {
  const textsOf = (block: MarkupBlock): string => {
    if (block.kind === 'picture') return '';
    if (block.kind === 'paragraph') return block.runs.map(({ text }) => text).join('');
    const cells = block.groups.flat().flatMap((row) => row.cells);
    return cells.flatMap((cell) => cell.blocks.map(textsOf)).join('\n');
  };
  return blocks.map(textsOf).join('\n');
}

/** Names of `meta` elements, without their prefix: those that official sites must write, and what others write instead. */
const TITLE_NAMES = ['articletitle', 'og:title'];
const PUBLISHED_NAMES = ['pubdate', 'publishdate', 'publish-date', 'article:published_time', 'releasedate'];

function propertiesOf(root: HtmlElement): MarkupProperties {
  const head = root.childNodes.find((node): node is HtmlElement => node.nodeName === 'head');
  const elements = (head?.childNodes ?? []).filter((node): node is HtmlElement => 'tagName' in node);
  const metas = elements.filter(({ tagName }) => tagName === 'meta');
  const stated = (names: readonly string[]): string => {
    const contents = names.map((name) => metas.find((meta) => nameOf(meta) === name));
    return contents.map((meta) => collapse((meta && attributeOf(meta, 'content')) ?? '')).find(Boolean) ?? '';
  };
  const title = elements.find(({ tagName }) => tagName === 'title');
  return { title: stated(TITLE_NAMES) || collapse(title ? textOf(title) : ''), published: stated(PUBLISHED_NAMES) };
}

function nameOf(meta: HtmlElement): string {
  return (attributeOf(meta, 'name') ?? attributeOf(meta, 'property') ?? '').trim().toLowerCase();
}

function collapse(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
