/** Units that a report prints beside the wording of an amount's column or row: `本年收费金额（单位：元）`. */
import { doubtFact } from '../model/index.js';
import type { Block, Fact, Label } from '../model/index.js';
import { foldText } from './fold-text.js';

/** Unit of a sum of money behind a wording: in brackets, or behind 单位. */
const BEHIND = /^[^()]{0,6}?(?:\(|单位:?)[^()]{0,6}?(?<unit>亿元|万元|千元|百元|元)/u;

/** A cell or a line that names the units of a whole table, one of them a sum of money: `单位：件、元`. */
const OF_TABLE =
  /^\(?(?:计量)?单位:?(?:[^、,/及和()]{1,2}[、,/及和])*(?<unit>亿元|万元|千元|百元|元)(?:[、,/及和][^、,/及和()元]{1,2})*\)?$/u;

/**
 * Gives amounts the unit that is printed with the label of their row, else with the heading of their column, else for the
 * table as a whole; a unit behind the figure itself stands.
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
  const ofTable = unitOfTable([...above.map(foldText), ...folded]);
  return facts.map((fact) => {
    const column = amounts.find(({ id }) => id === fact.column);
    if (!column || (fact.reading.kind === 'number' && fact.reading.unit !== '')) return fact;
    const row = block.rows.find(({ id }) => id === fact.row);
    const unit = unitBehind(row?.path.at(-1), folded) ?? unitBehind(column.path.at(-1), folded) ?? ofTable;
    if (unit === undefined || unit === fact.unit) return fact;
    // A picture that lost one character of 万元 says 元: then both are open.
    return fact.confidence === undefined || fact.unit === '' ? { ...fact, unit } : doubtFact(fact, 'read-unsurely');
  });
}

/** The unit that texts name for a table; none where they name several. */
function unitOfTable(texts: readonly string[]): string | undefined {
  const units = new Set(texts.flatMap((text) => OF_TABLE.exec(text)?.groups?.['unit'] ?? []));
  return units.size === 1 ? [...units][0] : undefined;
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
