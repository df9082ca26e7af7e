/** The score of one document of the frozen corpus, brief enough to be read in a review, and where it is kept. */
import type { DocumentScore } from '../score/score-document.js';

/** What is expected of a document. */
export interface BriefScore {
  readonly outcome: string;
  readonly right: string;
  readonly marked: number;
  readonly absent: number;
  readonly falseAlarms: number;
  readonly planted: string;
}

/** Where the documents lie, each with its truth beside it. */
export const DOCUMENTS = 'tests/frozen/documents';
/** What is expected of each document, by name. */
export const EXPECTED = 'tests/frozen/expected.json';

/** Shortens a score. What must never be (a silent error, a false accusation) is not in it: it cannot be accepted. */
export function toBriefScore({ outcome, reason, figures, findings }: DocumentScore): BriefScore {
  return {
    outcome: reason === '' ? outcome : `${outcome}: ${reason}`,
    right: `${figures.right} of ${figures.total}`,
    marked: figures.flaggedWrong,
    absent: figures.absent,
    falseAlarms: figures.falseAlarms,
    planted: `${findings.planted}, found ${findings.found}, publisher’s ${findings.foundAsPublisher}`,
  };
}

/** Where the score of a document is written that differs from what is expected; git knows nothing of it. */
export function changedPath(document: string): string {
  return `node_modules/.cache/gouji-frozen/${document}.changed.json`;
}
