import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CsvDialect } from '../../src/export/csv.js';
import { writeDatabase } from '../../src/export/duckdb/write-database.js';
import { describePackage } from '../../src/export/data-package.js';
import { openOutput } from '../../src/export/output-writer.js';
import { renderReports } from '../../src/export/render-file.js';
import { familiesToForms } from '../../src/export/wide/form-figures.js';
import { loadFamilies, PIPELINES_DIRECTORY } from '../../src/families/index.js';
import { sampleReport } from './sample-report.js';

const families = await loadFamilies(PIPELINES_DIRECTORY);
const wideForms = familiesToForms(families);

const readJson = (path: URL | string): object => JSON.parse(readFileSync(path, 'utf8')) as object;
const ajv = new Ajv({
  strict: false,
  allErrors: true,
  formats: { regex: true, textarea: true, uri: true, email: true },
});
ajv.addFormat('date-time', true);
const ours = ajv.compile(readJson(new URL('profiles/datapackage-2.0.schema.json', import.meta.url)));
const publishedPath = process.env['GOUJI_DATAPACKAGE_PROFILE'];
const published = publishedPath === undefined ? undefined : ajv.compile(readJson(publishedPath));

interface Field {
  name: string;
  type: string;
  constraints?: Record<string, unknown>;
}
interface Resource {
  [key: string]: unknown;
  name: string;
  path: string;
  schema?: { fields: Field[]; primaryKey?: string[]; uniqueKeys?: string[][]; foreignKeys?: ForeignKey[] };
}
interface ForeignKey {
  fields: string[];
  reference?: { resource: string; fields: string[] };
}
interface Descriptor {
  [key: string]: unknown;
  resources: Resource[];
}

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gouji-package-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function descriptorOf(dialect: CsvDialect): Promise<Descriptor> {
  const path = join(folder, dialect);
  const writer = await openOutput(path, {
    ...{ hasBom: true, version: '1.2.3', dialect },
    formats: ['csv', 'json', 'wide', 'parquet', 'duckdb'],
  });
  const reports = [sampleReport(), sampleReport({ reportId: 'fedcba9876543210', year: 2023 })];
  await writer.add(0, await renderReports(reports, 5, { dialect, wideForms, families, workbooks: 'none' }));
  await writer.commit(families);
  return JSON.parse(await readFile(join(path, 'datapackage.json'), 'utf8')) as Descriptor;
}

describe('datapackage.json fits the Data Package standard 2.0', () => {
  it.each(['default', 'excel', 'plain'] as const)('as written with the dialect %s', async (dialect) => {
    const descriptor = await descriptorOf(dialect);
    expect(descriptor.resources.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['wide-2021', 'figures', 'report-hashes', 'facts-parquet', 'database']),
    );
    expect(ours(descriptor) ? [] : ours.errors).toEqual([]);
    if (published !== undefined) expect(published(descriptor) ? [] : published.errors).toEqual([]);
  });

  it('with a Parquet file for each year', async () => {
    const plain = join(folder, 'default');
    const inside = (name: string): string => join(plain, name);
    const options = {
      inside,
      dialect: 'default',
      writesParquet: true,
      writesDuckdb: false,
      partitionAbove: 0,
    } as const;
    const files = await writeDatabase(options);
    const digest = { byteCount: 12, sha256: 'ab'.repeat(32) };
    const digests = { facts: digest, findings: digest, comparability: digest };
    const text = describePackage({ version: '1.2.3', dialect: 'default', digests, tables: [], files });
    expect(text).toContain('facts/year=2023/facts.parquet');
    expect(ours(JSON.parse(text)) ? [] : ours.errors).toEqual([]);
  });

  it('in what no schema can say: names are unique, keys name fields that are there', async () => {
    const { resources } = await descriptorOf('plain');
    const fieldsOf = (name: string): string[] =>
      resources.find((each) => each.name === name)?.schema?.fields.map((field) => field.name) ?? [];
    expect(new Set(resources.map(({ name }) => name)).size).toBe(resources.length);
    for (const { name, schema } of resources) {
      const fields = fieldsOf(name);
      expect(new Set(fields).size).toBe(fields.length);
      const { primaryKey = [], uniqueKeys = [], foreignKeys = [] } = schema ?? {};
      const own = [primaryKey, ...uniqueKeys, ...foreignKeys.map((key) => key.fields)].flat();
      expect(fields).toEqual(expect.arrayContaining(own));
      for (const { reference } of foreignKeys) {
        expect(fieldsOf(reference?.resource ?? '')).toEqual(expect.arrayContaining(reference?.fields ?? ['?']));
      }
    }
  });
});

