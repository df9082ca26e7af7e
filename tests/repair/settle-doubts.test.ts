import { describe, expect, it } from 'vitest';
import { factsToChecks } from '../../src/check/index.js';
import type { Fact } from '../../src/model/index.js';
import { settleDoubts } from '../../src/repair/index.js';
import { blockOf, factsOf, tableThree } from '../check/sample-facts.js';
import type { Figures } from '../check/sample-facts.js';

const THREE = blockOf('2021', 'applications');
const FOUR = blockOf('2021', 'reviews');
const TWO = blockOf('2021', 'article_20_1');

/** By `row/column`: why a figure is doubted, and what else it may be. */
type Doubts = Readonly<
  Record<string, { readonly doubts: readonly string[]; readonly alternatives?: readonly string[] }>
>;

function doubted(facts: readonly Fact[], doubts: Doubts): Fact[] {
  return facts.map((fact) => {
    const own = doubts[`${fact.row}/${fact.column}`];
    return own ? { ...fact, status: 'suspect', doubts: own.doubts, alternatives: own.alternatives ?? [] } : fact;
  });
}

/** The `row/column` of the figures that are still suspect. */
function openAfter(facts: readonly Fact[], block = THREE): string[] {
  const settled = settleDoubts(facts, factsToChecks(facts, [block]), [block]);
  return settled.filter(({ status }) => status === 'suspect').map(({ row, column }) => `${row}/${column}`);
}

const broken = (...alternatives: string[]): Doubts[string] => ({ doubts: ['broken-number'], alternatives });
const HEADER = { doubts: ['header-unrecognised'] };

// granted: 170 natural persons, 5 businesses; unable_1: 3 natural persons
const FIGURES = tableThree(THREE, { granted: [170, 5, 0, 0, 0, 0], unable_1_not_held: [3, 0, 0, 0, 0, 0] });

