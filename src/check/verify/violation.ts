/** A claim of an output folder that does not stand up; the command line has the words for its kinds. */
export interface Violation {
  readonly kind: ViolationKind;
  readonly place: string;
  /** Figures and names, no words. */
  readonly detail: string;
}

/** A file is missing, damaged, listed nowhere, not as its hash says; the tables do not say what the JSON says. */
type FileViolation = 'absent' | 'unreadable' | 'unlisted' | 'hash' | 'csv';
/** A figure does not fit its status, its runs of digits, or the laws; what is said of a law is not so. */
type FigureViolation = 'status' | 'digits' | 'derived' | 'check' | 'finding' | 'accused' | 'unmarked' | 'verdict';

/** What is wrong with a claim. */
export type ViolationKind = FileViolation | FigureViolation;

/** Makes a violation. */
export const violation = (kind: ViolationKind, place: string, detail = ''): Violation => ({ kind, place, detail });
