/** The embedded database: for `query`, and for the formats that it writes. */
export {
  DatabaseUnavailableError,
  ForbiddenStatementError,
  openDatabase,
  type Database,
  type QueryResult,
  type QueryValue,
} from './database.js';
export { loadOutputs, type LoadedOutput } from './load-outputs.js';
export { selectCsv, type CsvSource } from './select-csv.js';
export { sqlText } from './sql-text.js';
