import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { FamilyDefinitionError, loadFamilies } from '../../src/families/index.js';
import type { Block } from '../../src/model/index.js';

const FAMILY = `id: votes
name: { zh: 投票, en: Votes }
title:
  fragments: { year: '\\d{4}' }
  patterns: ['^(?<agency>.+)(?<year>{{year}})年投票$']
  periodPatterns: ['(?<year>{{year}})']
  publicationPatterns: ['(?<year>{{year}})']
sections: [{ id: one, headings: [一、投票] }]
notApplicableMarks: [/]
`;

const EDITION = `id: '1'
years: { from: 2001 }
tables: { votes: { zh: 表一, en: Table 1 } }
blocks:
  - slot: votes
    table: votes
    unit: 票
    columns:
      - group: 赞成
        children:
          - { id: yes_men, label: 男, en: men }
          - { id: yes_women, label: 女, en: women }
      - { id: all_votes, label: 合计, zh: 总数, en: all }
    rows:
      - { id: north, label: 北, en: North }
      - { id: south, label: 南, en: South }
    identities:
      - rule: V.sum
        severity: warning
        statement: { zh: 男女之和应等于合计, en: men and women must add up }
        each: row
        total: { column: all_votes }
        plus: { columns: [yes_men, yes_women] }
`;

const ACROSS = `tables: [votes]
bureau: { forms: [], nameless: '^$', placed: '.', government: '^g$', apart: '^a$' }
laws:
  - rule: V.carry
    table: votes
    statement: { zh: 不变, en: stays }
    relation: equals
    each: row
    only: [north, south]
    severity: error
    severities: { north: info }
    total: { column: yes_men }
    plus: [{ column: yes_men, year: previous }]
standingColumns: []
prose: { shortest: 1, infoFrom: 0.5, warningFrom: 0.6 }
additive: []
`;

const made: string[] = [];

async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'gouji-families-'));
  made.push(root);
  await mkdir(join(root, 'votes'));
  for (const [name, content] of Object.entries(files)) await writeFile(join(root, 'votes', name), content);
  return root;
}

async function errorOf(files: Readonly<Record<string, string>>): Promise<FamilyDefinitionError> {
  const root = await folderWith(files);
  try {
    await loadFamilies(root);
  } catch (error) {
    if (error instanceof FamilyDefinitionError) return error;
    throw error;
  }
  throw new Error('was accepted');
}

/** The first problem of an edition in which one text was replaced, as `line path: message`. */
async function problemOf(from: string, to: string): Promise<string> {
  expect(EDITION).toContain(from);
  const { problems } = await errorOf({ 'family.yaml': FAMILY, '1.yaml': EDITION.replace(from, to) });
  const [problem] = problems;
  expect(problem?.text.zh).toMatch(/\p{Script=Han}/u);
  expect(problem?.file).toMatch(/1\.yaml$/);
  return `${problem?.line ?? 0} ${problem?.path ?? ''}: ${problem?.text.en ?? ''}`;
}

afterEach(async () => {
  for (const root of made.splice(0)) await rm(root, { recursive: true });
});

