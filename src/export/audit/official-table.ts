/** The official table of a block as reconstructed, with the cells of the findings marked. */
import type { BilingualText, Block } from '../../model/index.js';
import { both, html, type Html } from '../../html/index.js';
import { cellMarks, type CellMark } from './cell-marks.js';
import type { FactJson, ShownFinding } from './shown-findings.js';

/** The figures of one report that a table is filled with, and the findings that mark them. */
export interface TableFilling {
  readonly facts: readonly FactJson[];
  readonly shown: readonly ShownFinding[];
  /** What the table is called. */
  readonly caption: BilingualText;
}

/** Draws a block with all its rows and columns. */
export function officialTable(block: Block, { facts, shown, caption }: TableFilling): Html {
  const figures = new Map(
    facts
      .filter((fact) => fact.block === block.slot && fact.edition === block.edition && fact.table === block.table)
      .map((fact) => [`${fact.row}/${fact.column}`, fact]),
  );
  const marks = cellMarks(shown, block.table);
  const columns = distinct(block.columns.map(({ id, name }) => [id, name]));
  return html`<div class="scroll">
    <table class="official">
      <caption>
        ${both(caption)}
      </caption>
      <thead>
        <tr>
          <td></td>
          ${columns.map(([, name]) => html`<th scope="col">${both(name)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rowsOf(block).map(
          ([row, name]) =>
            html`<tr>
              <th scope="row">${both(name)}</th>
              ${columns.map(([column]) => cell(figures.get(`${row}/${column}`), marks.get(`${row}/${column}`)))}
            </tr> `,
        )}
      </tbody>
    </table>
  </div> `;
}

function rowsOf({ hasRowLabels, rows, columns }: Block): (readonly [string, BilingualText])[] {
  if (hasRowLabels) return rows.map(({ id, name }) => [id, name]);
  const factRows = columns.map(({ factRow = '', factRowName }) => [factRow, factRowName ?? same(factRow)] as const);
  return distinct(factRows);
}

function distinct(named: readonly (readonly [string, BilingualText])[]): (readonly [string, BilingualText])[] {
  return [...new Map(named)];
}

function same(id: string): BilingualText {
  return { zh: id, en: id };
}

function cell(fact: FactJson | undefined, mark: CellMark | undefined): Html {
  if (fact === undefined) return html`<td class="n none">·</td>`;
  const classes = [
    'n',
    fact.status === 'printed' ? '' : fact.status,
    mark === undefined ? '' : mark.isTotal ? 'total' : 'part',
  ];
  const numbers = mark === undefined ? '' : mark.numbers.join(' ');
  return html`<td class="${classes.filter((name) => name !== '').join(' ')}">
    ${shownValue(fact)}${mark !== undefined && html`<sup>${numbers}</sup>`}
  </td>`;
}

/** The believed figure; what is printed where there is none. */
function shownValue({ value, printed, status }: FactJson): Html {
  if (value === '') return html`${printed === '' ? '　' : printed}`;
  const sign = { derived: '+', repaired: '*', suspect: '?', missing: '', printed: '' }[status];
  return html`${value}${sign !== '' && html`<i>${sign}</i>`}`;
}
