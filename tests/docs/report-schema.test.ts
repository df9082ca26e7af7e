import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { reportJsonSchema } from '../../src/export/report-schema.js';

it('docs/report.schema.json is what src/export/report-schema.ts says; if not, run: npm run schema', async () => {
  const published: unknown = JSON.parse(await readFile('docs/report.schema.json', 'utf8'));
  expect(published).toEqual(JSON.parse(JSON.stringify(reportJsonSchema())));
});
