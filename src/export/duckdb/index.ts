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
