/** Adds up the figures of an indicator in one report, in whichever edition its blocks are, and says what stands against it. */
import { addDecimals, negateDecimal, ZERO, type Decimal } from '../../model/index.js';
import type { ComparedReport } from './compared-report.js';
import { reason, type Reason } from './reason.js';
import type { TranslatedTerm, Untranslatable } from './translate-term.js';

/** A term with what it is in each edition of the family, its own first. */
export type TermByEdition = readonly (TranslatedTerm | Untranslatable)[];

/** A sum of figures of one report. */
export interface FigureSum {
  /** Absent where some figure has no value. */
  readonly value?: Decimal;
  /** Why there is no value, or why it is doubted, or what to mind; without repetition. */
  readonly reasons: readonly Reason[];
  readonly comparability: 'exact' | 'approximate' | 'none';
  /** The editions whose figures compare only nearly with the indicator's own; empty where all compare exactly. */
  readonly otherEditions: readonly string[];
}

/** Adds up the figures of all terms. */
export function sumFigures(terms: readonly TermByEdition[], report: ComparedReport): FigureSum {
  let value: Decimal | undefined = ZERO;
  const reasons: Reason[] = [];
  const others: string[] = [];
  let isComparable = true;
  for (const term of terms) {
    const chosen = term.find((each) => isPrinted(each, report));
    if (chosen === undefined || chosen.comparability === 'none') {
      reasons.push(absenceOf(term, report));
      value = undefined;
      isComparable = false;
      continue;
    }
    if (chosen.comparability === 'approximate') {
      others.push(chosen.edition);
      reasons.push(...chosen.reasons);
    }
    const sum = sumTerms(chosen, report, reasons);
    value = sum === undefined || value === undefined ? undefined : addDecimals(value, sum);
  }
  const sum = {
    reasons: distinctReasons(reasons),
    comparability: !isComparable ? 'none' : others.length > 0 ? 'approximate' : 'exact',
    otherEditions: others.length < 2 ? others : [...new Set(others)].sort(),
  } as const;
  return value === undefined ? sum : { ...sum, value };
}

/** Whether the report's form has these figures, blank or not. */
function isPrinted(translated: TranslatedTerm | Untranslatable, { figures }: ComparedReport): boolean {
  return translated.comparability !== 'none' && translated.figures.every(({ place }) => figures.has(place.key));
}

function absenceOf(term: TermByEdition, { editions }: ComparedReport): Reason {
  const own = term.filter((each) => editions.includes(each.edition));
  const refused = own.find((each) => each.comparability === 'none');
  if (refused?.comparability !== 'none') return reason('missing-figure');
  const code = refused.isListed ? 'no-counterpart' : 'not-compared';
  return reason(code, { zh: `${refused.edition} 版`, en: `form of ${refused.edition}` }, refused.notes[0]);
}

/** Adds reasons to the list as it meets them. */
function sumTerms(
  { figures: wanted }: TranslatedTerm,
  { figures }: ComparedReport,
  reasons: Reason[],
): Decimal | undefined {
  let sum: Decimal | undefined = ZERO;
  for (const { place, sign } of wanted) {
    const figure = figures.get(place.key);
    const value = figure?.value;
    if (figure?.status === 'suspect') reasons.push(reason('suspect-figure'));
    if (figure?.isContested === true) reasons.push(reason('failed-sum'));
    if (value === undefined && figure?.status !== 'suspect') {
      reasons.push(reason(figure?.status === 'missing' ? 'missing-figure' : 'blank-figure'));
    }
    if (value === undefined || sum === undefined) sum = undefined;
    else sum = addDecimals(sum, sign === 1 ? value : negateDecimal(value));
  }
  return sum;
}

/** Reasons without repetition, in order of first occurrence. */
export function distinctReasons(reasons: readonly Reason[]): readonly Reason[] {
  if (reasons.length < 2) return reasons;
  return [...new Map(reasons.map((each) => [`${each.code} ${each.text.zh}`, each])).values()];
}
