/** A report's figures and the laws over them, as `repair` reasons about them. */
import {
  type Block,
  type Decimal,
  type Fact,
  type FieldRef,
  figureKey,
  parseDecimal,
  type ValueType,
} from '../model/index.js';

/** How a figure may take part in a proof. */
export type FigureRole =
  /** It has a value that nobody doubts. */
  | 'known'
  /** Blank, marked as not applicable, or absent: it may be derived. */
  | 'open'
  /** Suspect or illegible: nothing may be derived from it. */
  | 'doubtful';

/** A figure of the report, by its index. */
export interface Figure {
  readonly factIndex: number;
  readonly role: FigureRole;
  /** Absent where it has none. */
  readonly value: Decimal | undefined;
  readonly type: ValueType;
}

/** A law: Σ coefficients[k] · figures[k] = 0. It has the row and the column of its total. */
export interface ReportLaw extends FieldRef {
  readonly table: string;
  readonly rule: string;
  /** Indices of figures. */
  readonly figures: readonly number[];
  readonly coefficients: readonly (1 | -1)[];
}

/** All figures that some law is about, and the laws. */
export interface ReportLaws {
  readonly figures: readonly Figure[];
  readonly laws: readonly ReportLaw[];
}

/**
 * Collects the figures and laws of the blocks. A law that names a figure without a fact is left out, and so is one whose
 * breach is no error: what may fail rightly proves nothing.
 */
export function collectLaws(facts: readonly Fact[], blocks: readonly Block[]): ReportLaws {
  const indexOf = new Map(facts.map((fact, k) => [figureKey(fact), k]));
  const figures: Figure[] = [];
  const figureOf = new Map<number, number>();
  const laws: ReportLaw[] = [];
  for (const block of blocks) {
    const types = typesOf(block);
    const take = ({ row, column }: FieldRef): number | undefined => {
      const factIndex = indexOf.get(figureKey({ table: block.table, row, column }));
      const fact = factIndex === undefined ? undefined : facts[factIndex];
      if (factIndex === undefined || fact === undefined) return undefined;
      const known = figureOf.get(factIndex);
      if (known !== undefined) return known;
      figureOf.set(factIndex, figures.length);
      return figures.push(toFigure(fact, factIndex, types.get(`${row}/${column}`) ?? 'count')) - 1;
    };
    for (const { total, parts, severity, rule } of block.identities) {
      if (severity !== 'error') continue;
      const taken = [total, ...parts].map(take);
      const present = taken.filter((figure) => figure !== undefined);
      if (present.length < taken.length) continue;
      const coefficients = [-1 as const, ...parts.map(({ sign }) => sign)];
      laws.push({ table: block.table, rule, ...total, figures: present, coefficients });
    }
  }
  return { figures, laws };
}

function typesOf({ rows, columns }: Block): Map<string, ValueType> {
  return new Map(
    rows.flatMap((row) =>
      columns.map((column) => [`${column.factRow ?? row.id}/${column.id}`, row.type ?? column.type] as const),
    ),
  );
}

function toFigure(fact: Fact, factIndex: number, type: ValueType): Figure {
  const value = parseDecimal(fact.value);
  return { factIndex, role: roleOf(fact, value), value, type };
}

function roleOf({ status, reading, doubts }: Fact, value: Decimal | undefined): FigureRole {
  if (status === 'suspect' || reading.kind === 'illegible') return 'doubtful';
  // Absent, it seems: but perhaps only not found.
  if (status === 'missing' && doubts.length > 0) return 'doubtful';
  if (value !== undefined) return 'known';
  return status === 'missing' || reading.kind !== 'number' ? 'open' : 'doubtful';
}
