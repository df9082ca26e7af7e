/** comparison.html: a map of all bodies and indicators, and for each indicator its ranking, its course and what was left out. */
import { both, html, htmlFrame, type Html } from '../../html/index.js';
import type { BilingualText, Indicator } from '../../model/index.js';
import type { BureauComparison, ComparedCell } from '../indicators/compare-bureaus.js';
import type { Reason } from '../indicators/reason.js';
import type { IndicatorSummary } from '../indicators/summarise-readings.js';
import { formatValue } from './format-value.js';
import { heatMap } from './heat-map.js';
import { COMPARISON_STYLE } from './page-style.js';
import { rankedBars } from './ranked-bars.js';
import { trendPanel } from './trend-panel.js';

const TITLE: BilingualText = { zh: '机关与年度比较', en: 'Bureaus and years side by side' };

/** The text of the page. It has no script: all plots are drawn already. */
export function comparisonPage(comparison: BureauComparison): string {
  const { indicators, years, groups, bureaus, cells } = comparison;
  const { head, foot } = htmlFrame({ title: TITLE, style: COMPARISON_STYLE });
  const mapYear = years.findLast((year) => cells.some((cell) => cell.year === year && cell.rank !== undefined));
  const byIndicator = new Map<string, ComparedCell[]>(indicators.map(({ id }) => [id, []]));
  for (const cell of cells) byIndicator.get(cell.indicator)?.push(cell);
  const shown = indicators.filter(({ id }) => byIndicator.get(id)?.some(({ reading }) => reading.value !== ''));
  const body = html`<h1>${both(TITLE)}</h1>
    ${introduction(comparison)}
    <nav aria-label="指标 indicators">
      <ul>
        ${shown.map(({ id, name }) => html`<li><a href="#${id}">${both(name)}</a></li>`)}
      </ul>
    </nav>
    ${mapYear !== undefined && heatMap({ year: mapYear, indicators: shown, bureaus, cells: cells.filter(({ year }) => year === mapYear) })}
    ${groups.map(({ id, name }) => {
      const own = shown.filter(({ group }) => group === id);
      return (
        own.length > 0 &&
        html`<section>
          <h2>${both(name)}</h2>
          ${own.map((indicator) => indicatorArticle(indicator, byIndicator.get(indicator.id) ?? [], comparison))}
        </section>`
      );
    })}
    ${leftOut(indicators, shown, byIndicator)} `;
  return head + body.toString() + foot;
}

function introduction({ bureaus, years, minimumDenominator, withoutYear, cells }: BureauComparison): Html {
  const reports = new Set(cells.flatMap(({ report }) => report?.reportId ?? [])).size;
  const span = years.length === 0 ? '' : `${years[0] ?? ''}–${years.at(-1) ?? ''}`;
  return html`<p>
      ${both({
        zh: `${bureaus.length} 个机关，${reports} 份报告，${span}。`,
        en: `${bureaus.length} bodies, ${reports} reports, ${span}.`,
      })}
    </p>
    <p class="small soft">
      ${both({
        zh: `柱上横线为 95 % 区间：案件少则宽，区间重叠的名次不必当真。灰底为中间一半机关，虚线为中位数。名次由大到小，不表示好坏。存疑的数值以 ? 标出，不计入名次和中位数；分母小于 ${minimumDenominator} 的以 ° 标出，不排名。空白不等于 0。`,
        en: `Lines on bars are 95 % intervals: wide where cases are few; where they overlap, ranks mean little. The shaded band is the middle half of all bodies, the dashed line the median. Ranks run from the largest and say nothing of better or worse. Doubted values are marked ? and count nowhere; those of denominators below ${minimumDenominator} are marked ° and not ranked. A blank is not 0.`,
      })}
    </p>
    ${
      withoutYear.length > 0 &&
      html`<p>
        ${both({
          zh: `年度不明、未作比较的报告 ${withoutYear.length} 份：`,
          en: `Left out because they say no year, ${withoutYear.length} reports: `,
        })}${withoutYear.slice(0, 20).map(({ sourcePath }) => html`<code>${sourcePath}</code> `)}
      </p>`
    }`;
}

function indicatorArticle(
  indicator: Indicator,
  cells: readonly ComparedCell[],
  { years, summaries }: BureauComparison,
): Html {
  const own = summaries.filter((summary) => summary.indicator === indicator.id);
  const latest = own.filter(({ sound }) => sound > 0).at(-1);
  const year = latest?.year ?? years.at(-1) ?? 0;
  return html`<article class="indicator" id="${indicator.id}">
    <h3>${both(indicator.name)}${unitOf(indicator)}</h3>
    ${indicator.note.zh !== '' && html`<p class="small soft">${both(indicator.note)}</p>`}
    <div class="panels">
      ${
        latest !== undefined &&
        html`<figure class="wide">
          <figcaption>${both(captionOf(latest))}</figcaption>
          ${rankedBars({
            indicator,
            cells: cells.filter((cell) => cell.year === latest.year && cell.reading.basis === latest.basis),
            summary: latest,
          })}
        </figure>`
      }${
        years.length > 1 &&
        html`<figure>
          <figcaption>
            ${both({ zh: '历年：细线为各机关，粗线为中位数', en: 'Over the years: a thin line a body, the thick one the median' })}
          </figcaption>
          ${trendPanel({ indicator, years, cells, summaries: own })}
        </figure>`
      }
    </div>
    ${summaryTable(indicator, own)} ${unranked(indicator, cells, year)}
  </article> `;
}

