import { describe, expect, it } from 'vitest';
import { FACT_COLUMNS, FINDING_COLUMNS, REPORT_COLUMNS } from '../../src/export/columns.js';
import { COMPARISON_COLUMNS } from '../../src/export/comparison-rows.js';
import { describePackage } from '../../src/export/data-package.js';

const DIGEST = { byteCount: 12, sha256: 'ab'.repeat(32) };

interface Descriptor {
  readonly $schema: string;
  readonly name: string;
  readonly created?: string;
  readonly resources: readonly {
    readonly name: string;
    readonly path: string;
    readonly bytes?: number;
    readonly hash?: string;
    readonly dialect: { readonly lineTerminator: string };
    readonly schema: {
      readonly fields: readonly {
        readonly name: string;
        readonly description: string;
        readonly missingValues?: string[];
      }[];
      readonly primaryKey?: readonly string[];
      readonly foreignKeys?: readonly { readonly reference: { readonly resource: string } }[];
    };
  }[];
}

const descriptor = JSON.parse(
  describePackage({
    version: '1.2.3',
    dialect: 'default',
    digests: { facts: DIGEST, findings: DIGEST, comparability: DIGEST },
    tables: [],
    files: [],
  }),
) as Descriptor;

describe('describePackage', () => {
  it('describes the tables with all their columns', () => {
    expect(descriptor.$schema).toBe('https://datapackage.org/profiles/2.0/datapackage.json');
    expect(descriptor.resources.map(({ path }) => path)).toEqual([
      'facts.csv',
      'findings.csv',
      'reports.csv',
      'comparability.csv',
    ]);
    for (const [at, columns] of [FACT_COLUMNS, FINDING_COLUMNS, REPORT_COLUMNS, COMPARISON_COLUMNS].entries()) {
      const fields = descriptor.resources[at]?.schema.fields ?? [];
      expect(fields.map(({ name }) => name)).toEqual(columns.map(({ name }) => name));
      expect(fields.every(({ description }) => description.includes(' / '))).toBe(true);
    }
  });

  it('gives size and hash of what is the same each time, and of nothing else', () => {
    expect(descriptor.resources.map(({ bytes, hash }) => [bytes, hash])).toEqual([
      [12, `sha256:${'ab'.repeat(32)}`],
      [12, `sha256:${'ab'.repeat(32)}`],
      [undefined, undefined],
      [12, `sha256:${'ab'.repeat(32)}`],
    ]);
    expect(descriptor).not.toHaveProperty('created');
  });

  it('names keys, and the line end that RFC 4180 asks for', () => {
    const [facts, findings, reports] = descriptor.resources;
    expect(facts?.schema.primaryKey).toEqual(['report_id', 'table', 'row', 'column']);
    expect(facts?.schema.foreignKeys?.[0]?.reference.resource).toBe('reports');
    expect(findings?.schema.foreignKeys?.[0]?.reference.resource).toBe('reports');
    expect(reports?.dialect.lineTerminator).toBe('\r\n');
  });

  it('lets an empty printed text be a value', () => {
    const printed = descriptor.resources[0]?.schema.fields.find(({ name }) => name === 'printed');
    expect(printed?.missingValues).toEqual([]);
  });
});
