/** Judges the figures that sentences state: apart from those of tables, which are many more. */
import type { ScoredFact } from './score-facts.js';
import type { ScoredFinding } from './score-findings.js';
import type { TruthFile } from './truth-file.js';

/** What became of the figures in prose, and of the errors in them. */
export interface ProseScore {
  readonly total: number;
  readonly right: number;
  /** Wrong and not marked, or stated nowhere. */
  readonly silentWrong: number;
  /** Wrong but marked. */
  readonly marked: number;
  readonly absent: number;
  /** Right but marked. */
  readonly alarms: number;
  readonly planted: number;
  readonly found: number;
  /** Warnings and errors about prose that the document does not deserve. */
  readonly falseFindings: number;
}

/** A score and what is behind it. */
export interface ProseVerdict {
  readonly prose: ProseScore;
  /** One line each. */
  readonly troubles: readonly string[];
}

/** Nothing judged yet. */
export const NO_PROSE: ProseScore = {
  total: 0,
  right: 0,
  silentWrong: 0,
  marked: 0,
  absent: 0,
  alarms: 0,
  planted: 0,
  found: 0,
  falseFindings: 0,
};

const MARKED: ReadonlySet<string> = new Set(['suspect', 'missing']);

/** Judges the prose of one report; nothing where its truth says nothing of prose. */
export function scoreProse(
  facts: readonly ScoredFact[],
  findings: readonly ScoredFinding[],
  { prose: truth }: TruthFile,
): ProseVerdict {
  if (truth === undefined) return { prose: NO_PROSE, troubles: [] };
  const score = { ...NO_PROSE, total: Object.keys(truth.figures).length, planted: truth.findings.length };
  const troubles: string[] = [];
  const stated = new Map(facts.filter(({ table }) => table === 'prose').map((fact) => [placeOf(fact), fact]));
  for (const [place, want] of Object.entries(truth.figures)) {
    const fact = stated.get(place);
    const isMarked = fact !== undefined && MARKED.has(fact.status);
    if (fact === undefined) {
      score.absent++;
      troubles.push(`absent  ${place}: want ${want}`);
    } else if (Number(fact.value) === want) {
      score.right++;
      if (isMarked) score.alarms++;
    } else {
      if (isMarked) score.marked++;
      else score.silentWrong++;
      troubles.push(`${isMarked ? 'marked' : 'silent'}  ${place}: want ${want}, got ${fact.value} (“${fact.printed}”)`);
    }
  }
  for (const [place, fact] of stated) {
    if (place in truth.figures || MARKED.has(fact.status)) continue;
    score.silentWrong++;
    troubles.push(`silent  ${place}: stated nowhere, got ${fact.value} (“${fact.printed}”)`);
  }
  const isExpected = (finding: ScoredFinding): boolean =>
    truth.findings.some(({ rule, column }) => rule === finding.rule && column === finding.column);
  const raised = findings.filter(({ table, severity }) => table === 'prose' && severity !== 'info');
  for (const finding of raised.filter((each) => !isExpected(each))) {
    score.falseFindings++;
    troubles.push(`false   ${finding.rule} ${finding.column}`);
  }
  score.found = truth.findings.filter(({ rule, column }) =>
    raised.some((finding) => finding.rule === rule && finding.column === column),
  ).length;
  return { prose: score, troubles };
}

/** Adds two scores. */
export function addProse(a: ProseScore, b: ProseScore): ProseScore {
  return {
    total: a.total + b.total,
    right: a.right + b.right,
    silentWrong: a.silentWrong + b.silentWrong,
    marked: a.marked + b.marked,
    absent: a.absent + b.absent,
    alarms: a.alarms + b.alarms,
    planted: a.planted + b.planted,
    found: a.found + b.found,
    falseFindings: a.falseFindings + b.falseFindings,
  };
}

function placeOf({ row, column }: ScoredFact): string {
  return `${row}/${column}`;
}
