/** Reads CSV files row by row: the one place that knows the CSV reader. */
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { parse } from 'csv-parse';

/** A row by column. */
export type CsvRow = Partial<Record<string, string>>;

/** Returns a function that gives the next rows of one report; with no id, all that are left. Throws for what is no CSV. */
export function openCsv(path: string): (reportId?: string) => Promise<readonly CsvRow[]> {
  const parser = parse({ bom: true, columns: true, record_delimiter: ['\r\n', '\n'] });
  // An error reaches whoever asks for the next row.
  pipeline(createReadStream(path), parser, () => undefined);
  const rows = (parser as AsyncIterable<CsvRow, undefined>)[Symbol.asyncIterator]();
  let next: Promise<IteratorResult<CsvRow, undefined>> | undefined;
  return async (reportId) => {
    for (const taken: CsvRow[] = []; ; next = undefined) {
      const { value } = await (next ??= rows.next());
      if (!value || (reportId !== undefined && value['report_id'] !== reportId)) return taken;
      taken.push(value);
    }
  };
}
