// Reports as web pages: mark-up, site and encoding by the name of a style.
import { renamed, withoutFrames, type AnyTruth, type Composed, type MadeFiles } from '../made-files.js';
import type { Random } from '../random.js';
import { toArchive } from './archive.js';
import { encodeText, type ByteEncoding } from './encode.js';
import { toWebPage, type PageMarkup } from './page.js';

/** A way a page is published. */
export interface WebStyle extends PageMarkup {
  readonly bytes?: ByteEncoding;
  /** What the page says of its encoding, right or wrong; nothing if left out. */
  readonly declares?: 'utf-8' | 'gb2312' | 'gbk' | 'gb18030';
  /** The page is saved as one file with what belongs to it. */
  readonly saved?: 'quoted-printable' | 'base64';
  /** How the file's name ends: `html`, or for saved pages `mhtml`, where left out. */
  readonly ending?: string;
  /** Said in the old way: `http-equiv`. */
  readonly oldMeta?: boolean;
}

/** All styles by name. */
export const WEB_STYLES = {
  'word-pasted': { markup: 'word', site: 'blocks', declares: 'utf-8' },
  'word-pasted-gb2312': { markup: 'word', site: 'tables', bytes: 'gb18030', declares: 'gb2312', oldMeta: true },
  'word-saved': { markup: 'word', bytes: 'gb18030', declares: 'gb2312', oldMeta: true },
  'clean-cms': { markup: 'clean', site: 'blocks', declares: 'utf-8' },
  'clean-head-cells-bom': { markup: 'clean', site: 'blocks', bytes: 'utf-8-bom', declares: 'utf-8', headCells: true },
  'ragged-spans': { markup: 'editor', site: 'blocks', declares: 'utf-8', ragged: true },
  'ragged-old-tags': {
    markup: 'editor',
    site: 'tables',
    bytes: 'gb18030',
    declares: 'gbk',
    ragged: true,
    oldTags: true,
  },
  'split-bare': { markup: 'editor', site: 'blocks', declares: 'utf-8', split: 'bare' },
  'split-header-repeated': { markup: 'word', site: 'blocks', declares: 'utf-8', split: 'header-repeated' },
  'layout-tables': { markup: 'editor', site: 'tables', bytes: 'gb18030', declares: 'gb18030', wrapped: true },
  'no-declaration': { markup: 'clean', site: 'tables', bytes: 'gb18030' },
  'no-declaration-utf-8': { markup: 'editor', site: 'blocks' },
  'wrong-declaration': { markup: 'clean', site: 'blocks', bytes: 'gb18030', declares: 'utf-8' },
  'wrong-declaration-utf-8': { markup: 'editor', site: 'tables', declares: 'gb2312', oldMeta: true },
  'system-style-editor': { markup: 'word', site: 'blocks', declares: 'utf-8', system: 'style-editor', ornaments: true },
  'system-marked-content': { markup: 'editor', site: 'blocks', declares: 'utf-8', system: 'marked-content' },
  'system-custom-tags': { markup: 'clean', site: 'tables', declares: 'utf-8', system: 'custom-tags', spanNought: true },
  'saved-twice': { markup: 'editor', site: 'blocks', declares: 'utf-8', system: 'saved-twice', leftovers: true },
  'form-fields': { markup: 'clean', site: 'blocks', declares: 'utf-8', fields: true },
  'foot-first': { markup: 'clean', site: 'tables', declares: 'utf-8', footFirst: true, ornaments: true },
  'saved-page': { markup: 'editor', site: 'blocks', declares: 'utf-8', saved: 'quoted-printable' },
  'saved-page-word': { markup: 'word', bytes: 'gb18030', declares: 'gb2312', saved: 'base64', ending: 'doc' },
  'two-reports': { markup: 'editor', site: 'blocks', declares: 'utf-8' },
  'named-doc': { markup: 'word', bytes: 'gb18030', declares: 'gb2312', oldMeta: true, ending: 'doc' },
} as const satisfies Readonly<Record<string, WebStyle>>;

/** The name of a style. */
export type WebStyleName = keyof typeof WEB_STYLES;

function metaOf(style: WebStyle): string {
  if (style.declares === undefined) return '';
  return style.oldMeta === true
    ? `<meta http-equiv="Content-Type" content="text/html; charset=${style.declares}">`
    : `<meta charset="${style.declares}">`;
}

/** Makes the page of a document. */
export function makeWebPage<T extends AnyTruth>(
  made: Composed<T>,
  styleName: WebStyleName,
  random: Random,
): MadeFiles<T> {
  const style: WebStyle = WEB_STYLES[styleName];
  const known = renamed(made, 'web', styleName);
  const { name, truth } = known;
  const titled = withoutFrames(made.blocks).find((block) => block.kind === 'title');
  const title = titled?.lines.join('') ?? `${truth.year}年政府信息公开工作年度报告`;
  const html = toWebPage(made.blocks, { title, agency: truth.agency, year: truth.year }, style, metaOf(style), random);
  const page = encodeText(html, style.bytes ?? 'utf-8');
  const bytes = style.saved === undefined ? page : toArchive(page, style.saved);
  const ending = style.ending ?? (style.saved === undefined ? 'html' : 'mhtml');
  return { ...known, files: [{ name: `${name}.${ending}`, bytes }] };
}