describe('loadFamilies', () => {
  it('builds blocks, names and concrete identities from compact YAML', async () => {
    const [family] = await loadFamilies(await folderWith({ 'family.yaml': FAMILY, '1.yaml': EDITION }));
    const [block] = family?.editions[0]?.blocks ?? [];
    expect(family?.title.patterns).toEqual(['^(?<agency>.+)(?<year>\\d{4})年投票$']);
    expect(block?.columns.map(({ id, name, unit, type }) => [id, name.zh, unit, type])).toEqual([
      ['yes_men', '男', '票', 'count'],
      ['yes_women', '女', '票', 'count'],
      ['all_votes', '总数', '票', 'count'],
    ]);
    expect(block?.identities.map(({ rule, total, parts }) => [rule, total.row, parts.length])).toEqual([
      ['V.sum', 'north', 2],
      ['V.sum', 'south', 2],
    ]);
  });

  /** Loads an edition in which one text was replaced. */
  async function blocksWith(from: string, to: string): Promise<readonly Block[]> {
    expect(EDITION).toContain(from);
    const [family] = await loadFamilies(
      await folderWith({ 'family.yaml': FAMILY, '1.yaml': EDITION.replace(from, to) }),
    );
    return family?.editions[0]?.blocks ?? [];
  }

  it('makes a block with an optional column two: without it and its laws, and with both', async () => {
    const blocks = await blocksWith('all_votes, label', 'all_votes, optional: true, label');
    expect(blocks.map(({ slot, columns, identities }) => [slot, columns.length, identities.length])).toEqual([
      ['votes', 2, 0],
      ['votes', 3, 2],
    ]);
    expect(blocks.every(({ columnsVary }) => columnsVary)).toBe(true);
  });

  it('takes blocks of one slot that differ in form for alternatives, with figures in common', async () => {
    const other = EDITION.slice(EDITION.indexOf('  - slot')).replace('slot: votes', 'slot: votes\n    form: short');
    const blocks = await blocksWith(
      '    identities:',
      `${other.slice(0, other.indexOf('    identities'))}    identities:`,
    );
    expect(blocks.map(({ slot, rows }) => [slot, rows.length])).toEqual([
      ['votes', 2],
      ['votes', 2],
    ]);
  });

  it('gives a row the unit and type of its own, and says how much a block that is not there matters', async () => {
    const [block] = await blocksWith('{ id: north, label: 北,', '{ id: north, unit: 万票, type: amount, label: 北,');
    expect(block?.rows.map(({ unit, type }) => [unit, type])).toEqual([
      ['万票', 'amount'],
      [undefined, undefined],
    ]);
    expect(block?.absence).toBe('error');
    const [soft] = await blocksWith('    unit: 票', '    unit: 票\n    absence: info');
    expect(soft?.absence).toBe('info');
  });

  it('names file, line and place of a misspelt key', async () => {
    expect(await problemOf('    unit: 票', '    unit: 票\n    unitt: 票')).toBe(
      '5 blocks[0]: unknown key unitt; remove it or correct its spelling',
    );
  });

  it('reads what is compared between reports, where a family says so, and names what is wrong in it', async () => {
    const files = { 'family.yaml': FAMILY, '1.yaml': EDITION };
    expect((await loadFamilies(await folderWith(files)))[0]?.across).toBeUndefined();
    const [family] = await loadFamilies(await folderWith({ ...files, 'across.yaml': ACROSS }));
    expect(family?.across?.laws).toMatchObject([
      {
        rule: 'V.carry',
        evaluations: [{ severity: 'info' }, { severity: 'error', total: { row: 'south', column: 'yes_men' } }],
      },
    ]);
    const problemIn = async (from: string, to: string): Promise<string[]> => {
      const { problems } = await errorOf({ ...files, 'across.yaml': ACROSS.replace(from, to) });
      return problems.map(({ line, path, text }) => `${line} ${path}: ${text.en}`);
    };
    expect(await problemIn('{ column: yes_men }', '{ row: north }')).toEqual([
      '4 laws[0]: with each: row, every figure names its column and nothing else',
    ]);
    expect((await problemIn("nameless: '^$'", "nameless: '('"))[0]).toMatch(
      /^2 bureau.nameless: no regular expression/,
    );
  });

  it('names the missing key of a leaf deep in a tree', async () => {
    expect(await problemOf(', en: women }', ' }')).toMatch(
      /^12 blocks\[0\]\.columns\[0\]\.children\[1\]\.en: must be given/,
    );
  });

  it.each([
    [
      'a column that the block does not have',
      '[yes_men, yes_women]',
      '[yes_men, yes_woman]',
      /^23 .*plus\.columns\[1\]: unknown id yes_woman/,
    ],
    [
      'a total that the block does not have',
      '{ column: all_votes }',
      '{ column: none }',
      /^22 .*unknown id none; known are: yes_men/,
    ],
    [
      'a law for each row that speaks of rows',
      'plus: { columns: [yes_men, yes_women] }',
      'plus: { rows: [north] }',
      /must say which columns/,
    ],
    ['a part that is its own total', '[yes_men, yes_women]', '[yes_men, all_votes]', /all_votes stands in it twice/],
    ['a part given twice', '[yes_men, yes_women]', '[yes_men, yes_men]', /yes_men is given twice/],
    ['two rows with one id', 'id: south', 'id: north', /north is there twice/],
    ['two columns with one id', 'id: yes_women', 'id: yes_men', /yes_men is there twice/],
    [
      'a slot given twice without a form',
      'blocks:',
      'blocks:\n  - { slot: votes, table: votes, unit: 票, columns: [{ id: a, label: 甲, en: A }], rows: unlabelled }',
      /^6 blocks\[1\]\.slot: votes is there twice; rename one, or tell alternatives apart by form/,
    ],
    [
      'columns that are all optional',
      EDITION.slice(EDITION.indexOf('      - group'), EDITION.indexOf('    rows')),
      '      - { id: all_votes, optional: true, label: 合计, en: all }\n',
      /^9 blocks\[0\]\.columns: every column is optional/,
    ],
    ['an empty label', 'label: 北', "label: ''", /^15 .*rows\[0\]\.label: must not be empty/],
    ['an unknown severity', 'severity: warning', 'severity: fatal', /must be one of: error, warning, info/],
    ['a table without a name', '    table: votes', '    table: ballots', /tables has no ballots/],
    ['an id that is not the file name', "id: '1'", "id: '2'", /^1 id: the id 2 is not the file's name 1/],
    ['years the wrong way round', '{ from: 2001 }', '{ from: 2001, to: 1999 }', /from is later than to/],
    ['YAML that does not parse', 'blocks:', 'blocks: [', /not valid YAML/],
  ])('refuses %s', async (_, from, to, message) => {
    expect(await problemOf(from, to)).toMatch(message);
  });

  it.each([
    ['a broken regular expression', "'(?<year>{{year}})'", "'(?<year>{{year}}'", /not a regular expression/],
    ['an unknown fragment', '(?<agency>.+)', '(?<agency>{{who}})', /fragments has no who/],
    [
      'a pattern without its group',
      "periodPatterns: ['(?<year>{{year}})']",
      "periodPatterns: ['{{year}}']",
      /no named group/,
    ],
  ])('refuses %s', async (_, from, to, message) => {
    expect(FAMILY).toContain(from);
    const error = await errorOf({ 'family.yaml': FAMILY.replace(from, to), '1.yaml': EDITION });
    expect(error.message).toMatch(message);
    expect(error.message).toMatch(/family\.yaml:\d+ title\./);
  });

  it('lists every problem of a file, in the order of its lines', async () => {
    const broken = EDITION.replace('label: 北', "label: ''").replace('severity: warning', 'severity: fatal');
    const { problems } = await errorOf({ 'family.yaml': FAMILY, '1.yaml': broken });
    expect(problems.map(({ line }) => line)).toEqual([15, 19]);
  });

  it('says what is missing where there is no family, no edition or no folder', async () => {
    const { problems } = await errorOf({ 'family.yaml': FAMILY });
    expect(problems[0]?.text.en).toMatch(/holds no edition/);
    const root = await mkdtemp(join(tmpdir(), 'gouji-families-'));
    made.push(root);
    await expect(loadFamilies(root)).rejects.toThrow(/holds no family/);
    await expect(loadFamilies(join(root, 'nowhere'))).rejects.toThrow(/make sure that the folder exists/);
  });
});
