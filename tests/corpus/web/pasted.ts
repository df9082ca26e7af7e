// What content systems and editors do to a finished table that no form asks for: figures in form fields, head and foot out of
// order, spans of nought, rows without cells, cells and rows that are switched off, icons.
import type { Random } from '../random.js';
import { escapeHtml } from './cells.js';

/** What happens to the cells and rows of a table. */
export interface PastedStyle {
  /** Figures stand in fields of a form. */
  readonly fields?: boolean;
  /** The last row stands in a foot, before the body, and the head behind both. */
  readonly footFirst?: boolean;
  /** Groups at the end of the table span nought rows: all that are left. */
  readonly spanNought?: boolean;
  /** Rows without cells, rows and cells that are not shown, with last year's figures. */
  readonly leftovers?: boolean;
  /** A figure's cell has an icon, a note mark set high, or an empty paragraph beside it. */
  readonly ornaments?: boolean;
}

/** The inside of a cell as the style has it. */
export function pastedInside(inside: string, text: string, style: PastedStyle, random: Random): string {
  const isFigure = /^\d+$/.test(text);
  if (style.fields === true && isFigure)
    return random.pick([
      `<input type="text" name="f${random.int(1, 99)}" value="${escapeHtml(text)}" readonly>`,
      `<input value='${escapeHtml(text)}' size=4 onfocus="this.blur()">`,
      `<textarea rows=1 cols=4>${escapeHtml(text)}</textarea>`,
    ]);
  if (style.ornaments === true && isFigure && random.chance(0.3))
    return random.pick([
      `<img src="/images/dot.gif" width="1" height="1">${inside}`,
      `<p>&nbsp;</p><p>${inside}</p>`,
      `${inside}<sup>①</sup>`,
      `<span style="display:none">&nbsp;</span>${inside}<!-- ${random.int(1, 99)} -->`,
      `\u200b${inside}`,
    ]);
  return inside;
}

/** Rows as the style orders them, with what was left between. */
export function pastedRows(rows: readonly string[], headerRows: number, style: PastedStyle, random: Random): string {
  const off = `<tr style="display:none;">${`<td>${random.int(1, 99)}</td>`.repeat(10)}</tr>`;
  const withLeftovers =
    style.leftovers === true
      ? rows.map((row, r) => {
          if (r < headerRows || !random.chance(0.2)) return row;
          const hidden = row.replace('</tr>', `<td style="display: none">${random.int(1, 99)}</td></tr>`);
          return random.pick([`${off}${row}`, hidden, row]);
        })
      : rows;
  if (style.footFirst !== true || headerRows === 0) return `<tbody>${withLeftovers.join('\n')}</tbody>`;
  const [head, body, foot] = [
    withLeftovers.slice(0, headerRows),
    withLeftovers.slice(headerRows, -1),
    withLeftovers.slice(-1),
  ];
  return `<tfoot>${foot.join('')}</tfoot><tbody>${body.join('\n')}</tbody><thead>${head.join('\n')}</thead>`;
}
