// Text as runs of WordprocessingML, and what an edited document keeps beside the text that is read.
import type { Random } from '../random.js';

/** What a run of text goes through. */
export interface RunStyle {
  /** A text is torn over runs, with proofing marks and bookmarks between. */
  readonly torn?: boolean;
  /** Some figures were changed with changes tracked: the old ones are still in the file. */
  readonly tracked?: boolean;
  /** Hidden text beside some figures. */
  readonly hidden?: boolean;
  /** Table figures stand in content controls. */
  readonly controls?: boolean;
}

/** Text as XML. */
export const escapeXml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const FONTS = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体" w:hint="eastAsia"/>';

/** One run. */
export function run(text: string, halfPoints: number, more = ''): string {
  if (text === '') return '';
  return `<w:r><w:rPr>${FONTS}${more}<w:sz w:val="${halfPoints}"/></w:rPr><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

const AUTHOR = 'w:author="编辑" w:date="2024-01-10T09:00:00Z"';

function tornRuns(text: string, halfPoints: number, random: Random): string {
  const characters = Array.from(text);
  if (characters.length < 2) return run(text, halfPoints);
  const at = random.int(1, characters.length - 1);
  const between = random.pick([
    '<w:proofErr w:type="gramStart"/>',
    `<w:bookmarkStart w:id="${random.int(100, 99999)}" w:name="_Ref${random.int(1, 99999)}"/>`.replace(
      /w:id="(\d+)"(.*)$/,
      'w:id="$1"$2<w:bookmarkEnd w:id="$1"/>',
    ),
    '<w:lastRenderedPageBreak/>'.replace(/^(.*)$/, '<w:r>$1</w:r>'),
  ]);
  return run(characters.slice(0, at).join(''), halfPoints) + between + run(characters.slice(at).join(''), halfPoints);
}

function trackedRuns(text: string, halfPoints: number, random: Random): string {
  const old = String((Number(text) || 0) + random.int(1, 9));
  const deleted = `<w:del w:id="${random.int(1000, 99999)}" ${AUTHOR}><w:r><w:rPr>${FONTS}</w:rPr><w:delText>${old}</w:delText></w:r></w:del>`;
  return `${deleted}<w:ins w:id="${random.int(1000, 99999)}" ${AUTHOR}>${run(text, halfPoints)}</w:ins>`;
}

/** The runs of a text; `isFigure` for the cells that hold figures. */
export function textRuns(text: string, halfPoints: number, isFigure: boolean, style: RunStyle, random: Random): string {
  if (isFigure && style.tracked === true && random.chance(0.15)) return trackedRuns(text, halfPoints, random);
  const hidden =
    isFigure && style.hidden === true && random.chance(0.1)
      ? run(String(random.int(1, 99)), halfPoints, '<w:vanish/>')
      : '';
  const runs =
    style.torn === true && random.chance(isFigure ? 0.2 : 0.6)
      ? tornRuns(text, halfPoints, random)
      : run(text, halfPoints);
  if (isFigure && style.controls === true && text !== '')
    return `<w:sdt><w:sdtPr><w:alias w:val="数值"/><w:text/></w:sdtPr><w:sdtContent>${runs}</w:sdtContent></w:sdt>`;
  return runs + hidden;
}
