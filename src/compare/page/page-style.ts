/** The style of comparison.html. Shades of one blue, which differ in lightness alone. */
import { COLOURS } from '../../html/index.js';

/** Joined to the style of all pages. */
export const COMPARISON_STYLE = `
nav ul{columns:17rem;padding-left:1.2rem;margin:.3rem 0}
.indicator{border-top:2px solid var(--ink);margin-top:1.6rem;padding-top:.2rem}
.indicator h3{font-size:1.15rem;margin-top:.5rem}
.panels{display:flex;flex-wrap:wrap;gap:.6rem 2rem;align-items:flex-start}
.panels figure{margin:.4rem 0;flex:1 1 24rem;min-width:0;max-width:36rem}
.panels figure.wide{flex-basis:30rem}
figcaption{font-size:.85rem;color:var(--soft)}
svg.plot{display:block;max-width:100%;height:auto;font-size:12px;font-variant-numeric:tabular-nums;background:var(--paper)}
.plot .name,.plot .value,.plot .tick.left{text-anchor:end}.plot .tick{text-anchor:middle;font-size:11px;fill:var(--soft)}
.plot .value{font-weight:600}.plot .gap{font-size:13px;fill:var(--soft)}
.plot .grid{stroke:#e3e3e3}.plot .zero{stroke:#777}
.plot .bar{fill:#7fb2dd}.plot .interval{stroke:#1b1b1b;stroke-width:1.4;fill:none}
.plot rect.quartiles{fill:#eceff3}.plot line.median{stroke:#555;stroke-dasharray:4 3}
.trend path{fill:none}.trend .one path{stroke:#9aa3ad;stroke-width:.7;opacity:.5}
.trend path.quartiles{fill:#0072b2;opacity:.18}.trend path.median{stroke:#0072b2;stroke-width:2.4}.trend .middle{fill:#0072b2}
.trend .point{fill:#9aa3ad}.trend .point.doubted{fill:#fff;stroke:${COLOURS.doubted};stroke-width:1.4}
.trend .end{font-size:11px}
${['#0072b2', '#b23a00', '#00785a', '#8a4f7d', '#555', '#8a6100']
  .map(
    (colour, at) =>
      `.trend .s${at} path{stroke:${colour};stroke-width:2}.trend .s${at} .point:not(.doubted){fill:${colour}}.trend .s${at} .end{fill:${colour}}`,
  )
  .join('\n')}
.heat{font-size:.75rem}.heat caption{font-size:.9rem}
.heat td,.heat th{padding:.15rem .35rem}.heat thead th{min-width:4.2rem;max-width:6rem;font-weight:600;vertical-align:bottom}
.heat tbody th{position:sticky;left:0;background:var(--paper);font-weight:400;max-width:14rem;min-width:7rem}
.q0{background:#f2f7fc}.q1{background:#d3e4f3}.q2{background:#a8cce8}.q3{background:#5f9fd3;color:#000}.q4{background:#1f5f9e;color:#fff}
.heat .few{color:#666}.heat .doubted{color:${COLOURS.doubted};font-style:italic}.heat .none{color:#999}
.why{font-size:.875rem;margin:.3rem 0}
@media (max-width:40rem){.panels figure,.panels figure.wide{flex-basis:100%}.heat tbody th{max-width:8rem}}
@page{size:A4 landscape;margin:10mm}
@media print{.indicator{break-inside:avoid}.heat{print-color-adjust:exact;font-size:5.5pt;table-layout:fixed;width:100%}
.heat caption>span{max-width:none}.heat thead td{width:9%}.heat td,.heat th{padding:.1rem}.heat thead th,.heat tbody th{min-width:0;max-width:none;overflow-wrap:anywhere}.heat thead th{font-size:4.5pt;hyphens:auto}
.panels figure.wide{flex-basis:45%}.panels figure{flex-basis:40%}nav{display:none}}
`;
