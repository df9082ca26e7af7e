// A document as an HTML page for printing: Chromium makes a PDF of it.
import type { Block } from './document.js';
import type { FormCell, FormTable } from './form.js';
import { alignOf, valignOf, type PageStyle, type RuleStyle } from './page-style.js';

const escape = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const LINE = '0.75pt solid #000';
const RULE_CSS: Readonly<Record<RuleStyle, string>> = {
  solid: `td{border:${LINE}}`,
  gaps: 'table.form{border-collapse:separate;border-spacing:1px;background:#000}td{background:#fff;border:0}',
  hairline: 'td{border:0.25pt solid #000}',
  'thick-outside': `td{border:0.5pt solid #000}table.form{border:2pt solid #000}`,
  double: 'td{border:0.75pt solid #000}table.form{border:3pt double #000}',
  dotted: 'td{border:1pt dotted #000}',
  dashed: 'td{border:1pt dashed #555}',
  grey: 'td{border:0.75pt solid #bbb}',
  'open-sides': `td{border:${LINE}}td.first{border-left:0}td.last{border-right:0}`,
  'no-right': `td{border:${LINE}}td.last{border-right:0}`,
  'open-bottom': `td{border:${LINE};border-bottom:0}`,
  horizontal: `td{border-top:${LINE};border-bottom:${LINE}}`,
  none: 'td{border:0}',
  'three-line': `td{border:0}table.form{border-top:1.5pt solid #000;border-bottom:1.5pt solid #000}thead{border-bottom:${LINE}}`,
  fills: `td{border:${LINE}}`,
  separate: `table.form{border-collapse:separate;border-spacing:2px;border:${LINE}}td{border:${LINE}}`,
  white: 'td{border:1.5pt solid #fff;background:#dbe5f1}',
  'header-only': `td{border:0}td.header,td.corner,td.band{border:${LINE}}`,
  zebra: 'td{border:0}table.form tr:nth-child(odd)>td{background:#e8eef7}',
};

const VERTICAL_CSS = {
  narrow: '',
  stacked: '',
  upright: 'td.down{writing-mode:vertical-rl;text-orientation:upright}',
  turned:
    'td.down>span{display:inline-block;writing-mode:vertical-rl;text-orientation:sideways;transform:rotate(180deg)}',
  level: '',
} as const;

// Chromium embeds TrueType outlines as CID fonts and OpenType ones (Noto CJK) as Type 3: both occur in real files.
const FAMILIES = {
  serif: "'Noto Serif CJK SC'",
  sans: "'Noto Sans CJK SC'",
  fallback: "'Droid Sans Fallback'",
} as const;

function css(style: PageStyle): string {
  const chinese = FAMILIES[style.font ?? 'sans'];
  const family = style.latinFont === undefined ? chinese : `'${style.latinFont}',${chinese}`;
  const table = style.tablePt ?? 10;
  const cut = style.rowBreaks === 'cut' ? 'auto' : 'avoid';
  return [
    `@page{size:${style.paper ?? 'A4'} ${style.landscape === true ? 'landscape' : style.paper === undefined ? 'portrait' : ''};margin:${style.marginMm ?? 25}mm}`,
    `body{font:${style.bodyPt ?? 14}pt/1.7 ${family},sans-serif;margin:0;orphans:1;widows:1}`,
    // A font without a bold face is made bold by drawing outlines, each a Type 3 font of its own.
    style.font === 'fallback' ? 'h1,h2,td{font-weight:normal!important}' : '',
    'h1{font-size:150%;text-align:center;margin:0 0 1em}h2{font-size:110%;margin:.6em 0;break-after:auto}',
    'p{text-indent:2em;margin:0;text-align:justify}p.boxed{border:1px solid #000;padding:4pt;margin:4pt 0}',
    '.columns{column-count:2;column-gap:18pt}.sign{text-align:right;margin-top:2em}.toc{line-height:2.2}',
    `table{border-collapse:collapse;width:${style.tableWidthPercent ?? 100}%;margin:0 auto;font-size:${table}pt;line-height:1.3;table-layout:fixed}`,
    RULE_CSS[style.rules ?? 'solid'],
    'table.plain td{border:0.5pt solid #000;background:none}',
    `td{padding:${style.paddingPt ?? 2}pt;vertical-align:${style.valign === 'mixed' ? 'middle' : (style.valign ?? 'middle')};overflow-wrap:anywhere}`,
    `td.value{text-align:${style.align === 'mixed' || style.align === 'turns' ? 'center' : (style.align ?? 'center')};font-size:${style.figurePt ?? table}pt;${style.letterSpacedFigures === true ? 'letter-spacing:0.25em;' : ''}}`,
    `td.header,td.band,td.corner{text-align:center}${style.bands === true ? 'td.band{background:#c6d9f1}td.header{background:#eef3fa;font-weight:bold}' : ''}`,
    `td.group{text-align:center}${style.spreadLabels === true ? 'td.label,td.header{text-align:justify;text-align-last:justify}' : ''}`,
    VERTICAL_CSS[style.vertical ?? 'narrow'],
    style.verticalHeaders === true ? 'td.tall{writing-mode:vertical-rl;text-orientation:upright;height:6em}' : '',
    `tr{break-inside:${cut};${style.rowHeightPt === undefined ? '' : `height:${style.rowHeightPt}pt;`}}`,
    `thead{display:${style.repeatHeader === true ? 'table-header-group' : 'table-row-group'}}`,
    'sup{font-size:60%}.watermark{position:fixed;top:35%;left:5%;width:90%;text-align:center;font-size:54pt;color:rgba(120,120,120,.28);transform:rotate(-32deg)}',
    'td.mixed-left{text-align:left}td.mixed-right{text-align:right}.beside{display:flex;gap:14pt}.beside>table{flex:1;width:auto}',
    style.pictured === true ? 'table.form{filter:blur(0.2px)}' : '',
    style.wideTables === true ? '@page wide{size:A4 landscape}table.form{page:wide}' : '',
    style.underlined === true ? 'td.value>span{border-bottom:0.75pt solid #000;padding:0 6pt}' : '',
    style.overflow === true ? 'td.value{white-space:nowrap;padding:0}' : '',
    'table.frame>tbody>tr>td{border:1pt solid #999;padding:12pt;background:none;vertical-align:top}table.frame>tbody>tr{break-inside:auto}',
    style.valign === 'mixed' ? 'td.at-top{vertical-align:top}td.at-bottom{vertical-align:bottom}' : '',
    '.break{break-before:page}.picture{display:block;margin:0 auto}',
    style.css ?? '',
  ].join('\n');
}

