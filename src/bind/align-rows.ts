/**
 * Aligns the rows of a table with the rows of a form, both in their order: the order never varies in print, while labels
 * are misprinted, split and lost. A dynamic programme in the manner of Needleman & Wunsch (1970) with one addition: two
 * or three rows of the table may be one row of the form, cut by a page break or wrapped in a dump.
 */

/** What the alignment may weigh. Scores are sums; higher is better. */
export interface AlignmentScores {
  /** Rows of the table. */
  readonly rowCount: number;
  /** Rows of the form. */
  readonly formCount: number;
  /** Most rows of the table that may be one row of the form. */
  readonly longestMerge: number;
  /** Score of table rows `row … row + length − 1` being form row `form`; `-Infinity` where they cannot be. */
  readonly match: (row: number, length: number, form: number) => number;
  /** Score of a table row that the form does not have. */
  readonly skipRow: (row: number) => number;
  /** Score of a form row that the table does not have. */
  readonly skipForm: number;
}

/** One row of the form found in the table. */
export interface AlignedRow {
  readonly form: number;
  /** First row of the table. */
  readonly row: number;
  /** How many rows of the table it covers. */
  readonly length: number;
  /** How much better the whole alignment is than the best one that binds these rows otherwise. */
  readonly margin: number;
}

/** The best alignment. */
export interface Alignment {
  readonly score: number;
  /** Ascending in both orders. */
  readonly rows: readonly AlignedRow[];
}

interface Step {
  readonly row: number;
  readonly length: number;
  readonly form: number;
}

/**
 * Finds the best alignment. Rows of the table before the first and after the last match cost nothing.
 *
 * @param needsMargin for which matches the margin is wanted; `Infinity` is given for the others
 */
export function alignRows(scores: AlignmentScores, needsMargin: (step: Step) => boolean): Alignment {
  const rests = bestRests(scores);
  const { score, steps } = trace(scores, rests);
  const isWanted = steps.map(needsMargin);
  if (!isWanted.includes(true)) return { score, rows: steps.map((step) => ({ ...step, margin: Infinity })) };
  const beginnings = bestBeginnings(scores);
  const rows = steps.map((step, at) => ({
    ...step,
    margin: isWanted[at] ? score - bestOtherwise(scores, step, { beginnings, rests: rests.table }) : Infinity,
  }));
  return { score, rows };
}

interface Rests {
  /** `table[row][form]`: the best score of an alignment of the rows from `row` on with the form from `form` on. */
  readonly table: Float64Array;
  /** Length of the match taken there; 0: the table's row is skipped; −1: the form's row is skipped. */
  readonly choice: Int8Array;
}

function bestRests(scores: AlignmentScores): Rests {
  const { rowCount, formCount } = scores;
  const width = formCount + 1;
  const table = new Float64Array((rowCount + 1) * width);
  const choice = new Int8Array((rowCount + 1) * width);
  for (let row = rowCount; row >= 0; row--) {
    for (let form = formCount; form >= 0; form--) {
      const at = row * width + form;
      const here = bestChoice(scores, table, { row, form });
      table[at] = here.score;
      choice[at] = here.choice;
    }
  }
  return { table, choice };
}

interface Place {
  readonly row: number;
  readonly form: number;
}

function bestChoice(scores: AlignmentScores, table: Float64Array, place: Place): { score: number; choice: number } {
  const { row, form } = place;
  const width = scores.formCount + 1;
  // The rest of the form missing; the rest of the table is free.
  let score = scores.skipForm * (scores.formCount - form);
  let choice = -1;
  if (form === scores.formCount || row === scores.rowCount) return { score, choice };
  const skipped = scores.skipRow(row) + (table[(row + 1) * width + form] ?? 0);
  if (skipped > score) [score, choice] = [skipped, 0];
  const absent = scores.skipForm + (table[row * width + form + 1] ?? 0);
  if (absent > score) [score, choice] = [absent, -1];
  for (let length = 1; length <= scores.longestMerge && row + length <= scores.rowCount; length++) {
    const matched = scores.match(row, length, form) + (table[(row + length) * width + form + 1] ?? 0);
    if (matched > score) [score, choice] = [matched, length];
  }
  return { score, choice };
}

/**
 * `table[row][form]`: the best score of an alignment of the rows before `row` with the form before `form`; the first match
 * may begin anywhere.
 */
function bestBeginnings(scores: AlignmentScores): Float64Array {
  const { rowCount, formCount, skipForm, longestMerge } = scores;
  const width = formCount + 1;
  const table = new Float64Array((rowCount + 1) * width);
  for (let row = 0; row <= rowCount; row++) {
    for (let form = 0; form <= formCount; form++) {
      let score = skipForm * form;
      if (row > 0) score = Math.max(score, (table[(row - 1) * width + form] ?? 0) + scores.skipRow(row - 1));
      if (form > 0) score = Math.max(score, (table[row * width + form - 1] ?? 0) + skipForm);
      for (let length = 1; form > 0 && length <= longestMerge && length <= row; length++) {
        const before = table[(row - length) * width + form - 1] ?? 0;
        score = Math.max(score, before + scores.match(row - length, length, form - 1));
      }
      table[row * width + form] = score;
    }
  }
  return table;
}

/** The best score of an alignment that leaves a match's row of the form out, or gives it none of the match's rows. */
function bestOtherwise(
  scores: AlignmentScores,
  { row: taken, length: takenLength, form }: Step,
  { beginnings, rests }: { readonly beginnings: Float64Array; readonly rests: Float64Array },
): number {
  const width = scores.formCount + 1;
  let best = -Infinity;
  for (let row = 0; row <= scores.rowCount; row++) {
    const before = beginnings[row * width + form] ?? 0;
    best = Math.max(best, before + scores.skipForm + (rests[row * width + form + 1] ?? 0));
    for (let length = 1; length <= scores.longestMerge && row + length <= scores.rowCount; length++) {
      if (row < taken + takenLength && taken < row + length) continue;
      const after = rests[(row + length) * width + form + 1] ?? 0;
      best = Math.max(best, before + scores.match(row, length, form) + after);
    }
  }
  return best;
}

function trace(scores: AlignmentScores, { table, choice }: Rests): { score: number; steps: readonly Step[] } {
  const width = scores.formCount + 1;
  let start = { row: 0, form: 0, score: scores.skipForm * scores.formCount };
  for (let row = 0; row < scores.rowCount; row++) {
    const score = table[row * width] ?? 0;
    if (score > start.score && (choice[row * width] ?? 0) !== 0) start = { row, form: 0, score };
  }
  const steps: Step[] = [];
  let { row, form } = start;
  while (row < scores.rowCount && form < scores.formCount) {
    const taken = choice[row * width + form] ?? -1;
    if (taken > 0) {
      steps.push({ row, length: taken, form });
      row += taken;
      form++;
    } else if (taken === 0) row++;
    else form++;
  }
  return { score: start.score, steps };
}
