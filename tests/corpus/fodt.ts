// A document as Flat ODT, which LibreOffice turns into PDF the way word processors do: rows cut by page breaks, headers
// repeated, fields for page numbers, fonts embedded as subsets.
import type { Block } from './document.js';
import { toGrid, type FormCell, type FormTable } from './form.js';
import { alignOf, valignOf, type PageStyle, type RuleStyle } from './page-style.js';

const escape = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const NAMESPACES = [
  ['office', 'office:1.0'],
  ['style', 'style:1.0'],
  ['text', 'text:1.0'],
  ['table', 'table:1.0'],
  ['fo', 'xsl-fo-compatible:1.0'],
  ['svg', 'svg-compatible:1.0'],
]
  .map(([prefix, name]) => `xmlns:${prefix ?? ''}="urn:oasis:names:tc:opendocument:xmlns:${name ?? ''}"`)
  .join(' ');

const FAMILIES = {
  serif: 'Noto Serif CJK SC',
  sans: 'Noto Sans CJK SC',
  fallback: 'Droid Sans Fallback',
} as const;

interface Edges {
  readonly left: boolean;
  readonly right: boolean;
  readonly top: boolean;
  readonly bottom: boolean;
  /** The cell ends the header. */
  readonly underHeader: boolean;
}

/** The border of one cell: `none`, or a width, a kind and a colour per side. */
function borders(rules: RuleStyle, at: Edges): string {
  const line = {
    hairline: '0.1pt solid #000000',
    dotted: '1pt dotted #000000',
    dashed: '1pt dashed #555555',
    grey: '0.75pt solid #bbbbbb',
    double: '2.2pt double #000000',
    none: 'none',
    white: '1.5pt solid #ffffff',
  };
  const plain = rules in line ? line[rules as keyof typeof line] : '0.75pt solid #000000';
  const outer = rules === 'thick-outside' ? '2pt solid #000000' : plain;
  const isOpenLeft = rules === 'open-sides' || rules === 'horizontal';
  if (rules === 'zebra') return ' fo:border="none"';
  if (rules === 'three-line') {
    const bottom = at.bottom ? '1.5pt' : at.underHeader ? '0.75pt' : undefined;
    const edge = (name: string, width: string | undefined): string =>
      ` fo:border-${name}="${width === undefined ? 'none' : `${width} solid #000000`}"`;
    return (
      edge('left', undefined) +
      edge('right', undefined) +
      edge('top', at.top ? '1.5pt' : undefined) +
      edge('bottom', bottom)
    );
  }
  const side = (name: string, isOuter: boolean, isOpen: boolean): string =>
    ` fo:border-${name}="${isOpen ? 'none' : isOuter ? outer : plain}"`;
  return (
    side('left', at.left, rules === 'horizontal' || (at.left && isOpenLeft)) +
    side('right', at.right, rules === 'horizontal' || (at.right && (isOpenLeft || rules === 'no-right'))) +
    side('top', false, false) +
    side('bottom', at.bottom, rules === 'open-bottom')
  );
}

/** Collects automatic styles: the same properties get the same name. */
class StyleBook {
  readonly #names = new Map<string, string>();

  name(family: string, properties: string, attributes = ''): string {
    const body = `style:family="${family}"${attributes}>${properties}</style:style>`;
    const known = this.#names.get(body);
    if (known !== undefined) return known;
    const name = `a${this.#names.size}`;
    this.#names.set(body, name);
    return name;
  }

