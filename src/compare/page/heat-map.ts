/** Bodies against indicators in one year: how high each value stands among all, with the value in words and figures. */
import { both, html, type Html } from '../../html/index.js';
import type { ComparedBureau, ComparedCell } from '../indicators/compare-bureaus.js';
import type { Indicator } from '../../model/index.js';
import { formatValue } from './format-value.js';

/** Rows beyond which the CSV is the better place. */
const MOST_ROWS = 120;

/** Shades: fifths of the ranking, the lowest first. */
const SHADES = 5;

/** What the map is drawn from. */
export interface HeatMap {
  readonly year: number;
  readonly indicators: readonly Indicator[];
  readonly bureaus: readonly ComparedBureau[];
  /** Of that year. */
  readonly cells: readonly ComparedCell[];
}

/** Draws the map; indicators without any value in the year are left out. */
export function heatMap({ year, indicators, bureaus, cells }: HeatMap): Html {
  const byPlace = new Map(cells.map((cell) => [`${cell.bureau.key}\n${cell.indicator}`, cell]));
  const valued = new Set(cells.filter(({ reading }) => reading.value !== '').map(({ indicator }) => indicator));
  const used = indicators.filter(({ id }) => valued.has(id));
  const reporting = new Set(cells.filter(({ report }) => report !== undefined).map(({ bureau }) => bureau.key));
  const present = bureaus.filter(({ key }) => reporting.has(key));
  const rows = present.slice(0, MOST_ROWS);
  return html`<div class="scroll" tabindex="0">
      <table class="heat">
        <caption>
          ${both({
            zh: `${year} 年：机关 × 指标；颜色越深，在各机关中越高`,
            en: `${year}: bodies × indicators; the darker, the higher among all`,
          })}
        </caption>
        <thead>
          <tr>
            <td></td>
            ${used.map(({ name }) => html`<th scope="col"><span>${both(name)}</span></th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (bureau) =>
              html`<tr>
                <th scope="row">${bureau.name === '' ? '—' : bureau.name}</th>
                ${used.map((indicator) => square(indicator, byPlace.get(`${bureau.key}\n${indicator.id}`)))}
              </tr> `,
          )}
        </tbody>
      </table>
    </div>
    ${
      present.length > rows.length &&
      html`<p class="soft">
        ${both({
          zh: `只列前 ${MOST_ROWS} 个机关，其余 ${present.length - rows.length} 个见 comparison.csv。`,
          en: `The first ${MOST_ROWS} bodies; ${present.length - rows.length} more are in comparison.csv.`,
        })}
      </p>`
    }`;
}

function square({ kind }: Indicator, cell: ComparedCell | undefined): Html {
  if (cell === undefined || cell.reading.value === '') return html`<td class="n none">–</td>`;
  const { reading, rank } = cell;
  const text = formatValue(reading.value, kind);
  if (rank === undefined) {
    return html`<td class="n ${reading.state === 'doubted' ? 'doubted' : 'few'}">
      ${text}${reading.state === 'doubted' ? '?' : '°'}
    </td>`;
  }
  // Ties stand in the middle of the places they share.
  const share = rank.of === 1 ? 0.5 : (rank.of - rank.rank) / (rank.of - 1);
  return html`<td class="n q${Math.min(SHADES - 1, Math.floor(share * SHADES))}">${text}</td>`;
}
