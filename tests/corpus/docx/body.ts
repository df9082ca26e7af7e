// The body of a document: paragraphs, tables with merged cells, pages and sections.
import type { Block } from '../document.js';
import { toGrid, type FormCell, type FormTable } from '../form.js';
import { withoutFrames } from '../made-files.js';
import type { Random } from '../random.js';
import { run, textRuns, type RunStyle } from './runs.js';

/** How a document is made up. */
export interface BodyStyle extends RunStyle {
  /** Labels that run downwards turn their cell's text. */
  readonly vertical?: 'tbRlV' | 'tbRl' | 'btLr';
  /** Every table sits in the one cell of another. */
  readonly nested?: boolean;
  /** 1. 2. 3. of the labels are numbers of a list, not text. */
  readonly listNumbers?: boolean;
  /** Every form table begins a page. */
  readonly pageBreaks?: boolean;
  /** Tables stand in a section of their own, across. */
  readonly landscapeTables?: boolean;
  /** The title stands in a text box. */
  readonly titleInBox?: boolean;
  /** Table four stands in a text box. */
  readonly reviewsInBox?: boolean;
  /** Table three is cut into two tables. */
  readonly split?: boolean;
  /** Header rows repeat on every page. */
  readonly repeatHeader?: boolean;
}

/** Twentieths of a point between the margins, upright and across. */
const TEXT_WIDTH = { portrait: 8300, landscape: 13000 } as const;

interface ParagraphLook {
  readonly align?: 'center' | 'right' | 'both';
  readonly indent?: boolean;
  /** The list that numbers the paragraph. */
  readonly list?: number;
}

function paragraph(runs: string, look: ParagraphLook = {}): string {
  const properties = [
    look.list === undefined ? '' : `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${look.list}"/></w:numPr>`,
    look.indent === true ? '<w:ind w:firstLineChars="200" w:firstLine="560"/>' : '',
    look.align === undefined ? '' : `<w:jc w:val="${look.align}"/>`,
  ].join('');
  return `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`;
}

/** The list that a label numbered 1. 2. 3. belongs to: every 1. begins one. */
function listsOf(table: FormTable): ReadonlyMap<FormCell, number> {
  const lists = new Map<FormCell, number>();
  let list = 0;
  for (const cell of table.rows.flat()) {
    const number = cell.kind === 'label' ? /^(\d+)[.．、]/.exec(cell.text)?.[1] : undefined;
    if (number === undefined) continue;
    if (number === '1') list++;
    lists.set(cell, list);
  }
  return lists;
}

interface Placed {
  readonly cell: FormCell;
  readonly width: number;
  readonly merge: string;
  readonly list: number | undefined;
}

function cellXml({ cell, width, merge, list }: Placed, style: BodyStyle, random: Random): string {
  const isContinued = merge === '<w:vMerge/>';
  const isDown = cell.vertical === true && style.vertical !== undefined;
  const properties = [
    `<w:tcW w:w="${width}" w:type="dxa"/>`,
    cell.colspan > 1 ? `<w:gridSpan w:val="${cell.colspan}"/>` : '',
    merge,
    isDown ? `<w:textDirection w:val="${style.vertical}"/>` : '',
    '<w:vAlign w:val="center"/>',
  ].join('');
  if (isContinued) return `<w:tc><w:tcPr>${properties}</w:tcPr><w:p/></w:tc>`;
  const text = list === undefined ? cell.text : cell.text.replace(/^\d+[.．、]/, '');
  const note =
    cell.note === undefined ? '' : run(cell.note, 18, cell.raised === true ? '<w:vertAlign w:val="superscript"/>' : '');
  const runs = textRuns(text, 19, cell.kind === 'value', style, random) + note;
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(runs, { align: cell.kind === 'label' ? 'both' : 'center', ...(list === undefined ? {} : { list }) })}</w:tc>`;
}

function formXml(table: FormTable, style: BodyStyle, random: Random): string {
  const room = style.landscapeTables === true ? TEXT_WIDTH.landscape : TEXT_WIDTH.portrait;
  const whole = table.columnShares.reduce((a, b) => a + b, 0);
  const widths = table.columnShares.map((share) => Math.floor((room * share) / whole));
  const grid = toGrid(table);
  const lists = style.listNumbers === true ? listsOf(table) : undefined;
  const rows = grid.map((cells, r) => {
    const out: string[] = [];
    for (let c = 0; c < cells.length;) {
      const cell = cells[c];
      if (cell === undefined) {
        c++;
        continue;
      }
      const width = widths.slice(c, c + cell.colspan).reduce((a, b) => a + b, 0);
      const isContinued = r > 0 && grid[r - 1]?.[c] === cell;
      const merge = cell.rowspan === 1 ? '' : isContinued ? '<w:vMerge/>' : '<w:vMerge w:val="restart"/>';
      out.push(cellXml({ cell, width, merge, list: lists?.get(cell) }, style, random));
      c += cell.colspan;
    }
    const header = style.repeatHeader === true && r < table.headerRows ? '<w:tblHeader/>' : '';
    return `<w:tr><w:trPr>${header}</w:trPr>${out.join('')}</w:tr>`;
  });
  return tableXml(widths, rows);
}

function tableXml(widths: readonly number[], rows: readonly string[]): string {
  const border = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
    .join('');
  const columns = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const whole = widths.reduce((a, b) => a + b, 0);
  return `<w:tbl><w:tblPr><w:tblW w:w="${whole}" w:type="dxa"/><w:tblBorders>${border}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${columns}</w:tblGrid>${rows.join('')}</w:tbl>`;
}

/** A text box as word processors write it: once for new readers, once more for old ones. Only one of the two is read. */
function textBox(inner: string, heightEmu: number): string {
  const widthEmu = 5270500;
  const body = `<w:txbxContent>${inner}</w:txbxContent>`;
  const drawing = `<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${widthEmu}" cy="${heightEmu}"/><wp:docPr id="7" name="文本框 7"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${widthEmu}" cy="${heightEmu}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx>${body}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>`;
  const old = `<w:pict><v:shape type="#_x0000_t202" style="width:415pt;height:${Math.round(heightEmu / 12700)}pt"><v:textbox>${body}</v:textbox></v:shape></w:pict>`;
  return `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps">${drawing}</mc:Choice><mc:Fallback>${old}</mc:Fallback></mc:AlternateContent></w:r></w:p>`;
}

