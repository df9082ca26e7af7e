/** One indicator over the years: each body a thin line, the middle half of all and the median over them. */
import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { html, type Html } from '../../html/index.js';
import type { Indicator } from '../../model/index.js';
import type { ComparedCell } from '../indicators/compare-bureaus.js';
import { quantile, type IndicatorSummary } from '../indicators/summarise-readings.js';
import { fitText } from './fit-text.js';
import { formatTick } from './format-value.js';

/** What a panel is drawn from: all cells and summaries of one indicator. */
export interface TrendPanel {
  readonly indicator: Indicator;
  readonly years: readonly number[];
  readonly cells: readonly ComparedCell[];
  readonly summaries: readonly IndicatorSummary[];
}

/** So many bodies get lines of their own colour and name; of more, only the shape of all can be seen. */
const MOST_NAMED = 6;

const WIDTH = 420;
const HEIGHT = 220;
const LEFT = 58;
const RIGHT_NAMED = 130;
const RIGHT = 16;
const TOP = 12;
const BOTTOM = 24;

interface Point {
  readonly year: number;
  readonly value: number;
  readonly basis: string;
  readonly isSound: boolean;
}

/** Draws a panel; lines break at years without a value and where figures do not compare exactly. */
export function trendPanel({ indicator, years, cells, summaries }: TrendPanel): Html {
  const series = toSeries(cells);
  const isNamed = series.size <= MOST_NAMED;
  const scales = scalesOf(years, [...series.values()].flat(), isNamed ? RIGHT_NAMED : RIGHT);
  const x = (year: number): number => scales.x(year);
  const y = (value: number): number => scales.y(value);
  const path = line<Point>()
    .x((point) => x(point.year))
    .y((point) => y(point.value))
    .digits(1);
  const lines = [...series].map(([name, points], at) => {
    const runs = toRuns(points);
    const colour = isNamed ? `s${at}` : 'one';
    return html`<g class="series ${colour}"
      ><title>${name}</title>${runs.map((run) => html`<path d="${path(run) ?? ''}" />`)}${points
        .filter((point) => isNamed || !point.isSound)
        .map((point) => marker(point, at, scales))}${isNamed && nameAtEnd(name, points, scales)}</g
    >`;
  });
  return html`<svg class="plot trend" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" role="img">
    ${axes(indicator, years, scales)} ${lines} ${!isNamed && middle(summaries, years, scales)}
  </svg>`;
}

type Scales = ReturnType<typeof scalesOf>;

function scalesOf(years: readonly number[], points: readonly Point[], right: number) {
  const values = points.map(({ value }) => value).sort((a, b) => a - b);
  // A few extreme values must not press all others flat: beyond three times the 95th percentile they are cut at the edge.
  const cap = values.length > 20 ? Math.max(0, quantile(values, 0.95)) * 3 : Infinity;
  const high = Math.max(0, ...values.filter((value) => value <= cap));
  const low = Math.min(0, ...values);
  const [first = 0, last = first] = [years[0], years.at(-1)];
  return {
    x: scaleLinear()
      .domain(first === last ? [first - 1, last + 1] : [first, last])
      .range([LEFT, WIDTH - right]),
    y: scaleLinear()
      .domain([low, high === low ? low + 1 : high])
      .nice(4)
      .range([HEIGHT - BOTTOM, TOP])
      .clamp(true),
  };
}

/** By name and key, so that two bodies of one name stay two. */
function toSeries(cells: readonly ComparedCell[]): Map<string, Point[]> {
  const byKey = new Map<string, { name: string; points: Point[] }>();
  for (const { bureau, year, reading } of cells) {
    if (reading.value === '' || reading.state === 'absent') continue;
    const known = byKey.get(bureau.key) ?? { name: bureau.name, points: [] };
    const isSound = reading.state === 'sound';
    // Growth and shares of few cases jump about; they are in the table.
    if (reading.state !== 'small') {
      known.points.push({ year, value: Number(reading.value), basis: reading.basis, isSound });
    }
    byKey.set(bureau.key, known);
  }
  const series = new Map<string, Point[]>();
  for (const { name, points } of byKey.values()) {
    if (points.length === 0) continue;
    let label = name === '' ? '—' : name;
    while (series.has(label)) label += '′';
    series.set(label, points);
  }
  return series;
}