  toXml(): string {
    return [...this.#names].map(([body, name]) => `<style:style style:name="${name}" ${body}`).join('\n');
  }
}

interface Context {
  readonly book: StyleBook;
  readonly style: PageStyle;
  /** Width between the margins. */
  readonly widthPt: number;
}

function paragraph(
  { book, style }: Context,
  text: string,
  options: {
    sizePt?: number;
    align?: string;
    indent?: boolean;
    bold?: boolean;
    boxed?: boolean;
    underlined?: boolean;
    extra?: string;
  },
): string {
  const size = options.sizePt ?? style.bodyPt ?? 14;
  const chinese = FAMILIES[style.font ?? 'sans'];
  const latin = style.latinFont ?? chinese;
  const name = book.name(
    'paragraph',
    `<style:paragraph-properties fo:text-align="${options.align ?? 'justify'}" fo:orphans="1" fo:widows="1"${options.indent === true ? ` fo:text-indent="${2 * size}pt"` : ''}${options.boxed === true ? ' fo:border="0.5pt solid #000000" fo:padding="3pt"' : ''} ${options.extra ?? ''}/><style:text-properties fo:font-size="${size}pt" style:font-size-asian="${size}pt" fo:font-family="${latin}" style:font-family-asian="${chinese}"${options.underlined === true ? ' style:text-underline-style="solid" style:text-underline-width="auto"' : ''}${options.bold === true ? ' fo:font-weight="bold" style:font-weight-asian="bold"' : ''}/>`,
  );
  return `<text:p text:style-name="${name}">${text}</text:p>`;
}

function cellText(context: Context, cell: FormCell): string {
  const { book, style } = context;
  const size = style.tablePt ?? 10;
  const isDown = cell.vertical === true && style.vertical !== 'level';
  const align = alignOf(cell, style);
  const note =
    cell.note === undefined
      ? ''
      : cell.raised === true
        ? `<text:span text:style-name="${book.name('text', '<style:text-properties style:text-position="super 58%"/>')}">${escape(cell.note)}</text:span>`
        : escape(cell.note);
  const lines = isDown && style.vertical === 'stacked' ? Array.from(cell.text) : [cell.text];
  return lines
    .map((line) =>
      paragraph(context, escape(line) + note, {
        sizePt: cell.kind === 'value' ? (style.figurePt ?? size) : size,
        align: style.spreadLabels === true && cell.kind === 'label' ? 'justify' : align,
        bold: style.bands === true && cell.kind === 'header',
        underlined: style.underlined === true && cell.kind === 'value',
      }),
    )
    .join('');
}

/** Around the cells of the header only. */
const HEADER_KINDS: readonly FormCell['kind'][] = ['header', 'corner', 'band'];

function bordersOf(rules: RuleStyle, cell: FormCell, at: Edges): string {
  if (rules !== 'header-only') return borders(rules, at);
  return borders(HEADER_KINDS.includes(cell.kind) ? 'solid' : 'none', at);
}

function cellStyle(context: Context, cell: FormCell, at: Edges): string {
  const { book, style } = context;
  const isDown = cell.vertical === true && style.vertical === 'upright';
  const isTurned = cell.vertical === true && style.vertical === 'turned';
  const ground =
    style.rules === 'white' ? '#dbe5f1' : style.bands === true && cell.kind === 'band' ? '#c6d9f1' : undefined;
  const fill = ground === undefined ? '' : ` fo:background-color="${ground}"`;
  const slant = cell.kind === 'corner' && style.slanted === true ? ' style:diagonal-tl-br="0.75pt solid #000000"' : '';
  const mode = isDown ? ' style:writing-mode="tb-rl"' : isTurned ? ' style:writing-mode="bt-lr"' : '';
  return book.name(
    'table-cell',
    `<style:table-cell-properties style:vertical-align="${valignOf(cell, style)}" fo:padding="${style.paddingPt ?? 2}pt"${fill}${mode}${slant}${bordersOf(style.rules ?? 'solid', cell, at)}/>`,
  );
}

function formXml(context: Context, table: FormTable): string {
  const { book, style, widthPt } = context;
  const whole = table.columnShares.reduce((a, b) => a + b, 0);
  const width = (widthPt * (style.tableWidthPercent ?? 100)) / 100;
  const columns = table.columnShares
    .map((share) => {
      const properties = `<style:table-column-properties style:column-width="${((width * share) / whole).toFixed(2)}pt"/>`;
      return `<table:table-column table:style-name="${book.name('table-column', properties)}"/>`;
    })
    .join('');
  const grid = toGrid(table);
  const drawn = new Set<FormCell>();
  const rows = grid.map((cells, r) => {
    const body = cells.map((cell, c) => {
      if (cell === undefined) return '<table:table-cell/>';
      if (drawn.has(cell)) return '<table:covered-table-cell/>';
      drawn.add(cell);
      const edges = {
        left: c === 0,
        right: c + cell.colspan === cells.length,
        top: r === 0,
        bottom: r + cell.rowspan === grid.length,
        underHeader: r + cell.rowspan === table.headerRows,
      };
      const spans = `table:number-columns-spanned="${cell.colspan}" table:number-rows-spanned="${cell.rowspan}"`;
      return `<table:table-cell table:style-name="${cellStyle(context, cell, edges)}" ${spans}>${cellText(context, cell)}</table:table-cell>`;
    });
    const height = style.rowHeightPt === undefined ? '' : ` style:min-row-height="${style.rowHeightPt}pt"`;
    const name = book.name('table-row', `<style:table-row-properties fo:keep-together="auto"${height}/>`);
    return `<table:table-row table:style-name="${name}">${body.join('')}</table:table-row>`;
  });
  const head = rows.slice(0, table.headerRows).join('');
  const wrapped =
    style.repeatHeader === true && head !== '' ? `<table:table-header-rows>${head}</table:table-header-rows>` : head;
  const name = book.name(
    'table',
    `<style:table-properties style:width="${width.toFixed(2)}pt" table:align="center" style:may-break-between-rows="true"/>`,
  );
  return `<table:table table:name="${table.id}" table:style-name="${name}">${columns}${wrapped}${rows.slice(table.headerRows).join('')}</table:table>`;
}

function plainTable(context: Context, rows: readonly (readonly string[])[]): string {
  const style = context.book.name(
    'table-cell',
    '<style:table-cell-properties fo:padding="2pt" fo:border="0.5pt solid #000000"/>',
  );
  const cells = (row: readonly string[]): string =>
    row
      .map(
        (text) =>
          `<table:table-cell table:style-name="${style}">${paragraph(context, escape(text), { sizePt: 9, align: 'left' })}</table:table-cell>`,
      )
      .join('');
  return `<table:table><table:table-column table:number-columns-repeated="${rows[0]?.length ?? 1}"/>${rows.map((row) => `<table:table-row>${cells(row)}</table:table-row>`).join('')}</table:table>`;
}

function blockXml(context: Context, block: Block): string {
  const body = context.style.bodyPt ?? 14;
  switch (block.kind) {
    case 'title':
      return block.lines
        .map((line) => paragraph(context, escape(line), { sizePt: body * 1.5, align: 'center', bold: true }))
        .join('');
    case 'heading':
      return paragraph(context, escape(block.text), { bold: true, align: 'left' });
    case 'paragraph':
      return paragraph(context, escape(block.text), { indent: true, boxed: block.boxed === true });
    case 'columns': {
      const name = context.book.name(
        'section',
        '<style:section-properties><style:columns fo:column-count="2" fo:column-gap="18pt"/></style:section-properties>',
      );
      return `<text:section text:style-name="${name}" text:name="s${name}">${block.texts.map((text) => paragraph(context, escape(text), { indent: true })).join('')}</text:section>`;
    }
    case 'contents':
      return [
        paragraph(context, '目\u3000录', { align: 'center', bold: true }),
        ...block.entries.map((entry, k) =>
          paragraph(context, `${escape(entry)}${'…'.repeat(Math.max(2, 30 - entry.length))}${k * 2 + 1}`, {
            align: 'left',
          }),
        ),
      ].join('');
    case 'form':
      return formXml(context, block.table);
    case 'beside':
      return block.tables.map((table) => formXml(context, table)).join('\n');
    case 'plain-table':
      return plainTable(context, block.rows);
    case 'signature':
      return block.lines.map((line) => paragraph(context, escape(line), { align: 'end' })).join('');
    case 'page-break':
      return paragraph(context, '', { sizePt: 2, extra: 'fo:break-before="page"' });
    case 'space':
      return paragraph(context, '', { sizePt: 2, extra: `fo:margin-top="${block.heightPt}pt"` });
    case 'rule':
      return paragraph(context, '', { sizePt: 2, extra: 'fo:border-bottom="2pt solid #cc0000"' });
    case 'picture':
      return '';
    case 'chart':
      return plainTable(
        context,
        block.bars.map(({ label, count }) => [label, String(count)]),
      );
    case 'frame':
      return block.blocks.map((inner) => blockXml(context, inner)).join('\n');
  }
}

const PAGE_FIELD = '<text:page-number text:select-page="current">1</text:page-number>';
const COUNT_FIELD = '<text:page-count>1</text:page-count>';
const FOOTERS = {
  '- n -': `- ${PAGE_FIELD} -`,
  '— n —': `— ${PAGE_FIELD} —`,
  'n / N': `${PAGE_FIELD} / ${COUNT_FIELD}`,
  n: PAGE_FIELD,
} as const;

/** Renders a document as Flat ODT. */
export function toFlatOdt(blocks: readonly Block[], style: PageStyle): string {
  const margin = ((style.marginMm ?? 25) * 72) / 25.4;
  const [wide, high] = style.landscape === true ? [841.89, 595.28] : [595.28, 841.89];
  const book = new StyleBook();
  const context: Context = { book, style, widthPt: wide - 2 * margin };
  const body = blocks.map((block) => blockXml(context, block)).join('\n');
  // Header and footer paragraphs need styles of their own, so they are rendered before the style book is written out.
  const number = style.pageNumber === undefined ? '' : FOOTERS[style.pageNumber];
  const centred = paragraph(context, number, { sizePt: 9, align: style.numberAtRight === true ? 'end' : 'center' });
  const running = paragraph(context, escape(style.runningHeader ?? ''), { sizePt: 9, align: 'end' });
  const header = style.runningHeader === undefined ? '' : `<style:header>${running}</style:header>`;
  const footer = style.pageNumber === undefined ? '' : `<style:footer>${centred}</style:footer>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${NAMESPACES} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles>
${book.toXml()}
<style:page-layout style:name="page"><style:page-layout-properties fo:page-width="${wide}pt" fo:page-height="${high}pt" fo:margin="${margin.toFixed(2)}pt" style:print-orientation="${style.landscape === true ? 'landscape' : 'portrait'}"/><style:header-style/><style:footer-style/></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="page">${header}${footer}</style:master-page></office:master-styles>
<office:body><office:text>
${body}
</office:text></office:body>
</office:document>
`;
}