/** Table three as two tables; what a cut group covers stays with an empty cell. */
function inTwo(table: FormTable, at: number): readonly FormTable[] {
  const carried = table.rows
    .slice(0, at)
    .flatMap((row, r) =>
      row
        .filter((cell) => cell.rowspan > at - r)
        .map((cell) => ({ ...cell, text: '', rowspan: cell.rowspan - (at - r) })),
    );
  const above = table.rows
    .slice(0, at)
    .map((row, r) => row.map((cell) => ({ ...cell, rowspan: Math.min(cell.rowspan, at - r) })));
  const [first = [], ...rest] = table.rows.slice(at);
  return [
    { ...table, rows: above },
    { ...table, headerRows: 0, rows: [[...carried, ...first], ...rest] },
  ];
}

const PAGE_BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';

function sectionEnd(isLandscape: boolean): string {
  const size = isLandscape ? 'w:w="16838" w:h="11906" w:orient="landscape"' : 'w:w="11906" w:h="16838"';
  return `<w:sectPr><w:headerReference w:type="default" r:id="rId11"/><w:footerReference w:type="default" r:id="rId12"/><w:pgSz ${size}/><w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>`;
}

function formBlock(table: FormTable, style: BodyStyle, random: Random): string {
  const parts = style.split === true && table.id === 'applications' ? inTwo(table, table.rows.length - 9) : [table];
  const xml = parts.map((part) => formXml(part, style, random)).join('<w:p/>');
  if (style.reviewsInBox === true && table.id === 'reviews') return textBox(`${xml}<w:p/>`, 1500000);
  const placed =
    style.nested === true
      ? tableXml([8500], [`<w:tr><w:tc><w:tcPr><w:tcW w:w="8500" w:type="dxa"/></w:tcPr>${xml}<w:p/></w:tc></w:tr>`])
      : xml;
  const across =
    style.landscapeTables === true
      ? `<w:p><w:pPr>${sectionEnd(false)}</w:pPr></w:p>${placed}<w:p><w:pPr>${sectionEnd(true)}</w:pPr></w:p>`
      : `${placed}<w:p/>`;
  return (style.pageBreaks === true ? PAGE_BREAK : '') + across;
}

function blockXml(block: Block, style: BodyStyle, random: Random): string {
  const prose = (text: string, look: ParagraphLook, size = 28): string =>
    paragraph(textRuns(text, size, false, style, random), look);
  switch (block.kind) {
    case 'title': {
      const lines = block.lines.map((line) => prose(line, { align: 'center' }, 40)).join('');
      return style.titleInBox === true && lines !== '' ? textBox(lines, 900000) : lines;
    }
    case 'heading':
      return prose(block.text, {}, 30);
    case 'paragraph':
      return prose(block.text, { indent: true });
    case 'columns':
      return block.texts.map((text) => prose(text, { indent: true })).join('');
    case 'contents':
      return block.entries.map((entry, k) => prose(`${entry}\t${k + 1}`, {})).join('');
    case 'form':
      return formBlock(block.table, style, random);
    case 'beside':
      return block.tables.map((table) => formBlock(table, style, random)).join('');
    case 'plain-table': {
      const width = block.rows[0]?.length ?? 1;
      const rows = block.rows.map((row) =>
        row.map((text): FormCell => ({ kind: 'header', text, colspan: 1, rowspan: 1 })),
      );
      return `${formXml({ id: 'disclosure', columnShares: Array.from({ length: width }, () => 1), rows, headerRows: 1 }, { ...style, landscapeTables: false }, random)}<w:p/>`;
    }
    case 'signature':
      return block.lines.map((line) => prose(line, { align: 'right' })).join('');
    case 'page-break':
      return PAGE_BREAK;
    case 'frame':
      return block.blocks.map((inner) => blockXml(inner, style, random)).join('');
    case 'space':
    case 'rule':
    case 'chart':
    case 'picture':
      return '';
  }
}

const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ');

/** The main part of a package. */
export function documentXml(blocks: readonly Block[], style: BodyStyle, random: Random): string {
  const body = withoutFrames(blocks)
    .map((block) => blockXml(block, style, random))
    .join('\n');
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document ${NAMESPACES}><w:body>${body}${sectionEnd(false)}</w:body></w:document>`;
}
