/** The forms in which an output can be written beside its CSV and JSON files, which are always there. */

/** All formats by name; `xlsx` is of reports with errors or warnings, `xlsx-all` of all. */
export const OUTPUT_FORMATS = ['csv', 'json', 'wide', 'parquet', 'duckdb', 'xlsx', 'xlsx-all'] as const;

/** A form in which an output is written. */
export type OutputFormat = (typeof OUTPUT_FORMATS)[number];

/** What is written where nothing else is asked for: all whose bytes are the same for the same input, and that costs little time. */
export const DEFAULT_FORMATS: readonly OutputFormat[] = ['csv', 'json', 'wide', 'parquet'];
