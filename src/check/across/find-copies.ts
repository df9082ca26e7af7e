/**
 * Tells copies of one report (a PDF and a web page, a report posted again) from different reports of one body and year (the
 * government's and its office's): copies agree in most figures that are not zero.
 */
import { signOfDecimal, type Finding } from '../../model/index.js';
import { listFigures, WHOLE_REPORT, type AcrossFinding, type Member } from './across-finding.js';
import { FEWEST_SHARED } from './compare-sameness.js';
import type { FieldNamer } from './field-names.js';
import { figuresOf, type Figure } from './figures.js';

/** What became of the reports of one body and year. */
export interface Sorted {
  /** One of each report, in the order of the list. */
  readonly kept: readonly Member[];
  /** By position of the copy: position of the one that is kept. */
  readonly copies: ReadonlyMap<number, number>;
  readonly findings: readonly AcrossFinding[];
}

/** Two reports are copies where at least this share of the figures that are not zero in both agrees. */
const COPY_SHARE = 0.5;

/** Sorts the reports of one body and year, those that can be trusted most first. */
export function sortCopies(members: readonly Member[], nameOf: FieldNamer): Sorted {
  if (members.length < 2) return { kept: members, copies: new Map(), findings: [] };
  const kept: Member[] = [];
  const copies = new Map<number, number>();
  const findings: AcrossFinding[] = [];
  for (const member of members.toSorted(byTrust)) {
    const original = kept.find((each) => isCopy(each, member));
    if (original === undefined) {
      kept.push(member);
      continue;
    }
    copies.set(member.index, original.index);
    const finding = copiesDiffer(original, member, nameOf);
    if (finding !== undefined) findings.push({ index: original.index, finding });
  }
  const inOrder = kept.toSorted((a, b) => a.index - b.index);
  return { kept: inOrder, copies, findings: [...findings, ...nameOthers(inOrder)] };
}

/** Fewest marks first, then those whose figures have a place on a page, then the order of the list. */
function byTrust(a: Member, b: Member): number {
  return (
    a.digest.markCount - b.digest.markCount ||
    Number(b.digest.hasPages) - Number(a.digest.hasPages) ||
    a.index - b.index
  );
}

function sharedFigures(a: Member, b: Member): (readonly [Figure, Figure])[] {
  const others = figuresOf(b.digest);
  return [...figuresOf(a.digest).values()].flatMap((figure) => {
    const other = others.get(figure.key);
    return other === undefined ? [] : [[figure, other] as const];
  });
}

function isCopy(a: Member, b: Member): boolean {
  const shared = sharedFigures(a, b);
  if (shared.length < FEWEST_SHARED) return false;
  const filled = shared.filter(([one, other]) => signOfDecimal(one.value) !== 0 || signOfDecimal(other.value) !== 0);
  const agreeing = filled.filter(([one, other]) => one.text === other.text).length;
  return agreeing >= COPY_SHARE * filled.length;
}

function copiesDiffer(original: Member, copy: Member, nameOf: FieldNamer): Finding | undefined {
  const different = sharedFigures(original, copy).filter(([one, other]) => one.text !== other.text);
  const [first] = different;
  if (first === undefined) return undefined;
  const listed = listFigures(
    different.map(([one, other]) => ({ key: one.key, text: `${one.text} / ${other.text}` })),
    nameOf,
  );
  const [table = '', row = '', column = ''] = first[0].key.split('/');
  return {
    ...WHOLE_REPORT,
    rule: 'X.copies_differ',
    severity: 'warning',
    cause: different.every(([one, other]) => one.isCertain && other.isCertain) ? 'publisher' : 'unknown',
    table,
    row,
    column,
    expected: first[1].text,
    actual: first[0].text,
    message: {
      zh: `同一报告的另一份（${copy.digest.sourcePath}）有 ${different.length} 个数字不同（本份 / 另一份）：${listed.zh}`,
      en: `another copy of this report (${copy.digest.sourcePath}) has ${different.length} other figure(s) (here / there): ${listed.en}`,
    },
  };
}

function nameOthers(kept: readonly Member[]): AcrossFinding[] {
  const [first, ...others] = kept;
  if (first === undefined) return [];
  return others.map(({ index, digest }) => ({
    index,
    finding: {
      ...WHOLE_REPORT,
      rule: 'X.same_year',
      severity: 'info',
      message: {
        zh: `同一机关 ${digest.year ?? ''} 年另有一份数字大多不同的报告（${first.digest.sourcePath}），可能统计范围不同；两份都保留，该年不与前后年份比较`,
        en: `the same body has another report for ${digest.year ?? ''} most of whose figures differ (${first.digest.sourcePath}), of another scope perhaps; both are kept, and the year is compared with no other`,
      },
    },
  }));
}
