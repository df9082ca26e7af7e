/**
 * Judges the findings of one report: which of the errors its publisher made were found and put down to the publisher, and
 * who was accused of an error that the document does not have, which is the worst failure of all.
 */
import type { ExpectedFinding, TruthFile } from './truth-file.js';

/** A row of findings.csv, as far as it is judged. */
export interface ScoredFinding extends ExpectedFinding {
  readonly severity: string;
  readonly cause: string;
}

/** How many errors were found. */
export interface FindingScore {
  /** Sums that the document breaks. */
  readonly planted: number;
  readonly found: number;
  /** Those of `found` that were put down to the publisher. */
  readonly foundAsPublisher: number;
  /** Errors put down to the publisher that the document does not have. */
  readonly falseAccusations: number;
  /** Rows and columns beyond the form. */
  readonly structure: number;
  readonly structureFound: number;
  /** Faults beside the figures: sections, dates, words. */
  readonly remarks: number;
  readonly remarksFound: number;
  /** Errors and warnings of those rules that the document gives no reason for. */
  readonly remarksFalse: number;
}

/** What judging the findings gives. */
export interface FindingsVerdict {
  readonly findings: FindingScore;
  readonly missed: readonly string[];
  readonly falselyAccused: readonly string[];
  readonly falseRemarks: readonly string[];
}

/** Nothing judged yet. */
export const NO_FINDINGS: FindingScore = {
  planted: 0,
  found: 0,
  foundAsPublisher: 0,
  falseAccusations: 0,
  structure: 0,
  structureFound: 0,
  remarks: 0,
  remarksFound: 0,
  remarksFalse: 0,
};

/** Rules over what surrounds the figures, and over the powers of the body. */
const REMARKS =
  /^(?:form\.(?:missing_section|empty_section|mixed_edition|wrong_edition)|meta\.(?:year_conflict|partial_period|published_early|published_late)|text\.template_residue|T2\.auth|T2\.valid_ge_made|2019\.pub)$/u;

/** Judges every finding of a report. */
export function scoreFindings(findings: readonly ScoredFinding[], truth: TruthFile): FindingsVerdict {
  const expected = truth.expected_findings ?? [];
  const found = expected.filter((each) => findings.some((finding) => nameOf(finding) === nameOf(each)));
  const asPublisher = expected.filter((each) =>
    findings.some((finding) => nameOf(finding) === nameOf(each) && finding.cause === 'publisher'),
  );
  const accusations = findings.filter(
    ({ rule, severity, cause }) =>
      severity === 'error' && cause === 'publisher' && !truth.expected_remarks?.includes(rule),
  );
  const falselyAccused = accusations.filter((finding, k) => {
    const isRepeated = accusations.findIndex((each) => nameOf(each) === nameOf(finding)) < k;
    return isRepeated || !isInTruth(finding, truth);
  });
  const structure = truth.expected_structure ?? [];
  const remarks = truth.expected_remarks ?? [];
  const raised = findings.filter(({ rule, severity }) => REMARKS.test(rule) && severity !== 'info');
  const isUnfound = (rule: string): boolean => !raised.some((finding) => finding.rule === rule);
  const falseRemarks =
    truth.expected_remarks === undefined
      ? []
      : raised.filter(({ rule }) => !remarks.includes(rule)).map(({ rule }) => rule);
  return {
    findings: {
      planted: expected.length,
      found: found.length,
      foundAsPublisher: asPublisher.length,
      falseAccusations: falselyAccused.length,
      structure: structure.length,
      remarks: remarks.length,
      remarksFound: remarks.filter((rule) => !isUnfound(rule)).length,
      remarksFalse: falseRemarks.length,
      structureFound: structure.filter((line) => findings.some((finding) => isStructure(finding, line))).length,
    },
    missed: [...expected.filter((each) => !found.includes(each)).map(nameOf), ...remarks.filter(isUnfound)],
    falselyAccused: falselyAccused.map(nameOf),
    falseRemarks,
  };
}

/** Adds two scores. */
export function addFindings(a: FindingScore, b: FindingScore): FindingScore {
  return {
    planted: a.planted + b.planted,
    found: a.found + b.found,
    foundAsPublisher: a.foundAsPublisher + b.foundAsPublisher,
    falseAccusations: a.falseAccusations + b.falseAccusations,
    structure: a.structure + b.structure,
    structureFound: a.structureFound + b.structureFound,
    remarks: a.remarks + b.remarks,
    remarksFound: a.remarksFound + b.remarksFound,
    remarksFalse: a.remarksFalse + b.remarksFalse,
  };
}

function nameOf({ rule, table, row, column }: ExpectedFinding): string {
  return `${rule} ${table}/${row}/${column}`;
}

/** A hand-checked truth names its violated sums in words that begin with, or hold, the row's id (`review: 11 != 0`). */
function isInTruth(finding: ScoredFinding, truth: TruthFile): boolean {
  if (truth.expected_findings !== undefined) {
    return truth.expected_findings.some((each) => nameOf(each) === nameOf(finding));
  }
  return (truth.identities_that_fail_as_printed ?? []).some((text) => text.includes(finding.row));
}

/** `extra-row: disclosure 其他主动公开文件` is found by any finding of that rule on that table. */
function isStructure(finding: ScoredFinding, line: string): boolean {
  const [rule, table] = line.split(/:?\s+/u);
  return finding.rule === rule && (finding.table === table || finding.table === '');
}
