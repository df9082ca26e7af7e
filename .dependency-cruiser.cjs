/**
 * The direction of imports, as docs/architecture.md draws it: a stage sees the model and its own folder, nothing
 * beside or below it; what drives the stages sees them, never the reverse.
 */
const STAGES = ['ingest', 'extract', 'reconstruct', 'bind', 'check', 'repair', 'export'];

const stageRules = STAGES.map((stage) => ({
  name: `stage-${stage}`,
  severity: 'error',
  comment: `src/${stage} may import src/model and its own folder only.`,
  from: { path: `^src/${stage}/`, pathNot: '^src/check/verify/' },
  to: {
    path: '^src/',
    pathNot: [`^src/${stage}/`, '^src/model/', ...(stage === 'export' ? ['^src/html/'] : [])],
  },
}));

const htmlRule = {
  name: 'html-sees-the-model',
  severity: 'error',
  comment: 'src/html is how pages are written, for src/export and src/compare; it knows of no report.',
  from: { path: '^src/html/' },
  to: { path: '^src/', pathNot: ['^src/html/', '^src/model/'] },
};

const compareRule = {
  name: 'compare-reads-outputs',
  severity: 'error',
  comment: 'src/compare reads what src/export writes; it may import that, src/html, src/model and its own folder.',
  from: { path: '^src/compare/' },
  to: { path: '^src/', pathNot: ['^src/compare/', '^src/export/', '^src/html/', '^src/model/'] },
};

/** Third-party packages whose shape stops at one adapter. */
const ADAPTERS = {
  'pdfjs-dist': '^src/extract/pdf/pdfjs/',
  '@hyzyla/pdfium': '^src/extract/pdf/pdfium/',
  parse5: '^src/extract/html/',
  postcss: '^src/extract/html/(?:sheet-rules|take-in-sheets)\\.ts$',
  'css-what': '^src/extract/html/(?:sheet-rules|match-selector|rule-index)\\.ts$',
  '@xmldom/xmldom': '^src/extract/docx/xml-tree\\.ts$',
  natural: '^src/bind/text-similarity\\.ts$',
  'opencc-js': '^src/bind/simplify\\.ts$',
  '@vant/area-data': '^src/families/region-codes\\.ts$',
  'js-yaml': '^src/families/',
  'd3-scale': '^src/compare/page/',
  'd3-shape': '^src/compare/page/',
  'p-queue': '^src/run/',
  'csv-stringify': '^src/export/',
  hucre: '^src/export/workbook/write-workbook\\.ts$',
  'csv-parse': '^src/(?:check/verify/csv-rows|compare/read-csv)\\.ts$',
  '@duckdb/node-api': '^src/export/duckdb/database\\.ts$',
  'file-type': '^src/ingest/',
  'tesseract.js': '^src/extract/scan/recognise/tesseract-engine\\.ts$',
  yauzl: '^src/(?:extract/docx/zip-parts|ingest/archive/zip-file)\\.ts$',
};

const adapterRules = Object.entries(ADAPTERS).map(([name, home]) => ({
  name: `adapter-${name.replace(/[^a-z]/g, '-')}`,
  severity: 'error',
  comment: `${name} is used at its adapter only.`,
  from: { path: '^src/', pathNot: home },
  to: { path: `^node_modules/${name}/` },
}));

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'model-sees-nothing',
      severity: 'error',
      from: { path: '^src/model/' },
      to: { path: '^src/', pathNot: '^src/model/' },
    },
    {
      name: 'families-see-the-model',
      severity: 'error',
      from: { path: '^src/families/' },
      to: { path: '^src/', pathNot: ['^src/families/', '^src/model/'] },
    },
    {
      name: 'source-sees-no-tests',
      severity: 'error',
      from: { path: '^(src|scripts)/' },
      to: { path: '^tests/' },
    },
    {
      name: 'faces-are-not-imported',
      severity: 'error',
      comment: 'Nothing imports the command line but its own folder.',
      from: { path: '^src/', pathNot: '^src/cli/' },
      to: { path: '^src/cli/' },
    },
    {
      name: 'verify-stands-alone',
      severity: 'error',
      comment: 'The second opinion on an output shares nothing with what wrote it but the schema of the JSON.',
      from: { path: '^src/check/verify/' },
      to: { path: '^src/', pathNot: ['^src/check/verify/', '^src/export/report-schema\\.ts$'] },
    },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    ...stageRules,
    compareRule,
    htmlRule,
    ...adapterRules,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
