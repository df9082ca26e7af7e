/** Runs the real pipeline over the samples and holds the whole output to the contract and to its own description. */
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyOutput } from '../../src/check/verify/verify-output.js';
import { compareCodePoints, runPipeline, type ReportJson, type RunSummary } from '../../src/index.js';
import { BUILD_TIMEOUT_MS, ensureBuiltPackage, WORKER_URL } from './built-package.js';

type Row = Readonly<Record<string, string>>;

interface Field {
  readonly name: string;
  readonly type: string;
  readonly constraints?: { readonly required?: boolean; readonly enum?: readonly string[]; readonly pattern?: string };
}

interface Resource {
  readonly name: string;
  readonly path: string;
  readonly bytes?: number;
  readonly hash?: string;
  readonly schema?: { readonly fields: readonly Field[]; readonly primaryKey?: readonly string[] };
}

let folder = '';
let summary: RunSummary;
let resources: readonly Resource[];
const tables = new Map<string, readonly Row[]>();

async function run(out: string, workers: number): Promise<RunSummary> {
  return runPipeline(['samples/reports'], {
    outputDirectory: join(folder, out),
    workers,
    workerUrl: WORKER_URL,
    pipelineUrl: new URL('../pipeline.js', WORKER_URL),
  });
}

function table(name: string): readonly Row[] {
  return tables.get(name) ?? [];
}

function column(name: string, key: string): string[] {
  return table(name).map((row) => row[key] ?? '');
}