function cellHtml(cell: FormCell, isFirst: boolean, isLast: boolean, inHeader: boolean, style: PageStyle): string {
  const isDown = cell.vertical === true && style.vertical !== 'level';
  const isTall = inHeader && style.verticalHeaders === true && cell.kind === 'header' && cell.colspan === 1;
  const mixed =
    (style.align === 'mixed' || style.align === 'turns') && cell.kind === 'value'
      ? `mixed-${alignOf(cell, style)}`
      : '';
  const classes = [
    cell.kind,
    mixed,
    style.valign === 'mixed' ? `at-${valignOf(cell, style)}` : '',
    isDown ? 'down' : '',
    isTall ? 'tall' : '',
    isFirst ? 'first' : '',
    isLast ? 'last' : '',
  ];
  const spans = `${cell.colspan > 1 ? ` colspan="${cell.colspan}"` : ''}${cell.rowspan > 1 ? ` rowspan="${cell.rowspan}"` : ''}`;
  const text =
    isDown && style.vertical === 'stacked' ? Array.from(cell.text).map(escape).join('<br>') : escape(cell.text);
  const note =
    cell.note === undefined ? '' : cell.raised === true ? `<sup>${escape(cell.note)}</sup>` : escape(cell.note);
  return `<td class="${classes.filter((c) => c !== '').join(' ')}"${spans}><span>${text}${note}</span></td>`;
}

function formHtml(table: FormTable, style: PageStyle): string {
  const whole = table.columnShares.reduce((a, b) => a + b, 0);
  const columns = table.columnShares
    .map((share) => `<col style="width:${((100 * share) / whole).toFixed(3)}%">`)
    .join('');
  const width = table.columnShares.length;
  // Where a row's cells start, so that the outermost ones can be told apart under spans from above.
  const taken = table.rows.map(() => new Set<number>());
  const rows = table.rows.map((cells, r) => {
    let c = 0;
    const out = cells.map((cell) => {
      while (taken[r]?.has(c) === true) c++;
      for (let dr = 0; dr < cell.rowspan; dr++) for (let dc = 0; dc < cell.colspan; dc++) taken[r + dr]?.add(c + dc);
      const html = cellHtml(cell, c === 0, c + cell.colspan === width, r < table.headerRows, style);
      c += cell.colspan;
      return html;
    });
    return `<tr>${out.join('')}</tr>`;
  });
  const head = rows.slice(0, table.headerRows).join('\n');
  const body = rows.slice(table.headerRows).join('\n');
  return `<table class="form"><colgroup>${columns}</colgroup>${head === '' ? '' : `<thead>${head}</thead>`}<tbody>${body}</tbody></table>`;
}

