/**
 * Web pages and Word documents whose digits a font of their own draws. Whether it draws the digits that are written nothing in the file says; that the
 * report's sums hold as written does.
 */
import { withFacts } from './analysis.js';
import type { Analysis } from './analysis.js';
import { provedDigits } from './check/index.js';
import { doubtFact, type Fact } from './model/index.js';
import type { MarkupBlock, MarkupCellDoubt, MarkupPage, MarkupTableCell } from './model/index.js';

const UNPROVED = 'font-unproved';
const DIGIT = /\p{N}/gu;

/** Whether some text of a page is in a font that may draw other digits. */
export function hasUnprovedFont({ blocks }: MarkupPage): boolean {
  return blocks.some(isUnproved);
}

function isUnproved(block: MarkupBlock): boolean {
  if (block.kind === 'picture') return false;
  if (block.kind === 'paragraph') return block.doubts?.includes(UNPROVED) ?? false;
  const cells = block.groups.flat().flatMap((row) => row.cells);
  return cells.some(({ doubts, blocks }) => doubts.includes(UNPROVED) || blocks.some(isUnproved));
}

/** The page without the doubt of texts all of whose digits are proved; of all texts where `proved` is left out. */
export function withoutFontDoubts(page: MarkupPage, proved?: ReadonlySet<string>): MarkupPage {
  const isProved = (text: string): boolean =>
    proved === undefined || (text.match(DIGIT) ?? []).every((digit) => proved.has(digit.normalize('NFKC')));
  const withoutDoubt = (doubts: readonly MarkupCellDoubt[], text: string): readonly MarkupCellDoubt[] =>
    isProved(text) ? doubts.filter((doubt) => doubt !== UNPROVED) : doubts;
  const cleared = (block: MarkupBlock): MarkupBlock => {
    if (block.kind === 'picture' || (block.kind === 'paragraph' && block.doubts === undefined)) return block;
    if (block.kind === 'paragraph') {
      const { doubts = [], ...rest } = block;
      const left = withoutDoubt(doubts, textOf(block));
      return left.length === 0 ? rest : { ...rest, doubts: left };
    }
    const clearedCell = (cell: MarkupTableCell): MarkupTableCell => ({
      ...cell,
      blocks: cell.blocks.map(cleared),
      doubts: withoutDoubt(cell.doubts, cell.blocks.map(textOf).join('')),
    });
    return {
      ...block,
      groups: block.groups.map((rows) => rows.map((row) => ({ ...row, cells: row.cells.map(clearedCell) }))),
    };
  };
  return { ...page, blocks: page.blocks.map(cleared) };
}

/** Doubts what is read of text in such a font where it holds digits that the sums do not prove. */
export function doubtUnprovedDigits(analysis: Analysis): Analysis {
  const proved = provedDigits(analysis.checks);
  const doubted = (fact: Fact): Fact =>
    (fact.value.match(DIGIT) ?? []).every((digit) => proved.has(digit)) ? fact : doubtFact(fact, UNPROVED);
  return withFacts(analysis, doubted);
}

function textOf(block: MarkupBlock): string {
  if (block.kind === 'picture') return '';
  if (block.kind === 'paragraph') return block.runs.map(({ text }) => text).join('');
  const cells = block.groups.flat().flatMap((row) => row.cells);
  return cells.flatMap(({ blocks }) => blocks.map(textOf)).join('');
}
