// A document as a page of a web site.
import { withoutFrames } from '../made-files.js';
import type { Block } from '../document.js';
import type { FormTable } from '../form.js';
import type { Random } from '../random.js';
import { inSystem, type ContentSystem } from './systems.js';
import { cellInside, escapeHtml, paragraphHtml, type Markup } from './cells.js';
import { pastedInside, pastedRows, type PastedStyle } from './pasted.js';
import { surround, type PageSubject, type Site } from './site.js';
import { openEnded, raggedTable, toWebTable, type WebCell, type WebTable } from './spans.js';

/** How a page is written. */
export interface PageMarkup extends PastedStyle {
  readonly markup: Markup;
  readonly site?: Site;
  /** Spans that do not quite fit. */
  readonly ragged?: boolean;
  /** Table three as two tables, with the header again or without. */
  readonly split?: 'bare' | 'header-repeated';
  /** Heads of columns are `th`, in a `thead`. */
  readonly headCells?: boolean;
  /** Every table sits in a cell of another one. */
  readonly wrapped?: boolean;
  /** The content system that the article's frame comes from. */
  readonly system?: ContentSystem;
  /** Tags and attributes in capitals, attributes without quotes, `tr` and `td` left open. */
  readonly oldTags?: boolean;
}

function openTag(markup: Markup, random: Random): string {
  switch (markup) {
    case 'word':
      return `<table class=MsoNormalTable border=1 cellspacing=0 cellpadding=0 width=${random.int(560, 640)} style='width:${random.int(420, 480)}.0pt;border-collapse:collapse;border:none;mso-border-alt:solid windowtext .5pt;mso-yfti-tbllook:1184'>`;
    case 'editor':
      return '<table border="1" cellspacing="0" cellpadding="2" style="width: 100%; border-collapse: collapse;" bordercolor="#000000">';
    case 'clean':
      return '<table class="report-table">';
  }
}

function cellHtml(cell: WebCell, style: PageMarkup, random: Random): string {
  const { markup } = style;
  const name = style.headCells === true && cell.kind === 'header' ? 'th' : 'td';
  const quote = markup === 'word' ? '' : '"';
  // Editors write the spans of 1 too, here and there.
  const isWordy = markup === 'editor' && random.chance(0.1);
  const spans = [
    cell.colspan > 1 || isWordy ? ` colspan=${quote}${cell.colspan}${quote}` : '',
    cell.rowspan > 1 || isWordy ? ` rowspan=${quote}${cell.isLast === true ? 0 : cell.rowspan}${quote}` : '',
  ].join('');
  const look =
    markup === 'word'
      ? ` width=${random.int(40, 90)} style='width:${random.int(30, 70)}.${random.int(1, 9)}pt;border:solid windowtext 1.0pt;mso-border-alt:solid windowtext .5pt;padding:0cm 5.4pt 0cm 5.4pt'`
      : markup === 'editor'
        ? ` align="center" valign="middle"`
        : '';
  const inside = pastedInside(cellInside(cell.text, markup, random), cell.text, style, random);
  return `<${name}${look}${spans}>${inside}</${name}>`;
}

const isPasted = ({ footFirst, leftovers }: PageMarkup): boolean => footFirst === true || leftovers === true;

function tableHtml(table: WebTable, style: PageMarkup, random: Random): string {
  const rows = table.rows.map((row, r) => {
    const look = style.markup === 'word' ? ` style='mso-yfti-irow:${r};height:22.${random.int(0, 9)}pt'` : '';
    return `<tr${look}>${row.map((cell) => cellHtml(cell, style, random)).join(style.markup === 'clean' ? '' : '\n')}</tr>`;
  });
  // Word closes a table whose columns do not line up with a row of widths.
  const widths =
    style.markup === 'word'
      ? `\n<![if !supportMisalignedColumns]>\n<tr height=0>${"<td width=52 style='border:none'></td>".repeat(10)}</tr>\n<![endif]>`
      : '';
  const headed = style.headCells === true && table.id === 'applications';
  const body = headed
    ? `<thead>${rows.slice(0, 3).join('\n')}</thead>\n<tbody>${rows.slice(3).join('\n')}</tbody>`
    : isPasted(style)
      ? pastedRows(rows, table.id === 'applications' ? 3 : 0, style, random)
      : `<tbody>${rows.join('\n')}${widths}</tbody>`;
  const html = `${openTag(style.markup, random)}${body}</table>`;
  return style.wrapped === true ? `<table width="100%"><tr><td>${html}</td></tr></table>` : html;
}

