/** Units that a report prints beside the wording of an amount's column or row: `本年收费金额（单位：元）`. */
import { doubtFact } from '../model/index.js';
import type { Block, Fact, Label } from '../model/index.js';
import { foldText } from './fold-text.js';

/** Unit of a sum of money behind a wording: in brackets, or behind 单位. */
const BEHIND = /^[^()]{0,6}?(?:\(|单位:?)[^()]{0,6}?(?<unit>亿元|万元|千元|百元|元)/u;

/** A cell or a line that names the units of a whole table: `单位：件、元`. */
const OF_TABLE = /^\(?(?:计量)?单位:?(?<list>[^()]+)\)?$/u;
const SUM_OF_MONEY = /^(?:亿|万|千|百)?元$/u;
/** Units of other things are short words, in characters; longer ones are bodies (单位 is both). */
const LONGEST_UNIT = 2;

/**
 * Gives amounts the unit that is printed with the label of their row, else with the heading of their column, else for the
 * table as a whole; a unit behind the figure itself stands. Where the table names several, none is certain.
 *
 * @param facts those of one block
 * @param texts what the place in which the block was found says, cell by cell or line by line
 * @param above the lines right above it
 */
export function withPrintedUnits(
  facts: readonly Fact[],
  block: Block,
  texts: readonly string[],
  above: readonly string[] = [],
): readonly Fact[] {
  const amounts = block.columns.filter(({ type }) => type === 'amount');
  if (amounts.length === 0) return facts;
  const folded = texts.map(foldText);
  const ofTable = unitsOfTable([...above.map(foldText), ...folded]);
  return facts.map((fact) => {
    const column = amounts.find(({ id }) => id === fact.column);
    if (!column || (fact.reading.kind === 'number' && fact.reading.unit !== '')) return fact;
    const row = block.rows.find(({ id }) => id === fact.row);
    const nearer = unitBehind(row?.path.at(-1), folded) ?? unitBehind(column.path.at(-1), folded);
    if (nearer === undefined && ofTable.size > 1) return doubtFact(fact, 'unit-uncertain');
    const unit = nearer ?? [...ofTable][0];
    if (unit === undefined || unit === fact.unit) return fact;
    // A picture that lost one character of 万元 says 元: then both are open.
    return fact.confidence === undefined || fact.unit === '' ? { ...fact, unit } : doubtFact(fact, 'read-unsurely');
  });
}

/** The sums of money that texts name for a table: one says what its amounts are in, several leave it open. */
function unitsOfTable(texts: readonly string[]): ReadonlySet<string> {
  const lists = texts.map((text) => OF_TABLE.exec(text)?.groups?.['list']?.split(/[、,/及和或;]/u) ?? []);
  const named = lists.filter((units) => units.every((unit) => unit.length <= LONGEST_UNIT || SUM_OF_MONEY.test(unit)));
  return new Set(named.flat().filter((unit) => SUM_OF_MONEY.test(unit)));
}

function unitBehind(label: Label | undefined, texts: readonly string[]): string | undefined {
  if (label === undefined) return undefined;
  const wordings = [...label.keys, label.text.replace(/[（(].*$/u, '')].map((text) => text.normalize('NFKC'));
  for (const text of texts) {
    for (const wording of wordings) {
      const at = text.indexOf(wording);
      const unit = at < 0 ? undefined : BEHIND.exec(text.slice(at + wording.length))?.groups?.['unit'];
      if (unit !== undefined) return unit;
    }
  }
  return undefined;
}