describe('a figure whose text can be read in several ways', () => {
  it('is proved by a law that holds and in which nothing else is doubted', () => {
    const facts = doubted(factsOf(THREE, FIGURES), { 'granted/natural_person': broken('17', '0') });
    expect(openAfter(facts)).toEqual([]);
    const settled = settleDoubts(facts, factsToChecks(facts, [THREE]), [THREE]);
    expect(settled.find(({ row, column }) => row === 'granted' && column === 'natural_person')).toMatchObject({
      value: '170',
      status: 'printed',
      doubts: [],
    });
  });

  it('is not proved by a law that may fail rightly', () => {
    const soft = { ...FOUR, identities: FOUR.identities.map((law) => ({ ...law, severity: 'warning' as const })) };
    const facts = doubted(factsOf(FOUR, { 'review/upheld': '12', 'review/total': '12' }), {
      'review/upheld': broken('1', '2'),
    });
    expect(openAfter(facts, FOUR)).toEqual([]);
    expect(openAfter(facts, soft)).toEqual(['review/upheld']);
  });

  it.each(['broken-number', 'several-numbers', 'text-after-number', 'strays-over-rule'])(
    'is proved whatever made it doubtful: %s',
    (doubt) => {
      expect(openAfter(doubted(factsOf(THREE, FIGURES), { 'granted/natural_person': { doubts: [doubt] } }))).toEqual(
        [],
      );
    },
  );

  it('is not proved by laws that fail', () => {
    const facts = doubted(factsOf(THREE, { ...FIGURES, 'granted/natural_person': '17' }), {
      'granted/natural_person': broken('170', '0'),
    });
    expect(openAfter(facts)).toEqual(['granted/natural_person']);
  });

  it('is not proved where one of its laws holds and another fails', () => {
    const facts = doubted(factsOf(THREE, { ...FIGURES, 'granted/total': '176', 'granted/business': '6' }), {
      'granted/business': broken('5'),
    });
    expect(openAfter(facts)).toEqual(['granted/business']);
  });

  it('is not proved in a block without laws', () => {
    const figures: Figures = { 'regulations/made': '170' };
    expect(openAfter(doubted(factsOf(TWO, figures), { 'regulations/made': broken('17', '0') }), TWO)).toEqual([
      'regulations/made',
    ]);
  });

  it('is not proved where all its laws want a figure', () => {
    const blank = { ...FIGURES, 'granted/total': '', 'handled_total/natural_person': '' };
    expect(openAfter(doubted(factsOf(THREE, blank), { 'granted/natural_person': broken('17', '0') }))).toEqual([
      'granted/natural_person',
    ]);
  });

  it('helps to prove the next', () => {
    // The row of granted has two doubted figures, the columns one each.
    const facts = doubted(factsOf(THREE, FIGURES), {
      'granted/natural_person': { doubts: ['several-numbers'] },
      'granted/business': { doubts: ['several-numbers'] },
    });
    expect(openAfter(facts)).toEqual([]);
  });

  it('is not proved with another of its laws that could make up for it', () => {
    // 170 + 5 = 175 holds, but so does 17 + 158: two doubted figures in each of their laws, with readings unknown.
    const facts = doubted(factsOf(FOUR, { 'review/upheld': '170', 'review/other': '5', 'review/total': '175' }), {
      'review/upheld': { doubts: ['several-numbers'] },
      'review/other': { doubts: ['text-after-number'] },
    });
    expect(openAfter(facts, FOUR)).toEqual(['review/upheld', 'review/other']);
  });

  it('is proved together with another where no other choice of their readings adds up', () => {
    const facts = doubted(factsOf(FOUR, { 'review/upheld': '170', 'review/other': '12', 'review/total': '182' }), {
      'review/upheld': broken('17', '0'),
      'review/other': broken('1', '2'),
    });
    expect(openAfter(facts, FOUR)).toEqual([]);
  });

  it('is not proved together with another where a second choice of their readings adds up', () => {
    // 12 + 30 = 42, and 42 = 3 + 39 is no reading, but 12 + 30 = 30 + 12 is one.
    const facts = doubted(factsOf(FOUR, { 'review/upheld': '12', 'review/other': '30', 'review/total': '42' }), {
      'review/upheld': broken('30'),
      'review/other': broken('12'),
    });
    expect(openAfter(facts, FOUR)).toEqual(['review/upheld', 'review/other']);
  });

  const BOX = { x0: 0, top: 0, x1: 10, bottom: 10 };
  /** As read from a text layer. */
  const onPage = (facts: readonly Fact[]): Fact[] =>
    facts.map((fact) => ({ ...fact, place: { pageNumber: 1, box: BOX } }));

  it('is proved by a law that holds though another fails, if that fails whatever is meant', () => {
    // The total of the column is 9 off; of the row it is right.
    const figures = { ...FIGURES, 'handled_total/natural_person': '182', 'handled_total/total': '187' };
    const facts = onPage(doubted(factsOf(THREE, figures), { 'granted/natural_person': broken('17', '0') }));
    expect(openAfter(facts)).toEqual([]);
    const mended = onPage(doubted(factsOf(THREE, figures), { 'granted/natural_person': broken('17', '179') }));
    expect(openAfter(mended)).toEqual(['granted/natural_person']);
    // What another program has joined is no text layer.
    expect(openAfter(doubted(factsOf(THREE, figures), { 'granted/natural_person': broken('17', '0') }))).toEqual([
      'granted/natural_person',
    ]);
  });

  it('is one number like as many others of its block that are proved to be, where no part of it mends its law', () => {
    const rows = {
      granted: [170, 5, 0, 0, 0, 0],
      partial: [120, 11, 0, 0, 0, 0],
      unable_1_not_held: [31, 12, 0, 0, 0, 0],
    };
    const off = { ...tableThree(THREE, rows), 'handled_total/total': '394' };
    const doubts = {
      'granted/natural_person': broken('17', '0'),
      'partial/natural_person': broken('12', '0'),
      'partial/business': broken('1'),
    };
    const total = (...alternatives: string[]): Fact[] =>
      onPage(doubted(factsOf(THREE, off), { ...doubts, 'handled_total/total': broken(...alternatives) }));
    expect(openAfter(total('39', '4', '94'))).toEqual([]);
    expect(openAfter(total('39', '349'))).toEqual(['handled_total/total']);
    const fewer = doubted(factsOf(THREE, off), { 'handled_total/total': broken('39', '4') });
    expect(openAfter(onPage(fewer))).toEqual(['handled_total/total']);
  });

  it('is never proved where its place is doubted', () => {
    for (const doubt of [
      'place-in-row-unknown',
      'spans-several-places',
      'row-uncertain',
      'label-unrecognised',
      'readers-differ',
      'unreadable-glyph',
      'page-number',
      'repeated-block',
    ]) {
      const facts = doubted(factsOf(THREE, FIGURES), {
        'granted/natural_person': { doubts: ['broken-number', doubt] },
      });
      expect(openAfter(facts)).toEqual(['granted/natural_person']);
    }
  });

  it('is not proved by a law with a figure whose place is doubted', () => {
    const facts = doubted(factsOf(FOUR, { 'review/upheld': '170', 'review/other': '5', 'review/total': '175' }), {
      'review/upheld': broken('17', '0'),
      'review/other': { doubts: ['spans-several-places'] },
    });
    expect(openAfter(facts, FOUR)).toEqual(['review/upheld', 'review/other']);
  });
});