/** Cuts table three between two rows; a group that the cut goes through is not named again. */
function splitInTwo(table: FormTable, repeatHeader: boolean, random: Random): readonly FormTable[] {
  const at = random.int(table.headerRows + 4, table.rows.length - 4);
  const clipped = table.rows
    .slice(0, at)
    .map((row, r) => row.map((cell) => ({ ...cell, rowspan: Math.min(cell.rowspan, at - r) })));
  const carried = table.rows
    .slice(0, at)
    .flatMap((row, r) =>
      row
        .filter((cell) => cell.rowspan > at - r)
        .map((cell) => ({ ...cell, text: '', rowspan: cell.rowspan - (at - r) })),
    );
  const [first = [], ...rest] = table.rows.slice(at);
  const header = repeatHeader ? table.rows.slice(0, table.headerRows) : [];
  return [
    { ...table, rows: clipped },
    { ...table, headerRows: header.length, rows: [...header, [...carried, ...first], ...rest] },
  ];
}

function formHtml(table: FormTable, style: PageMarkup, random: Random): string {
  const parts =
    style.split !== undefined && table.id === 'applications'
      ? splitInTwo(table, style.split === 'header-repeated', random)
      : [table];
  return parts
    .map((part) => {
      const web = toWebTable(part);
      const spanned =
        style.ragged === true ? raggedTable(web, random) : style.spanNought === true ? openEnded(web) : web;
      return tableHtml(spanned, style, random);
    })
    .join(style.markup === 'word' ? `\n<p class=MsoNormal><o:p>&nbsp;</o:p></p>\n` : '\n');
}

function blockHtml(block: Block, style: PageMarkup, random: Random): string {
  const paragraph = (text: string): string => paragraphHtml(text, style.markup, random);
  switch (block.kind) {
    case 'title':
      return `<h1 align="center">${block.lines.map(escapeHtml).join('<br>')}</h1>`;
    case 'heading':
      return style.markup === 'clean'
        ? `<h2>${escapeHtml(block.text)}</h2>`
        : `<strong>${paragraph(block.text)}</strong>`;
    case 'paragraph':
      return paragraph(block.text);
    case 'columns':
      return block.texts.map(paragraph).join('\n');
    case 'contents':
      return `<ul>${block.entries.map((entry) => `<li><a href="#">${escapeHtml(entry)}</a></li>`).join('')}</ul>`;
    case 'form':
      return formHtml(block.table, style, random);
    case 'beside':
      return block.tables.map((table) => formHtml(table, style, random)).join('\n');
    case 'plain-table': {
      const rows = block.rows.map((row) =>
        row.map((text): WebCell => ({ kind: 'value', text, colspan: 1, rowspan: 1 })),
      );
      return tableHtml({ id: 'plain', rows }, style, random);
    }
    case 'signature':
      return block.lines.map((line) => `<p align="right">${escapeHtml(line)}</p>`).join('\n');
    case 'chart':
    case 'picture':
      return '<p align="center"><img src="/upload/image.jpg" alt="图解" width="600"></p>';
    case 'frame':
      return `<table><tr><td>${block.blocks.map((inner) => blockHtml(inner, style, random)).join('\n')}</td></tr></table>`;
    case 'page-break':
    case 'space':
    case 'rule':
      return '';
  }
}

/** Mark-up as it was written twenty years ago: capitals, cells and rows that nothing closes. */
function toOldTags(html: string): string {
  return html
    .replace(
      /<(\/?)(table|tbody|tr|td|th|p|font|div|span)\b/g,
      (_, slash: string, name: string) => `<${slash}${name.toUpperCase()}`,
    )
    .replace(/<\/(TR|TD|P)>/g, '');
}

const OFFICE_HEAD = `<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {mso-style-unhide:no; font-size:10.5pt;} table.MsoNormalTable {mso-style-name:普通表格;} --></style>`;

/** A document as a page, without the line that declares its encoding when `meta` is empty. */
export function toWebPage(
  blocks: readonly Block[],
  subject: PageSubject,
  style: PageMarkup,
  meta: string,
  random: Random,
): string {
  const all = withoutFrames(blocks);
  // A site prints the title of its page itself.
  const titled = style.site === undefined || style.site === 'none' ? -1 : all.findIndex(({ kind }) => kind === 'title');
  const inner = all
    .filter((_, k) => k !== titled)
    .map((block) => blockHtml(block, style, random))
    .filter((html) => html !== '')
    .join('\n');
  const pasted = style.markup === 'word' ? `<div class=WordSection1>${inner}</div>` : inner;
  const article = style.system === undefined ? pasted : inSystem(pasted, style.system);
  const body = surround(style.oldTags === true ? toOldTags(article) : article, style.site ?? 'none', subject, random);
  const declared = meta === '' ? '' : `${meta}\n`;
  const doctype =
    style.site === 'tables' || style.markup === 'word'
      ? '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">'
      : '<!DOCTYPE html>';
  const head = `<head>\n${declared}<title>${escapeHtml(subject.title)}_${escapeHtml(subject.agency)}</title>\n${style.markup === 'word' ? OFFICE_HEAD : '<link rel="stylesheet" href="/css/site.css">'}\n</head>`;
  return `${doctype}\n<html lang="zh-CN">${head}\n<body>\n${body}\n</body></html>\n`;
}
