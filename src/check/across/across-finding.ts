/** A finding that two or more reports gave together. */
import type { BilingualText, Finding, ReportDigest } from '../../model/index.js';
import type { FieldNamer } from './field-names.js';

/** A finding, and the report that it is attached to. */
export interface AcrossFinding {
  /** Position in the list of digests. */
  readonly index: number;
  readonly finding: Finding;
}

/** A digest with its position in the list. */
export interface Member {
  readonly index: number;
  readonly digest: ReportDigest;
}

/** What most findings about whole reports leave empty. */
export const WHOLE_REPORT = {
  cause: 'unknown',
  table: '',
  row: '',
  column: '',
  expected: '',
  actual: '',
  difference: '',
} as const;

/** As many figures are named in a message. */
const MAX_NAMED = 4;

/** Lists figures with what is said of each: the first few, and how many there are. */
export function listFigures(
  items: readonly { readonly key: string; readonly text: string }[],
  nameOf: FieldNamer,
): BilingualText {
  const shown = items.slice(0, MAX_NAMED).map(({ key, text }) => ({ name: nameOf(key), text }));
  const isAll = items.length <= MAX_NAMED;
  return {
    zh: shown.map(({ name, text }) => `${name.zh}${text}`).join('；') + (isAll ? '' : `；等 ${items.length} 处`),
    en: shown.map(({ name, text }) => `${name.en} ${text}`).join('; ') + (isAll ? '' : `; ${items.length} in all`),
  };
}