describe('a block whose header could not be read', () => {
  const all = (facts: readonly Fact[]): Fact[] =>
    facts.map((fact) => ({ ...fact, status: 'suspect', doubts: HEADER.doubts }));

  it('is proved where all its laws hold, but for columns that could be exchanged without breaking one', () => {
    const open = openAfter(all(factsOf(THREE, FIGURES)));
    const rows = ['new_received', 'granted', 'unable_1_not_held', 'handled_total'];
    for (const row of rows) expect(open).toContain(`${row}/business`);
    expect(open).toHaveLength(rows.length * 6);
    expect(open.filter((key) => key.endsWith('/total'))).toEqual([]);
  });

  it('is proved where the columns that could be exchanged hold the same', () => {
    const same = tableThree(THREE, { granted: [2, 2, 2, 2, 2, 2] });
    expect(openAfter(all(factsOf(THREE, same)))).toEqual([]);
  });

  it('is proved where one column alone was not named', () => {
    const facts = factsOf(THREE, FIGURES).map((fact): Fact =>
      fact.column === 'business' ? { ...fact, status: 'suspect', doubts: HEADER.doubts } : fact,
    );
    expect(openAfter(facts)).toEqual([]);
  });

  it('is proved in table four by its order, where its three sums hold at their places', () => {
    expect(openAfter(all(factsOf(FOUR, { 'review/upheld': '2', 'review/total': '2' })), FOUR)).toEqual([]);
    expect(openAfter(all(factsOf(FOUR, { 'review/upheld': '2', 'review/other': '2' })), FOUR)).toHaveLength(15);
  });

  it('is proved where every figure is 0', () => {
    expect(openAfter(all(factsOf(THREE, {})))).toEqual([]);
  });

  it('is not proved where a law fails', () => {
    expect(openAfter(all(factsOf(THREE, { ...FIGURES, 'granted/total': '1' })))).toHaveLength(175);
  });

  it('is not proved where a law wants a figure', () => {
    expect(openAfter(all(factsOf(THREE, { ...FIGURES, 'partial/total': '' })))).toHaveLength(175);
  });

  it.each(['repaired', 'derived'] as const)('is not proved where a figure was %s so that its laws hold', (status) => {
    const facts = all(factsOf(THREE, FIGURES)).map((fact): Fact =>
      fact.row === 'granted' && fact.column === 'business' ? { ...fact, status } : fact,
    );
    expect(openAfter(facts)).toHaveLength(174);
  });

  it('is not proved without laws', () => {
    expect(openAfter(all(factsOf(TWO, { 'regulations/made': '3' })), TWO)).toHaveLength(6);
  });

  it('leaves a figure open that is doubted for another reason too', () => {
    const facts = all(factsOf(THREE, FIGURES)).map((fact) =>
      fact.row === 'granted' && fact.column === 'total' ? { ...fact, doubts: [...fact.doubts, 'row-uncertain'] } : fact,
    );
    expect(openAfter(facts).filter((key) => key.endsWith('/total'))).toEqual(['granted/total']);
  });

  it('does not prove another block', () => {
    const three = all(factsOf(THREE, {}));
    const two = all(factsOf(TWO, {}));
    const settled = settleDoubts([...two, ...three], factsToChecks([...two, ...three], [TWO, THREE]), [TWO, THREE]);
    expect(settled.filter(({ status }) => status === 'suspect').every(({ block }) => block === 'article_20_1')).toBe(
      true,
    );
    expect(settled.filter(({ status }) => status === 'suspect')).toHaveLength(6);
  });
});

