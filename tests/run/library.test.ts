import { spawnSync } from 'node:child_process';
import { beforeAll, expect, it } from 'vitest';
import * as library from '../../src/index.js';
import { BUILD_TIMEOUT_MS, ensureBuiltPackage } from './built-package.js';

beforeAll(ensureBuiltPackage, BUILD_TIMEOUT_MS);

it('the library runs its stages one by one, from a file to the JSON of its report', async () => {
  const source = await library.readSource({
    sourcePath: 'garbled-dump.txt',
    location: 'samples/reports/garbled-dump.txt',
  });
  library.assertSupported(source);
  const families = await library.loadFamilies(library.PIPELINES_DIRECTORY);
  const [report] = await library.sourceToReports(source, { families, reader: 'auto' });
  expect(report?.facts.filter(({ table }) => table !== 'prose')).toHaveLength(200);
  if (report !== undefined) expect(library.reportToJson(report).report_id).toBe(source.sha256.slice(0, 16));
});

it('the package offers the run and every stage under its own name', () => {
  const program = "import('gouji').then((library) => console.log(Object.keys(library).sort().join()))";
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', program], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(stdout.trim().split(',')).toEqual(Object.keys(library).sort());
  expect(Object.keys(library)).toEqual(
    expect.arrayContaining([
      'runPipeline',
      'listInputs',
      'readSource',
      'openPdf',
      'textToPage',
      'pagesToLayout',
      'layoutToFacts',
      'factsToChecks',
      'deriveBlanks',
      'sourceToReports',
      'reportToJson',
      'openOutput',
      'loadFamilies',
      'PipelineError',
    ]),
  );
});
