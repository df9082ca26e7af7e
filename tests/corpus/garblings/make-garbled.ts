// Reports as text that a converter, a recogniser or a web site has spoilt: one named garbling each (FORMATS.md §6).
// What ../dump.ts writes (tabs, aligned columns, pipes, one page number every so many lines) is not repeated here.
import type { Block } from '../document.js';
import { toDump } from '../dump.js';
import type { FormTable } from '../form.js';
import { renamed, withoutFrames, type AnyTruth, type Composed, type MadeFiles } from '../made-files.js';
import type { Random } from '../random.js';
import { cellsWithPlaces, charactersDoubled, scoresBehindCells } from './printed-cells.js';
import {
  figuresRunTogether,
  neighboursMerged,
  numbersSpaced,
  numbersTorn,
  withoutSeparators,
  type GarbledTable,
} from './run-together.js';
import {
  cellPerLine,
  columnsFirst,
  figuresAlone,
  headerNoise,
  labelResidue,
  labelsAfterFigures,
  labelsSplit,
  markdownPerRow,
  pagesInside,
  tabsShifted,
} from './table-garblings.js';
import {
  emptySpans,
  lostSpans,
  quotedFields,
  repeatedSpans,
  ruledGrid,
  barsBehindCells,
  barsBehindLines,
  barsAroundLines,
  barsBetweenLines,
  barsBeforeLines,
  barsForRows,
  barsForSpans,
  statedPieces,
  taggedTable,
} from './stated-tables.js';
import {
  datesWithoutCharacters,
  draftingNotes,
  holdsDraftingNote,
  fullWidthCharacters,
  lettersForDigits,
  spacedCharacters,
  traditionalCharacters,
  type TextGarbling,
} from './text-garblings.js';
import { rowCells, toTextTable, type TextTable } from './text-rows.js';

/** What is done to a text. */
interface Garbling {
  readonly table?: (table: TextTable, random: Random) => GarbledTable;
  /** How a table is written whose cells are all stated. */
  readonly stated?: (table: FormTable) => readonly string[];
  readonly text?: TextGarbling;
  /** The whole text is one line. */
  readonly oneLine?: boolean;
  /** An empty cell leaves no trace, or none to be trusted: a row that has one cannot be told from its neighbours' places. */
  readonly losesBlanks?: boolean;
}

/** All garblings by name. */
export const GARBLINGS = {
  'cell-per-line': { table: cellPerLine, losesBlanks: true },
  'columns-first': { table: columnsFirst, losesBlanks: true },
  'labels-after-figures': { table: labelsAfterFigures },
  'figures-alone': { table: figuresAlone, losesBlanks: true },
  'markdown-per-row': { table: markdownPerRow },
  'no-separators': { table: withoutSeparators, oneLine: true },
  'figures-run-together': { table: figuresRunTogether },
  'neighbours-merged': { table: neighboursMerged },
  'numbers-torn': { table: numbersTorn },
  'numbers-spaced': { table: numbersSpaced },
  'tabs-shifted': { table: tabsShifted, losesBlanks: true },
  'label-residue': { table: labelResidue },
  'header-noise': { table: headerNoise },
  'labels-split': { table: labelsSplit, losesBlanks: true },
  'pages-inside': { table: pagesInside },
  'scores-behind-cells': { table: scoresBehindCells, losesBlanks: true },
  'cells-with-places': { table: cellsWithPlaces, losesBlanks: true },
  'characters-doubled': { table: charactersDoubled },
  'dates-without-characters': { text: datesWithoutCharacters },
  'traditional-characters': { text: traditionalCharacters },
  'full-width-characters': { text: fullWidthCharacters },
  'spaced-characters': { text: spacedCharacters },
  'letters-for-digits': { text: lettersForDigits },
  'drafting-notes': { text: draftingNotes },
  'stated-repeated-spans': { stated: repeatedSpans },
  'stated-empty-spans': { stated: emptySpans },
  'stated-quoted-fields': { stated: quotedFields },
  'stated-grid': { stated: ruledGrid },
  'stated-tags': { stated: taggedTable },
  'stated-lost-spans': { stated: lostSpans },
  'stated-pieces': { stated: statedPieces },
  'bars-behind-cells': { stated: barsBehindCells },
  'bars-behind-lines': { stated: barsBehindLines },
  'bars-around-lines': { stated: barsAroundLines },
  'bars-between-lines': { stated: barsBetweenLines, losesBlanks: true },
  'bars-before-lines': { stated: barsBeforeLines, losesBlanks: true },
  'bars-for-rows': { stated: barsForRows },
  'bars-for-spans': { stated: barsForSpans },
} as const satisfies Readonly<Record<string, Garbling>>;

