/** Bars of one indicator in one year, the largest first, each with its interval; behind them the quartiles of all. */
import { scaleLinear } from 'd3-scale';
import { html, type Html } from '../../html/index.js';
import type { Indicator } from '../../model/index.js';
import type { ComparedCell } from '../indicators/compare-bureaus.js';
import type { IndicatorSummary } from '../indicators/summarise-readings.js';
import { fitText } from './fit-text.js';
import { formatTick, formatValue } from './format-value.js';

/** What the bars are drawn from: cells of one indicator, year and basis. */
export interface RankedBars {
  readonly indicator: Indicator;
  readonly cells: readonly ComparedCell[];
  readonly summary: IndicatorSummary;
}

/** Rows drawn of a long list: so many from both ends. */
const MOST_ROWS = 30;

const WIDTH = 470;
const NAME_WIDTH = 150;
const VALUE_WIDTH = 70;
const ROW = 18;
const TOP = 22;
const FONT = 12;
const BAR = 10;

/** Draws the bars; all rows where they are not too many, else the ends of the list and how many are between. */
export function rankedBars({ indicator, cells, summary }: RankedBars): Html {
  const ranked = cells
    .filter((cell) => cell.rank !== undefined)
    .sort((a, b) => (a.rank?.rank ?? 0) - (b.rank?.rank ?? 0) || (a.bureau.name < b.bureau.name ? -1 : 1));
  const isCut = ranked.length > MOST_ROWS;
  const rows = isCut ? [...ranked.slice(0, MOST_ROWS / 2), ...ranked.slice(-MOST_ROWS / 2)] : ranked;
  const gapAfter = isCut ? MOST_ROWS / 2 : Infinity;
  const scale = scaleOf(rows);
  const height = TOP + rows.length * ROW + (isCut ? ROW : 0) + 6;
  const yOf = (at: number): number => TOP + at * ROW + (at >= gapAfter ? ROW : 0);
  return html`<svg class="plot" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" role="img">
    ${spread(summary, scale, height)} ${axis(indicator, scale, height)}
    ${rows.map((cell, at) => bar(indicator, cell, scale, yOf(at)))}
    ${isCut && html`<text class="gap" x="${NAME_WIDTH}" y="${TOP + gapAfter * ROW + 13}">⋮ ${ranked.length - rows.length}</text>`}
  </svg>`;
}

type Scale = ReturnType<typeof scaleOf>;

function scaleOf(rows: readonly ComparedCell[]) {
  const ends = rows.flatMap(({ reading: { value, interval } }) => [
    Number(value),
    // An interval that runs far beyond all values would press them together; it is cut at the edge of the plot.
    ...(interval === undefined ? [] : [interval.low, interval.high]),
  ]);
  const values = rows.map(({ reading }) => Number(reading.value));
  const largest = Math.max(0, ...values);
  const finite = ends.filter((end) => Number.isFinite(end) && end <= largest * 2 + 1e-9);
  const [low, high] = [Math.min(0, ...finite), Math.max(0, ...finite)];
  return scaleLinear()
    .domain([low, high === low ? low + 1 : high])
    .nice(5)
    .range([NAME_WIDTH, WIDTH - VALUE_WIDTH])
    .clamp(true);
}

/** The middle half of all values, and the median. */
function spread({ lowerQuartile, median, upperQuartile }: IndicatorSummary, scale: Scale, height: number): Html {
  if (median === '') return html``;
  const [left, middle, right] = [lowerQuartile, median, upperQuartile].map((value) => round(scale(Number(value))));
  return html`<rect
      class="quartiles"
      x="${left ?? 0}"
      y="${TOP - 4}"
      width="${(right ?? 0) - (left ?? 0)}"
      height="${height - TOP}"
    />
    <line class="median" x1="${middle ?? 0}" x2="${middle ?? 0}" y1="${TOP - 4}" y2="${height - 4}" />`;
}

function axis({ kind }: Indicator, scale: Scale, height: number): Html[] {
  return scale.ticks(5).map((tick) => {
    const x = round(scale(tick));
    return html`<line
        class="${tick === 0 ? 'zero' : 'grid'}"
        x1="${x}"
        x2="${x}"
        y1="${TOP - 4}"
        y2="${height - 4}"
      /><text class="tick" x="${x}" y="${TOP - 8}">${formatTick(tick, kind)}</text>`;
  });
}

function bar({ kind }: Indicator, { bureau, reading, rank }: ComparedCell, scale: Scale, y: number): Html {
  const [zero, end] = [round(scale(0)), round(scale(Number(reading.value)))];
  const name = bureau.name === '' ? bureau.key : bureau.name;
  const { interval } = reading;
  const middle = y + ROW / 2;
  const [low, high] = interval === undefined ? [0, 0] : [round(scale(interval.low)), round(scale(interval.high))];
  return html`<g
    ><title>${rank?.rank ?? ''} ${name} ${formatValue(reading.value, kind)}</title
    ><text class="name" x="${NAME_WIDTH - 6}" y="${middle + 4}">${fitText(name, (NAME_WIDTH - 12) / FONT)}</text
    ><rect
      class="bar"
      x="${Math.min(zero, end)}"
      y="${middle - BAR / 2}"
      width="${Math.max(0.5, Math.abs(end - zero))}"
      height="${BAR}"
    />${interval !== undefined && html`<path class="interval" d="M${low},${middle}H${high}" />`}<text
      class="value"
      x="${WIDTH}"
      y="${middle + 4}"
      >${formatValue(reading.value, kind)}</text
    ></g
  > `;
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
