// A pipeline for tests of what drives it: the bytes of the file say what happens to it.
//
//   report <n>     a report with n facts
//   findings       a report with one error finding
//   two-reports    two reports in one file
//   yearly <year> <in> <out> [<agency>] [<other>]  a report that is compared with others: what is carried in and out
//   refuse <code>  a PipelineError of that code
//   throw          an error that is no PipelineError
//   exit           the thread ends itself
//   loop           never comes back
//   sleep <ms>     a report, later
//   heap           fills the heap
//   buffers <MiB>  holds so much memory outside the heap for a while, then gives a report
import { setTimeout } from 'node:timers/promises';
import { TextDecoder } from 'node:util';
import { PipelineError } from '../../../dist/model/index.js';

export async function sourceToReports(source, options) {
  const [word, argument = ''] = new TextDecoder().decode(source.bytes).trim().split(/\s+/);
  switch (word) {
    case 'refuse':
      throw new PipelineError(argument, { zh: '不行', en: 'no' });
    case 'throw':
      throw new Error('a bug');
    case 'exit':
      return process.exit(3);
    case 'loop':
      for (;;);
    case 'sleep':
      await setTimeout(Number(argument));
      return [report(source, 1)];
    case 'heap': {
      const hold = [];
      for (;;) hold.push(Array.from({ length: 1000 }, (_, at) => `${hold.length} ${at}`));
    }
    case 'buffers': {
      const hold = Array.from({ length: Number(argument) }, () => new Uint8Array(1024 * 1024).fill(1));
      await setTimeout(1500);
      return [report(source, hold.length > 0 ? 1 : 0)];
    }
    case 'print':
      console.log('a library talks');
      return [report(source, 1)];
    case 'findings':
      return [report(source, 1, [FINDING])];
    case 'yearly':
      return [yearly(source)];
    case 'two-reports':
      return [report(source, 1), { ...report(source, 1), reportId: `${source.sha256.slice(0, 16)}-2` }];
    default:
      options.onStage?.('extract', 1);
      return [report(source, Number(argument || 1))];
  }
}

const BOX = { x0: 1, top: 2.005, x1: 3, bottom: 4 };

const CHECK = {
  rule: 'T3.rowsum',
  severity: 'error',
  table: 'applications',
  terms: [
    { role: 'total', sign: 1, row: 'row_0', column: 'total', value: '3', place: { pageNumber: 1, box: BOX } },
    { role: 'part', sign: 1, row: 'row_0', column: 'business', value: '2' },
  ],
  outcome: 'violated',
  expected: '2',
  actual: '3',
  difference: '1',
  usesDerived: false,
};

const FINDING = {
  rule: 'T3.rowsum',
  severity: 'error',
  cause: 'publisher',
  table: 'applications',
  row: 'row_0',
  column: 'total',
  expected: '2',
  actual: '3',
  difference: '1',
  message: { zh: '合计不符：2 ≠ 3', en: 'the total is wrong: 2 ≠ 3' },
  place: { pageNumber: 1, box: BOX },
  check: CHECK,
};

function report(source, factCount, findings = []) {
  return {
    reportId: source.sha256.slice(0, 16),
    sourcePath: source.sourcePath,
    sha256: source.sha256,
    kind: source.kind,
    pageCount: 1,
    agency: '某某市某某局',
    regionCode: '',
    level: '',
    unitType: '',
    scope: '',
    contacts: [],
    year: 2023,
    readers: [],
    edition: '2021',
    outcome: findings.length > 0 ? 'findings' : 'ok',
    facts: Array.from({ length: factCount }, (_, at) => ({
      block: 'applications',
      edition: '2021',
      table: 'applications',
      row: `row_${at}`,
      column: 'total',
      reading: { kind: 'number', value: '3', unit: '件' },
      value: '3',
      unit: '件',
      printed: '3',
      status: 'printed',
      place: { pageNumber: 1, box: BOX },
      alternatives: [],
      doubts: [],
    })),
    findings,
    checks: findings.map(({ check }) => check),
    verdicts: [],
    blindSpots: [],
    tables: [],
  };
}

function yearly(source) {
  const [, year, carriedIn, carriedOut, agency = '洪泽区教育局', other = year] = new TextDecoder()
    .decode(source.bytes)
    .trim()
    .split(/\s+/);
  const base = report(source, 1);
  const rows = [
    ['carried_in', carriedIn],
    ['carried_out', carriedOut],
    ['granted', other],
  ];
  for (let at = 0; at < 30; at++) rows.push([`row_${at}`, String(Number(year) * 100 + at)]);
  return {
    ...base,
    agency,
    regionCode: '320813',
    level: 'county',
    year: Number(year),
    facts: rows.map(([row, value]) => ({ ...base.facts[0], row, value, printed: value })),
    comparison: {
      familyId: 'open-government-annual-report',
      nameInDivision: agency.replace(/^(淮安市)?洪泽区/, ''),
      isAmbiguous: false,
      lines: [],
    },
  };
}
