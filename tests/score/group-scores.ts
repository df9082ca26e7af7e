/** Adds the scores of documents up: over all, by renderer, by layout. */
import { addFigures, NO_FIGURES, type FigureScore } from './score-facts.js';
import { addFindings, NO_FINDINGS, type FindingScore } from './score-findings.js';
import { addProse, NO_PROSE, type ProseScore } from './score-prose.js';
import type { DocumentScore } from './score-document.js';

/** What documents come to together. */
export interface GroupScore {
  readonly name: string;
  readonly documents: number;
  readonly unread: number;
  readonly crashed: number;
  readonly figures: FigureScore;
  readonly findings: FindingScore;
  readonly prose: ProseScore;
  readonly wrongSubjects: number;
  readonly elapsedMs: number;
}

/** A renderer's score, and that of each of its layouts. */
export interface RendererScore {
  readonly renderer: GroupScore;
  readonly layouts: readonly GroupScore[];
}

/** Adds documents up under a name. */
export function addDocuments(name: string, documents: readonly DocumentScore[]): GroupScore {
  return {
    name,
    documents: documents.length,
    unread: documents.filter(({ outcome }) => outcome === 'unread').length,
    crashed: documents.filter(({ outcome }) => outcome === 'crashed').length,
    figures: documents.map(({ figures }) => figures).reduce(addFigures, NO_FIGURES),
    findings: documents.map(({ findings }) => findings).reduce(addFindings, NO_FINDINGS),
    prose: documents.map(({ prose }) => prose).reduce(addProse, NO_PROSE),
    wrongSubjects: documents.reduce((sum, { wrongSubject }) => sum + wrongSubject.length, 0),
    elapsedMs: documents.reduce((sum, { elapsedMs }) => sum + elapsedMs, 0),
  };
}

/** Groups documents by renderer, and within it by layout, both in the order they first come. */
export function groupDocuments(documents: readonly DocumentScore[]): readonly RendererScore[] {
  return groupBy(documents, ({ renderer }) => renderer).map(([renderer, own]) => ({
    renderer: addDocuments(renderer, own),
    layouts: groupBy(own, ({ layout }) => layout).map(([layout, same]) => addDocuments(layout, same)),
  }));
}

function groupBy(
  documents: readonly DocumentScore[],
  keyOf: (document: DocumentScore) => string,
): readonly (readonly [string, readonly DocumentScore[]])[] {
  const keys = [...new Set(documents.map(keyOf))];
  return keys.map((key) => [key, documents.filter((document) => keyOf(document) === key)]);
}

/** Whether everything came out as it should, and nobody was alarmed. */
export function isPerfect({ figures, findings, unread, crashed, wrongSubjects }: GroupScore): boolean {
  return (
    unread +
      crashed +
      wrongSubjects +
      figures.silentWrong +
      figures.falseAlarms +
      findings.falseAccusations +
      findings.remarksFalse ===
      0 &&
    figures.right === figures.total &&
    findings.foundAsPublisher === findings.planted &&
    findings.structureFound === findings.structure &&
    findings.remarksFound === findings.remarks
  );
}

/** Whether the promise was broken: a silent error, a false accusation, or a crash. */
export function breaksPromise({ figures, findings, prose, crashed, wrongSubjects }: GroupScore): boolean {
  return figures.silentWrong + prose.silentWrong + findings.falseAccusations + crashed + wrongSubjects > 0;
}
