/** The tables of an output: their columns, how CSV is written and read back, and the database. Far less to load than what writes them. */
export { COMPARISON_COLUMNS } from './comparison-rows.js';
export { FACT_COLUMNS, FINDING_COLUMNS, REPORT_COLUMNS, type Column, type RowOf } from './columns.js';
export {
  BYTE_ORDER_MARK,
  CSV_LINE_END,
  columnsToHeader,
  defuseFormula,
  recordsToCsv,
  restoreField,
  rowsToCsv,
  type CsvDialect,
} from './csv.js';
export { describePackage, PACKAGE_NAME, type FileDigest } from './data-package.js';
export * from './duckdb/index.js';