beforeAll(async () => {
  ensureBuiltPackage();
  folder = await mkdtemp(join(tmpdir(), 'gouji-contract-'));
  summary = await run('out', 2);
  ({ resources } = JSON.parse(await readFile(join(folder, 'out/datapackage.json'), 'utf8')) as {
    resources: readonly Resource[];
  });
  for (const { name, path } of resources) {
    if (!path.endsWith('.csv')) continue;
    const rows: unknown = parse(await readFile(join(folder, 'out', path), 'utf8'), { columns: true, bom: true });
    tables.set(name, rows as Row[]);
  }
}, BUILD_TIMEOUT_MS);
afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe('the output of a run over the samples', () => {
  it('has a row for each file, all of which come through', async () => {
    const files = (await readdir('samples/reports')).map((name) => `reports/${name}`).sort(compareCodePoints);
    expect(column('reports', 'source_path')).toEqual(files);
    expect(summary.outcomes).toMatchObject({ failed: 0, unrecognised: 0, skipped: 0 });
  });

  it('counts what the tables hold', () => {
    for (const report of table('reports')) {
      const own = (name: string): number =>
        table(name).filter((row) => row['report_id'] === report['report_id']).length;
      expect([report['facts'], report['findings']]).toEqual([String(own('facts')), String(own('findings'))]);
    }
    expect(summary.figures.total).toBe(table('facts').length);
    expect(summary.findings.total).toBe(table('findings').length);
  });

  it('fits the types and constraints that datapackage.json states', () => {
    for (const { name, schema } of resources) {
      for (const field of schema?.fields ?? []) {
        for (const value of column(name, field.name)) expect(problemOf(field, value)).toBe('');
      }
    }
  });

  it('has unique keys, and no row without its report', () => {
    const keys = table('facts').map((row) => [row['report_id'], row['table'], row['row'], row['column']].join());
    expect(new Set(keys).size).toBe(keys.length);
    const known = new Set(table('reports').map((row) => `${row['report_id']} ${row['source_path']}`));
    for (const row of [...table('facts'), ...table('findings')]) {
      expect(known).toContain(`${row['report_id']} ${row['source_path']}`);
    }
  });

  it('states size and hash of its tables', async () => {
    for (const { path, bytes, hash } of resources.filter((resource) => resource.hash !== undefined)) {
      const content = await readFile(join(folder, 'out', path));
      expect([bytes, hash]).toEqual([content.length, `sha256:${createHash('sha256').update(content).digest('hex')}`]);
    }
  });

  it('stands up to the independent checker, all formats of a run included', async () => {
    const violations = [];
    for await (const each of verifyOutput(join(folder, 'out'))) violations.push(each);
    expect(violations).toEqual([]);
  });

  it('is sorted by source_path in code-point order', () => {
    for (const name of ['facts', 'findings', 'reports']) {
      const paths = column(name, 'source_path');
      expect(paths).toEqual(paths.toSorted(compareCodePoints));
    }
  });

  it('leaves value and printed of what is missing empty, and place with them', () => {
    for (const row of table('facts').filter(({ status }) => status === 'missing')) {
      expect([row['value'], row['printed'], row['page'], row['x0']]).toEqual(['', '', '', '']);
    }
  });

  it('has a JSON for each report that fits the published schema and says the same as the tables', async () => {
    const schema: unknown = JSON.parse(await readFile('docs/report.schema.json', 'utf8'));
    const validate = new Ajv2020.default({ strict: true, allowUnionTypes: true }).compile(schema as object);
    for (const row of table('reports')) {
      const text = await readFile(join(folder, 'out/reports', `${row['report_id']}.json`), 'utf8');
      const report = JSON.parse(text) as ReportJson;
      validate(report);
      expect(validate.errors).toBeNull();
      const facts = table('facts').filter((fact) => fact['report_id'] === row['report_id']);
      expect(
        report.facts.map(({ table: name, row: id, column: of, value, printed, status }) => [
          name,
          id,
          of,
          value,
          printed,
          status,
        ]),
      ).toEqual(
        facts.map((fact) => [
          fact['table'],
          fact['row'],
          fact['column'],
          fact['value'],
          undefuse(fact['printed']),
          fact['status'],
        ]),
      );
    }
  });

  it('owns each run of digits of a ruled table in exactly one cell, or says that none does', async () => {
    for (const name of await readdir(join(folder, 'out/reports'))) {
      const report = JSON.parse(await readFile(join(folder, 'out/reports', name), 'utf8')) as ReportJson;
      for (const { cells, runs } of report.tables) {
        const owners = new Set(cells.map(({ row_index, column_index }) => `${row_index},${column_index}`));
        expect(owners.size).toBe(cells.length);
        for (const { cell } of runs)
          if (cell !== null) expect(owners).toContain(`${cell.row_index},${cell.column_index}`);
      }
    }
  });

  it('is the same, byte for byte, with one worker', async () => {
    await run('alone', 1);
    for (const path of [
      'facts.csv',
      'findings.csv',
      'datapackage.json',
      'report.html',
      'README.md',
      'facts.parquet',
      'wide/2021.csv',
      ...(await readdir(join(folder, 'out/reports'))).map((name) => `reports/${name}`),
    ]) {
      const [many, one] = await Promise.all(['out', 'alone'].map((out) => readFile(join(folder, out, path), 'utf8')));
      expect(one, path).toBe(many);
    }
  });
});

function undefuse(text: string | undefined): string {
  return (text ?? '').replace(/^'(?=[=+\-@\t\r])/, '');
}

/** Why a value does not fit its field, or an empty text. */
function problemOf({ name, type, constraints = {} }: Field, value: string): string {
  const where = `${name} = ${JSON.stringify(value)}`;
  if (value === '') return constraints.required === true ? `${where} is required` : '';
  if (type === 'number' && !/^-?\d+(\.\d+)?$/.test(value)) return `${where} is no number`;
  if (type === 'integer' && !/^\d+$/.test(value)) return `${where} is no integer`;
  if (type === 'year' && !/^\d{4}$/.test(value)) return `${where} is no year`;
  if (constraints.enum?.includes(value) === false) return `${where} is none of the values`;
  if (constraints.pattern !== undefined && !new RegExp(constraints.pattern, 'u').test(value))
    return `${where} does not fit`;
  return '';
}