describe('figures of a scan that are a hair below what is believed', () => {
  const SUM = { 'review/upheld': '15', 'review/corrected': '88', 'review/total': '103' };
  const read = (confidence: number, ...alternatives: string[]): Partial<Fact> => ({
    doubts: ['read-unsurely'],
    alternatives,
    confidence,
  });
  const openWith = (changes: Readonly<Record<string, Partial<Fact>>>, figures: Figures = SUM): string[] =>
    openAfter(
      factsOf(FOUR, figures).map((fact) => {
        const change = changes[`${fact.row}/${fact.column}`];
        return change ? { ...fact, status: 'suspect', ...change } : fact;
      }),
      FOUR,
    );

  it('prove one another, and one that is doubted more', () => {
    expect(openWith({ 'review/corrected': read(0.998), 'review/total': read(0.998) })).toEqual([]);
    expect(openWith({ 'review/corrected': read(0.95), 'review/total': read(0.998) })).toEqual([]);
  });

  it('do not where two are doubted more, or may be read otherwise', () => {
    const parts = ['review/upheld', 'review/corrected'];
    expect(openWith({ 'review/upheld': read(0.95), 'review/corrected': read(0.95) })).toEqual(parts);
    expect(openWith({ 'review/upheld': read(0.998, '16'), 'review/corrected': read(0.998, '87') })).toEqual(parts);
  });

  it('do not where a part and its total have the same digit in the same place: both may be misread alike', () => {
    const figures = { 'review/upheld': '8', 'review/corrected': '10', 'review/total': '18' };
    const open = ['review/upheld', 'review/total'];
    expect(openWith({ 'review/upheld': read(0.998), 'review/total': read(0.998) }, figures)).toEqual(open);
  });

  it('are not proved by a figure that was changed so that the sum holds', () => {
    const changes = { 'review/upheld': read(0.998), 'review/total': { status: 'repaired' as const } };
    expect(openWith(changes)).toEqual(['review/upheld']);
  });
});

describe('settling doubts', () => {
  it('leaves facts without doubts as they are', () => {
    const facts = factsOf(THREE, FIGURES);
    expect(settleDoubts(facts, factsToChecks(facts, [THREE]), [THREE])).toBe(facts);
  });

  it('changes no value, no print and no reading', () => {
    const facts = doubted(factsOf(THREE, FIGURES), { 'granted/natural_person': broken('17', '0') });
    const settled = settleDoubts(facts, factsToChecks(facts, [THREE]), [THREE]);
    const bare = (fact: Fact): unknown => ({ ...fact, status: '', doubts: [] });
    expect(settled.map(bare)).toEqual(facts.map(bare));
  });
});