function unitOf({ unit }: Indicator): Html | undefined {
  return unit === '' ? undefined : html` <span class="soft">${unit}</span>`;
}

function captionOf({ year, sound, small, doubted, absent }: IndicatorSummary): BilingualText {
  return {
    zh: `${year} 年，${sound} 个机关排名；未计：分母过小 ${small}，存疑 ${doubted}，没有数值 ${absent}`,
    en: `${year}: ${sound} ranked; left out: ${small} of few cases, ${doubted} doubted, ${absent} without a value`,
  };
}

function summaryTable({ kind }: Indicator, summaries: readonly IndicatorSummary[]): Html {
  const heads: BilingualText[] = [
    { zh: '年度', en: 'Year' },
    { zh: '版式', en: 'Form' },
    { zh: '计入', en: 'Counted' },
    { zh: '下四分位', en: 'Lower quartile' },
    { zh: '中位数', en: 'Median' },
    { zh: '上四分位', en: 'Upper quartile' },
    { zh: '合计', en: 'All together' },
    { zh: '过小', en: 'Few cases' },
    { zh: '存疑', en: 'Doubted' },
    { zh: '没有', en: 'No value' },
  ];
  return html`<details>
    <summary>${both({ zh: '各年数值', en: 'Year by year' })}</summary>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            ${heads.map((head, at) => html`<th class="${at < 2 ? '' : 'n'}">${both(head)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${summaries.map(
            (each) =>
              html`<tr>
                <td>${each.year}</td>
                <td>${each.basis}</td>
                <td class="n">${each.sound}</td>
                ${[each.lowerQuartile, each.median, each.upperQuartile, each.pooled].map((value) => html`<td class="n">${formatValue(value, kind)}</td>`)}
                <td class="n">${each.small}</td>
                <td class="n">${each.doubted}</td>
                <td class="n">${each.absent}</td>
              </tr> `,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}

/** Why bodies are not in the ranking of a year, the values that they have beside their names. */
function unranked({ kind }: Indicator, cells: readonly ComparedCell[], year: number): Html | undefined {
  const own = cells.filter((cell) => cell.year === year && cell.rank === undefined);
  if (own.length === 0) return undefined;
  const groups = new Map<string, { reason: Reason; cells: ComparedCell[] }>();
  for (const cell of own) {
    for (const reason of cell.reading.reasons.filter(({ code }) => code !== 'approximate')) {
      const known = groups.get(reason.text.zh) ?? { reason, cells: [] };
      known.cells.push(cell);
      groups.set(reason.text.zh, known);
    }
  }
  return html`<details>
    <summary>
      ${both({
        zh: `${year} 年未排名的 ${own.length} 个机关及原因`,
        en: `${own.length} bodies not ranked in ${year}, and why`,
      })}
    </summary>
    ${[...groups.values()].map(
      ({ reason, cells: named }) =>
        html`<p class="why">
          <b>${both(reason.text)}</b
          >（${named.length}）${named.slice(0, 60).map(({ bureau, reading }) => html`${bureau.name === '' ? '—' : bureau.name}${reading.value !== '' && html` <span class="soft">${formatValue(reading.value, kind)}</span>`}； `)}${named.length > 60 && '…'}
        </p>`,
    )}
  </details>`;
}

/** Indicators for which no report has a value, with the reasons. */
function leftOut(
  indicators: readonly Indicator[],
  shown: readonly Indicator[],
  byIndicator: ReadonlyMap<string, readonly ComparedCell[]>,
): Html | undefined {
  const missing = indicators.filter((indicator) => !shown.includes(indicator));
  if (missing.length === 0) return undefined;
  return html`<section>
    <h2>${both({ zh: '没有数值的指标', en: 'Indicators without a value' })}</h2>
    <ul>
      ${missing.map(({ id, name }) => {
        const reasons = (byIndicator.get(id) ?? []).flatMap(({ reading }) =>
          reading.reasons.filter(({ code }) => code !== 'no-report'),
        );
        const [first] = reasons;
        return html`<li>
          ${both(name)}${first !== undefined && html` <span class="soft">${both(first.text)}</span>`}
        </li>`;
      })}
    </ul>
  </section>`;
}
