/** A small made-up report for tests: one ruled table with a total that is wrong, one figure from it in doubt. */
import type { Cell, Check, Fact, Finding, Report, Table } from '../../src/model/index.js';

const BOX = { x0: 100, top: 200.256, x1: 150.5, bottom: 220 };

/** A figure; `part` says what is unlike the others. */
export function sampleFact(part: Partial<Fact> = {}): Fact {
  return {
    block: 'applications',
    edition: '2021',
    table: 'applications',
    row: 'granted',
    column: 'total',
    reading: { kind: 'number', value: '3', unit: '件' },
    value: '3',
    unit: '件',
    printed: '3',
    status: 'printed',
    place: { pageNumber: 2, box: BOX },
    alternatives: [],
    doubts: [],
    ...part,
  };
}

/** A finding; `part` says what is unlike the others. */
export function sampleFinding(part: Partial<Finding> = {}): Finding {
  return {
    rule: 'T3.rowsum',
    severity: 'error',
    cause: 'publisher',
    table: 'applications',
    row: 'granted',
    column: 'total',
    expected: '2',
    actual: '3',
    difference: '1',
    message: { zh: '合计不符：印为 3，各项之和为 2', en: 'the total is 3, but its parts add up to 2' },
    place: { pageNumber: 2, box: BOX },
    ...part,
  };
}

const CHECK: Check = {
  rule: 'T3.rowsum',
  severity: 'error',
  table: 'applications',
  terms: [
    { role: 'total', sign: 1, row: 'granted', column: 'total', value: '3', place: { pageNumber: 2, box: BOX } },
    { role: 'part', sign: 1, row: 'granted', column: 'natural_person', value: '2' },
    { role: 'part', sign: 1, row: 'granted', column: 'business', value: '' },
  ],
  outcome: 'violated',
  expected: '2',
  actual: '3',
  difference: '1',
  usesDerived: true,
};

function cell(part: Partial<Cell>): Cell {
  return {
    rowIndex: 0,
    columnIndex: 0,
    rowSpan: 1,
    columnSpan: 1,
    text: '',
    baseText: '',
    parts: [{ pageNumber: 2, box: BOX, text: '' }],
    runs: [],
    doubts: [],
    ...part,
  };
}

const TABLE: Table = {
  tableIndex: 0,
  geometry: 'ruled',
  rowCount: 1,
  columnCount: 2,
  cells: [
    cell({ text: '（一）予以公开', baseText: '（一）予以公开' }),
    cell({
      columnIndex: 1,
      text: '3①',
      baseText: '3',
      runs: [{ text: '3', pageNumber: 2, box: BOX }],
      doubts: ['strays-over-rule'],
      parts: [
        { pageNumber: 2, box: BOX, text: '3①' },
        { pageNumber: 3, box: BOX, text: '' },
      ],
    }),
  ],
  seams: [],
  parts: [{ pageNumber: 2, box: BOX }],
  strayRuns: [{ text: '17', pageNumber: 2, box: BOX }],
};

/** A report; `part` says what is unlike the others. */
export function sampleReport(part: Partial<Report> = {}): Report {
  return {
    reportId: '0123456789abcdef',
    sourcePath: '年报/某局.pdf',
    sha256: '0123456789abcdef'.repeat(4),
    kind: 'pdf',
    pageCount: 3,
    agency: '某某市某某局',
    regionCode: '371000',
    level: 'prefecture',
    unitType: 'department',
    scope: 'own_agency',
    contacts: [],
    year: 2023,
    verdicts: [
      {
        table: 'applications',
        block: 'applications',
        kind: 'unique',
        explanations: [
          {
            faults: [{ row: 'granted', fault: 'run-together' }],
            changes: [{ row: 'granted', column: 'total', from: '', to: '3' }],
            cost: 1.5,
          },
        ],
        isCutShort: false,
        mends: [],
      },
    ],
    blindSpots: [{ table: 'applications', block: 'applications', rows: [['granted', 'partly_granted']], columns: [] }],
    readers: [
      { pageNumber: 1, readers: ['pdfium'] },
      { pageNumber: 2, readers: ['pdfium', 'pdfjs'], digitsAgree: true },
    ],
    edition: '2021',
    outcome: 'findings',
    facts: [
      sampleFact({
        column: 'natural_person',
        value: '2',
        printed: '2',
        reading: { kind: 'number', value: '2', unit: '件' },
      }),
      sampleFact({ column: 'business', value: '', printed: '—', reading: { kind: 'notApplicable' } }),
      sampleFact({ status: 'suspect', alternatives: ['8'], doubts: ['broken-number'] }),
    ],
    findings: [sampleFinding({ check: CHECK })],
    checks: [CHECK],
    tables: [
      {
        table: TABLE,
        bindings: [{ rowIndex: 0, columnIndex: 1, table: 'applications', row: 'granted', column: 'total' }],
      },
    ],
    ...part,
  };
}

/** A report whose year is unknown. */
export function undated(report: Report): Report {
  const copy: { year?: number } & Report = { ...report };
  delete copy.year;
  return copy;
}

/** A figure without a place on a page. */
export function withoutPlace(fact: Fact): Fact {
  const copy: { place?: unknown } & Fact = { ...fact };
  delete copy.place;
  return copy;
}
