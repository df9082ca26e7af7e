/** A failed law in figures: what is printed, what the other terms give, term by term. */
import { both, html, type Html } from '../../html/index.js';
import type { FormNames } from './form-names.js';
import type { FindingJson } from './shown-findings.js';

type CheckJson = NonNullable<FindingJson['check']>;
type TermJson = CheckJson['terms'][number];

/** The equation of a finding; nothing where no law is behind it. */
export function equation({ check }: FindingJson, names: FormNames): Html | undefined {
  if (check === null) return undefined;
  const [total, ...parts] = check.terms;
  if (total === undefined) return undefined;
  const isOneRow = parts.every(({ row }) => row === total.row);
  const nameOf = ({ row, column }: TermJson): Html =>
    both(isOneRow ? names.column(check.table, column) : names.row(check.table, row));
  const shown = parts.filter(({ value }) => value !== '0');
  const zeros = parts.length - shown.length;
  const sides = isOneRow ? names.row(check.table, total.row) : names.column(check.table, total.column);
  return html`<p class="equation">
    <span class="where">${both(sides)}</span>
    <span class="term"><b class="total">${figure(total.value)}</b> <small>${nameOf(total)}</small></span>
    <b>≠</b> <span class="term"><b>${figure(check.expected)}</b></span>
    ${shown.length > 0 && html`<b>=</b> `}${shown.map(
      (term, at) =>
        html`<span class="term">${sign(term, at)}${figure(term.value)} <small>${nameOf(term)}</small></span> `,
    )}${zeros > 0 && html`<small class="soft">${both({ zh: `另 ${zeros} 项为 0`, en: `${zeros} more are 0` })}</small>`}
    <span class="difference">${both({ zh: '差', en: 'difference' })} ${minus(check.difference)}</span>
  </p> `;
}

function figure(value: string): Html {
  return value === '' ? both({ zh: '（空）', en: '(none)' }) : html`${minus(value)}`;
}

function sign({ sign: direction }: TermJson, at: number): string {
  if (direction < 0) return '− ';
  return at === 0 ? '' : '+ ';
}

function minus(value: string): string {
  return value.replace(/^-/, '−');
}
