/**
 * Splits the digits of a block's rows into figures. What the text leaves open, the laws decide; what they leave open too,
 * or what a single law decides that the publisher may have broken, is told with every reading it may have.
 */
import type { Block } from '../../model/index.js';
import { digitReadings } from './digit-readings.js';
import type { DigitReading } from './digit-readings.js';
import { digitsOf } from './figure-style.js';
import type { FigureStyle } from './figure-style.js';
import { jointReadings } from './joint-readings.js';
import type { BlockMaterial, RowMaterial } from './material.js';
import { brokenLaws, rowLaws, sumOf } from './row-laws.js';
import type { RowLaws } from './row-laws.js';

/** A figure of a row as it was split. */
export interface SplitFigure {
  /** Plain decimal; empty where nothing speaks for one reading. */
  readonly value: string;
  /** True where no other reading is possible. */
  readonly isCertain: boolean;
  /** True where nothing is printed. */
  readonly isBlank?: boolean;
  /** Other readings, in the order found. */
  readonly alternatives: readonly string[];
}

/** A row of a block, split. */
export interface SplitRow {
  readonly material: RowMaterial;
  /** One a column; empty where the digits cannot be read as figures of the row. */
  readonly figures: readonly SplitFigure[];
}

/** A block, split. */
export interface SplitBlock {
  readonly rows: readonly SplitRow[];
  /** True where every row of the form is there and all laws hold together, some of them across rows. */
  readonly isProved: boolean;
}

/** What a row's digits can be. */
interface RowReadings {
  readonly material: RowMaterial;
  /** As the text allows; `undefined` where there are too many. */
  readonly structural: readonly DigitReading[] | undefined;
  /** Those under which the laws within the row hold, or the only one there is. */
  readonly lawful: readonly DigitReading[];
}

/** Splits a block. */
export function solveBlock(block: Block, material: BlockMaterial, style: FigureStyle): SplitBlock {
  const laws = rowLaws(block);
  const rows = material.rows.map((row) => readingsOfRow(block, row, { laws, style }));
  if (laws.across.length === 0)
    return { rows: rows.map((row) => splitAlone(block, row, { laws, style })), isProved: false };
  const solution = rows.length === block.rows.length ? solveJointly(rows, laws) : undefined;
  return {
    rows: rows.map((row, at) => {
      const readings = solution?.[at];
      if (readings !== undefined) return { material: row.material, figures: agree(readings, readings) };
      if (row.structural?.length === 1)
        return { material: row.material, figures: agree(row.structural, row.structural) };
      return { material: row.material, figures: unsure(row.lawful) };
    }),
    isProved: solution !== undefined,
  };
}

interface Rules {
  readonly laws: RowLaws;
  readonly style: FigureStyle;
}

function readingsOfRow(block: Block, material: RowMaterial, { laws, style }: Rules): RowReadings {
  const types = block.columns.map((column) => column.type);
  const digits = digitsOf(material.figures, style);
  if (material.figures.length === 0 || !digits) return { material, structural: [], lawful: [] };
  const structural = digitReadings(digits, types);
  if (structural?.length === 1) return { material, structural, lawful: structural };
  const within = laws.within[material.form] ?? [];
  const lawful = digitReadings(digits, types, (figures) => brokenLaws(within, figures) === 0);
  return { material, structural, lawful: lawful ?? [] };
}

/** The readings of each row that occur where all laws hold together; `undefined` where none do, or nobody can tell. */
function solveJointly(rows: readonly RowReadings[], laws: RowLaws): readonly (readonly DigitReading[])[] | undefined {
  if (rows.some((row) => row.lawful.length === 0)) return undefined;
  const isLawful = rows.every(({ material, lawful }) =>
    lawful.every((figures) => brokenLaws(laws.within[material.form] ?? [], figures) === 0),
  );
  if (!isLawful) return undefined;
  const sums = rows.map(({ material, lawful }) =>
    lawful.map((figures) =>
      laws.across.map((law) =>
        sumOf(
          law.filter((term) => term.form === material.form),
          figures,
        ),
      ),
    ),
  );
  const used = jointReadings(sums);
  if (used?.every((own) => own.length > 0) !== true) return undefined;
  return used.map((own, at) => own.map((index) => rows[at]?.lawful[index] ?? []));
}

/**
 * Splits a row without laws across rows. A publisher may have broken one of the laws within it: a figure is certain only
 * where it reads alike with one of them broken.
 */
function splitAlone(block: Block, row: RowReadings, { laws, style }: Rules): SplitRow {
  const { material, structural, lawful } = row;
  const within = laws.within[material.form] ?? [];
  // Where nothing tells how the dump sets its figures apart, numbers beside one another are no proof of one torn figure.
  const isTold = style !== 'mixed' && !(style === 'loose' && within.length === 0);
  const isJoined = !isTold && material.figures.length > block.columns.length;
  if (structural?.length === 1)
    return { material, figures: isJoined ? unsure(structural) : agree(structural, structural) };
  if (within.length < 2) return { material, figures: structural ? agree(structural, structural) : unsure(lawful) };
  const types = block.columns.map((column) => column.type);
  const digits = digitsOf(material.figures, style);
  const nearly = digits && digitReadings(digits, types, (figures) => brokenLaws(within, figures) <= 1);
  if (nearly === undefined) return { material, figures: unsure(lawful) };
  return { material, figures: lawful.length === 0 ? agree(nearly, nearly) : agree(lawful, nearly) };
}

/**
 * Column by column: certain where all possible readings agree.
 *
 * @param likely those of which the value is taken, where they agree on one
 */
function agree(likely: readonly DigitReading[], possible: readonly DigitReading[]): readonly SplitFigure[] {
  return (possible[0] ?? []).map((_, column) => {
    const values = [...new Set(possible.map((figures) => figures[column] ?? ''))];
    const best = [...new Set(likely.map((figures) => figures[column] ?? ''))];
    const value = best.length === 1 ? (best[0] ?? '') : '';
    return { value, isCertain: values.length === 1, alternatives: values.filter((other) => other !== value) };
  });
}

function unsure(readings: readonly DigitReading[]): readonly SplitFigure[] {
  return agree(readings, readings).map((figure) => ({ ...figure, isCertain: false }));
}
