/** Makes facts of statements: one for each quantity and scope; where sentences contradict each other, it is doubted. */
import type { CellPlace, Fact, Finding, ProseRules } from '../../model/index.js';
import { unionOfBoxes } from '../../model/index.js';
import type { Statement } from './find-statements.js';
import { rawOf } from './prose-text.js';

/** The doubt of a figure that another sentence gives otherwise. */
const STATED_OTHERWISE = 'stated-otherwise';
/** The rule of the finding that says so. */
const CONTRADICTION = 'prose.contradiction';

/**
 * The facts of a report's statements in the order of the fields, those of one field in the order of the scopes.
 *
 * @param edition what the facts carry as their edition
 */
export function statementsToFacts(
  statements: readonly Statement[],
  rules: ProseRules,
  edition: string,
): { facts: readonly Fact[]; findings: readonly Finding[] } {
  const facts: Fact[] = [];
  const findings: Finding[] = [];
  for (const [fieldIndex, field] of rules.fields.entries()) {
    for (const scope of rules.scopes) {
      const own = statements.filter((each) => each.fieldIndex === fieldIndex && each.scope === scope.id);
      // What is sure counts before what is not; of equals, what comes first.
      const [first] = [...own].sort((a, b) => a.doubts.length - b.doubts.length);
      if (first === undefined) continue;
      const others = own.filter((each) => each.value !== first.value && each.unit === first.unit);
      const fact = toFact(first, others, { table: rules.table, row: field.id, column: scope.id, edition });
      facts.push(fact);
      const sure = others.find((each) => each.doubts.length === 0);
      if (sure !== undefined && first.doubts.length === 0) findings.push(contradiction(fact, sure, field.name));
    }
  }
  return { facts, findings };
}

function toFact(
  statement: Statement,
  others: readonly Statement[],
  key: Pick<Fact, 'table' | 'row' | 'column' | 'edition'>,
): Fact {
  const { value, unit, printed, paragraph } = statement;
  const place = placeOf(statement);
  const doubts = [...statement.doubts, ...(others.length > 0 ? [STATED_OTHERWISE] : [])];
  const alternatives = [...statement.alternatives, ...others.map((other) => other.value)];
  const [start, end] = statement.sentence;
  return {
    block: key.table,
    ...key,
    reading: { kind: 'number', value, unit },
    value,
    unit,
    printed,
    status: doubts.length > 0 ? 'suspect' : 'printed',
    alternatives: [...new Set(alternatives)].filter((each) => each !== value),
    doubts,
    // The mark that ends a sentence belongs to it.
    sentence: rawOf(paragraph, start, Math.min(end + 1, paragraph.text.length)),
    ...(place === undefined ? {} : { place }),
  };
}

/** The page of the figure and the box around the sentence's lines on it. */
function placeOf({ paragraph, sentence, at }: Statement): CellPlace | undefined {
  const { origin, lines } = paragraph;
  const figureAt = origin[at] ?? 0;
  const pageNumber = lines.find(({ end }) => figureAt < end)?.line.pageNumber;
  const first = origin[sentence[0]] ?? 0;
  const last = origin[sentence[1]] ?? paragraph.raw.length;
  const boxes = lines
    .filter(({ line, start, end }) => line.pageNumber === pageNumber && start < last && end > first)
    .flatMap(({ line }) => line.box ?? []);
  const box = unionOfBoxes(boxes);
  return pageNumber === undefined || box === undefined ? undefined : { pageNumber, box };
}

function contradiction(fact: Fact, other: Statement, name: { zh: string; en: string }): Finding {
  return {
    rule: CONTRADICTION,
    severity: 'warning',
    cause: 'unknown',
    table: fact.table,
    row: fact.row,
    column: fact.column,
    expected: '',
    actual: fact.value,
    difference: '',
    message: {
      zh: `正文中${name.zh}前后不一：一处写“${fact.printed}”，另一处写“${other.printed}”`,
      en: `the text states ${name.en} twice and differently: “${fact.printed}” and “${other.printed}”`,
    },
    ...(fact.place === undefined ? {} : { place: fact.place }),
  };
}