/** A red seal, printed over every page at the height of its middle. */
function sealHtml(text: string): string {
  const letters = Array.from(text).map((character, k, all) => {
    const angle = Math.PI * (0.85 + (1.3 * k) / Math.max(1, all.length - 1));
    const x = (75 + 56 * Math.cos(angle)).toFixed(1);
    const y = (80 + 56 * Math.sin(angle)).toFixed(1);
    return `<text x="${x}" y="${y}" font-size="13" fill="#d00" text-anchor="middle">${escape(character)}</text>`;
  });
  return `<svg width="150" height="150" style="position:fixed;left:55%;top:45%"><circle cx="75" cy="75" r="70" fill="none" stroke="#d00" stroke-width="3"/><path d="M75 45 L84 70 L110 70 L89 86 L97 111 L75 96 L53 111 L61 86 L40 70 L66 70 Z" fill="#d00"/>${letters.join('')}</svg>`;
}

const PICTURE =
  '<svg class="picture" width="150" height="60"><rect width="150" height="60" fill="#dde6ee"/><circle cx="75" cy="30" r="22" fill="#b03a2e"/><path d="M10 50 L60 15 L110 50 Z" fill="#4d6b8a"/></svg>';

function blockHtml(block: Block, style: PageStyle): string {
  switch (block.kind) {
    case 'title':
      return block.lines.length === 0 ? '' : `<h1>${block.lines.map(escape).join('<br>')}</h1>`;
    case 'heading':
      return `<h2>${escape(block.text)}</h2>`;
    case 'paragraph':
      return `<p${block.boxed === true ? ' class="boxed"' : ''}>${escape(block.text)}</p>`;
    case 'columns':
      return `<div class="columns">${block.texts.map((text) => `<p>${escape(text)}</p>`).join('')}</div>`;
    case 'contents':
      return `<h1>目\u3000录</h1><div class="toc">${block.entries.map((entry, k) => `${escape(entry)}${'…'.repeat(Math.max(2, 30 - entry.length))}${k * 2 + 1}`).join('<br>')}</div>`;
    case 'form':
      return formHtml(block.table, style);
    case 'beside':
      return `<div class="beside">${block.tables.map((table) => formHtml(table, style)).join('')}</div>`;
    case 'plain-table':
      return `<table class="plain">${block.rows.map((row) => `<tr>${row.map((text) => `<td>${escape(text)}</td>`).join('')}</tr>`).join('')}</table>`;
    case 'signature':
      return `<div class="sign">${block.lines.map(escape).join('<br>')}</div>`;
    case 'page-break':
      return '<div class="break"></div>';
    case 'space':
      return `<div style="height:${block.heightPt}pt"></div>`;
    case 'rule':
      return '<hr style="border:0;border-top:2pt solid #c00">';
    case 'picture':
      return PICTURE;
    case 'chart': {
      const bars = block.bars.map(
        ({ label, count }, k) =>
          `<rect x="${40 + k * 80}" y="${150 - count * 3}" width="40" height="${count * 3}" fill="#7ea6d8" stroke="#000"/><text x="${48 + k * 80}" y="${144 - count * 3}" font-size="11">${count}</text><text x="${30 + k * 80}" y="168" font-size="11">${escape(label)}</text>`,
      );
      const grid = [0, 10, 20, 30, 40].map(
        (value) =>
          `<line x1="30" x2="440" y1="${150 - value * 3}" y2="${150 - value * 3}" stroke="#000" stroke-width="0.5"/><text x="8" y="${154 - value * 3}" font-size="10">${value}</text>`,
      );
      return `<svg class="picture" width="450" height="175"><rect x="30" y="20" width="410" height="130" fill="none" stroke="#000"/>${grid.join('')}${bars.join('')}</svg>`;
    }
    case 'frame':
      return `<table class="frame"><tr><td>${block.blocks.map((inner) => blockHtml(inner, style)).join('\n')}</td></tr></table>`;
  }
}

/** A text in rows and columns over every page, faint, as large as the tables' own. */
function tilesHtml({ text, degrees }: { readonly text: string; readonly degrees: number }, style: PageStyle): string {
  const places = Array.from({ length: 40 }, (_, k) => ({ x: (k % 4) * 27 + 2, y: Math.floor(k / 4) * 10.3 + 1 }));
  const look = `position:fixed;white-space:nowrap;color:#bbb;font-size:${style.tablePt ?? 10}pt;transform:rotate(${-degrees}deg)`;
  return places.map(({ x, y }) => `<span style="${look};left:${x}%;top:${y}%">${escape(text)}</span>`).join('');
}

/** Renders a document as a page of its own, styles included. */
export function toHtml(blocks: readonly Block[], style: PageStyle): string {
  const watermark = style.watermark === undefined ? '' : `<div class="watermark">${escape(style.watermark)}</div>`;
  const tiles = style.tiles === undefined ? '' : tilesHtml(style.tiles, style);
  const seal = style.seal === undefined ? '' : sealHtml(style.seal);
  const body = blocks.map((block) => blockHtml(block, style)).join('\n');
  return `<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>年度报告</title><style>\n${css(style)}\n</style></head><body>${watermark}${tiles}${seal}\n${body}\n</body></html>\n`;
}
