// `npm run bench:decoder`: how much of what goes wrong in a table its laws bring back. Seeded; prints one table an edition.
import { parseArgs } from 'node:util';
import { loadFamilies, PIPELINES_DIRECTORY } from '../../src/families/index.js';
import type { Block } from '../../src/model/index.js';
import { decodeTable } from '../../src/repair/decode/index.js';
import type { Edition } from '../corpus/figures.js';
import { createRandom } from '../corpus/random.js';
import { drawTable } from './draw-table.js';
import { grade, hasOnlyBlanks, isDecided, type Grade } from './grade.js';
import { SPOIL_CASES, type SpoilCase } from './spoil.js';

const GRADES: readonly Grade[] = ['right', 'wrong', 'open', 'listed', 'reported', 'unseen'];

/** What one way of spoiling came to. */
export interface CaseResult {
  readonly name: string;
  readonly tables: number;
  readonly grades: Readonly<Record<Grade, number>>;
  /**
   * Of tables of which figures are missing and nothing else is wrong, those whose blanks linear algebra alone decides, and
   * those whose blanks the laws decide for counts: no decoder can know more. Absent for other ways of spoiling.
   */
  readonly decided?: { readonly byAlgebra: number; readonly byLaws: number };
  /** Tables of which the search reached its limit of steps. */
  readonly cutShort: number;
  /** Processor time by table in milliseconds, ascending. */
  readonly times: readonly number[];
}

/** Spoils and decodes `count` tables of one edition. */
export function runCase({ name, spoil }: SpoilCase, edition: Edition, block: Block, count: number): CaseResult {
  const grades: Record<Grade, number> = { right: 0, wrong: 0, open: 0, listed: 0, reported: 0, unseen: 0 };
  const times: number[] = [];
  let [blank, byAlgebra, byLaws, cutShort] = [0, 0, 0, 0];
  // Some tables have nothing to spoil in a given way: so many more are drawn at most.
  for (let seed = 1; times.length < count && seed <= 4 * count; seed++) {
    const random = createRandom(seed, `${edition} ${name}`);
    const drawn = drawTable(random, edition, block);
    const rows = spoil(drawn, random);
    if (!rows) continue;
    const table = { rows, laws: drawn.laws };
    const start = process.cpuUsage();
    const verdict = decodeTable(table);
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / 1000);
    grades[grade(verdict, table, drawn)]++;
    if (verdict.kind === 'unsolved' && !verdict.isComplete) cutShort++;
    if (!hasOnlyBlanks(table, drawn)) continue;
    blank++;
    if (isDecided(table, 'either sign')) byAlgebra++;
    if (isDecided(table, 'counts')) byLaws++;
  }
  const decided = blank > 0 && blank === times.length ? { decided: { byAlgebra, byLaws } } : {};
  return { name, tables: times.length, grades, ...decided, cutShort, times: times.sort((a, b) => a - b) };
}

/** The table three of each edition that has one. */
export async function loadBlocks(): Promise<ReadonlyMap<Edition, Block>> {
  const blocks = new Map<Edition, Block>();
  for (const family of await loadFamilies(PIPELINES_DIRECTORY)) {
    for (const { id, blocks: own } of family.editions) {
      const block = own.find(({ slot }) => slot === 'applications');
      if (block && (id === '2021' || id === '2019')) blocks.set(id, block);
    }
  }
  return blocks;
}

function printResult({ name, tables, grades, decided, cutShort, times }: CaseResult): void {
  const percent = (count: number): string => ((100 * count) / tables).toFixed(2).padStart(8);
  const at = (share: number): string => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(1).padStart(8);
  const bounds = [decided?.byAlgebra, decided?.byLaws].map((count) =>
    count === undefined ? ''.padStart(8) : percent(count),
  );
  console.log(
    [name.padEnd(38), String(tables).padStart(6), ...GRADES.map((each) => percent(grades[each])), ...bounds].join('') +
      String(cutShort).padStart(8) +
      [0.5, 0.99, 1].map(at).join(''),
  );
}

/** Prints the bench. Options: `--count N` tables a line (200), `--only TEXT` lines whose name holds the text. */
export async function benchDecoder(argv: string[]): Promise<void> {
  const { values } = parseArgs({ args: argv, options: { count: { type: 'string' }, only: { type: 'string' } } });
  const count = Number(values.count ?? 200);
  for (const [edition, block] of await loadBlocks()) {
    console.log(
      `\nedition ${edition}, ${count} tables a line; of 100 tables (cut: tables of which the search reached its limit):`,
    );
    const heads = [...GRADES, 'algebra', 'laws', 'cut', 'p50 ms', 'p99 ms', 'max ms'];
    console.log('spoilt by'.padEnd(38) + 'tables'.padStart(6) + heads.map((head) => head.padStart(8)).join(''));
    for (const each of SPOIL_CASES) {
      if (values.only === undefined || each.name.includes(values.only)) {
        printResult(runCase(each, edition, block, count));
      }
    }
  }
}
