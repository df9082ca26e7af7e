/** The style and the script of report.html. */
import { COLOURS } from '../../html/index.js';

/** Joined to the style of all pages. */
export const AUDIT_STYLE = `
.official tbody th{min-width:7.5rem}.index td:not(:first-child){white-space:nowrap}
.filter{position:sticky;top:0;z-index:1;background:var(--paper);border-bottom:1px solid var(--line);padding:.5rem 0;display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;align-items:center}
.filter fieldset{border:0;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:0 .8rem}
.filter legend{float:left;font-weight:600;padding:0;margin-right:.6rem}
.filter input[type=search],.filter select{font:inherit;padding:.15rem .4rem;border:1px solid #767676;border-radius:3px;max-width:100%}
.tiles{display:flex;flex-wrap:wrap;gap:.6rem;padding:0;margin:.8rem 0;list-style:none}
.tiles li{border:1px solid var(--line);border-left:5px solid var(--soft);padding:.35rem .8rem;min-width:7rem}
.tiles b{display:block;font-size:1.35rem;line-height:1.3}
.tiles .error{border-left-color:${COLOURS.error}}.tiles .warning{border-left-color:${COLOURS.warning}}
.index{max-height:26rem;overflow:auto;border:1px solid var(--line)}
.index table{width:100%}.index td,.index th{border-width:0 0 1px}
.index thead th{position:sticky;top:0}
section.report{border-top:3px solid var(--ink);margin-top:2.2rem;padding-top:.2rem;content-visibility:auto;contain-intrinsic-size:auto 60rem}
section.report h2{margin-top:.6rem}
.year{font-weight:400}
.finding{border-left:5px solid ${COLOURS.warning};background:var(--band);padding:.6rem .9rem;margin:.8rem 0}
.finding.error{border-left-color:${COLOURS.error}}
.finding h3{font-weight:400;display:flex;flex-wrap:wrap;gap:.2rem .6rem;align-items:center}
.number{font-weight:700;border:2px solid var(--ink);border-radius:50%;min-width:1.7rem;height:1.7rem;line-height:1.45rem;text-align:center;padding:0 .15rem}
.badge{border:1px solid currentColor;border-radius:3px;padding:0 .4rem;font-size:.85rem;font-weight:600}
.badge.error{color:#fff;background:${COLOURS.error};border-color:${COLOURS.error}}
.badge.warning{color:#fff;background:${COLOURS.warning};border-color:${COLOURS.warning}}
.equation{font-size:1.05rem;background:var(--paper);border:1px solid var(--line);padding:.35rem .7rem;line-height:1.9}
.equation .where{display:block;font-size:.85rem;color:var(--soft);line-height:1.4}
.equation .term{white-space:nowrap}.equation small{color:var(--soft)}
.equation b.total{border:2px solid ${COLOURS.error};padding:0 .3rem}
.equation .difference{margin-left:.8rem;font-weight:600}
.certainty{font-weight:600}.why{margin:.2rem 0 .2rem 1.2rem;padding:0;font-size:.9rem}
blockquote{margin:.4rem 0;padding:.1rem .8rem;border-left:3px solid var(--line)}
.evidence{display:flex;flex-wrap:wrap;gap:1rem 1.5rem;align-items:flex-start}
.evidence>*{max-width:100%;margin:0}
.evidence figure{flex:1 1 26rem;min-width:0}
.evidence>.scroll{flex:0 1 auto}
table.official{font-size:.8rem}
.official th{font-weight:400}.official thead th{font-weight:600;min-width:3.4rem}
.official tbody th{max-width:17rem}
.official td.total{outline:3px solid ${COLOURS.error};outline-offset:-3px;font-weight:700}
.official td.part{outline:2px dashed ${COLOURS.part};outline-offset:-2px}
.official td.suspect{background:#fff2cc}.official td.missing{background:#eee}
.official sup{font-size:.7em;color:${COLOURS.error};margin-left:.15em}.official i{font-style:normal;color:${COLOURS.warning};font-weight:700}
.crop figcaption{font-size:.85rem;padding:.3rem 0}
.picture{position:relative;display:inline-block;max-width:100%;border:1px solid var(--line);line-height:0}
.picture img{max-width:100%;height:auto}
.picture svg{position:absolute;inset:0;width:100%;height:100%}
.picture rect{fill:none;stroke-width:1.6}
.picture rect.total{stroke:${COLOURS.error}}.picture rect.part{stroke:${COLOURS.part};stroke-dasharray:3 2}
.picture text{font-size:6px;font-weight:700;text-anchor:end;fill:${COLOURS.error};stroke:#fff;stroke-width:1.4px;paint-order:stroke}
.legend span{display:inline-block;margin-right:1.2rem}
.legend .box{display:inline-block;margin-right:.35em;width:1.6em;height:1em;margin:0 .35em;vertical-align:-.1em}
.legend .total{border:3px solid ${COLOURS.error}}.legend .part{border:2px dashed ${COLOURS.part}}.legend .suspect{background:#fff2cc;border:1px solid var(--line)}
[hidden]{display:none!important}
@media (max-width:40rem){.filter{position:static}.index{max-height:18rem}.finding{padding:.5rem .6rem}.evidence figure{flex-basis:100%}.crop{overflow-x:auto}.picture,.picture img{max-width:none}}
@media print{.filter{display:none}.index{max-height:none;overflow:visible;border:0}.index thead th{position:static}
section.report{break-before:page;content-visibility:visible}.finding{break-inside:avoid;background:none;border:1px solid var(--line);border-left-width:5px}
.picture{max-height:230mm}.official{print-color-adjust:exact}}
`;

/** Filters by severity, cause, rule and text. Without it all is shown. */
export const AUDIT_SCRIPT = `
(() => {
  'use strict';
  const form = document.querySelector('.filter');
  if (!form) return;
  const reports = [...document.querySelectorAll('section.report')].map((section) => {
    const id = section.id.slice(2);
    const findings = [...section.querySelectorAll('article.finding')];
    const row = document.getElementById('i-' + id);
    const text = section.querySelector('h2').textContent + ' ' + section.querySelector('h2 + p').textContent;
    return { section, row, text: text.toLowerCase(), findings: findings.map((element) => ({ element,
      severity: element.dataset.severity, cause: element.dataset.cause, rule: element.dataset.rule,
      text: element.textContent.toLowerCase() })) };
  });
  const count = form.querySelector('output');
  const chosen = (name) => new Set([...form.querySelectorAll('[name=' + name + ']:checked')].map((box) => box.value));
  const apply = () => {
    const severities = chosen('severity');
    const causes = chosen('cause');
    const rule = form.elements.rule.value;
    const words = form.elements.text.value.toLowerCase().split(/\\s+/).filter(Boolean);
    let shown = 0;
    for (const report of reports) {
      let own = 0;
      for (const finding of report.findings) {
        const fits = severities.has(finding.severity) && causes.has(finding.cause) && (rule === '' || rule === finding.rule)
          && words.every((word) => report.text.includes(word) || finding.text.includes(word));
        finding.element.hidden = !fits;
        if (fits) own++;
      }
      report.section.hidden = own === 0;
      if (report.row) report.row.hidden = own === 0;
      shown += own;
    }
    count.textContent = String(shown);
  };
  form.hidden = false;
  let timer = 0;
  form.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(apply, 80); });
  form.addEventListener('submit', (event) => event.preventDefault());
  apply();
})();
`;
