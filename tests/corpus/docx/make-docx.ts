// Reports as word-processor files: a small package of WordprocessingML (ISO/IEC 29500), by the name of a style.
import { renamed, type AnyTruth, type Composed, type MadeFiles } from '../made-files.js';
import type { Random } from '../random.js';
import { documentXml, type BodyStyle } from './body.js';
import { escapeXml } from './runs.js';
import { zip } from './zip.js';

/** A way a document is written. */
export interface DocxStyle extends BodyStyle {
  /** Parts are stored, not compressed. */
  readonly stored?: boolean;
}

/** All styles by name. */
export const DOCX_STYLES = {
  plain: { repeatHeader: true },
  stored: { stored: true, pageBreaks: true },
  'vertical-text': { vertical: 'tbRlV', torn: true },
  'turned-text': { vertical: 'btLr' },
  'nested-tables': { nested: true },
  'split-table': { split: true, torn: true },
  'tracked-changes': { tracked: true },
  'hidden-text': { hidden: true },
  'content-controls': { controls: true, vertical: 'tbRl' },
  'list-numbers': { listNumbers: true },
  'text-boxes': { titleInBox: true, reviewsInBox: true },
  'two-reports': { pageBreaks: true },
  'landscape-sections': { landscapeTables: true, repeatHeader: true },
} as const satisfies Readonly<Record<string, DocxStyle>>;

/** The name of a style. */
export type DocxStyleName = keyof typeof DOCX_STYLES;

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const CONTENT_TYPES = `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPE}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="${TYPE}.numbering+xml"/><Override PartName="/word/header1.xml" ContentType="${TYPE}.header+xml"/><Override PartName="/word/footer1.xml" ContentType="${TYPE}.footer+xml"/></Types>`;
const relations = (entries: readonly (readonly [string, string, string])[]): string =>
  `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries.map(([id, type, target]) => `<Relationship Id="${id}" Type="${RELATION}/${type}" Target="${target}"/>`).join('')}</Relationships>`;
const STYLES = `${XML}<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style><w:style w:type="table" w:default="1" w:styleId="a1"><w:name w:val="Normal Table"/></w:style></w:styles>`;
const NUMBERING = `${XML}<w:numbering ${W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>${Array.from({ length: 6 }, (_, k) => `<w:num w:numId="${k + 1}"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`).join('')}</w:numbering>`;
const FOOTER = `${XML}<w:ftr ${W}><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t xml:space="preserve">- </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>3</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> -</w:t></w:r></w:p></w:ftr>`;

/** Makes the package of a document. */
export function makeDocx<T extends AnyTruth>(
  made: Composed<T>,
  styleName: DocxStyleName,
  random: Random,
): MadeFiles<T> {
  const style: DocxStyle = DOCX_STYLES[styleName];
  const known = renamed(made, 'docx', styleName);
  const { name, truth } = known;
  const header = `${XML}<w:hdr ${W}><w:p><w:pPr><w:jc w:val="right"/></w:pPr><w:r><w:t>${escapeXml(`${truth.agency}${truth.year}年度报告`)}</w:t></w:r></w:p></w:hdr>`;
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': relations([['rId1', 'officeDocument', 'word/document.xml']]),
    'word/document.xml': documentXml(made.blocks, style, random),
    'word/_rels/document.xml.rels': relations([
      ['rId1', 'styles', 'styles.xml'],
      ['rId2', 'numbering', 'numbering.xml'],
      ['rId11', 'header', 'header1.xml'],
      ['rId12', 'footer', 'footer1.xml'],
    ]),
    'word/styles.xml': STYLES,
    'word/numbering.xml': NUMBERING,
    'word/header1.xml': header,
    'word/footer1.xml': FOOTER,
  };
  const bytes = zip(
    Object.entries(parts).map(([part, text]) => ({ name: part, data: Buffer.from(text, 'utf8') })),
    style.stored !== true,
  );
  return { ...known, files: [{ name: `${name}.docx`, bytes }] };
}