/** One change each that takes a descriptor out of the standard. */
const ALTERATIONS: readonly [string, (descriptor: Descriptor, facts: Resource) => unknown][] = [
  ['no resources', (descriptor) => (descriptor.resources = [])],
  ['a created that is no time', (descriptor) => (descriptor['created'] = '2024')],
  ['a resource without a name', (_, facts) => Reflect.deleteProperty(facts, 'name')],
  ['a resource without a path', (_, facts) => Reflect.deleteProperty(facts, 'path')],
  ['a path that leads out of the folder', (_, facts) => (facts.path = '../facts.csv')],
  ['an absolute path', (_, facts) => (facts.path = '/facts.csv')],
  ['path and data at once', (_, facts) => (facts['data'] = [])],
  ['a type that is none', (_, facts) => (facts['type'] = 'sheet')],
  ['a size in words', (_, facts) => (facts['bytes'] = '12')],
  ['a hash without its algorithm', (_, facts) => (facts['hash'] = 'ab'.repeat(32))],
  ['a media type that is none', (_, facts) => (facts['mediatype'] = 'csv')],
  ['a quote of two characters', (_, facts) => (facts['dialect'] = { quoteChar: '""' })],
  ['a header that is no truth value', (_, facts) => (facts['dialect'] = { header: 'yes' })],
  ['no fields', (_, facts) => facts.schema?.fields.splice(0)],
  ['a field without a name', (_, facts) => Reflect.deleteProperty(firstField(facts), 'name')],
  ['a field type that is none', (_, facts) => (firstField(facts).type = 'float')],
  ['a format that the type has not', (_, facts) => Object.assign(firstField(facts), { format: 'phone' })],
  ['a bound that is no year', (_, facts) => Object.assign(fieldOf(facts, 'year'), { constraints: { minimum: 1.5 } })],
  ['a length of a number', (_, facts) => Object.assign(fieldOf(facts, 'value'), { constraints: { maxLength: 3 } })],
  ['a bound of a text', (_, facts) => (firstField(facts).constraints = { minimum: 'a' })],
  ['categories of another type', (_, facts) => Object.assign(firstField(facts), { categories: [1] })],
  ['a licence without name and path', (descriptor) => (descriptor['licenses'] = [{ title: 'CC' }])],
  ['a contributor without anything', (descriptor) => (descriptor['contributors'] = [{}])],
  ['a source whose path leads out', (descriptor) => (descriptor['sources'] = [{ path: '../a' }])],
  ['an empty list of values', (_, facts) => (firstField(facts).constraints = { enum: [] })],
  ['a requirement in words', (_, facts) => (firstField(facts).constraints = { required: 'yes' })],
  ['a primary key of no field', (_, facts) => facts.schema?.primaryKey?.splice(0)],
  [
    'a foreign key without a reference',
    (_, facts) => Reflect.deleteProperty(facts.schema?.foreignKeys?.[0] ?? {}, 'reference'),
  ],
];

function fieldOf({ schema }: Resource, name: string): Field {
  const field = schema?.fields.find((each) => each.name === name);
  if (field === undefined) throw new Error(`no field ${name}`);
  return field;
}

function firstField({ schema }: Resource): Field {
  const [field] = schema?.fields ?? [];
  if (field === undefined) throw new Error('no field');
  return field;
}

describe('the schema of the standard refuses', () => {
  it.each(ALTERATIONS)('%s', async (_, alter) => {
    const text = await readFile(join(folder, 'default', 'datapackage.json'), 'utf8');
    const descriptor = JSON.parse(text) as Descriptor;
    const [facts] = descriptor.resources;
    if (facts === undefined) throw new Error('no resource');
    alter(descriptor, facts);
    expect(JSON.stringify(descriptor)).not.toBe(JSON.stringify(JSON.parse(text)));
    expect(ours(descriptor)).toBe(false);
  });
});