/** The name of a garbling. */
export type GarblingName = keyof typeof GARBLINGS;

const tabs = (table: TextTable): GarbledTable => ({
  lines: table.rows.map((row) => rowCells(row, table.labelColumns).join('\t')),
});

/** Rows of several figures of which some are not printed. */
function rowsWithBlanks(table: TextTable): readonly string[] {
  return table.rows
    .filter((row) => row.values.length > 1 && row.values.some((value) => value.trim() === ''))
    .flatMap((row) => row.ids.map((id) => `${table.id}/${id}`));
}

function garble(blocks: readonly Block[], garbling: Garbling, random: Random): { text: string; undecidable: string[] } {
  const undecidable: string[] = [];
  const lines = withoutFrames(blocks).flatMap((block) => {
    if (block.kind !== 'form') return toDump([block], { form: 'tabs' }, random).replace(/\n$/, '').split('\n');
    if (garbling.stated) return [...garbling.stated(block.table), ''];
    const table = toTextTable(block.table);
    const garbled = (garbling.table ?? tabs)(table, random);
    undecidable.push(...(garbled.undecidable ?? []), ...(garbling.losesBlanks === true ? rowsWithBlanks(table) : []));
    return [...garbled.lines, ''];
  });
  const changed = garbling.text?.(lines, random) ?? lines;
  const text = garbling.oneLine === true ? changed.filter((line) => line !== '').join('') : changed.join('\n');
  return { text: `${text}\n`, undecidable };
}

/** Makes the garbled text of a document. */
export function makeGarbledText<T extends AnyTruth>(
  made: Composed<T>,
  garblingName: GarblingName,
  random: Random,
): MadeFiles<T> {
  const { text, undecidable } = garble(made.blocks, GARBLINGS[garblingName], random);
  const known = made.truth.expected_remarks ?? [];
  const remarks = holdsDraftingNote(text) ? { remarks: [...new Set([...known, 'text.template_residue'])].sort() } : {};
  const { name, truth } = renamed(made, 'garbled', garblingName, { undecidable, ...remarks });
  return { name, files: [{ name: `${name}.txt`, bytes: Buffer.from(text, 'utf8') }], truth };
}

/** Width of a line in half characters. */
const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, character) => sum + (character.charCodeAt(0) < 0x2000 ? 1 : 2), 0);

/** Two reports on the same lines, the second to the right of the first: a comparison of two years. */
export function makeSideBySide<T extends AnyTruth>(
  left: Composed<T>,
  right: Composed<T>,
  random: Random,
): MadeFiles<T> {
  const spaced = (table: TextTable): GarbledTable => ({
    lines: tabs(table).lines.map((line) => line.replace(/\t+/g, ' ').trim()),
  });
  const [one, other] = [left, right].map((made) => garble(made.blocks, { table: spaced, losesBlanks: true }, random));
  const linesOf = (text = ''): string[] => {
    // Prose is wrapped, or the second column would begin hundreds of characters to the right.
    return text.split('\n').flatMap((line) => (/\d$/.test(line) ? [line] : (line.match(/.{1,36}/gu) ?? [''])));
  };
  const [first, second] = [linesOf(one?.text), linesOf(other?.text)];
  const lines = Array.from({ length: Math.max(first.length, second.length) }, (_, k) => {
    const line = first[k] ?? '';
    return `${line}${' '.repeat(Math.max(4, 80 - widthOf(line)))}${second[k] ?? ''}`.trimEnd();
  });
  const { name, truth } = renamed(left, 'garbled', 'side-by-side', {
    undecidable: one?.undecidable ?? [],
    note: 'the report on the left',
  });
  const { truth: beside } = renamed(right, 'garbled', 'side-by-side', {
    undecidable: other?.undecidable ?? [],
    note: 'the report on the right',
  });
  return {
    name,
    files: [{ name: `${name}.txt`, bytes: Buffer.from(`${lines.join('\n')}\n`, 'utf8') }],
    truth,
    second: beside,
  };
}