/** Stretches of years that follow one another, sound and of one basis. */
function toRuns(points: readonly Point[]): Point[][] {
  const runs: Point[][] = [];
  for (const point of points.filter(({ isSound }) => isSound)) {
    const last = runs.at(-1)?.at(-1);
    if (last?.year === point.year - 1 && last.basis === point.basis) runs.at(-1)?.push(point);
    else runs.push([point]);
  }
  return runs;
}

/** Bodies differ in the shape of their points too. */
function marker({ year, value, isSound }: Point, at: number, scales: Scales): Html {
  const [x, y] = [round(scales.x(year)), round(scales.y(value))];
  const name = isSound ? 'point' : 'point doubted';
  return at % 2 === 0
    ? html`<circle class="${name}" cx="${x}" cy="${y}" r="3" />`
    : html`<rect class="${name}" x="${x - 2.7}" y="${y - 2.7}" width="5.4" height="5.4" />`;
}

function nameAtEnd(name: string, points: readonly Point[], scales: Scales): Html | undefined {
  const last = points.at(-1);
  if (last === undefined) return undefined;
  return html`<text class="end" x="${round(scales.x(last.year)) + 7}" y="${round(scales.y(last.value)) + 4}"
    >${fitText(name, (RIGHT_NAMED - 10) / 11)}</text
  >`;
}

function axes({ kind }: Indicator, years: readonly number[], { x, y }: Scales): Html[] {
  const right = round(x.range()[1] ?? WIDTH);
  const step = Math.ceil(years.length / 7);
  return [
    ...y.ticks(4).map((tick) => {
      const at = round(y(tick));
      return html`<line class="${tick === 0 ? 'zero' : 'grid'}" x1="${LEFT}" x2="${right}" y1="${at}" y2="${at}" /><text
          class="tick left"
          x="${LEFT - 6}"
          y="${at + 4}"
          >${formatTick(tick, kind)}</text
        >`;
    }),
    ...years
      .filter((_, at) => at % step === 0)
      .map((year) => html`<text class="tick" x="${round(x(year))}" y="${HEIGHT - 6}">${year}</text>`),
  ];
}

/** The quartiles and the median of each year, broken where a year has none or the basis changes. */
function middle(summaries: readonly IndicatorSummary[], years: readonly number[], { x, y }: Scales): Html[] {
  const known = summaries.filter(({ median }) => median !== '');
  return [...new Set(known.map(({ basis }) => basis))].map((basis) => {
    const points = years.map((year) => {
      const found = known.find((summary) => summary.basis === basis && summary.year === year);
      const [low, at, high] = [found?.lowerQuartile, found?.median, found?.upperQuartile].map(Number);
      return { year, isKnown: found !== undefined, low: low ?? 0, at: at ?? 0, high: high ?? 0 };
    });
    type Middle = (typeof points)[number];
    const isKnown = (each: Middle): boolean => each.isKnown;
    const across = (each: Middle): number => x(each.year);
    const band = area<Middle>().defined(isKnown).x(across).digits(1);
    band.y0((each) => y(each.low)).y1((each) => y(each.high));
    const median = line<Middle>().defined(isKnown).x(across).digits(1);
    median.y((each) => y(each.at));
    return html`<path class="quartiles" d="${band(points) ?? ''}" /><path
        class="median"
        d="${median(points) ?? ''}"
      />${points
        .filter(isKnown)
        .map((each) => html`<circle class="middle" cx="${round(x(each.year))}" cy="${round(y(each.at))}" r="3" />`)}`;
  });
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
